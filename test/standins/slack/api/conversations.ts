/** conversations.info, open, members, history, replies. */
import type { Fields } from '../blocks/check.ts';
import type { Channel, ChannelKind, Message } from '../world/model.ts';
import { wireChannel, wireMessage } from '../world/wire.ts';
import { type Args, type Method, type MethodCall, SlackFailure } from './call.ts';

const PREFIX: Record<ChannelKind, string> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' };

/** The scope that the kind of conversation needs: `channels:read`, `im:history` and so on. */
function scopeFor(what: 'read' | 'history') {
  return ({ slack, args }: MethodCall): string[] => {
    const kind = slack.world.channels.get(args.text('channel') ?? '')?.kind ?? 'public';
    return [`${PREFIX[kind]}:${what}`];
  };
}

function readable({ slack, args }: MethodCall, mustBeMember: boolean): Channel {
  const { world } = slack;
  const channel = world.channels.get(args.need('channel'));
  const isMember = channel?.members.has(world.app.botUserId) ?? false;
  if (channel === undefined || (channel.kind !== 'public' && !isMember)) throw new SlackFailure('channel_not_found');
  if (mustBeMember && !isMember) throw new SlackFailure('not_in_channel');
  return channel;
}

/** One page; the cursor is a position. */
function page<Item>(args: Args, items: readonly Item[], most: number): { items: Item[]; rest: Fields } {
  const limit = Math.min(args.whole('limit', 100), most);
  if (limit < 1) throw new SlackFailure('invalid_limit');
  const cursor = args.text('cursor') ?? '';
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('at:', ''));
  if (!Number.isInteger(start) || start < 0 || start > items.length) throw new SlackFailure('invalid_cursor');
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`at:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), rest: { has_more: next !== '', response_metadata: { next_cursor: next } } };
}

function between(args: Args, messages: readonly Message[]): Message[] {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest') ?? '9'.repeat(10);
  const isInclusive = args.flag('inclusive');
  return messages.filter(({ ts, isDeleted, ephemeralFor }) => {
    if (isDeleted || ephemeralFor !== undefined) return false;
    return (ts > oldest || (isInclusive && ts === oldest)) && (ts < latest || (isInclusive && ts === latest));
  });
}

function history(call: MethodCall): Fields {
  const { slack, args } = call;
  const channel = readable(call, true);
  const top = channel.messages.filter(({ threadTs, isBroadcast }) => threadTs === undefined || isBroadcast);
  const { items, rest } = page(args, between(args, top).reverse(), 999);
  return { messages: items.map((message) => wireMessage(slack.world, message, slack.url())), pin_count: 0, ...rest };
}

function replies(call: MethodCall): Fields {
  const { slack, args } = call;
  const channel = readable(call, true);
  const asked = slack.world.findMessage(channel.id, args.need('ts'));
  if (asked === undefined || asked.ephemeralFor !== undefined) throw new SlackFailure('thread_not_found');
  const root = asked.threadTs ?? asked.ts;
  const thread = channel.messages.filter(({ ts, threadTs }) => ts === root || threadTs === root);
  const inRange = between(args, thread);
  const first = thread.find(({ ts, isDeleted }) => ts === root && !isDeleted);
  // The thread's first message comes with every page's range.
  const shown = first === undefined || inRange.includes(first) ? inRange : [first, ...inRange];
  const { items, rest } = page(args, shown, 1000);
  return { messages: items.map((message) => wireMessage(slack.world, message, slack.url())), ...rest };
}

function members(call: MethodCall): Fields {
  const { items, rest } = page(call.args, [...readable(call, false).members], 1000);
  return { members: items, response_metadata: rest.response_metadata };
}

function open({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const ids = (args.text('users') ?? '').split(',').filter((id) => id !== '');
  const existing = args.text('channel');
  if (existing !== undefined) {
    const channel = world.channels.get(existing);
    if (channel?.kind !== 'im') throw new SlackFailure('channel_not_found');
    return { channel: args.flag('return_im') ? wireChannel(world, channel) : { id: channel.id } };
  }
  if (ids.length === 0) throw new SlackFailure('users_list_not_supplied');
  const users = ids.map((id) => world.users.get(id));
  if (users.some((user) => user === undefined)) throw new SlackFailure('user_not_found');
  const [user] = users;
  if (user === undefined || users.length > 1) throw new SlackFailure('method_not_supported_for_channel_type');
  if (user.isDeleted) throw new SlackFailure('user_disabled');
  if (user.isBot) throw new SlackFailure('cannot_dm_bot');
  const channel = world.directChannel(user);
  return { channel: args.flag('return_im') ? wireChannel(world, channel) : { id: channel.id } };
}

export const CONVERSATIONS: Record<string, Method> = {
  'conversations.info': {
    scopes: scopeFor('read'),
    run: (call) => ({ channel: wireChannel(call.slack.world, readable(call, false)) }),
  },
  'conversations.members': { scopes: scopeFor('read'), run: members },
  'conversations.history': { scopes: scopeFor('history'), run: history },
  'conversations.replies': { scopes: scopeFor('history'), run: replies },
  'conversations.open': { scopes: ['im:write'], takesJson: true, run: open },
};
