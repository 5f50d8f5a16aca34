/** Tables whose columns say how their rows are meant: a row is quoted with the head of its column. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const spec = (slug: string): string =>
  readFileSync(new URL(`../ingest/specs/${slug}/source.txt`, import.meta.url), 'utf8');

test('a demand that is ticked is quoted with how often, by the key to its column', async () => {
  const { ask } = await indexOf({ 'attendant.txt': spec('ticks-under-letters') });
  const { answer, citations } = await ask('Does the Transfer Station Attendant lift over 50 lbs?');
  expect(answer).toContain('over 50 lbs');
  expect(answer).toContain('S = Seldom (up to 10%)');
  expect(citations.some(({ quote }) => quote === 'S = Seldom (up to 10%)')).toBe(true);
});

test('what a column of a person specification asks for is told apart from what it wishes for', async () => {
  const { ask } = await indexOf({ 'officer.txt': spec('essential-by-letter') });
  const { answer } = await ask('Is the CIPP qualification essential for the Payroll Officer?');
  expect(answer).toContain('D = Desirable');
  const preferred = await ask('What is desirable for the Payroll Officer?');
  expect(preferred.answer).toContain('Experience of iTrent');
  expect(preferred.answer).not.toContain('Able to meet tight deadlines');
});

test('a demand ticked under "Never" does not qualify a class for a list', async () => {
  const { ask } = await indexOf({
    'technician.txt': spec('ticks-between-bars'),
    'attendant.txt': spec('ticks-under-letters'),
  });
  const { answer } = await ask('Which jobs require crawling?');
  expect(answer).not.toMatch(/^- \*\*Transfer Station Attendant/m);
});
