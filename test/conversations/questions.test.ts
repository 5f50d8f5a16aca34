import { setImmediate as settle } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/conversations/conversations.ts';
import type { Answer } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { createMemoryHistory } from '../../src/history/memory.ts';
import { answerOf } from '../adapters/cli/fake-shell.ts';
import { createClock } from '../history/history-store.contract.ts';
import { type Ask, createBench, createHeldAsk, incoming, kinds } from './bench.ts';

describe('a question', () => {
  test('is answered with what its thread asked before, and can be recalled', async () => {
    const { conversations, asked } = createBench();
    await conversations.ask(incoming('one'));
    await conversations.ask(incoming('elsewhere', { thread: 'other' }));
    const outcome = await conversations.ask(incoming(' two ', { documents: 'hr', user: 'U-SOMEBODY' }));
    expect(asked.at(-1)).toEqual({ text: 'two', history: ['one'], documents: 'hr' });
    if (outcome.kind !== 'answer') throw new Error(outcome.kind);
    expect(outcome.reference).toMatch(/^[0-9a-f-]{36}$/);
    const turn = await conversations.recall(outcome.reference);
    expect(turn).toMatchObject({ question: 'two', thread: 'thread', answer: { answer: 'Answer to two' } });
    expect(turn?.user).not.toContain('SOMEBODY');
    expect(await conversations.recall('nothing')).toBeUndefined();
    expect([await conversations.remembers('thread'), await conversations.remembers('no')]).toEqual([true, false]);
  });

  test('that is delivered again, or in two events, is answered once', async () => {
    const { conversations, asked } = createBench();
    const first = incoming('one');
    const twin = { ...first, event: 'its mention' };
    const outcomes = await Promise.all([first, first, twin, twin].map((each) => conversations.ask(each)));
    expect(kinds(outcomes).sort()).toEqual(['answer', 'duplicate', 'duplicate', 'duplicate']);
    expect(await conversations.ask(twin)).toEqual({ kind: 'duplicate' });
    expect(asked).toHaveLength(1);
  });

  test('is answered once however its deliveries are spread over replicas', async () => {
    const delivery = fc.record({ message: fc.nat(5), twin: fc.boolean(), replica: fc.nat(2), pause: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { maxLength: 25 }), async (deliveries) => {
        const store = createMemoryHistory(createClock().now);
        const replicas = [0, 1, 2].map(() => createBench({ store, limits: { maxWaiting: 100, questions: 100 } }));
        const outcomes: Promise<Outcome>[] = [];
        for (const { message, twin, replica, pause } of deliveries) {
          const id = `${message}`;
          const given = {
            event: twin ? `mention ${id}` : `event ${id}`,
            message: id,
            thread: 't',
            user: 'u',
            text: id,
          };
          const outcome = replicas[replica]?.conversations.ask(given);
          if (outcome) outcomes.push(outcome);
          if (pause) await settle();
        }
        const answered = kinds(await Promise.all(outcomes)).filter((kind) => kind === 'answer');
        expect(answered).toHaveLength(new Set(deliveries.map(({ message }) => message)).size);
        const texts = replicas.flatMap(({ asked }) => asked.map(({ text }) => text));
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: 50 },
    );
  });

  test('of the same thread is answered after the one before it, which it knows', async () => {
    const { held, ask } = createHeldAsk();
    const { conversations, asked } = createBench({ ask });
    const outcomes = [conversations.ask(incoming('one')), conversations.ask(incoming('two', { user: 'U2' }))];
    await settle();
    expect(asked).toHaveLength(1);
    held[0]?.answer();
    await outcomes[0];
    await settle();
    expect(asked.at(-1)).toMatchObject({ text: 'two', history: ['one'] });
    held[1]?.answer();
    expect(kinds(await Promise.all(outcomes))).toEqual(['answer', 'answer']);
  });

  test('that is empty, or longer than can be read, is declined with what to do', async () => {
    const { conversations, asked } = createBench();
    const [empty, long] = [
      await conversations.ask(incoming('  \n')),
      await conversations.ask(incoming('x'.repeat(1_001))),
    ];
    expect(empty).toEqual({ kind: 'declined', text: expect.stringContaining('What would you like to know?') });
    expect(long).toEqual({
      kind: 'declined',
      text: 'That is 1,001 characters, and I can read 1,000 at once. Please ask with the part that matters.',
    });
    expect(asked).toEqual([]);
  });

  test('beyond the limit of its user is declined with when to ask again', async () => {
    const { conversations, clock } = createBench();
    for (let n = 0; n < 5; n++) {
      expect((await conversations.ask(incoming(`${n}`))).kind).toBe('answer');
      clock.advance(1_000);
    }
    expect(await conversations.ask(incoming('more'))).toEqual({
      kind: 'declined',
      text: 'You have asked 5 questions within 1 minute, which is as many as I can take from one person. Please ask again in 55 seconds.',
    });
    expect((await conversations.ask(incoming('mine', { user: 'U2' }))).kind).toBe('answer');
    clock.advance(55_000);
    expect((await conversations.ask(incoming('now'))).kind).toBe('answer');
  });

  test('that finds no place to wait is declined', async () => {
    const { held, ask } = createHeldAsk();
    const { conversations } = createBench({ ask, limits: { questions: 100 } });
    const outcomes = Array.from({ length: 6 }, (_, n) =>
      conversations.ask(incoming(`${n}`, { thread: `${n}`, user: `U${n}` })),
    );
    expect(await outcomes[5]).toEqual({ kind: 'declined', text: expect.stringContaining('Many people are asking') });
    for (let n = 0; n < 5; n++) {
      held[n]?.answer();
      await settle();
    }
    expect(kinds(await Promise.all(outcomes.slice(0, 5)))).toEqual(Array(5).fill('answer'));
  });
});

