/** Slack: starts the app, says what is wrong when it can't, and stops without losing a reply. */
import { App, webApi } from '@slack/bolt';
import type { SlackConfig } from '../../config/slack.ts';
import type { Surface, SurfaceOptions } from '../../conversations/surface.ts';
import { AppError } from '../../errors.ts';
import { createAccess } from './access.ts';
import { createAsking } from './asking.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { callSafely, type Pace, SLACK_PACE } from './calls.ts';
import { describeSlackFailure, failureOf, isAboutToken } from './failures.ts';
import { createHttpLink, createSocketLink, EVENTS_PATH, type LinkOptions } from './link.ts';
import { listen } from './listeners.ts';
import { createPoster } from './poster.ts';
import { createSessions } from './sessions.ts';

/** Milliseconds until a call to Slack is given up. */
const CALL_TIME = 15_000;
/** Milliseconds that stopping waits for replies: longer than Slack asks anybody to wait, shorter than supervisors do. */
const DRAIN_TIME = 20_000;

/** A client that makes each call once: what may be repeated is decided where it is known what the call does. */
function clientOptionsOf({ apiUrl }: SlackConfig): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIME,
    // For response_urls, which are called without the client's time limit.
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_TIME) }),
  };
}

function startError(error: unknown, variable: string, hint: string): AppError {
  const why = describeSlackFailure(error);
  return isAboutToken(failureOf(error))
    ? new AppError('SLACK_REFUSED', `Slack refuses ${variable} (${why}).`, { hint, cause: error })
    : new AppError('SLACK_UNREACHABLE', `Slack could not be reached with ${variable} (${why}).`, {
        hint: 'Check the network and SLACK_API_URL, and start again.',
        cause: error,
      });
}

/** Slack as `npm start` runs it: Socket Mode with an app token, else HTTP with a signing secret. */
export function createSlackSurface(options: SurfaceOptions<SlackConfig>, pace: Pace = SLACK_PACE): Surface {
  const { config, conversations, corpusSummary, log, linkTo } = options;
  const logger = createBoltLogger(log);
  const clientOptions = () => ({ ...clientOptionsOf(config), logger });
  const linkOptions: LinkOptions = { clientOptions, logger, log };
  const http = config.appToken ? undefined : createHttpLink(config.signingSecret ?? '', linkOptions);
  const link = http ?? createSocketLink(config.appToken ?? '', linkOptions);
  const client = new webApi.WebClient(config.botToken, clientOptions());
  /** What is being handled. Bolt does not wait for it when it stops. */
  const underWay = new Set<Promise<unknown>>();
  let isStopped = false;

  async function start(): Promise<void> {
    const found = await callSafely(pace, () => client.auth.test(), 'repeatable').catch((error) => {
      throw startError(
        error,
        'SLACK_BOT_TOKEN',
        'Copy the Bot User OAuth Token from OAuth & Permissions of your Slack app.',
      );
    });
    const workspace = {
      team: found.team_id ?? '',
      enterprise: found.enterprise_id,
      botUser: found.user_id ?? '',
    };
    const app = new App({
      receiver: link.receiver,
      token: config.botToken,
      botId: found.bot_id ?? '',
      botUserId: workspace.botUser,
      clientOptions: clientOptions(),
      logger,
      convoStore: false,
    });
    app.use(async ({ next }) => {
      const handled = next();
      underWay.add(handled);
      await handled.finally(() => underWay.delete(handled));
    });
    const poster = createPoster(client, { log, pace, botUser: workspace.botUser });
    listen(app, {
      client,
      poster,
      log,
      pace,
      linkTo,
      config,
      conversations,
      corpusSummary,
      workspace,
      access: createAccess(client, { config, log, workspace }),
      asking: createAsking(conversations, log),
      sessions: createSessions(),
    });
    await callSafely(pace, link.open, 'repeatable').catch((error) => {
      throw startError(
        error,
        'SLACK_APP_TOKEN',
        'Create an app-level token with connections:write under Basic Information.',
      );
    });
  }

  async function drain(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    name: http ? 'Slack (HTTP)' : 'Slack (Socket Mode)',
    routes: http ? { [EVENTS_PATH]: http.route } : {},
    start,
    isReady: () => !isStopped && link.isOpen(),
    async stop() {
      isStopped = true;
      await link.close();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, DRAIN_TIME);
      });
      await Promise.race([drain(), late]);
      clearTimeout(timer);
    },
  };
}
