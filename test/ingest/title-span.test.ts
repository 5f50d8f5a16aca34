import { expect, test } from 'vitest';
import { fixtureFolder, SEEDS, useRealIndex } from '../quality/real-index.ts';

const index = useRealIndex(
  SEEDS,
  ...['agencies', 'employers-late', 'employers-fourth', 'employers-sixth', 'employers-seventh'].map(fixtureFolder),
);

const wordsOf = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

test('where a title is said to stand, its words stand, and nothing else', () => {
  const astray = index.corpus.documents.flatMap(({ source, spec, text }) => {
    if (spec.titleSpan === undefined) return [];
    const printed = text.slice(spec.titleSpan.start, spec.titleSpan.end);
    const isWhole = printed === printed.trim() && wordsOf(printed) === wordsOf(spec.title);
    return isWhole ? [] : [`${source}: ${JSON.stringify(printed)} for ${JSON.stringify(spec.title)}`];
  });
  expect(index.corpus.documents.length).toBeGreaterThan(40);
  expect(astray).toEqual([]);
});