describe('a failure', () => {
  test('is one sentence with a reference; the log has the cause beside it, without the text or a token', async () => {
    const text = 'What is paid to Mr Secretive?';
    const { conversations, lines } = createBench({
      ask: async () => {
        throw new Error(`Bad token xoxb-1-abc for "${text}"`, {
          cause: new Error('postgres://me:hunter22@db/x is down'),
        });
      },
    });
    const outcome = await conversations.ask(incoming(text));
    if (outcome.kind !== 'failed') throw new Error(outcome.kind);
    expect(outcome.text).toContain(`the reference ${outcome.reference} `);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^A question failed, reference ${outcome.reference}: Bad token xo… for `));
    expect(lines[0]).toContain('Cause: postgres://me:…@db/x is down');
    expect(lines[0]).not.toMatch(/Secretive|xoxb-1|hunter22/);
  });

  test('leaves the thread as it was, and the same question may be asked again', async () => {
    const answers: Ask[] = [
      () => Promise.reject(new AppError('INDEX_CORRUPT', 'broken')),
      async ({ text }) => answerOf({ question: text }),
    ];
    const { conversations, asked } = createBench({
      ask: (...args) => (answers.shift() ?? answers[0])?.(...args) as Promise<Answer>,
    });
    expect((await conversations.ask(incoming('one'))).kind).toBe('failed');
    expect((await conversations.ask(incoming('one'))).kind).toBe('answer');
    expect(asked.at(-1)?.history).toEqual([]);
  });

  test('of an answer that never comes is told in time, and holds nobody up', async () => {
    const { conversations } = createBench({
      ask: ({ text }) =>
        text === 'hang' ? new Promise(() => undefined) : Promise.resolve(answerOf({ question: text })),
      limits: { answerMs: 20 },
    });
    const outcomes = await Promise.all(['hang', 'fine'].map((text) => conversations.ask(incoming(text))));
    expect(kinds(outcomes)).toEqual(['failed', 'answer']);
  });
});
