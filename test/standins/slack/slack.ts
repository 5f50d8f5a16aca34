/** Slack's cloud on loopback, for tests of a real app. README.md says how to use it. */
import type { Slack } from './api/call.ts';
import { createFaults, type Faults } from './api/faults.ts';
import { createFiles } from './api/files.ts';
import { createResponseUrls } from './api/response-urls.ts';
import { createSlackServer } from './api/server.ts';
import { type CallRecord, createWebApi } from './api/web-api.ts';
import type { Fields } from './blocks/check.ts';
import { createDeliveries, type Delivery, SLACK_TIMES, type Times } from './delivery/deliveries.ts';
import { createHttpDelivery, type HttpDelivery } from './delivery/http.ts';
import { createSockets, type Sockets } from './delivery/socket.ts';
import { type Actions, createActions } from './world/actions.ts';
import { createInteractions, type Interactions } from './world/interactions.ts';
import type { Channel, Message, Post, User } from './world/model.ts';
import { createTriggers } from './world/triggers.ts';
import { eventBody } from './world/wire.ts';
import { createWorld, type World } from './world/world.ts';

export interface SlackOptions {
  /** Where Slack sends events and interactions; without it, over Socket Mode. */
  requestUrl?: string;
  /** Times other than Slack's, to make tests short. */
  times?: Partial<Times>;
}

export interface ReplyOptions {
  /** In milliseconds. */
  within?: number;
  /** Which message counts; every one otherwise. */
  where?: (message: Message) => boolean;
}

export interface SlackStandIn extends Actions, Interactions {
  world: World;
  /** The stand-in's address, and the API's (`SLACK_API_URL`). */
  url: string;
  apiUrl: string;
  faults: Faults;
  sockets: Sockets;
  /** HTTP delivery; there only with `requestUrl`. */
  http: HttpDelivery | undefined;
  /** Everything the app did, in order. */
  posts: Post[];
  /** Every Web API call, in order. */
  calls: CallRecord[];
  /** Everything sent to the app. */
  deliveries: Delivery[];
  /** The app's next message after `message` in its conversation, once it is no longer being streamed. */
  nextReply: (message: Message, options?: ReplyOptions) => Promise<Message>;
  /** The next thing the app does, from `from` posts on, that passes. */
  nextPost: (where: (post: Post) => boolean, options?: { within?: number; from?: number }) => Promise<Post>;
  /** When nothing is under way, and nothing has happened for `quiet` milliseconds. */
  settled: (options?: { quiet?: number; within?: number }) => Promise<void>;
  /** What a viewer sees of a channel or thread now, in order. */
  visible: (channel: Channel, viewer: User, thread?: Message) => Message[];
  /** Sends an event that no action makes: `app_uninstalled`, say. */
  sendEvent: (event: Fields, channel?: Channel) => Delivery;
  close: () => Promise<void>;
}

/** Which subscription an event needs. */
function subscription(event: Fields): string {
  if (event.type !== 'message') return String(event.type);
  return (
    { channel: 'message.channels', group: 'message.groups', im: 'message.im' }[String(event.channel_type)] ??
    'message.mpim'
  );
}

export async function createSlack({ requestUrl, times: given = {} }: SlackOptions = {}): Promise<SlackStandIn> {
  const times = { ...SLACK_TIMES, ...given };
  const world = createWorld();
  const { changes, app, posts } = world;
  const sockets = createSockets({ ackTime: times.ack, changes, appId: app.id });
  const http = requestUrl === undefined ? undefined : createHttpDelivery({ url: requestUrl, app, ackTime: times.ack });
  const deliveries = createDeliveries({ transport: http?.transport ?? sockets.transport, times, changes });
  const triggers = createTriggers(times.trigger);
  const faults = createFaults();

  const sendEvent: SlackStandIn['sendEvent'] = (event, channel) =>
    deliveries.send('events_api', eventBody(world, event, channel));
  const server = createSlackServer(() => ({ api, faults, files, responseUrls, sockets, happened: changes.happened }));
  const slack: Slack = {
    world,
    sockets,
    url: server.url,
    event: (event, channel) => {
      // An app hears only of conversations it is in, and only what it subscribes to.
      if (channel !== undefined && !channel.members.has(app.botUserId)) return;
      const tokens = event.type === 'app_uninstalled' || event.type === 'tokens_revoked';
      if (tokens || (app.tokenState === 'valid' && app.events.has(subscription(event)))) sendEvent(event, channel);
    },
    useTrigger: triggers.use,
  };
  const files = createFiles(() => slack);
  const api = createWebApi(slack, files.methods);
  const responseUrls = createResponseUrls(slack, times.responseUrl);
  await server.listen();

  function isReply(message: Message, to: Message): boolean {
    if (!message.isBot || message.isDeleted || message.isStreaming || message.ts <= to.ts) return false;
    return message.threadTs === undefined ? to.threadTs === undefined : message.threadTs === (to.threadTs ?? to.ts);
  }

  return {
    ...createActions(slack),
    ...createInteractions({ slack, deliveries, triggers, responseUrls }),
    world,
    url: server.url(),
    apiUrl: `${server.url()}/api/`,
    faults,
    sockets,
    http,
    posts,
    calls: api.calls,
    deliveries: deliveries.all,
    sendEvent,
    nextReply: (to, { within = 5000, where = () => true } = {}) =>
      changes.until(
        `reply to "${to.text}"`,
        () => world.channels.get(to.channel)?.messages.find((message) => isReply(message, to) && where(message)),
        within,
      ),
    nextPost: (where, { within = 5000, from = 0 } = {}) =>
      changes.until('such post', () => posts.slice(from).find(where), within),
    settled: async ({ quiet = 100, within = 10_000 } = {}) => {
      const end = Date.now() + within;
      const count = () => posts.length + api.calls.length + deliveries.all.length;
      for (let before = -1; before !== count(); ) {
        await changes.until(
          'quiet',
          () => (server.busy() + deliveries.busy() === 0 ? true : undefined),
          Math.max(end - Date.now(), 0),
        );
        before = count();
        // Quiet is that nothing comes for a while: the only wait here that is not for an event.
        await changes.until('news', () => (count() === before ? undefined : true), quiet).catch(() => undefined);
        if (Date.now() > end) throw new Error(`Slack did not come to rest within ${within} ms`);
      }
    },
    visible: (channel, viewer, thread) =>
      channel.messages.filter((message) => {
        if (message.isDeleted || !channel.members.has(viewer.id)) return false;
        if (message.ephemeralFor !== undefined && message.ephemeralFor !== viewer.id) return false;
        if (thread !== undefined) return message.ts === thread.ts || message.threadTs === thread.ts;
        return message.threadTs === undefined || message.isBroadcast;
      }),
    close: async () => {
      await deliveries.close();
      if (http !== undefined) await sockets.transport.close();
      await server.close();
      changes.close();
    },
  };
}
