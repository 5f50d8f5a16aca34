/** Which class does something: a class must do it, not have a word of it somewhere. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'a.txt':
    'CITY OF ALDEN\n\nCLASS TITLE: EQUIPMENT MECHANIC\n\nEXAMPLES OF DUTIES\n\nRepairs pumps and mowers.\nOrders parts.\n\nLICENSES\n\nValid driver license.\n',
  'b.txt':
    'CITY OF ALDEN\n\nCLASS TITLE: RECORDS CLERK\n\nEXAMPLES OF DUTIES\n\nIssues dog permits at the counter.\nKeeps files.\n',
};

test.each(['Which class issues marriage licenses?', 'Who repairs submarines?'])(
  'one shared word is no answer: %s',
  async (question) => {
    const { ask } = await indexOf(files);
    expect((await ask(question)).status).toBe('not-found');
  },
);

test.each([
  ['Who repairs mowers?', 'a.txt'],
  ['which class issues permits for dogs?', 'b.txt'],
])('what a class does is found: %s', async (question, source) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).citations[0]?.source).toBe(source);
});
