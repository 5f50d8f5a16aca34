import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/conversations/rate-limit.ts';

const LIMIT = { questions: 3, windowMs: 1_000 };

test('no window has more questions than the limit, and after the wait that was told the user may ask', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 40 }), (pauses) => {
      let time = 0;
      const limit = createRateLimit(LIMIT, () => time);
      const asked: number[] = [];
      for (const pause of pauses) {
        time += pause;
        const wait = limit.take('u');
        if (wait > 0) {
          expect(wait).toBeLessThanOrEqual(LIMIT.windowMs);
          time += wait;
          expect(limit.take('u')).toBe(0);
        }
        asked.push(time);
        const inWindow = asked.filter((at) => at > time - LIMIT.windowMs);
        expect(inWindow.length).toBeLessThanOrEqual(LIMIT.questions);
      }
    }),
  );
});

test('users have limits of their own', () => {
  const limit = createRateLimit({ questions: 1, windowMs: 1_000 }, () => 0);
  expect([limit.take('a'), limit.take('b')]).toEqual([0, 0]);
  expect([limit.take('a'), limit.take('b')]).toEqual([1_000, 1_000]);
});
