import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue, type QueueLimits } from '../../src/conversations/queue.ts';

interface Given {
  user: string;
  thread: string;
}

/** A queue whose jobs end when they are told to. */
function createBench(limits: QueueLimits) {
  const queue = createQueue(limits);
  const running = new Map<number, { given: Given; end: () => Promise<void> }>();
  const started: number[] = [];
  return {
    started,
    running,
    add(id: number, given: Given): boolean {
      const run = () =>
        new Promise<void>((resolve) => {
          started.push(id);
          const end = async () => {
            running.delete(id);
            resolve();
            // The queue learns of it, and starts the next, some microtasks later.
            await new Promise((settled) => setImmediate(settled));
          };
          running.set(id, { given, end });
        });
      return queue.add({ ...given, run });
    },
  };
}

const jobs = fc.array(
  fc.record({ user: fc.constantFrom('a', 'b', 'c', 'd'), thread: fc.constantFrom('1', '2', '3', '4', '5', '6') }),
  { maxLength: 30 },
);
const limits = fc.record({ concurrency: fc.integer({ min: 1, max: 4 }), perUser: fc.integer({ min: 1, max: 3 }) });

test('every job runs once, within the limits, and those of a thread one after the other in their order', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, limits, fc.infiniteStream(fc.nat()), async (given, { concurrency, perUser }, choices) => {
      const bench = createBench({ concurrency, perUser, maxWaiting: given.length });
      given.forEach((job, id) => {
        expect(bench.add(id, job)).toBe(true);
      });
      while (bench.running.size > 0) {
        const now = [...bench.running.values()];
        expect(now.length).toBeLessThanOrEqual(concurrency);
        for (const user of ['a', 'b', 'c', 'd'])
          expect(now.filter((job) => job.given.user === user).length).toBeLessThanOrEqual(perUser);
        expect(new Set(now.map((job) => job.given.thread)).size).toBe(now.length);
        const next: number = choices.next().value ?? 0;
        await now[next % now.length]?.end();
      }
      expect([...bench.started].sort((a, b) => a - b)).toEqual(given.map((_, id) => id));
      for (const thread of ['1', '2', '3', '4', '5', '6']) {
        const order = bench.started.filter((id) => given[id]?.thread === thread);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('users take turns, however many questions one of them has', async () => {
  const bench = createBench({ concurrency: 1, perUser: 1, maxWaiting: 100 });
  for (let id = 0; id < 20; id++) bench.add(id, { user: 'busy', thread: `busy ${id}` });
  bench.add(100, { user: 'one', thread: 'x' });
  bench.add(101, { user: 'one', thread: 'y' });
  bench.add(200, { user: 'two', thread: 'z' });
  for (let ended = 0; ended < 8; ended++) await [...bench.running.values()][0]?.end();
  expect(bench.started.slice(0, 7)).toEqual([0, 1, 100, 200, 2, 101, 3]);
});

test('a user who comes again and again does not keep one who waits from a turn', async () => {
  const bench = createBench({ concurrency: 1, perUser: 1, maxWaiting: 100 });
  bench.add(0, { user: 'light', thread: '0' });
  bench.add(100, { user: 'heavy', thread: 'a' });
  bench.add(101, { user: 'heavy', thread: 'b' });
  for (let id = 1; id < 6; id++) {
    await [...bench.running.values()][0]?.end();
    bench.add(id, { user: 'light', thread: `${id}` });
  }
  expect(bench.started).toContain(101);
});

test('a job too many is refused; one that can start at once is not', async () => {
  const bench = createBench({ concurrency: 2, perUser: 1, maxWaiting: 2 });
  const added = ['1', '2', '3', '4'].map((thread, id) => bench.add(id, { user: 'busy', thread }));
  expect(added).toEqual([true, true, true, false]);
  expect(bench.add(10, { user: 'other', thread: 'x' })).toBe(true);
  expect(bench.started).toEqual([0, 10]);
  expect(bench.add(11, { user: 'other', thread: 'y' })).toBe(false);
  await bench.running.get(0)?.end();
  expect(bench.add(12, { user: 'other', thread: 'z' })).toBe(true);
});
