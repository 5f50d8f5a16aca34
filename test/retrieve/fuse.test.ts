import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuse, reciprocalRank } from '../../src/retrieve/fuse.ts';

test('a place is worth 1 / (60 + rank), and no place nothing', () => {
  expect([1, 2, 100, undefined].map(reciprocalRank)).toEqual([1 / 61, 1 / 62, 1 / 160, 0]);
});

test('places in both lists beat a first place in one', () => {
  expect(fuse([1, 2], [3, 2]).map(({ row }) => row)).toEqual([2, 1, 3]);
});

test('nothing fused with nothing is nothing', () => {
  expect(fuse([], [])).toEqual([]);
});

const ranked = fc.uniqueArray(fc.nat(30), { maxLength: 20 });

describe('for any two lists', () => {
  test('a score is the sum of what its ranks are worth, and the ranks are those of the lists', () => {
    fc.assert(
      fc.property(ranked, ranked, (keyword, vector) => {
        const fused = fuse(keyword, vector);
        for (const { row, keywordRank, vectorRank, score } of fused) {
          expect(score).toBe(reciprocalRank(keywordRank) + reciprocalRank(vectorRank));
          expect([keywordRank ?? 0, vectorRank ?? 0]).toEqual([keyword.indexOf(row) + 1, vector.indexOf(row) + 1]);
        }
        expect(new Set(fused.map(({ row }) => row))).toEqual(new Set([...keyword, ...vector]));
      }),
    );
  });

  test('the order is by score, and the same whichever list comes first', () => {
    fc.assert(
      fc.property(ranked, ranked, (keyword, vector) => {
        const fused = fuse(keyword, vector);
        expect(fuse(vector, keyword).map(({ row, score }) => [row, score])).toEqual(
          fused.map(({ row, score }) => [row, score]),
        );
        const scores = fused.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});
