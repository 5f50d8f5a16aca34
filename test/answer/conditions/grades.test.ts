import { expect, test } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { indexOf } from '../index-of.ts';

const spec = (title: string, grade: string): string =>
  `CLASS TITLE: ${title}\n${grade === '' ? '' : `PAY GRADE: ${grade}\n`}\nDEFINITION\n\nUnder supervision, does the work of a ${title.toLowerCase()}.\n`;

const files = {
  'a.txt': spec('WELDER', '12'),
  'b.txt': spec('CLERK II', '9'),
  'c.txt': spec('DIVER', '31'),
  'd.txt': spec('ATTORNEY', 'GS-13'),
  'e.txt': spec('PORTER', ''),
};

test.each([
  ['Which of these jobs has the highest pay grade?', 'Diver'],
  ['what is the lowest grade', 'Clerk II'],
  ['which class is at the bottom pay grade?', 'Clerk II'],
])('%s: of the grades that can be compared, the one at that end', async (text, name) => {
  const { corpus } = await indexOf(files);
  const { answer } = await createAsk(corpus)({ text, history: [] });
  expect(answer.status).toBe('answered');
  expect([...answer.answer.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, shown]) => shown)).toEqual([name]);
  expect(answer.answer).toContain('grades of the most frequent scheme alone are compared');
});
