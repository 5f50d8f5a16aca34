/** Lists of classes by a field: every class that qualifies, and none that doesn't. */
import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../src/domain.ts';
import { EMPLOYERS, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

const valuesOf = ({ spec }: IndexedDocument, topic: string): string[] =>
  spec.fields.filter((field) => field.topic === topic).map(({ value }) => value);

/** Documents in whose field of a topic a value matches. */
function documentsWith({ corpus }: RealIndex, topic: string, matches: (value: string) => boolean): string[] {
  const found = corpus.documents.filter((document) => valuesOf(document, topic).some(matches));
  return found.map(({ source }) => source).sort();
}

async function listed(index: RealIndex, question: string): Promise<string[]> {
  const { citations } = await index.ask(question);
  return [...new Set(citations.map(({ source }) => source))].sort();
}

describe.each([
  ['the seeds', SEEDS],
  ['other employers', EMPLOYERS],
])('in %s', (_, folder) => {
  const index = useRealIndex(folder);

  for (const question of [
    'Which classes are FLSA exempt?',
    'list all exempt classes',
    'which jobs are exempt',
    'EXEMPT CLASSES?',
  ]) {
    test(`exempt classes are listed: ${question}`, async () => {
      const expected = documentsWith(index, 'flsa', (value) => /^exempt/i.test(value));
      expect(await listed(index, question)).toEqual(expected);
    });
  }

  for (const question of [
    'Which classes are non-exempt?',
    'Which jobs are nonexempt?',
    'list the nonexempt classes',
    'Which classes are not exempt?',
    'which classes get overtime',
  ]) {
    test(`non-exempt classes are listed: ${question}`, async () => {
      const expected = documentsWith(index, 'flsa', (value) => /^non/i.test(value));
      expect(await listed(index, question)).toEqual(expected);
    });
  }

  test('classes of a pay grade are listed, for every grade that there is', async () => {
    const grades = new Set(index.corpus.documents.flatMap((document) => valuesOf(document, 'pay-grade')));
    expect(grades.size).toBeGreaterThan(0);
    for (const grade of grades) {
      const expected = documentsWith(index, 'pay-grade', (value) => value === grade);
      for (const question of [`Which classes are in pay grade ${grade}?`, `list all classes in pay grade ${grade}`])
        expect([question, ...(await listed(index, question))]).toEqual([question, ...expected]);
    }
  });

  test('classes established in a year are listed, for every such year', async () => {
    const years = index.corpus.documents.flatMap((document) =>
      valuesOf(document, 'established').flatMap((value) => value.match(/\b(?:19|20)\d\d\b/g) ?? []),
    );
    expect(years.length).toBeGreaterThan(0);
    for (const year of new Set(years)) {
      const expected = documentsWith(index, 'established', (value) => value.includes(year));
      expect([year, ...(await listed(index, `Which classes were established in ${year}?`))]).toEqual([
        year,
        ...expected,
      ]);
    }
  });

  for (const question of [
    'Which classes fly helicopters?',
    'Which classes require a law degree?',
    'Which classes need to speak Klingon?',
    'Which classes have pay grade 99?',
    'Which classes were established in 1887?',
  ]) {
    test(`no class is listed where none qualifies: ${question}`, async () => {
      expect(await listed(index, question)).toEqual([]);
    });
  }
});
