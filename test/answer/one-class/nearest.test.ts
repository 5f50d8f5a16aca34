/** What a class's document says in other words than the question's: shown as near, never as stated. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'a.txt': `CITY OF ALDEN

CLASS TITLE: HARBOR CLERK

DEFINITION

Under supervision, does clerical work at the marina.

EXAMPLES OF DUTIES

Keeps the social media accounts of the harbor up to date.
Collects berth fees from boat owners.
Cancels a citation only with the approval of the Harbor Master.

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
  'Which license must a City of Alden harbor clerk hold?',
])('%s has nothing near and stays not found', async (question) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).status).toBe('not-found');
});

const bulletin = {
  'b.txt': `DECK HAND

Class Code: 4411

ANNUAL SALARY

$41,200 to $52,900

NOTES:

1. The per diem hourly rate is $19.75.
2. A bonus of $90 a month is paid to those who hold a diving certificate.

DUTIES

A Deck Hand ties up ferries, keeps passengers behind the rail, cleans decks, and paints.

PROCESS NOTES

You may take the Deck Hand written test only once every 24 months.
`,
};

test.each([
  ['what is the per diem rate of a deck hand', 'The per diem hourly rate is $19.75'],
  ['how soon may I try the deck hand exam again', 'only once every 24 months'],
  ['any extra pay for a deck hand who holds a diving certificate?', 'A bonus of $90 a month'],
])('%s is answered with the passage that is likeliest by its words', async (question, passage) => {
  const { ask } = await indexOf(bulletin);
  const answer = await ask(question);
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain(passage);
});

test('a passage in the words that documents write for what is said is found', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('can the harbor clerk tear up a ticket?');
  expect(answer.answer).toContain('with the approval of the Harbor Master');
});

test('what nothing is found on without a class is looked for in the class spoken of before', async () => {
  const { ask } = await indexOf(bulletin);
  const answer = await ask('any extra money for divers', ['What is the deck hand test like?']);
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain('A bonus of $90 a month');
});

test('a wish for a field says nothing of a person who would qualify', async () => {
  const { ask } = await indexOf(bulletin);
  expect((await ask('I need the annual salary of a deck hand')).answer).toContain('$41,200 to $52,900');
});
