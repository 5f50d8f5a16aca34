/** Questions asked and edited in chats, and the messages that answer them. */

import type { Conversations, Incoming, Outcome } from '../../conversations/conversations.ts';
import type { Citation } from '../../domain.ts';
import { describeCause, type Log } from '../../log.ts';
import { createReply } from '../reply.ts';
import type { IncomingActivity, OutgoingActivity } from './activities.ts';
import type { Connector } from './bot-framework.ts';
import { type Rendering, renderReply, textMessage } from './messages.ts';
import { questionOf } from './question-text.ts';
import { statusOf } from './retries.ts';
import type { SentMessages } from './sent.ts';

export interface TurnOptions {
  connector: Connector;
  conversations: Conversations;
  sent: SentMessages;
  rendering: Omit<Rendering, 'userId'>;
  log: Log;
  linkTo?(citation: Citation): string | undefined;
}

export interface Turns {
  /** Answers a message. Never rejects. */
  answer(activity: IncomingActivity): Promise<void>;
  /** Answers an edited message again, in the place of its first answer. Never rejects. */
  answerAgain(activity: IncomingActivity): Promise<void>;
}

/** Milliseconds: Teams shows the typing indicator for a few seconds only. */
const TYPING_INTERVAL = 4000;
/** Milliseconds that an answer waits for its typing indicator to be out, lest that comes after it. */
const TYPING_PATIENCE = 1500;

/** Who asks, the same in every chat with them. */
export function userOf({ address: { user } }: IncomingActivity): string {
  return `teams:${user.aadObjectId ?? user.id}`;
}

/** The question as `conversations` wants it. A channel's conversation id names the thread in it. */
function incomingOf(activity: IncomingActivity): Incoming {
  const thread = `teams:${activity.address.conversation.id}`;
  const message = `${thread}:${activity.id}`;
  return { event: message, message, thread, user: userOf(activity), text: questionOf(activity) };
}

/** Creates the handlers of questions. */
export function createTurns({ connector, conversations, sent, rendering, log, linkTo }: TurnOptions): Turns {
  /** Shows the typing indicator until `work` is done. */
  async function whileTyping<T>({ address }: IncomingActivity, work: Promise<T>): Promise<T> {
    // Nobody misses an indicator that fails: the answer comes all the same.
    const show = () => connector.send(address, { type: 'typing' }).catch(() => '');
    const first = show();
    const timer = setInterval(show, TYPING_INTERVAL);
    try {
      const result = await work;
      await Promise.race([first, new Promise((resolve) => setTimeout(resolve, TYPING_PATIENCE).unref())]);
      return result;
    } finally {
      clearInterval(timer);
    }
  }

  /** The forms in which an outcome can be sent, the best first. None when nothing is to be said. */
  function formsOf(outcome: Outcome, { address }: IncomingActivity): OutgoingActivity[][] {
    if (outcome.kind === 'duplicate') return [];
    if (outcome.kind !== 'answer') return [[textMessage(outcome.text)]];
    const reply = createReply(outcome.answer, linkTo ? { linkTo } : {});
    const shape = { ...rendering, userId: address.user.id };
    return [renderReply(reply, shape), renderReply(reply, { ...shape, plain: true })];
  }

  /** Puts messages where earlier ones stand, sends the others, takes away what is left. Resolves to their ids. */
  async function put(
    messages: readonly OutgoingActivity[],
    { address, id }: IncomingActivity,
    earlier: readonly string[],
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, message] of messages.entries()) {
      const activity = { ...message, replyToId: id };
      const old = earlier[index];
      if (old !== undefined) await connector.update(address, old, activity);
      ids.push(old ?? (await connector.send(address, activity)));
    }
    for (const surplus of earlier.slice(messages.length)) await connector.remove(address, surplus);
    return ids;
  }

  /** Sends the best form that Teams accepts. A form that was refused for what it is leaves nothing behind. */
  async function deliver(outcome: Outcome, activity: IncomingActivity, message: string): Promise<void> {
    const reference = outcome.kind === 'answer' || outcome.kind === 'failed' ? outcome.reference : undefined;
    const earlier = sent.ofQuestion(message)?.ids ?? [];
    for (const messages of formsOf(outcome, activity)) {
      try {
        const ids = await put(messages, activity, earlier);
        const conversation = activity.address.conversation.id;
        const offered = outcome.kind === 'answer' ? outcome.answer.suggestions : [];
        sent.add({ message, conversation, ids, reference: outcome.kind === 'answer' ? reference : undefined, offered });
        return;
      } catch (error) {
        log.line(
          `Teams: a reply could not be delivered (reference ${reference ?? 'none'}): ${statusOf(error) ?? 'no answer'}, ${describeCause(error)}`,
        );
        if (![400, 413].includes(statusOf(error) ?? 0)) return;
      }
    }
  }

  const latest = new Map<string, Promise<void>>();

  /** Does one thing after the other for each question, lest an answer overtakes that of a later edit. */
  async function inTurn(message: string, work: () => Promise<void>): Promise<void> {
    const mine = (latest.get(message) ?? Promise.resolve()).then(work);
    latest.set(message, mine);
    await mine;
    if (latest.get(message) === mine) latest.delete(message);
  }

  return {
    answer(activity) {
      const incoming = incomingOf(activity);
      return inTurn(incoming.message, async () => {
        const outcome = await whileTyping(activity, conversations.ask(incoming));
        await deliver(outcome, activity, incoming.message);
      });
    },
    answerAgain(activity) {
      const incoming = incomingOf(activity);
      return inTurn(incoming.message, async () => {
        // An edit keeps its message's id; the time tells one edit from the next, and not from its own redelivery.
        const outcome = await conversations.edit({ ...incoming, event: `${incoming.event}:${activity.timestamp}` });
        await deliver(outcome, activity, incoming.message);
      });
    },
  };
}
