/** What people do with the app's commands, buttons, shortcuts and modals. */
import { type Slack, SlackFailure } from '../api/call.ts';
import type { ResponseUrls } from '../api/response-urls.ts';
import { changeView, showView, topView } from '../api/views.ts';
import { type Fields, isFields } from '../blocks/check.ts';
import type { Deliveries, Delivery, EnvelopeKind } from '../delivery/deliveries.ts';
import { type Choice, findClickable, stateOf } from './elements.ts';
import type { Channel, Message, User, View } from './model.ts';
import type { Triggers } from './triggers.ts';
import { submission } from './view-state.ts';
import { wireMessage, wireView } from './wire.ts';

/** What came of an interaction. Without an acknowledgement in time the person sees that something went wrong. */
export interface Interaction {
  isAcknowledged: boolean;
  triggerId: string;
  responseUrl: string | undefined;
  /** What the app acknowledged with. */
  response: unknown;
  delivery: Delivery;
}

export interface Interactions {
  /** A slash command: `text` is what follows the command. */
  slash: (user: User, channel: Channel, command: string, text?: string) => Promise<Interaction>;
  /** Clicks what has this action id or label, in a message the user can see or in the view on top. */
  click: (user: User, where: Message | View, wanted: string, choice?: Choice) => Promise<Interaction>;
  /** A message shortcut, or with no message a global one. */
  shortcut: (user: User, callbackId: string, message?: Message) => Promise<Interaction>;
  /** Submits the modal on top; `values` by block id, action id or label. Throws where Slack's client would not let it go. */
  submitView: (user: User, values?: Record<string, string | readonly string[]>) => Promise<Interaction>;
  /** Closes the modal on top. */
  closeView: (user: User) => Promise<Interaction | undefined>;
  /** Asks an external menu for options. */
  suggest: (user: User, where: Message | View, wanted: string, typedText: string) => Promise<Interaction>;
}

interface Parts {
  slack: Slack;
  deliveries: Deliveries;
  triggers: Triggers;
  responseUrls: ResponseUrls;
}

function isView(where: Message | View): where is View {
  return 'content' in where;
}

