/** What two classes are compared on is told of both. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const bulletin = (title: string, duties: string, needs: string, closes: string, removed: string): string =>
  `${title.toUpperCase()}\n\nDUTIES\n\n${duties}\n\nREQUIREMENTS\n\n${needs}\n\nAPPLICATION DEADLINE\n\nApplications must be received by ${closes}.\n\nPROCESS NOTES\n\nYour name may be removed from the eligible list after ${removed}.\n`;

const files = {
  'guard.txt': bulletin(
    'Pier Guard',
    'A Pier Guard walks the docks at night and reports what is out of order.',
    'One year of full-time paid experience as a watchman.',
    'MAY 3, 2018',
    'six months',
  ),
  'supervisor.txt': bulletin(
    'Pier Guard Supervisor',
    'A Pier Guard Supervisor assigns and reviews the work of Pier Guards engaged in watching the docks.',
    'Three years of full-time paid experience as a Pier Guard.',
    'JUNE 7, 2018',
    'two years',
  ),
};

test.each([
  'What is the difference between a Pier Guard and a Pier Guard Supervisor?',
  'How does a Pier Guard Supervisor differ from a regular Pier Guard?',
  'What changes in the job when a Pier Guard becomes a Pier Guard Supervisor?',
])('%s: what each of them does', async (question) => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(question);
  expect(answer).toContain('walks the docks at night');
  expect(answer).toContain('assigns and reviews the work');
});

test.each([
  [
    'Who needs longer in the rank below, a Pier Guard or a Pier Guard Supervisor?',
    'One year of full-time',
    'Three years of full-time',
  ],
  ['Which closed first, Pier Guard or Pier Guard Supervisor?', 'MAY 3, 2018', 'JUNE 7, 2018'],
  ['Which list lasts longer, Pier Guard or Pier Guard Supervisor?', 'after six months', 'after two years'],
])('%s: what each states on it, and no more', async (question, one, other) => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(question);
  expect(answer).toContain(one);
  expect(answer).toContain(other);
  expect(answer).not.toContain('side by side');
});
