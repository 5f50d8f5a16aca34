import { expect, test } from 'vitest';
import { parseCases } from '../../src/eval/cases.ts';
import { type CaseResult, measure, measureRecall, percentile, shareFound } from '../../src/eval/metrics.ts';

test('percentiles are values that occurred', () => {
  expect(percentile([3, 1, 2, 4], 0.5)).toBe(2);
  expect(percentile([3, 1, 2, 4], 0.95)).toBe(4);
  expect(percentile([], 0.5)).toBe(0);
});

test('recall looks at the first five of each list by its own ranks', () => {
  const group = (quote: string) => [{ source: 'a.txt', quote }];
  const [gold] = parseCases(
    JSON.stringify({
      id: '1',
      kind: 'k',
      question: 'q',
      cites: [group('keyword fifth'), group('vector first'), group('sixth of all')],
    }),
    'g',
  );
  if (!gold) throw new Error('no case');
  const found = (quote: string, keywordRank: number | undefined, vectorRank: number | undefined) => ({
    document: 0,
    passage: 0,
    keywordScore: 0,
    similarity: 0,
    score: 0,
    source: 'a.txt',
    quote,
    keywordRank,
    vectorRank,
  });
  const other = found('something else', undefined, undefined);
  const retrieved = [
    found('vector first', 6, 1),
    other,
    other,
    other,
    other,
    found('sixth of all', 7, 6),
    found('keyword fifth', 5, undefined),
  ];
  expect(measureRecall(gold, retrieved)).toEqual({
    keyword: { found: 1, of: 3 },
    vector: { found: 1, of: 3 },
    fused: { found: 1, of: 3 },
  });
});

test('a share of nothing is not a number', () => {
  expect(shareFound([{ found: 0, of: 0 }])).toBeUndefined();
  expect(
    shareFound([
      { found: 1, of: 1 },
      { found: 0, of: 3 },
    ]),
  ).toBe(0.25);
});

test('kinds are counted apart and together', () => {
  const result = (kind: string, outcome: 'correct' | 'wrong' | 'abstained', latencyMs: number): CaseResult => {
    const recall = { found: outcome === 'correct' ? 1 : 0, of: 1 };
    return {
      kind,
      latencyMs,
      recall: { keyword: recall, vector: recall, fused: recall },
      score: { outcome, faults: [], verbatim: { held: 2, of: 3 } },
    };
  };
  const { kinds, overall } = measure([
    result('field', 'correct', 1),
    result('duty', 'wrong', 2),
    result('field', 'abstained', 9),
  ]);
  expect(
    kinds.map(({ kind, questions, correct, wrong, abstained }) => [kind, questions, correct, wrong, abstained]),
  ).toEqual([
    ['field', 2, 1, 0, 1],
    ['duty', 1, 0, 1, 0],
  ]);
  expect(overall).toMatchObject({
    kind: 'all',
    questions: 3,
    citations: 9,
    verbatim: 6,
    latencyMs: { p50: 2, p95: 9 },
  });
  expect(overall.recallAt5.fused).toBeCloseTo(1 / 3);
});
