import { expect, test } from 'vitest';
import { createSteadyStore } from '../../src/conversations/steady-store.ts';
import { createMemoryHistory } from '../../src/history/memory.ts';
import type { HistoryStore } from '../../src/ports.ts';
import { createClock, describeHistoryStore, turnOf } from '../history/history-store.contract.ts';
import { createTestLog } from '../test-log.ts';

/** A database that can be switched off: it rejects then, or never answers. */
function createSwitchable(store: HistoryStore) {
  const state: { mode: 'up' | 'down' | 'silent'; opened: number } = { mode: 'up', opened: 0 };
  const proxy = new Proxy(store, {
    get(target, name: keyof HistoryStore | 'then') {
      // What has a `then` is taken for a promise.
      if (name === 'then') return undefined;
      const method = target[name] as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => {
        if (state.mode === 'down') return Promise.reject(new Error('The database is gone.'));
        return state.mode === 'silent' ? new Promise(() => undefined) : method(...args);
      };
    },
  });
  const open = async () => {
    state.opened++;
    if (state.mode === 'down') throw new Error('The database is gone.');
    return proxy;
  };
  return { state, open };
}

function createBench() {
  const clock = createClock();
  const database = createMemoryHistory(clock.now);
  const { state, open } = createSwitchable(database);
  const log = createTestLog();
  const memory = createMemoryHistory(clock.now);
  const store = createSteadyStore({ open, memory, log, now: clock.now, timeoutMs: 20, retryAfterMs: 5_000 });
  return { clock, database, state, store, lines: log.lines };
}

describeHistoryStore('memory behind a steady store', async ({ now, limits }) =>
  createSteadyStore({
    open: async () => createMemoryHistory(now, limits),
    memory: createMemoryHistory(now, limits),
    log: createTestLog(),
    now,
  }),
);

test.each(['down', 'silent'] as const)(
  'a database that is %s costs nobody an answer, and is mentioned once',
  async (mode) => {
    const { state, store, lines } = createBench();
    await store.save(turnOf({ question: 'before' }));
    state.mode = mode;
    expect(await store.claim('event')).toBe(true);
    expect(await store.claim('event')).toBe(false);
    await store.save(turnOf({ question: 'during' }));
    expect((await store.turns('thread')).map(({ question }) => question)).toEqual(['before', 'during']);
    expect(await store.find('ref-during')).toMatchObject({ question: 'during' });
    expect(await store.pseudonym('U1')).toEqual(expect.any(String));
    expect(store.isUp()).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(/^The database .+ Until it can be used, questions are answered from/),
    ]);
  },
);

test('a database that is back is used again, which is said', async () => {
  const { state, store, database, clock, lines } = createBench();
  state.mode = 'down';
  await store.claim('one');
  state.mode = 'up';
  await store.claim('two');
  expect(await database.claim('two')).toBe(true);
  clock.advance(5_000);
  await store.claim('three');
  expect(await database.claim('three')).toBe(false);
  expect(lines.slice(1)).toEqual(['The database can be used again.']);
});

test('a database that could not be opened is opened later', async () => {
  const { state, store, clock } = createBench();
  state.mode = 'down';
  await store.claim('one');
  state.mode = 'up';
  clock.advance(5_000);
  await store.claim('two');
  expect(state.opened).toBe(2);
  expect(store.isUp()).toBe(true);
});

test('what was answered while the database was down can be recalled when it is back', async () => {
  const { state, store, clock } = createBench();
  state.mode = 'down';
  await store.save(turnOf({ question: 'during' }));
  state.mode = 'up';
  clock.advance(5_000);
  expect(await store.find('ref-during')).toMatchObject({ question: 'during' });
});
