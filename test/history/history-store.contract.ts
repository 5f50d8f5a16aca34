import { describe, expect, test } from 'vitest';
import type { Turn } from '../../src/domain.ts';
import type { HistoryLimits } from '../../src/history/limits.ts';
import type { HistoryStore } from '../../src/ports.ts';
import { answerOf } from '../adapters/cli/fake-shell.ts';

export const MINUTE_MS = 60_000;
export const LIMITS: HistoryLimits = {
  turnMs: 60 * MINUTE_MS,
  claimMs: 90 * MINUTE_MS,
  threads: 3,
  turnsPerThread: 4,
};

/** A clock that tests move. */
export function createClock(): { now(): number; advance(ms: number): void } {
  let time = Date.UTC(2026, 0, 1);
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}

export function turnOf(parts: Partial<Turn> & { question: string }): Turn {
  const { question } = parts;
  return {
    reference: `ref-${question}`,
    message: `message-${question}`,
    thread: 'thread',
    user: 'somebody',
    answer: answerOf({ question }),
    askedAt: Date.UTC(2026, 0, 1),
    ...parts,
  };
}

type Open = (options: { now: () => number; limits: HistoryLimits }) => Promise<HistoryStore>;

/** What every history store does, wherever it keeps what it is given. */
export function describeHistoryStore(kind: string, open: Open): void {
  async function opened() {
    const clock = createClock();
    const store = await open({ now: clock.now, limits: LIMITS });
    const save = (question: string, parts: Partial<Turn> = {}) =>
      store.save(turnOf({ question, askedAt: clock.now(), ...parts }));
    const questions = async (thread = 'thread') => (await store.turns(thread)).map(({ question }) => question);
    return { clock, store, save, questions };
  }

  describe(`${kind}: a history store`, () => {
    test('one of many claims wins', async () => {
      const { store } = await opened();
      const won = await Promise.all(Array.from({ length: 10 }, () => store.claim('event')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.claim('another')).toBe(true);
      expect(await store.claim('event')).toBe(false);
    });

    test('a claim can be taken back once, and is free then', async () => {
      const { store } = await opened();
      expect(await store.release('event')).toBe(false);
      await store.claim('event');
      const released = await Promise.all([store.release('event'), store.release('event'), store.release('event')]);
      expect(released.filter(Boolean)).toHaveLength(1);
      expect(await store.claim('event')).toBe(true);
    });

    test('a claim expires', async () => {
      const { store, clock } = await opened();
      await store.claim('event');
      clock.advance(LIMITS.claimMs - 1);
      expect(await store.claim('event')).toBe(false);
      clock.advance(1);
      expect(await store.release('event')).toBe(false);
      expect(await store.claim('event')).toBe(true);
    });

    test('a claim may be of any length and hold any character', async () => {
      const { store } = await opened();
      const id = `${'x'.repeat(5_000)}'";-- \u{1f600}`;
      expect([await store.claim(id), await store.claim(id)]).toEqual([true, false]);
    });

    test('turns come back as they were, oldest first, thread by thread', async () => {
      const { store, save } = await opened();
      const question = "What's “this”? \u{1f600} \\n \u0000";
      const turn = turnOf({ question, thread: 'other', message: 'm', reference: 'r' });
      await store.save(turn);
      await save('one');
      await save('two');
      expect((await store.turns('thread')).map(({ question }) => question)).toEqual(['one', 'two']);
      expect(await store.turns('other')).toEqual([turn]);
      expect(await store.turns('none')).toEqual([]);
    });

    test('a turn is found by its reference', async () => {
      const { store, save } = await opened();
      await save('one');
      expect(await store.find('ref-one')).toMatchObject({ question: 'one' });
      expect(await store.find('ref-two')).toBeUndefined();
    });

    test('a turn of the same message takes the place of the one before', async () => {
      const { store, save, questions } = await opened();
      await save('one');
      await save('two');
      await save('one, edited', { message: 'message-one' });
      expect(await questions()).toEqual(['one, edited', 'two']);
      expect(await store.find('ref-one')).toBeUndefined();
      expect(await store.find('ref-one, edited')).toMatchObject({ question: 'one, edited' });
    });

    test('what is saved does not change with the object that was given', async () => {
      const { store } = await opened();
      const turn = turnOf({ question: 'one' });
      await store.save(turn);
      turn.answer.answer = 'changed';
      const [kept] = await store.turns('thread');
      expect(kept?.answer.answer).toBe('Answer to one');
    });

    test('a turn is forgotten in time', async () => {
      const { store, save, questions, clock } = await opened();
      await save('one');
      clock.advance(MINUTE_MS);
      await save('two');
      clock.advance(LIMITS.turnMs - MINUTE_MS);
      expect(await questions()).toEqual(['two']);
      expect(await store.find('ref-one')).toBeUndefined();
      await save('three');
      expect(await questions()).toEqual(['two', 'three']);
    });

    test('a thread keeps its newest turns', async () => {
      const { store, save, questions } = await opened();
      for (const question of ['1', '2', '3', '4', '5', '6']) await save(question);
      expect(await questions()).toEqual(['3', '4', '5', '6']);
      expect(await store.find('ref-1')).toBeUndefined();
    });

    test('the threads written to last are kept, within a minute', async () => {
      const { save, questions, clock } = await opened();
      for (const thread of ['a', 'b', 'c', 'd']) await save(thread, { thread });
      await save('a again', { thread: 'a' });
      clock.advance(MINUTE_MS);
      await save('e', { thread: 'e' });
      const kept = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(questions));
      expect(kept.map((found) => found.length > 0)).toEqual([expect.anything(), false, false, true, true]);
    });

    test('a pseudonym is the same for the same user and tells nothing of the id', async () => {
      const { store } = await opened();
      const [one, again, other] = [
        await store.pseudonym('U0123'),
        await store.pseudonym('U0123'),
        await store.pseudonym('U0124'),
      ];
      expect(again).toBe(one);
      expect(other).not.toBe(one);
      expect(one).not.toContain('U0123');
    });
  });
}
