/** The use case of a chat: claim, wait, ask with the thread's earlier questions, remember. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Question, Turn } from '../domain.ts';
import { describeCause, type Log } from '../log.ts';
import type { FeedbackLog, HistoryStore } from '../ports.ts';
import type { Conversations, Incoming, Outcome } from './conversations.ts';
import { createInOrder } from './in-order.ts';
import { createQueue, type QueueLimits } from './queue.ts';
import { createRateLimit } from './rate-limit.ts';
import { within } from './within.ts';
import { failedWith, HOW_TO_ASK, QUEUE_FULL, RESTARTING, tooLong, tooMany } from './wording.ts';

export interface ConversationLimits extends QueueLimits {
  /** Of one user, in any window. */
  questions: number;
  windowMs: number;
  /** Characters of a question. */
  maxLength: number;
  /** How long after a question an edit of it is answered. */
  editMs: number;
  /** How long an answer may take. */
  answerMs: number;
}

export interface ConversationsOptions {
  /** Answers from a document set, the default one when it has no name. */
  ask(question: Question, documents: string | undefined): Promise<Answer>;
  /** Must not reject. */
  store: HistoryStore;
  limits: ConversationLimits;
  feedback?: FeedbackLog | undefined;
  log: Log;
  /** Whether questions may stand in the log. */
  logText: boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Handles what the platforms deliver. */
export function createConversations(options: ConversationsOptions): Conversations {
  const { store, limits, feedback, log, logText, now } = options;
  const queue = createQueue(limits);
  const rate = createRateLimit(limits, now);
  const inOrder = createInOrder();
  /** Messages whose question waits or is being answered here. */
  const pending = new Map<string, number>();
  const begun = new Set<Promise<Outcome>>();
  let isDraining = false;

  /** A message that got no answer may be edited into one that does. */
  const openMark = ({ message }: Incoming) => `open ${message}`;

  async function decline(incoming: Incoming, text: string): Promise<Outcome> {
    await store.claim(openMark(incoming));
    return { kind: 'declined', text };
  }

  async function fail(incoming: Incoming, error: unknown): Promise<Outcome> {
    await store.claim(openMark(incoming));
    const reference = randomBytes(4).toString('hex');
    const text = incoming.text.trim();
    const shown = logText ? `${describeCause(error)} Question: ${text}` : describeCause(error, text);
    log.line(`A question failed, reference ${reference}: ${shown}`);
    return { kind: 'failed', text: failedWith(reference), reference };
  }

  /** Asks and remembers. The turn of the same message, when it was edited, is replaced. */
  async function answer(incoming: Incoming): Promise<Outcome> {
    const { message, thread, documents } = incoming;
    const question = incoming.text.trim();
    const turns = await store.turns(thread);
    const at = turns.findIndex((turn) => turn.message === message);
    const history = turns.slice(0, at < 0 ? turns.length : at).map((turn) => turn.question);
    const slow = `There was no answer within ${limits.answerMs} ms.`;
    const given = await within(limits.answerMs, options.ask({ text: question, history }, documents), slow);
    const reference = randomUUID();
    const user = await store.pseudonym(incoming.user);
    const askedAt = turns[at]?.askedAt ?? now();
    await store.save({ reference, message, thread, user, question, answer: given, askedAt });
    log.line(
      `A question was answered in ${Math.round(given.timings.totalMs)} ms: ${given.status}${logText ? `: ${question}` : ''}`,
    );
    if (given.status === 'not-found') await keep(feedback?.unanswered({ question, user: incoming.user, documents }));
    return { kind: 'answer', answer: given, reference };
  }

  /** Waits for something to be written to the feedback log; that it can't be is not the user's concern. */
  async function keep(writing: Promise<void> | undefined): Promise<void> {
    await writing?.catch((error) => log.line(`The feedback log can't be written: ${describeCause(error)}`));
  }

  /** Runs `work` in its turn. A message that is refused for want of room is declined. */
  function enqueue(incoming: Incoming, work: () => Promise<Outcome>): Promise<Outcome> {
    const { user, thread, message } = incoming;
    return new Promise((resolve) => {
      const run = async () => {
        resolve(await work().catch((error) => fail(incoming, error)));
        const others = (pending.get(message) ?? 1) - 1;
        if (others > 0) pending.set(message, others);
        else pending.delete(message);
      };
      pending.set(message, (pending.get(message) ?? 0) + 1);
      if (queue.add({ user, thread, run })) return;
      pending.delete(message);
      resolve(decline(incoming, QUEUE_FULL));
    });
  }

  /** Why this can't be asked, or undefined. Counts the question against its user's limit. */
  function refusal({ text, user }: Incoming): string | undefined {
    const length = text.trim().length;
    if (length === 0) return HOW_TO_ASK;
    if (length > limits.maxLength) return tooLong(length, limits.maxLength);
    const waitMs = rate.take(user);
    return waitMs > 0 ? tooMany(limits, waitMs) : undefined;
  }

  async function begin(incoming: Incoming): Promise<{ outcome: Promise<Outcome> }> {
    const isNew = (await store.claim(`event ${incoming.event}`)) && (await store.claim(`message ${incoming.message}`));
    if (!isNew) return { outcome: Promise.resolve({ kind: 'duplicate' }) };
    const refused = refusal(incoming);
    if (refused !== undefined) return { outcome: decline(incoming, refused) };
    return { outcome: enqueue(incoming, () => answer(incoming)) };
  }

  async function turnOf({ thread, message }: Incoming): Promise<Turn | undefined> {
    return (await store.turns(thread)).find((turn) => turn.message === message);
  }

  async function beginEdit(incoming: Incoming, receivedAt: number): Promise<{ outcome: Promise<Outcome> }> {
    const duplicate = { outcome: Promise.resolve<Outcome>({ kind: 'duplicate' }) };
    if (incoming.text.trim() === '' || !(await store.claim(`event ${incoming.event}`))) return duplicate;
    // Most edits that platforms deliver are of messages that were never for the bot: these must not be told anything.
    const isKnown = pending.has(incoming.message) || (await turnOf(incoming)) !== undefined;
    const isOpen = !isKnown && (await store.release(openMark(incoming)));
    if (!isKnown && !isOpen) return duplicate;
    const work = async (): Promise<Outcome> => {
      const replaced = await turnOf(incoming);
      const isOver = replaced !== undefined && receivedAt - replaced.askedAt > limits.editMs;
      if (isOver || replaced?.question === incoming.text.trim()) return { kind: 'duplicate' };
      const refused = refusal(incoming);
      return refused === undefined ? answer(incoming) : decline(incoming, refused);
    };
    return { outcome: enqueue(incoming, work) };
  }

  /** Takes it up in the order of its thread, and waits for what comes of it. */
  function handle(incoming: Incoming, start: () => Promise<{ outcome: Promise<Outcome> }>): Promise<Outcome> {
    if (isDraining) return Promise.resolve({ kind: 'declined', text: RESTARTING });
    const outcome = inOrder(incoming.thread, start)
      .then((started) => started.outcome)
      .catch((error) => fail(incoming, error));
    begun.add(outcome);
    void outcome.then(() => begun.delete(outcome));
    return outcome;
  }

  return {
    ask: (incoming) => handle(incoming, () => begin(incoming)),
    edit(incoming) {
      const receivedAt = now();
      return handle(incoming, () => beginEdit(incoming, receivedAt));
    },
    remembers: async (thread) => (await store.turns(thread)).length > 0,
    recall: (reference) => store.find(reference),
    claim: (id) => store.claim(`once ${id}`),
    async feedback(given) {
      if (feedback === undefined) return;
      const question = (await store.find(given.reference))?.question;
      await keep(feedback.reaction({ ...given, question }));
    },
    async drain() {
      isDraining = true;
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
