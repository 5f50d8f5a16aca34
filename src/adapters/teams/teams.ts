/** Microsoft Teams: personal chats, channels and group chats, and the search beside the compose box. */
import type { TeamsConfig } from '../../config/teams.ts';
import type { Surface, SurfaceOptions } from '../../conversations/surface.ts';
import { AppError } from '../../errors.ts';
import { describeCause } from '../../log.ts';
import type { IncomingActivity } from './activities.ts';
import { type Connector, createBotConnector } from './bot-framework.ts';
import { createEndpoint } from './endpoint.ts';
import { search } from './extension.ts';
import { keepFeedback } from './feedback.ts';
import { mentionsBot, questionOf } from './question-text.ts';
import { createSentMessages } from './sent.ts';
import { createTurns } from './turns.ts';
import { isWelcomeDue, welcomeMessage } from './welcome.ts';

/**
 * Creates the surface: one route, `/api/messages`. With credentials it serves one tenant; without, this machine only,
 * for the Microsoft 365 Agents Playground. Throws `CONFIG_INVALID` when the certificate's key can't be read.
 */
export function createTeamsSurface(
  options: SurfaceOptions<TeamsConfig>,
  connector: Connector = createBotConnector(options.config),
): Surface {
  const { config, conversations, log } = options;
  const isPlayground = config.credentials === undefined;
  const sent = createSentMessages();
  const links = options.linkTo ? { linkTo: options.linkTo } : {};
  const turns = createTurns({
    connector,
    conversations,
    sent,
    rendering: { sensitivity: config.sensitivity, isPlayground },
    log,
    ...links,
  });
  const running = new Set<Promise<void>>();
  let state: 'new' | 'started' | 'stopping' = 'new';

  /** Personal chats are all for the bot; elsewhere it answers when it is named, or a question that it offered. */
  const isForBot = (activity: IncomingActivity) => {
    const { id, conversationType } = activity.address.conversation;
    const isPersonal = conversationType === undefined || conversationType === 'personal';
    return isPersonal || mentionsBot(activity) || sent.wasOffered(id, questionOf(activity));
  };

  async function greet(activity: IncomingActivity): Promise<void> {
    const summary = options.corpusSummary();
    const { id: conversation } = activity.address.conversation;
    const id = await connector.send(activity.address, welcomeMessage(summary, activity));
    sent.add({ message: id, conversation, ids: [id], reference: undefined, offered: summary.examples });
  }

  async function handle(activity: IncomingActivity): Promise<void> {
    if (await isWelcomeDue(activity, { conversations, isPlayground })) await greet(activity);
    else if (activity.type === 'message' && isForBot(activity)) await turns.answer(activity);
    else if (activity.type === 'messageUpdate' && activity.eventType === 'editMessage' && isForBot(activity))
      await turns.answerAgain(activity);
  }

  /** Does what a request asks for, and lets `stop` wait for it. */
  async function track(work: Promise<void>): Promise<void> {
    const tracked = work.catch((error) => {
      log.line(`Teams: an activity could not be handled: ${describeCause(error)}`);
    });
    running.add(tracked);
    await tracked;
    running.delete(tracked);
  }

  async function invoke(activity: IncomingActivity): Promise<object | undefined> {
    if (activity.name === 'composeExtension/query') return search(activity, { conversations, ...links });
    if (activity.name !== 'message/submitAction') return undefined;
    if (!(await keepFeedback(activity, { conversations, sent })))
      log.line('Teams: a rating belongs to no answer that is still known, and was not kept.');
    return {};
  }

  const serveMessages = createEndpoint({
    connector,
    tenantId: config.credentials?.tenantId,
    handle: (activity) => track(handle(activity)),
    invoke,
    isStopping: () => state === 'stopping',
    log,
  });

  return {
    name: isPlayground ? 'Teams (this machine only, for the Microsoft 365 Agents Playground)' : 'Teams',
    routes: { '/api/messages': serveMessages },
    async start() {
      state = 'started';
      try {
        await connector.checkCredentials();
      } catch (error) {
        if (error instanceof AppError) throw error;
        // Questions can arrive before Microsoft's token service can be reached again.
        log.line(`Teams: the credentials could not be checked: ${describeCause(error)}`);
      }
    },
    isReady: () => state === 'started',
    async stop() {
      state = 'stopping';
      while (running.size > 0) await Promise.all(running);
    },
  };
}
