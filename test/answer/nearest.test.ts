/** What a class's document says in other words than the question's: shown as near, never as stated. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'a.txt': `CITY OF ALDEN

CLASS TITLE: HARBOR CLERK

DEFINITION

Under supervision, does clerical work at the marina.

EXAMPLES OF DUTIES

Keeps the social media accounts of the harbor up to date.
Collects berth fees from boat owners.

SPECIAL CONDITIONS

Must be available to work weekends and holidays.
`,
};

test.each([
  ['Does the harbor clerk look after a facebook page?', 'social media accounts'],
  ['does a harbor clerk get thanksgiving off', 'weekends and holidays'],
])('%s is answered by the passage that is nearest in meaning, introduced as near', async (question, passage) => {
  const { ask } = await indexOf(files);
  const answer = await ask(question);
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain('does not say that in these words');
  expect(answer.answer).toContain(passage);
});

test.each([
  'How many harbor clerks are employed?',
  'Does the harbor clerk get stock options?',
  'What is the pay grade of the harbor clerk?',
])('%s has nothing near and stays not found', async (question) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).status).toBe('not-found');
});
