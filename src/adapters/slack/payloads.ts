/** What is read of Slack's payloads: the few fields, as they come over the wire. */

export interface Envelope {
  event_id?: string;
  is_ext_shared_channel?: boolean;
}

/** A `message` or `app_mention` event. */
export interface MessageEvent {
  type: string;
  subtype?: string;
  hidden?: boolean;
  channel: string;
  channel_type?: string;
  user?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  event_ts?: string;
  /** The sender's workspace, under three names. */
  user_team?: string;
  source_team?: string;
  team?: string;
  /** Of `message_changed`. */
  message?: Omit<MessageEvent, 'channel'>;
  previous_message?: { text?: string };
  /** Of `message_deleted`. */
  deleted_ts?: string;
}

/** A `block_actions` body. */
export interface Click {
  user: { id: string; team_id?: string };
  channel?: { id: string };
  container?: { message_ts?: string; thread_ts?: string; channel_id?: string; is_ephemeral?: boolean };
  message?: { ts: string; thread_ts?: string };
  view?: { type: string };
  trigger_id: string;
  actions: { action_id: string; value?: string }[];
}

/** Subtypes of messages that people write. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast']);

/** True for what a person wrote: not a bot's, not this bot's own, not a notice of Slack's. */
export function isWritten(
  event: Pick<MessageEvent, 'subtype' | 'hidden' | 'user' | 'bot_id'>,
  botUser: string,
): boolean {
  const { subtype, hidden, user, bot_id: bot } = event;
  return WRITTEN.has(subtype) && !hidden && bot === undefined && user !== undefined && user !== botUser;
}

export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
