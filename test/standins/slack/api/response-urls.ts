/** Response URLs of commands and interactions: five uses in thirty minutes. */
import { randomBytes } from 'node:crypto';
import type { Fields } from '../blocks/check.ts';
import type { Message } from '../world/model.ts';
import { createArgs, type Slack, SlackFailure } from './call.ts';
import { change, contentOf, postAs, remove, threadOf } from './chat.ts';

const MOST_USES = 5;

interface Ticket {
  channel: string;
  user: string;
  /** The message whose button was clicked. */
  original: Message | undefined;
  expires: number;
  uses: number;
}

export interface ResponseUrls {
  /** A new URL for an interaction in a channel. */
  create: (ticket: { channel: string; user: string; original?: Message }) => string;
  /** What a POST to it is answered. */
  answer: (id: string, fields: Fields) => { status: number; body: Fields | string };
  /** Carries out a response: also what commands are acknowledged with. */
  respond: (
    via: string,
    ticket: { channel: string; user: string; original: Message | undefined },
    fields: Fields,
  ) => void;
}

export function createResponseUrls(slack: Slack, lifetime: number): ResponseUrls {
  const tickets = new Map<string, Ticket>();

  const respond: ResponseUrls['respond'] = (via, { channel, user, original }, fields) => {
    const args = createArgs(fields);
    const isOriginal = original !== undefined && !original.isDeleted;
    if (args.flag('delete_original')) {
      if (isOriginal) remove(slack, via, original);
      return;
    }
    const content = contentOf(args);
    if (args.flag('replace_original') && isOriginal) return change(slack, via, original, content);
    const home = slack.world.channels.get(channel);
    const threadTs = home === undefined ? undefined : threadOf(slack.world, home, args.text('thread_ts'));
    const isForAll = args.text('response_type') === 'in_channel';
    postAs(slack, via, { channel, ...content, threadTs, ephemeralFor: isForAll ? undefined : user });
  };

  return {
    respond,
    create: ({ channel, user, original }) => {
      const id = randomBytes(12).toString('hex');
      tickets.set(id, { channel, user, original, expires: Date.now() + lifetime, uses: 0 });
      return `${slack.url()}/actions/${slack.world.team.id}/${id}`;
    },
    answer: (id, fields) => {
      const ticket = tickets.get(id);
      if (ticket === undefined || Date.now() > ticket.expires)
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      if (ticket.uses >= MOST_USES) return { status: 404, body: { ok: false, error: 'used_url' } };
      ticket.uses += 1;
      try {
        respond('response_url', ticket, fields);
        return { status: 200, body: 'ok' };
      } catch (error) {
        if (error instanceof SlackFailure)
          return { status: 400, body: { ok: false, error: error.code, ...error.details } };
        throw error;
      }
    },
  };
}
