/** What everything that listens works with. */
import type { SlackConfig } from '../../config/slack.ts';
import type { Conversations } from '../../conversations/conversations.ts';
import type { SurfaceOptions } from '../../conversations/surface.ts';
import type { Access, Workspace } from './access.ts';
import type { Asking } from './asking.ts';
import type { PlaceParts } from './place.ts';
import type { Sessions } from './sessions.ts';

export interface SlackContext extends PlaceParts {
  config: SlackConfig;
  conversations: Conversations;
  corpusSummary: SurfaceOptions<SlackConfig>['corpusSummary'];
  access: Access;
  asking: Asking;
  sessions: Sessions;
  workspace: Workspace & { botUser: string };
}

/** The platform's ids as conversations want them: no other platform has the same. */
export function idOf(...parts: readonly string[]): string {
  return ['slack', ...parts].join(':');
}

/** The document set of a channel, as a part of what is asked. */
export function documentsOf({ config }: SlackContext, channel: string): { documents?: string } {
  const documents = config.channelDocuments.get(channel);
  return documents === undefined ? {} : { documents };
}

/** Whether "Ask HR" makes sense below an answer: HR is named, and sees the channel. */
export function canAskHr({ config }: SlackContext, channel: string): boolean {
  return config.askHrGroup !== undefined && !channel.startsWith('D');
}
