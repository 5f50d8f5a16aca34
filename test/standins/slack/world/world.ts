/** The workspace's state: who is there, what was said, and what the app did. */
import { randomBytes } from 'node:crypto';
import type { Fields } from '../blocks/check.ts';
import { type Changes, createChanges } from './changes.ts';
import type { App, Channel, ChannelKind, Message, Post, SlackFile, User, UserGroup, View } from './model.ts';

/** Scopes of a usual question-and-answer app. */
const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
];

const EVENTS = [
  'app_home_opened',
  'app_mention',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'reaction_added',
];

export interface World {
  team: { id: string; name: string; domain: string };
  app: App;
  users: Map<string, User>;
  channels: Map<string, Channel>;
  groups: Map<string, UserGroup>;
  views: Map<string, View>;
  files: Map<string, SlackFile>;
  posts: Post[];
  changes: Changes;
  /** The next message's time: later than all before. */
  nextTs: () => string;
  /** A fresh id with the given letter. */
  nextId: (letter: string) => string;
  addUser: (user: Partial<User> & { name: string }) => User;
  addChannel: (
    channel: Partial<Omit<Channel, 'members'>> & { name: string; members?: readonly User[]; withBot?: boolean },
  ) => Channel;
  addGroup: (group: { handle: string; users: readonly User[] }) => UserGroup;
  /** The direct conversation of a user with the app, opened when it is first needed. */
  directChannel: (user: User) => Channel;
  findMessage: (channel: string, ts: string) => Message | undefined;
  addMessage: (message: Partial<Message> & { channel: string; user: string }) => Message;
  /** Keeps what the app did. */
  record: (post: Partial<Post> & { kind: Post['kind']; via: string }) => Post;
}

const CHANNEL_LETTER: Record<ChannelKind, string> = { public: 'C', private: 'C', im: 'D', mpim: 'G' };

/** Blocks with the block and action ids that Slack adds where the app gave none. */
export function withIds(blocks: readonly Fields[]): Fields[] {
  const fresh = () => randomBytes(4).toString('base64url').slice(0, 5);
  const elements = (list: unknown) =>
    Array.isArray(list)
      ? list.map((element: Fields) =>
          typeof element.type === 'string' &&
          /button|select|picker|checkboxes|overflow|input|feedback/.test(element.type)
            ? { ...element, action_id: element.action_id ?? fresh() }
            : element,
        )
      : list;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? fresh(),
    ...(block.elements === undefined || block.type === 'rich_text' ? {} : { elements: elements(block.elements) }),
    ...(block.accessory === undefined ? {} : { accessory: (elements([block.accessory]) as Fields[])[0] }),
    ...(block.element === undefined ? {} : { element: (elements([block.element]) as Fields[])[0] }),
    ...(Array.isArray(block.child_blocks) ? { child_blocks: withIds(block.child_blocks as Fields[]) } : {}),
  }));
}

/** An empty workspace with the app installed. */
export function createWorld(): World {
  const changes = createChanges();
  let lastMicros = 0;
  let ids = 0;
  const nextId = (letter: string) => {
    ids += 1;
    return `${letter}0${ids.toString(36).toUpperCase().padStart(6, '0')}`;
  };
  const team = { id: 'T0HARBOR', name: 'Harbor', domain: 'harbor' };
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const groups = new Map<string, UserGroup>();
  const posts: Post[] = [];

  const addUser: World['addUser'] = (user) => {
    const made: User = {
      id: nextId('U'),
      realName: user.name,
      teamId: team.id,
      isBot: false,
      guest: 'no',
      isDeleted: false,
      ...user,
    };
    users.set(made.id, made);
    return made;
  };
  const bot = addUser({ id: 'U0BOT', name: 'classwise', realName: 'Classwise', isBot: true });
  const app: App = {
    id: 'A0APP',
    name: 'Classwise',
    botUserId: bot.id,
    botId: 'B0BOT',
    botToken: 'xoxb-1-1-harbor',
    appToken: 'xapp-1-A0APP-1-harbor',
    signingSecret: 'a signing secret of the harbor',
    verificationToken: 'verification-harbor',
    scopes: new Set(SCOPES),
    tokenState: 'valid',
    appTokenState: 'valid',
    events: new Set(EVENTS),
  };

  const addChannel: World['addChannel'] = ({ members = [], withBot = false, ...channel }) => {
    const kind = channel.kind ?? 'public';
    const made: Channel = {
      id: nextId(CHANNEL_LETTER[kind]),
      kind,
      isArchived: false,
      isExtShared: members.some(({ teamId }) => teamId !== team.id),
      messages: [],
      ...channel,
      members: new Set([...members.map(({ id }) => id), ...(withBot ? [bot.id] : [])]),
    };
    channels.set(made.id, made);
    return made;
  };

  return {
    team,
    app,
    users,
    channels,
    groups,
    views: new Map(),
    files: new Map(),
    posts,
    changes,
    nextId,
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Date.now() * 1000);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    addUser,
    addChannel,
    addGroup: ({ handle, users: members }) => {
      const group = { id: nextId('S'), handle, name: handle, users: members.map(({ id }) => id) };
      groups.set(group.id, group);
      return group;
    },
    directChannel: (user) => {
      const open = [...channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user.id));
      return open ?? addChannel({ name: user.name, kind: 'im', members: [user], withBot: true });
    },
    findMessage: (channel, ts) =>
      channels.get(channel)?.messages.find((message) => message.ts === ts && !message.isDeleted),
    addMessage(message) {
      const made: Message = {
        ts: this.nextTs(),
        isBot: users.get(message.user)?.isBot ?? false,
        text: '',
        blocks: undefined,
        threadTs: undefined,
        ephemeralFor: undefined,
        isStreaming: false,
        isInterrupted: false,
        isDeleted: false,
        editedTs: undefined,
        isBroadcast: false,
        files: [],
        reactions: [],
        metadata: undefined,
        chunks: [],
        username: undefined,
        ...message,
      };
      channels.get(message.channel)?.messages.push(made);
      return made;
    },
    record: (post) => {
      const made: Post = {
        at: Date.now(),
        channel: undefined,
        threadTs: undefined,
        user: undefined,
        text: '',
        blocks: undefined,
        message: undefined,
        view: undefined,
        args: {},
        ...post,
      };
      posts.push(made);
      changes.happened();
      return made;
    },
  };
}
