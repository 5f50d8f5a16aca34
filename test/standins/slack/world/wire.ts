/** Users, channels, messages and events in the form in which Slack writes them. */
import type { Fields } from '../blocks/check.ts';
import { tokenize } from '../mrkdwn.ts';
import type { Channel, Message, SlackFile, User, View } from './model.ts';
import type { World } from './world.ts';

/** A user as `users.info` gives them. Strangers' profiles are as full as anyone's; what tells them apart is the team. */
export function wireUser(world: World, user: User): Fields {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.isDeleted,
    real_name: user.realName,
    tz: 'America/Los_Angeles',
    profile: {
      real_name: user.realName,
      display_name: user.name,
      team: user.teamId,
      ...(user.isBot ? { bot_id: world.app.botId, api_app_id: world.app.id } : {}),
      ...(user.email !== undefined && world.app.scopes.has('users:read.email') ? { email: user.email } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_bot: user.isBot,
    is_app_user: false,
    ...(user.isDeleted ? {} : { is_restricted: user.guest !== 'no', is_ultra_restricted: user.guest === 'single' }),
    ...(user.teamId === world.team.id ? {} : { is_stranger: true }),
    updated: 1_700_000_000,
  };
}

/** A channel as `conversations.info` gives it. */
export function wireChannel(world: World, channel: Channel): Fields {
  const { app, team } = world;
  const common = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.isArchived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: team.id,
  };
  if (channel.kind === 'im') {
    const user = [...channel.members].find((id) => id !== app.botUserId);
    return { ...common, user, is_user_deleted: false };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_member: channel.members.has(app.botUserId),
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_pending_ext_shared: false,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function wireFile(file: SlackFile, url: string): Fields {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? '',
    size: file.content.length,
    user: file.user,
    mode: 'hosted',
    url_private: `${url}/files-pri/${file.id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${url}/files-pri/${file.id}/download/${encodeURIComponent(file.name)}`,
    permalink: `${url}/files/${file.id}`,
  };
}

/** The rich text that Slack makes of what a person types. */
function typedBlocks(text: string): Fields[] {
  const elements = tokenize(text).map((token): Fields => {
    if (token.kind === 'user') return { type: 'user', user_id: token.id };
    if (token.kind === 'channel') return { type: 'channel', channel_id: token.id };
    if (token.kind === 'group') return { type: 'usergroup', usergroup_id: token.id };
    if (token.kind === 'broadcast') return { type: 'broadcast', range: token.id };
    if (token.kind === 'link') return { type: 'link', url: token.url };
    return { type: 'text', text: token.text };
  });
  return [{ type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] }];
}

/** A message as history and events carry it, without its channel. */
export function wireMessage(world: World, message: Message, url: string): Fields {
  const { app } = world;
  const parent = message.threadTs === undefined ? undefined : world.findMessage(message.channel, message.threadTs);
  const replies = (world.channels.get(message.channel)?.messages ?? []).filter(
    ({ threadTs, ts, isDeleted, ephemeralFor }) =>
      threadTs === message.ts && ts !== message.ts && !isDeleted && ephemeralFor === undefined,
  );
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: world.users.get(message.user)?.teamId ?? world.team.id,
    ...(message.isBot
      ? {
          bot_id: app.botId,
          app_id: app.id,
          bot_profile: { id: app.botId, app_id: app.id, name: app.name, deleted: false, team_id: world.team.id },
          ...(message.username === undefined ? {} : { username: message.username }),
        }
      : { client_msg_id: `client-${message.ts}` }),
    ...(message.blocks === undefined
      ? message.isBot
        ? {}
        : { blocks: typedBlocks(message.text) }
      : { blocks: message.blocks }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(parent === undefined || parent === message ? {} : { parent_user_id: parent.user }),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          latest_reply: replies.at(-1)?.ts,
        }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.files.length === 0
      ? {}
      : { subtype: 'file_share', files: message.files.map((file) => wireFile(file, url)), upload: true }),
    ...(message.isBroadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.reactions.length === 0
      ? {}
      : { reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })) }),
  };
}

/** `channel_type` of message events. */
export const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** An event in the wrapper in which both deliveries send it. */
export function eventBody(world: World, event: Fields, channel?: Channel): Fields {
  const { app, team } = world;
  const eventId = world.nextId('Ev');
  return {
    token: app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { event_ts: event.ts ?? world.nextTs(), ...event },
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: `4-${eventId}`,
  };
}

/** A view as Slack hands it back. */
export function wireView(world: World, view: View, values: Fields = {}): Fields {
  return {
    id: view.id,
    team_id: world.team.id,
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...view.content,
    state: { values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
  };
}
