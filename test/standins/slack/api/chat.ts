/** chat.postMessage, postEphemeral, update, delete. */
import type { Fields } from '../blocks/check.ts';
import { refuseBlocks } from '../blocks/validate.ts';
import type { Channel, Message } from '../world/model.ts';
import { CHANNEL_TYPES, wireMessage } from '../world/wire.ts';
import { type World, withIds } from '../world/world.ts';
import { type Args, type Method, type MethodCall, refuse, type Slack, SlackFailure } from './call.ts';

/** chat.postMessage truncates text from here on (docs.slack.dev); the stand-in does so too. */
const MOST_TEXT = 40_000;
/** chat.update refuses text from here on. */
const MOST_UPDATED_TEXT = 4000;
/** `markdown_text` refuses more (web-api's types). */
const MOST_MARKDOWN_TEXT = 12_000;
const MOST_ATTACHMENTS = 100;

/** The channel a message may be written to, or the failure that Slack gives. A user's id stands for their direct channel. */
export function writableChannel(world: World, id: string): Channel {
  const user = world.users.get(id);
  if (user !== undefined && !user.isBot) {
    if (user.isDeleted) throw new SlackFailure('user_not_found');
    if (user.teamId !== world.team.id) throw new SlackFailure('channel_not_found');
    return world.directChannel(user);
  }
  const channel = world.channels.get(id);
  const isMember = channel?.members.has(world.app.botUserId) ?? false;
  if (channel === undefined || (channel.kind !== 'public' && !isMember)) throw new SlackFailure('channel_not_found');
  if (channel.isArchived) throw new SlackFailure('is_archived');
  if (!isMember && !world.app.scopes.has('chat:write.public')) throw new SlackFailure('not_in_channel');
  return channel;
}

