import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedWords } from '../../../src/answer/compare/changed-words.ts';

it('shows a replaced word, an added one and a dropped one', () => {
  expect(changedWords('leads a small team of bakers', 'leads a large team of bakers today')).toEqual([
    { before: 'small', after: 'large' },
    { before: '', after: 'today' },
  ]);
  expect(changedWords('may also bake bread', 'may bake bread')).toEqual([{ before: 'also', after: '' }]);
});

it('finds nothing where only capitals and white space differ', () => {
  expect(changedWords('Bakes  bread', 'bakes\nbread')).toEqual([]);
});

it('accounts for every word of both wordings', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const changes = changedWords(one, other);
      const count = (side: string[]): number => side.filter((word) => word !== '').length;
      const kept = one.split(' ').length - count(changes.flatMap(({ before }) => before.split(' ')));
      expect(other.split(' ').length - count(changes.flatMap(({ after }) => after.split(' ')))).toBe(kept);
    }),
  );
});
