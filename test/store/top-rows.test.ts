import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTopRows } from '../../src/store/top-rows.ts';

test('the best k of any scores are the first k of the sorted list, whatever their order', () => {
  const scores = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 300 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 40 }), fc.boolean(), (list, k, isReversed) => {
      const rows = list.map((score, row) => ({ row, score }));
      const top = createTopRows(k);
      for (const { row, score } of isReversed ? rows.toReversed() : rows) top.offer(row, score);
      const sorted = rows.toSorted((a, b) => b.score - a.score || a.row - b.row);
      expect(top.take()).toEqual(sorted.slice(0, k));
    }),
  );
});

test('a score that is no number is never among the best', () => {
  const top = createTopRows(2);
  top.offer(0, Number.NaN);
  top.offer(1, -5);
  expect(top.take()).toEqual([{ row: 1, score: -5 }]);
});
