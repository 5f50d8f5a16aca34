import { expect, test } from 'vitest';
import { createMemoryHistory } from '../../src/history/memory.ts';
import { createClock, describeHistoryStore, LIMITS, turnOf } from './history-store.contract.ts';

describeHistoryStore('memory', async ({ now, limits }) => createMemoryHistory(now, limits));

test('another process hashes a user otherwise', async () => {
  const { now } = createClock();
  const [one, other] = [createMemoryHistory(now), createMemoryHistory(now)];
  expect(await one.pseudonym('U1')).not.toBe(await other.pseudonym('U1'));
});

test('texts beyond 32 million characters push the oldest threads out', async () => {
  const store = createMemoryHistory(createClock().now, { ...LIMITS, threads: 1_000 });
  const question = 'x'.repeat(5_000_000);
  for (const thread of ['a', 'b', 'c', 'd'])
    await store.save(turnOf({ question, thread, message: thread, reference: thread }));
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map(async (thread) => (await store.turns(thread)).length));
  expect(kept.at(-1)).toBe(1);
  expect(kept[0]).toBe(0);
});
