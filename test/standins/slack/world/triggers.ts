/** Trigger ids: each opens one view, within three seconds. */
import { randomBytes } from 'node:crypto';
import { SlackFailure } from '../api/call.ts';
import type { User } from './model.ts';

export interface Triggers {
  create: (user: User) => string;
  /** The trigger's user; `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id` otherwise. */
  use: (id: string) => User;
}

export function createTriggers(lifetime: number): Triggers {
  const known = new Map<string, { user: User; expires: number; isUsed: boolean }>();
  return {
    create: (user) => {
      const id = `${Date.now()}.${known.size + 1}.${randomBytes(16).toString('hex')}`;
      known.set(id, { user, expires: Date.now() + lifetime, isUsed: false });
      return id;
    },
    use: (id) => {
      const trigger = known.get(id);
      if (trigger === undefined) throw new SlackFailure('invalid_trigger_id');
      if (Date.now() > trigger.expires) throw new SlackFailure('expired_trigger_id');
      if (trigger.isUsed) throw new SlackFailure('exchanged_trigger_id');
      trigger.isUsed = true;
      return trigger.user;
    },
  };
}
