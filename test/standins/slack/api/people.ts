/** auth.test, users.info, user groups, bots.info, team.info, reactions.add, apps.connections.open. */
import type { Fields } from '../blocks/check.ts';
import type { UserGroup } from '../world/model.ts';
import { wireUser } from '../world/wire.ts';
import { type Method, type MethodCall, type Slack, SlackFailure } from './call.ts';

function authTest({ slack }: MethodCall): Fields {
  const { team, app, users } = slack.world;
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: users.get(app.botUserId)?.name,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

function wireGroup(slack: Slack, { id, handle, name, users }: UserGroup): Fields {
  return {
    id,
    team_id: slack.world.team.id,
    is_usergroup: true,
    handle,
    name,
    description: '',
    user_count: users.length,
    date_delete: 0,
  };
}

function reactionsAdd({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const channel = world.channels.get(args.need('channel'));
  if (channel === undefined) throw new SlackFailure('channel_not_found');
  const message = world.findMessage(channel.id, args.need('timestamp'));
  if (message === undefined) throw new SlackFailure('message_not_found');
  const name = args.need('name').replaceAll(':', '');
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new SlackFailure('invalid_name');
  const known = message.reactions.find((reaction) => reaction.name === name);
  if (known?.users.includes(world.app.botUserId)) throw new SlackFailure('already_reacted');
  if (known === undefined) message.reactions.push({ name, users: [world.app.botUserId] });
  else known.users.push(world.app.botUserId);
  world.record({
    kind: 'reaction',
    via: 'reactions.add',
    channel: channel.id,
    threadTs: message.threadTs,
    message,
    args: { name },
  });
  return {};
}

export const PEOPLE: Record<string, Method> = {
  'auth.test': { takesJson: true, run: authTest },
  'apps.connections.open': {
    token: 'app',
    takesJson: true,
    run: ({ slack, args }) => ({
      url: `${slack.url().replace(/^http/, 'ws')}${slack.sockets.ticket(args.flag('debug_reconnects'))}`,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run: ({ slack, args }) => {
      const id = args.text('user');
      const user = slack.world.users.get(id ?? '');
      if (user === undefined) throw new SlackFailure('user_not_found');
      return { user: wireUser(slack.world, user) };
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: ({ slack, args }) => ({
      usergroups: [...slack.world.groups.values()].map((group) => ({
        ...wireGroup(slack, group),
        ...(args.flag('include_users') ? { users: group.users } : {}),
      })),
    }),
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run: ({ slack, args }) => {
      const group = slack.world.groups.get(args.need('usergroup'));
      if (group === undefined) throw new SlackFailure('no_such_subteam');
      return { users: group.users };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run: ({ slack, args }) => {
      const { app } = slack.world;
      if ((args.text('bot') ?? app.botId) !== app.botId) throw new SlackFailure('bot_not_found');
      return {
        bot: { id: app.botId, deleted: false, name: app.name, app_id: app.id, user_id: app.botUserId, icons: {} },
      };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run: ({ slack }) => ({ team: { ...slack.world.team, email_domain: '', enterprise_id: null } }),
  },
  'reactions.add': { scopes: ['reactions:write'], takesJson: true, run: reactionsAdd },
};
