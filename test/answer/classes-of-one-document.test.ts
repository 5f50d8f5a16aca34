/** Documents that specify several unlike classes: each has its own header, duties and requirements. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClassSpec } from '../../src/domain.ts';
import { indexOf } from './index-of.ts';
import { createLevels } from './levels/levels-of.ts';

const layout = (slug: string): string =>
  readFileSync(new URL(`../ingest/specs/${slug}/source.txt`, import.meta.url), 'utf8');

const valuesOf = ({ fields }: ClassSpec, topic: string): string[] =>
  fields.filter((field) => field.topic === topic).map(({ value }) => value);

const itemsOf = ({ passages }: ClassSpec, text: string): string[] =>
  passages.filter(({ kind }) => kind === 'item').map(({ start, end }) => text.slice(start, end));

test('ranks one behind the other are classes with their own codes, grades and duties', () => {
  const text = layout('ranks-one-behind-the-other');
  const ranks = createLevels(text);
  expect(ranks.map(({ title, classCode }) => [title, classCode])).toEqual([
    ['FIREFIGHTER', 'F10'],
    ['FIRE ENGINEER', 'F20'],
    ['FIRE CAPTAIN', 'F30'],
  ]);
  expect(ranks.map((rank) => valuesOf(rank, 'pay-grade'))).toEqual([['F-1'], ['F-3'], ['F-5']]);
  expect(ranks.map((rank) => itemsOf(rank, text)[0])).toEqual([
    'Lays hose and raises ladders.',
    'Drives the engine to fires.',
    'Takes command of a company.',
  ]);
});

test('parts of an outline that are classes are told apart', () => {
  const text = layout('outline-of-ranks');
  const [officer, sergeant] = createLevels(text);
  expect(officer?.classCode).toBe('C-100');
  expect(sergeant?.classCode).toBe('C-200');
  expect(itemsOf(sergeant as ClassSpec, text)).toEqual([
    'Assigns officers to posts.',
    'Writes up incidents.',
    'Three years as an officer.',
  ]);
});

test('a column headed by the number of a level is that level alone', () => {
  const text = layout('columns-by-number');
  const levels = createLevels(text);
  expect(levels.map(({ title }) => title)).toEqual(['Hydrologist 1', 'Hydrologist 2', 'Hydrologist 3']);
  expect(levels.map((level) => itemsOf(level, text)[0])).toEqual(['None', 'Two years', 'Five years']);
});

test('a document of one class is not parted by lines that only look like titles', () => {
  const text = `FIRE CAPTAIN\n\nDuties:\n- Takes command.\n\nExperience: Five years.\n\nFIRE CHIEF\n\nApproved: 1999\n`;
  expect(createLevels(text).map(({ title }) => title)).toEqual(['FIRE CAPTAIN']);
});

test('titles that one line lists are classes with the code or grade behind each', () => {
  const planners = createLevels(layout('titles-listed-with-codes'));
  expect(planners.map(({ title, classCode }) => [title, classCode])).toEqual([
    ['Planner I', '2101'],
    ['Planner II', '2102'],
    ['Senior Planner', '2103'],
  ]);
  const clerks = createLevels(layout('titles-listed-with-grades'));
  expect(clerks.map((clerk) => [clerk.title, valuesOf(clerk, 'pay-grade')])).toEqual([
    ['SENIOR CLERK', ['12']],
    ['PRINCIPAL CLERK', ['15']],
  ]);
});

test('the code or grade behind a listed title is cited with it', async () => {
  const { ask } = await indexOf({
    'planners.txt': layout('titles-listed-with-codes'),
    'clerks.txt': layout('titles-listed-with-grades'),
  });
  const quotes = async (question: string) => (await ask(question)).citations.map(({ quote }) => quote);
  expect(await quotes('What is the class code of the Planner II?')).toEqual(['Planner II (2102)']);
  expect(await quotes('What is the pay grade of the Principal Clerk?')).toEqual(['PRINCIPAL CLERK (Grade 15)']);
});

test('unlike classes side by side are told apart where the rows say of what they are', () => {
  const ranks = createLevels(layout('columns-of-unlike-classes'));
  expect(ranks.map((rank) => [rank.title, valuesOf(rank, 'salary')])).toEqual([
    ['Firefighter', ['$27.10']],
    ['Fire Apparatus Engineer', ['$33.40']],
    ['Fire Captain', ['$41.00']],
  ]);
  const contacts = `CLERK\n\nDUTIES\n\n| | Teacher | Nurse |\n|---|---|---|\n| Calls | daily | weekly |\n| Writes | monthly | never |\n`;
  expect(createLevels(contacts)).toHaveLength(1);
});
