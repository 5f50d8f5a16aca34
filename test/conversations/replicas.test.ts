/** Two processes' worth of conversations over one PostgreSQL. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSteadyStore } from '../../src/conversations/steady-store.ts';
import { createMemoryHistory } from '../../src/history/memory.ts';
import { createPostgresHistory } from '../../src/history/postgres.ts';
import { createClock } from '../history/history-store.contract.ts';
import { type PgliteServer, startPglite } from '../history/pglite-server.ts';
import { createTestLog } from '../test-log.ts';
import { createBench, incoming, kinds } from './bench.ts';

let server: PgliteServer;
beforeAll(async () => {
  server = await startPglite();
}, 180_000);
afterAll(() => server.stop());

function createReplica() {
  const { now } = createClock();
  const store = createSteadyStore({
    open: async () => createPostgresHistory(server.url, { now, connections: 2 }),
    memory: createMemoryHistory(now),
    log: createTestLog(),
    now,
    // The whole database runs in this process: what is slow here is the test.
    timeoutMs: 20_000,
  });
  onTestFinished(() => store.close());
  return createBench({ store, limits: { questions: 100, maxWaiting: 100 } });
}

test('replicas answer each question once, whichever of them its events reach, and know each other’s threads', async () => {
  const [one, other] = [createReplica(), createReplica()];
  const questions = Array.from({ length: 6 }, (_, n) => incoming(`question ${n}`, { thread: `thread ${n}` }));
  const outcomes = await Promise.all(
    questions.flatMap((question) => [
      one.conversations.ask(question),
      other.conversations.ask(question),
      one.conversations.ask({ ...question, event: `${question.event} as a mention` }),
      other.conversations.ask({ ...question, event: `${question.event} as a mention` }),
    ]),
  );
  expect(kinds(outcomes).filter((kind) => kind === 'answer')).toHaveLength(6);
  expect([...one.asked, ...other.asked].map(({ text }) => text).sort()).toEqual(questions.map(({ text }) => text));
  await other.conversations.ask(incoming('and then?', { thread: 'thread 0' }));
  expect(other.asked.at(-1)?.history).toEqual(['question 0']);
  expect(await one.conversations.remembers('thread 0')).toBe(true);
});

test('a replica that loses the database answers all the same', async () => {
  const replica = createReplica();
  await replica.conversations.ask(incoming('before', { thread: 'outage' }));
  server.setDown(true);
  const outcome = await replica.conversations.ask(incoming('during', { thread: 'outage' }));
  server.setDown(false);
  expect(outcome.kind).toBe('answer');
  expect(replica.asked.at(-1)?.history).toEqual(['before']);
});