export function createInteractions({ slack, deliveries, triggers, responseUrls }: Parts): Interactions {
  const { world } = slack;

  async function send(kind: EnvelopeKind, payload: Fields): Promise<Interaction> {
    const delivery = await deliveries.send(kind, payload).done;
    const { response } = delivery;
    return {
      isAcknowledged: delivery.state === 'acknowledged',
      triggerId: String(payload.trigger_id),
      responseUrl: payload.response_url as string | undefined,
      response,
      delivery,
    };
  }

  function common(type: string, user: User): Fields {
    return {
      type,
      token: world.app.verificationToken,
      api_app_id: world.app.id,
      team: { id: world.team.id, domain: world.team.domain },
      user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: triggers.create(user),
    };
  }

  function channelOf(message: Message): Channel {
    return world.channels.get(message.channel) as Channel;
  }

  function shown(channel: Channel): Fields {
    return {
      id: channel.id,
      name: channel.kind === 'im' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name,
    };
  }

  function ensureSees(user: User, message: Message): void {
    const isMember = channelOf(message).members.has(user.id);
    if (message.isDeleted || !isMember || (message.ephemeralFor !== undefined && message.ephemeralFor !== user.id)) {
      throw new Error(`${user.name} does not see the message ${message.ts}`);
    }
  }

  /** Where something was clicked, as payloads say it. */
  function placeOf(user: User, where: Message | View): Fields {
    if (isView(where)) {
      if (!where.isOpen || where.user !== user.id) throw new Error(`${user.name} does not see the view ${where.id}`);
      return { container: { type: 'view', view_id: where.id }, view: wireView(world, where) };
    }
    ensureSees(user, where);
    const channel = channelOf(where);
    const isEphemeral = where.ephemeralFor !== undefined;
    return {
      container: {
        type: 'message',
        message_ts: where.ts,
        channel_id: channel.id,
        is_ephemeral: isEphemeral,
        ...(where.threadTs === undefined ? {} : { thread_ts: where.threadTs }),
      },
      channel: shown(channel),
      // Slack leaves out what an ephemeral message said.
      ...(isEphemeral ? {} : { message: wireMessage(world, where, slack.url()) }),
      state: { values: {} },
      response_url: responseUrls.create({ channel: channel.id, user: user.id, original: where }),
    };
  }

  const blocksOf = (where: Message | View) => (isView(where) ? where.content.blocks : (where.blocks ?? []));

  /** What the app answered to a submitted modal. */
  function afterSubmit(view: View, response: unknown): void {
    const answer = isFields(response) ? response : {};
    if (answer.response_action === 'errors') {
      const errors = answer.errors as Record<string, string>;
      const ids = view.content.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
      const unknown = Object.keys(errors).filter((id) => !ids.includes(id));
      // Slack's client then shows only that it had trouble connecting.
      if (unknown.length > 0) throw new SlackFailure('invalid_errors', { unknown });
      view.errors = errors;
      world.record({ kind: 'view', via: 'ack', user: view.user, view, blocks: view.content.blocks });
      return;
    }
    if (answer.response_action === 'update') {
      changeView(slack, 'ack', view, answer.view);
      return;
    }
    if (answer.response_action === 'push') {
      showView(slack, 'ack', view.user, answer.view, view);
      return;
    }
    view.isOpen = false;
    if (answer.response_action === 'clear' || view.content.clear_on_close === true) {
      for (const other of world.views.values()) if (other.rootId === view.rootId) other.isOpen = false;
    }
    world.changes.happened();
  }

  return {
    slash: async (user, channel, command, text = '') => {
      if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
      const interaction = await send('slash_commands', {
        token: world.app.verificationToken,
        team_id: world.team.id,
        team_domain: world.team.domain,
        channel_id: channel.id,
        channel_name: shown(channel).name,
        user_id: user.id,
        user_name: user.name,
        command,
        text,
        api_app_id: world.app.id,
        is_enterprise_install: 'false',
        response_url: responseUrls.create({ channel: channel.id, user: user.id }),
        trigger_id: triggers.create(user),
      });
      const { response } = interaction;
      const fields = typeof response === 'string' ? { text: response } : response;
      if (
        interaction.isAcknowledged &&
        isFields(fields) &&
        (fields.text !== undefined || fields.blocks !== undefined)
      ) {
        responseUrls.respond('ack', { channel: channel.id, user: user.id, original: undefined }, fields);
      }
      return interaction;
    },
    click: async (user, where, wanted, choice = {}) => {
      const { element, block } = findClickable(blocksOf(where), wanted);
      const action = {
        action_id: element.action_id,
        block_id: block.block_id,
        ...stateOf(element, choice),
        action_ts: world.nextTs(),
      };
      return await send('interactive', {
        ...common('block_actions', user),
        ...placeOf(user, where),
        actions: [action],
      });
    },
    shortcut: async (user, callbackId, message) => {
      if (message === undefined) {
        return await send('interactive', {
          ...common('shortcut', user),
          callback_id: callbackId,
          action_ts: world.nextTs(),
        });
      }
      ensureSees(user, message);
      const channel = channelOf(message);
      return await send('interactive', {
        ...common('message_action', user),
        callback_id: callbackId,
        action_ts: world.nextTs(),
        message_ts: message.ts,
        channel: shown(channel),
        message: wireMessage(world, message, slack.url()),
        response_url: responseUrls.create({ channel: channel.id, user: user.id, original: message }),
      });
    },
    submitView: async (user, values = {}) => {
      const view = topView(world, user.id);
      if (view === undefined) throw new Error(`${user.name} has no modal open`);
      const state = submission(view, values);
      const payload = { ...common('view_submission', user), view: wireView(world, view, state), response_urls: [] };
      const interaction = await send('interactive', payload);
      if (interaction.isAcknowledged) afterSubmit(view, interaction.response);
      return interaction;
    },
    closeView: async (user) => {
      const view = topView(world, user.id);
      if (view === undefined) throw new Error(`${user.name} has no modal open`);
      view.isOpen = false;
      if (view.content.notify_on_close !== true) return undefined;
      return await send('interactive', {
        ...common('view_closed', user),
        view: wireView(world, view),
        is_cleared: false,
      });
    },
    suggest: async (user, where, wanted, typedText) => {
      const { element, block } = findClickable(blocksOf(where), wanted);
      return await send('interactive', {
        ...common('block_suggestion', user),
        ...placeOf(user, where),
        action_id: element.action_id,
        block_id: block.block_id,
        value: typedText,
      });
    },
  };
}
