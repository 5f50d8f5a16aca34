/** The two ways in: a WebSocket that is dialled (Socket Mode), or requests on the HTTP port. */
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Route } from '../../conversations/surface.ts';
import type { Log } from '../../log.ts';
import { sleep } from './calls.ts';
import { describeSlackFailure, failureOf, isAboutToken } from './failures.ts';

export interface Link {
  receiver: Receiver;
  /** Rejects when Slack can't be reached or won't have us. */
  open(): Promise<void>;
  isOpen(): boolean;
  /** Takes nothing new. */
  close(): Promise<void>;
}

export interface LinkOptions {
  /** A fresh object for each client: they write into it. */
  clientOptions(): webApi.WebClientOptions;
  logger: Logger;
  log: Log;
}

/** Milliseconds until Slack must have greeted us, and until it must have taken our leave. */
const GREETING_TIME = 30_000;
const LEAVING_TIME = 2_000;
/** Milliseconds before a lost connection is dialled again: at once, then ever later, a minute at most. */
const FIRST_DELAY = 100;
const SLOWER = 3;
const LAST_DELAY = 60_000;

function whyLost(error: unknown): string {
  const what = describeSlackFailure(error);
  return isAboutToken(failureOf(error))
    ? `Slack refuses SLACK_APP_TOKEN (${what}). Until that is mended nobody is answered in Slack.`
    : `Slack can't be reached (${what}).`;
}

/** A logger that leaves out what is said of connections here already. */
function withoutConnections(logger: Logger): Logger {
  const other =
    (write: (...parts: unknown[]) => void) =>
    (first: unknown, ...more: unknown[]) => {
      if (!/^(?:WebSocket error|Failed to retrieve a new WSS URL|http request failed)/.test(String(first)))
        write(first, ...more);
    };
  return { ...logger, warn: other(logger.warn), error: other(logger.error) };
}

/**
 * Socket Mode. The connection is kept up here and not by Slack's client, which ends the process when a new connection
 * fails or the token has been revoked: that is reported, and tried again.
 */
export function createSocketLink(appToken: string, { clientOptions, logger, log }: LinkOptions): Link {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: withoutConnections(logger),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions() },
  });
  const { client } = receiver;
  let isOpen = false;
  let isClosing = false;

  async function dial(): Promise<void> {
    const timer = setTimeout(() => void client.disconnect(), GREETING_TIME);
    try {
      await client.start();
      isOpen = true;
    } catch (error) {
      // A socket that breaks before the greeting rejects with nothing.
      throw error ?? new Error('The connection was closed before it was ready.');
    } finally {
      clearTimeout(timer);
    }
  }

  async function redial(): Promise<void> {
    let told = '';
    for (let tried = 0; !isClosing; tried++) {
      await sleep(Math.min(FIRST_DELAY * SLOWER ** tried, LAST_DELAY) * (1 + Math.random() / 4));
      if (isClosing) return;
      try {
        await dial();
        if (told !== '') log.line('Slack is connected again.');
        return;
      } catch (error) {
        const why = whyLost(error);
        if (why !== told) log.line(`${why} Trying again until it works.`);
        told = why;
      }
    }
  }

  client.on('disconnected', () => {
    if (!isOpen) return;
    isOpen = false;
    if (!isClosing) void redial();
  });

  return {
    receiver,
    open: dial,
    isOpen: () => isOpen,
    async close() {
      isClosing = true;
      if (isOpen) await Promise.race([client.disconnect(), sleep(LEAVING_TIME)]);
    },
  };
}

export const EVENTS_PATH = '/slack/events';

/** HTTP: `route` is served at `EVENTS_PATH` on the shared port. Requests with a bad signature get 401. */
export function createHttpLink(signingSecret: string, { logger }: LinkOptions): Link & { route: Route } {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [EVENTS_PATH], logger });
  let isOpen = false;
  return {
    receiver,
    open: async () => {
      isOpen = true;
    },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false;
    },
    route(request, response) {
      if (!isOpen || request.method !== 'POST') {
        // Slack delivers again what gets a 503.
        response.writeHead(request.method === 'POST' ? 503 : 405, { allow: 'POST' }).end();
        return;
      }
      receiver.requestListener(request, response);
    },
  };
}
