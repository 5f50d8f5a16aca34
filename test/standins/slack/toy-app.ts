/** Small real Bolt apps for the stand-in's own tests. */
import { App, HTTPReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { createSlack, type SlackOptions, type SlackStandIn } from './slack.ts';

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** The real client, without retries. */
export function createClient(
  slack: SlackStandIn,
  token = slack.world.app.botToken,
  options: webApi.WebClientOptions = {},
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: SILENT,
    ...options,
  });
}

/** A stand-in and a Bolt app on Socket Mode, connected. */
export async function startSocketApp(
  setUp: (app: App) => void,
  options: SlackOptions = {},
): Promise<{ slack: SlackStandIn; app: App; stop: () => Promise<void> }> {
  const slack = await createSlack(options);
  const { botToken, appToken } = slack.world.app;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  // The client waits this long before it connects again.
  const receiver = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    clientPingTimeout: 300,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: botToken, receiver, logger: SILENT, clientOptions });
  setUp(app);
  await app.start();
  await slack.sockets.connected();
  return {
    slack,
    app,
    stop: async () => {
      await app.stop();
      await slack.close();
    },
  };
}

/** A stand-in and a Bolt app that listens for HTTP on loopback. */
export async function startHttpApp(
  setUp: (app: App) => void,
  options: SlackOptions = {},
): Promise<{ slack: SlackStandIn; url: string; stop: () => Promise<void> }> {
  const slackBefore = await createSlack();
  const { signingSecret, botToken } = slackBefore.world.app;
  await slackBefore.close();
  const receiver = new HTTPReceiver({ signingSecret, logger: SILENT, port: 0 });
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/slack/events`;
  const slack = await createSlack({ requestUrl: url, ...options });
  const app = new App({ token: botToken, receiver, logger: SILENT, clientOptions: { slackApiUrl: slack.apiUrl } });
  setUp(app);
  return {
    slack,
    url,
    stop: async () => {
      await slack.close();
      await receiver.stop();
    },
  };
}

/** What a refused call was answered; throws when it went through. */
export async function failure(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (thrown: { data?: Record<string, unknown>; message: string }) => thrown.data ?? { error: thrown.message },
  );
  if (error === undefined) throw new Error('the call went through');
  return error;
}

/** Only the code. */
export async function code(call: Promise<unknown>): Promise<unknown> {
  return (await failure(call)).error;
}