/** A thread's first message. A reply's own time works too, as in Slack, and leads to its thread. */
export function threadOf(world: World, channel: Channel, ts: string | undefined): string | undefined {
  if (ts === undefined || ts === '') return undefined;
  if (!/^\d+\.\d{6}$/.test(ts)) throw new SlackFailure('invalid_thread_ts');
  const parent = world.findMessage(channel.id, ts);
  if (parent === undefined || parent.ephemeralFor !== undefined) throw new SlackFailure('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

/** The text and blocks of a call, checked. Without blocks a change keeps those in `kept`; an empty list takes them away. */
export function contentOf(args: Args, kept?: Fields[]): { text: string; blocks: Fields[] | undefined } {
  const blocks = args.json('blocks', 'invalid_blocks_format') as Fields[] | undefined;
  const attachments = args.json('attachments', 'invalid_attachments') as Fields[] | undefined;
  const markdown = args.text('markdown_text');
  const text = args.text('text') ?? '';
  if (markdown !== undefined) {
    if (text !== '' || blocks !== undefined) throw new SlackFailure('markdown_text_conflict');
    if (markdown.length > MOST_MARKDOWN_TEXT) throw new SlackFailure('msg_too_long');
    if (markdown.trim() === '') throw new SlackFailure('no_text');
    return { text: markdown, blocks: withIds([{ type: 'markdown', text: markdown }]) };
  }
  if (attachments !== undefined && attachments.length > MOST_ATTACHMENTS)
    throw new SlackFailure('too_many_attachments');
  if (blocks !== undefined) refuse(refuseBlocks(blocks));
  if (blocks === undefined && kept !== undefined) return { text, blocks: kept };
  const hasBlocks = blocks !== undefined && blocks.length > 0;
  if (text.trim() === '' && !hasBlocks && (attachments ?? []).length === 0) throw new SlackFailure('no_text');
  return { text, blocks: hasBlocks ? withIds(blocks) : undefined };
}

/** The event that the app gets for its own message or change: Slack sends those too. */
export function announce(slack: Slack, message: Message, event: Fields = {}): void {
  const channel = slack.world.channels.get(message.channel) as Channel;
  slack.event(
    {
      ...wireMessage(slack.world, message, slack.url()),
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind],
      ...event,
    },
    channel,
  );
}

/** Adds a message of the app's to a channel, keeps it and tells the app. */
export function postAs(
  slack: Slack,
  via: string,
  message: Partial<Message> & { channel: string; text: string },
): Message {
  const made = slack.world.addMessage({ user: slack.world.app.botUserId, isBot: true, ...message });
  slack.world.record({
    kind: made.ephemeralFor === undefined ? 'message' : 'ephemeral',
    via,
    channel: made.channel,
    threadTs: made.threadTs,
    user: made.ephemeralFor,
    text: made.text,
    blocks: made.blocks,
    message: made,
  });
  if (made.ephemeralFor === undefined) announce(slack, made);
  return made;
}

function postMessage({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const channel = writableChannel(world, args.need('channel'));
  const threadTs = threadOf(world, channel, args.text('thread_ts'));
  const { text, blocks } = contentOf(args);
  const message = postAs(slack, 'chat.postMessage', {
    channel: channel.id,
    text: text.slice(0, MOST_TEXT),
    blocks,
    threadTs,
    isBroadcast: threadTs !== undefined && args.flag('reply_broadcast'),
    metadata: args.json('metadata', 'invalid_metadata_format'),
    username: world.app.scopes.has('chat:write.customize') ? args.text('username') : undefined,
  });
  return { channel: channel.id, ts: message.ts, message: wireMessage(world, message, slack.url()) };
}

function postEphemeral({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const channel = writableChannel(world, args.need('channel'));
  const user = args.need('user');
  if (!channel.members.has(user)) throw new SlackFailure('user_not_in_channel');
  const threadTs = threadOf(world, channel, args.text('thread_ts'));
  const { text, blocks } = contentOf(args);
  if (text.length > MOST_TEXT) throw new SlackFailure('msg_too_long');
  const message = postAs(slack, 'chat.postEphemeral', {
    channel: channel.id,
    text,
    blocks,
    threadTs,
    ephemeralFor: user,
  });
  return { message_ts: message.ts };
}

/** One of the app's own messages that is there to be changed. */
export function ownMessage(slack: Slack, args: Args, failure: string): Message {
  const { world } = slack;
  const channel = world.channels.get(args.need('channel'));
  if (channel === undefined || (channel.kind !== 'public' && !channel.members.has(world.app.botUserId))) {
    throw new SlackFailure('channel_not_found');
  }
  if (channel.isArchived) throw new SlackFailure('is_inactive');
  const message = world.findMessage(channel.id, args.need('ts'));
  if (message === undefined || message.ephemeralFor !== undefined) throw new SlackFailure('message_not_found');
  if (message.user !== world.app.botUserId) throw new SlackFailure(failure);
  return message;
}

/** Changes a message in place and keeps the change. */
export function change(
  slack: Slack,
  via: string,
  message: Message,
  content: { text: string; blocks: Fields[] | undefined },
): void {
  const { world } = slack;
  const before = wireMessage(world, message, slack.url());
  message.text = content.text;
  message.blocks = content.blocks;
  message.editedTs = world.nextTs();
  world.record({
    kind: 'update',
    via,
    channel: message.channel,
    threadTs: message.threadTs,
    user: message.ephemeralFor,
    ...content,
    message,
  });
  if (message.ephemeralFor !== undefined) return;
  const ts = message.editedTs;
  const after = wireMessage(world, message, slack.url());
  const channel = world.channels.get(message.channel) as Channel;
  slack.event(
    {
      type: 'message',
      subtype: 'message_changed',
      message: after,
      previous_message: before,
      channel: channel.id,
      hidden: true,
      ts,
      channel_type: CHANNEL_TYPES[channel.kind],
    },
    channel,
  );
}

function update({ slack, args }: MethodCall): Fields {
  const message = ownMessage(slack, args, 'cant_update_message');
  if (message.isStreaming) throw new SlackFailure('streaming_state_conflict');
  if ((args.text('text') ?? '').length > MOST_UPDATED_TEXT) throw new SlackFailure('msg_too_long');
  const { text, blocks } = contentOf(args, message.blocks);
  change(slack, 'chat.update', message, { text, blocks });
  return { channel: message.channel, ts: message.ts, text, message: wireMessage(slack.world, message, slack.url()) };
}

/** Takes a message away and tells the app. */
export function remove(slack: Slack, via: string, message: Message): void {
  const { world } = slack;
  const before = wireMessage(world, message, slack.url());
  message.isDeleted = true;
  const { channel: id, threadTs } = message;
  world.record({ kind: 'delete', via, channel: id, threadTs, user: message.ephemeralFor, text: message.text, message });
  if (message.ephemeralFor !== undefined) return;
  const channel = world.channels.get(id) as Channel;
  const ts = world.nextTs();
  slack.event(
    {
      type: 'message',
      subtype: 'message_deleted',
      previous_message: before,
      channel: id,
      hidden: true,
      deleted_ts: message.ts,
      ts,
      channel_type: CHANNEL_TYPES[channel.kind],
    },
    channel,
  );
}

export const CHAT: Record<string, Method> = {
  'chat.postMessage': { scopes: ['chat:write'], takesJson: true, run: postMessage },
  'chat.postEphemeral': { scopes: ['chat:write'], takesJson: true, run: postEphemeral },
  'chat.update': { scopes: ['chat:write'], takesJson: true, run: update },
  'chat.delete': {
    scopes: ['chat:write'],
    takesJson: true,
    run: ({ slack, args }) => {
      const message = ownMessage(slack, args, 'cant_delete_message');
      remove(slack, 'chat.delete', message);
      return { channel: message.channel, ts: message.ts };
    },
  },
};
