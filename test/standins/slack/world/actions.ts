/** What people do: write, edit, delete, react, join, open the app. Each does what it does and tells the app. */
import type { Slack } from '../api/call.ts';
import type { Fields } from '../blocks/check.ts';
import type { Channel, Message, SlackFile, User } from './model.ts';
import { CHANNEL_TYPES, wireMessage, wireView } from './wire.ts';

export interface SayOptions {
  /** The thread's first message. */
  thread?: Message;
  /** Files shared with the message. */
  files?: readonly { name: string; mimetype: string; content: string | Buffer }[];
  /** The text goes as it is, with Slack's escapes and `<…>` already in it. */
  isRaw?: boolean;
}

export interface Actions {
  /** A user writes. Tagged in a channel, the app gets `app_mention` and `message`, in this order. */
  say: (user: User, channel: Channel, text: string, options?: SayOptions) => Message;
  /** A user writes to the app directly. */
  tell: (user: User, text: string, options?: SayOptions) => Message;
  edit: (message: Message, text: string) => void;
  remove: (message: Message) => void;
  /** The reader stops a message that is being streamed. */
  interrupt: (message: Message) => void;
  react: (user: User, message: Message, name: string) => void;
  join: (user: User, channel: Channel, inviter?: User) => void;
  leave: (user: User, channel: Channel) => void;
  /** The App Home's Home tab. */
  openHome: (user: User) => void;
  /** The App Home's Messages tab: the direct conversation. */
  openMessagesTab: (user: User) => void;
  /** `<@U…>` of the app. */
  tag: () => string;
}

/** What Slack makes of typed text: `&`, `<` and `>` escaped, but not in mentions, channels and links. */
function typed(text: string): string {
  return text.replace(/<(?:[@#!][^<>\s]+|https?:\/\/[^<>\s]+)>|[&<>]/g, (found) => {
    if (found.length > 1) return found;
    return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[found] ?? found;
  });
}

export function createActions(slack: Slack): Actions {
  const { world } = slack;
  const tag = () => `<@${world.app.botUserId}>`;

  function messageEvent(message: Message, channel: Channel): Fields {
    return {
      ...wireMessage(world, message, slack.url()),
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind],
      ...(channel.isExtShared
        ? { user_team: world.users.get(message.user)?.teamId, source_team: world.users.get(message.user)?.teamId }
        : {}),
    };
  }

  function ensureCanWrite(user: User, channel: Channel): void {
    if (user.isDeleted) throw new Error(`${user.name} is deactivated and can't write`);
    if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
    if (channel.isArchived) throw new Error(`${channel.name} is archived`);
  }

  const say: Actions['say'] = (user, channel, text, { thread, files = [], isRaw = false } = {}) => {
    ensureCanWrite(user, channel);
    const shared = files.map(({ name, mimetype, content }): SlackFile => {
      const file = { id: world.nextId('F'), name, title: name, mimetype, content: Buffer.from(content), user: user.id };
      world.files.set(file.id, file);
      return file;
    });
    const message = world.addMessage({
      channel: channel.id,
      user: user.id,
      text: isRaw ? text : typed(text),
      threadTs: thread === undefined ? undefined : (thread.threadTs ?? thread.ts),
      files: shared,
    });
    const event = messageEvent(message, channel);
    const isTagged = message.text.includes(tag());
    if (isTagged && channel.kind !== 'im') {
      const { channel_type, subtype, ...mention } = event;
      slack.event({ ...mention, type: 'app_mention' }, channel);
    }
    slack.event(event, channel);
    return message;
  };

  function changed(message: Message, subtype: string, rest: Fields): void {
    const channel = world.channels.get(message.channel) as Channel;
    slack.event(
      {
        type: 'message',
        subtype,
        channel: channel.id,
        hidden: true,
        ts: world.nextTs(),
        channel_type: CHANNEL_TYPES[channel.kind],
        ...rest,
      },
      channel,
    );
  }

  function membership(
    type: 'member_joined_channel' | 'member_left_channel',
    user: User,
    channel: Channel,
    rest: Fields = {},
  ): void {
    slack.event(
      {
        type,
        user: user.id,
        channel: channel.id,
        channel_type: channel.kind === 'public' ? 'C' : 'G',
        team: world.team.id,
        ...rest,
      },
      channel,
    );
  }

  function opened(user: User, tab: 'home' | 'messages'): void {
    const home = [...world.views.values()].find((view) => view.type === 'home' && view.user === user.id);
    slack.event({
      type: 'app_home_opened',
      user: user.id,
      channel: world.directChannel(user).id,
      tab,
      ...(tab === 'home' && home !== undefined ? { view: wireView(world, home) } : {}),
    });
  }

  return {
    tag,
    say,
    tell: (user, text, options) => say(user, world.directChannel(user), text, options),
    edit: (message, text) => {
      const before = wireMessage(world, message, slack.url());
      message.text = typed(text);
      message.editedTs = world.nextTs();
      changed(message, 'message_changed', {
        message: wireMessage(world, message, slack.url()),
        previous_message: before,
      });
    },
    remove: (message) => {
      const before = wireMessage(world, message, slack.url());
      message.isDeleted = true;
      changed(message, 'message_deleted', { previous_message: before, deleted_ts: message.ts });
    },
    interrupt: (message) => {
      if (!message.isStreaming) throw new Error(`the message ${message.ts} is not being streamed`);
      message.isStreaming = false;
      message.isInterrupted = true;
      world.changes.happened();
    },
    react: (user, message, name) => {
      const known = message.reactions.find((reaction) => reaction.name === name);
      if (known === undefined) message.reactions.push({ name, users: [user.id] });
      else known.users.push(user.id);
      const item = { type: 'message', channel: message.channel, ts: message.ts };
      slack.event({ type: 'reaction_added', user: user.id, reaction: name, item_user: message.user, item });
    },
    join: (user, channel, inviter) => {
      channel.members.add(user.id);
      if (user.teamId !== world.team.id) channel.isExtShared = true;
      membership('member_joined_channel', user, channel, inviter === undefined ? {} : { inviter: inviter.id });
    },
    leave: (user, channel) => {
      membership('member_left_channel', user, channel);
      channel.members.delete(user.id);
    },
    openHome: (user) => opened(user, 'home'),
    openMessagesTab: (user) => opened(user, 'messages'),
  };
}
