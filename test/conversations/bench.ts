/** Conversations over an `ask` of the test's own, with what tests need to look at. */
import type { Incoming, Outcome } from '../../src/conversations/conversations.ts';
import { type ConversationLimits, createConversations } from '../../src/conversations/create-conversations.ts';
import type { Answer, Question } from '../../src/domain.ts';
import { createMemoryHistory } from '../../src/history/memory.ts';
import type { FeedbackLog, HistoryStore } from '../../src/ports.ts';
import { answerOf } from '../adapters/cli/fake-shell.ts';
import { createClock, MINUTE_MS } from '../history/history-store.contract.ts';
import { createTestLog } from '../test-log.ts';

const LIMITS: ConversationLimits = {
  concurrency: 2,
  perUser: 2,
  maxWaiting: 3,
  questions: 5,
  windowMs: MINUTE_MS,
  maxLength: 1_000,
  editMs: 2 * MINUTE_MS,
  answerMs: 5_000,
};

export type Ask = (question: Question, documents: string | undefined) => Promise<Answer>;

interface BenchOptions {
  ask?: Ask;
  limits?: Partial<ConversationLimits>;
  store?: HistoryStore;
  feedback?: FeedbackLog;
  logText?: boolean;
}

export function createBench(options: BenchOptions = {}) {
  const clock = createClock();
  const asked: (Question & { documents: string | undefined })[] = [];
  const log = createTestLog();
  const store = options.store ?? createMemoryHistory(clock.now);
  const answer: Ask = options.ask ?? (async ({ text }) => answerOf({ question: text }));
  const conversations = createConversations({
    ask(question, documents) {
      asked.push({ ...question, documents });
      return answer(question, documents);
    },
    store,
    limits: { ...LIMITS, ...options.limits },
    feedback: options.feedback,
    log,
    logText: options.logText ?? false,
    now: clock.now,
  });
  return { conversations, asked, clock, store, lines: log.lines };
}

let count = 0;
/** A question as a platform delivers it: new ids, unless the test gives some. */
export function incoming(text: string, parts: Partial<Incoming> = {}): Incoming {
  count++;
  return { event: `event ${count}`, message: `message ${count}`, thread: 'thread', user: 'U1', text, ...parts };
}

/** An `ask` whose answers the test gives. */
export function createHeldAsk() {
  const held: { text: string; answer: () => void; fail: (error: Error) => void }[] = [];
  const ask: Ask = ({ text }) =>
    new Promise((resolve, fail) => {
      held.push({ text, answer: () => resolve(answerOf({ question: text })), fail });
    });
  return { held, ask };
}

export const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ kind }) => kind);
