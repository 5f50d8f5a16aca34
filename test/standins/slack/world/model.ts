/** The nouns of a Slack workspace. */
import type { Fields } from '../blocks/check.ts';

export interface User {
  id: string;
  name: string;
  realName: string;
  /** Another team's id for people of a Slack Connect channel. */
  teamId: string;
  isBot: boolean;
  /** A guest: `is_restricted`; with `single` also `is_ultra_restricted`. */
  guest: 'no' | 'multi' | 'single';
  isDeleted: boolean;
  email?: string;
}

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  isArchived: boolean;
  /** Shared with another team: its people are strangers here. */
  isExtShared: boolean;
  messages: Message[];
}

export interface UserGroup {
  id: string;
  handle: string;
  name: string;
  users: string[];
}

export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  content: Buffer;
  user: string;
}

/** A message as it stands now. */
export interface Message {
  ts: string;
  channel: string;
  /** Who wrote it; the bot's user id for the app's own. */
  user: string;
  isBot: boolean;
  text: string;
  blocks: Fields[] | undefined;
  threadTs: string | undefined;
  /** Only this user sees it. */
  ephemeralFor: string | undefined;
  /** Still being streamed. */
  isStreaming: boolean;
  /** Its reader stopped the stream. */
  isInterrupted: boolean;
  isDeleted: boolean;
  editedTs: string | undefined;
  /** Shown in the channel although it is in a thread. */
  isBroadcast: boolean;
  files: SlackFile[];
  reactions: { name: string; users: string[] }[];
  metadata: unknown;
  /** Of streamed messages: tasks and the plan's title, in order. */
  chunks: Fields[];
  /** A name other than the app's (`chat:write.customize`). */
  username: string | undefined;
}

export interface View {
  id: string;
  type: 'modal' | 'home';
  user: string;
  /** The view as the app sent it, with the ids that Slack adds to its blocks. */
  content: Fields & { blocks: Fields[] };
  hash: string;
  rootId: string;
  previousId: string | undefined;
  isOpen: boolean;
  /** What the last submission was refused with: block id → message. */
  errors: Record<string, string>;
}

/** The app under test. */
export interface App {
  id: string;
  name: string;
  botUserId: string;
  botId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
  /** What the bot token may do; tests may take scopes away. */
  scopes: Set<string>;
  /** How Slack looks at the bot token. */
  tokenState: 'valid' | 'revoked' | 'inactive' | 'invalid';
  /** How it looks at the app token. */
  appTokenState: 'valid' | 'invalid';
  /** Which events the app subscribes to: an event's type, for messages `message.channels` and so on. */
  events: Set<string>;
}

/** Something the app did that a person or Slack could notice, in order. */
export interface Post {
  kind:
    | 'message'
    | 'update'
    | 'delete'
    | 'ephemeral'
    | 'stream-start'
    | 'stream-append'
    | 'stream-stop'
    | 'view'
    | 'home'
    | 'status'
    | 'prompts'
    | 'title'
    | 'reaction'
    | 'file';
  /** The method, or `response_url`, or `ack`. */
  via: string;
  at: number;
  channel: string | undefined;
  threadTs: string | undefined;
  /** Who alone sees it. */
  user: string | undefined;
  /** As it was when it was sent; `message` goes on changing. */
  text: string;
  blocks: Fields[] | undefined;
  message: Message | undefined;
  view: View | undefined;
  /** What the method was given, for statuses, prompts, titles and reactions. */
  args: Fields;
}
