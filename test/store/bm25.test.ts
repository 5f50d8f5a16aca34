import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildKeywordTables, createKeywordIndex } from '../../src/store/bm25.ts';
import { termsOf } from '../../src/store/terms.ts';

const indexOf = (texts: readonly string[]) => createKeywordIndex(buildKeywordTables(texts));
const rowsOf = (hits: readonly { row: number }[]) => hits.map(({ row }) => row);

describe('terms', () => {
  test.each([
    ['Supervises the clerical staff', ['supervis', 'cleric', 'staff']],
    ["the City's full-time résumés", ['citi', 'full', 'time', 'resum']],
    ['What does it do for you?', []],
    ['must not, may only', ['must', 'not', 'mai', 'onli']],
    ['Class Code: 30003028', ['class', 'code', '30003028']],
    ['', []],
  ])('of "%s"', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});

/** Duties in other words: what a person would put first. */
const DUTIES = [
  'Prune and remove trees along city streets',
  'Supervise crews who prune trees, and inspect trees',
  'Collect fares and hand out transit passes',
  'Inspect electrical wiring in city buildings',
  'Inspect',
  'Answer questions from the public about parking permits, permits for trees and permits for street events',
];

describe('keyword search', () => {
  const index = indexOf(DUTIES);

  test('finds other forms of a word', () => {
    expect(rowsOf(index.search('pruning a tree', 10)).sort()).toEqual([0, 1, 5]);
  });

  test('puts first what has more of the question, and rarer words', () => {
    expect(rowsOf(index.search('who inspects electrical wiring?', 2))).toEqual([3, 4]);
    expect(index.search('transit fares', 1)[0]?.row).toBe(2);
  });

  test('puts the shorter of two texts with the same word first', () => {
    expect(rowsOf(index.search('inspect', 10))).toEqual([4, 3, 1]);
  });

  test('finds nothing for stop words, unknown words and nothing', () => {
    expect([index.search('what do you do', 5), index.search('zebra', 5), index.search('', 5)]).toEqual([[], [], []]);
  });

  test('counts a word of the question once', () => {
    expect(index.search('inspect inspect inspect', 3)).toEqual(index.search('inspect', 3));
  });

  test('keeps to the accepted rows, at the same scores', () => {
    const all = index.search('trees', 10);
    expect(index.search('trees', 10, (row) => row === 5)).toEqual(all.filter(({ row }) => row === 5));
  });

  test('holds no text at all', () => {
    const empty = indexOf([]);
    expect([empty.size, empty.search('trees', 3), empty.rarity('tree')]).toEqual([0, [], Math.log(2)]);
  });

  test('counts a word that stands a thousand times', () => {
    const [hit] = indexOf([`${'tree '.repeat(1000)}`, 'tree house']).search('house', 2);
    expect(hit?.row).toBe(1);
  });
});

test('a rarer stem weighs more, an unknown one most, a stop word nothing', () => {
  const index = indexOf(DUTIES);
  expect(index.rarity('electr')).toBeGreaterThan(index.rarity('inspect'));
  expect(index.rarity('zebra')).toBeGreaterThan(index.rarity('electr'));
  expect(index.rarity('the')).toBe(0);
});

test('a stem is known when a text has it, or when it is a stop word', () => {
  const index = indexOf(DUTIES);
  expect(['tree', 'zebra', 'what'].map(index.hasStem)).toEqual([true, false, true]);
});

/** BM25+ as the paper writes it, without any table. */
function scoreNaively(texts: readonly string[], query: string, row: number): number {
  const documents = texts.map(termsOf);
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const terms = documents[row] ?? [];
  let score = 0;
  for (const term of new Set(termsOf(query))) {
    const count = terms.filter((other) => other === term).length;
    if (count === 0) continue;
    const rows = documents.filter((document) => document.includes(term)).length;
    const idf = Math.log(1 + (documents.length - rows + 0.5) / (rows + 0.5));
    score += idf * (1 + (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * terms.length) / average)));
  }
  return score;
}

test('scores are those of the formula, for any texts', () => {
  const word = fc.constantFrom('tree', 'street', 'crew', 'inspect', 'permit', 'the');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 15 }), text, (texts, query) => {
      const hits = indexOf(texts).search(query, texts.length);
      for (let row = 0; row < texts.length; row++) {
        const found = hits.find((hit) => hit.row === row)?.score ?? 0;
        expect(found).toBeCloseTo(scoreNaively(texts, query, row), 9);
      }
    }),
  );
});
