/** Plain questions whose words are easily taken for another class, another topic, or for nothing at all. */
import { describe, expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'two.txt': `COUNTY OF MARLOW

CLASS TITLE: SHELTER WORKER II

CLASS CODE: 3302

SALARY

$40,000 to $50,000. The hiring department confirms it.

DEFINITION

Feeds and walks animals. Takes a turn, one week in six, on the night rota.

EXAMPLES OF DUTIES

Interviews and hires kennel hands.
Inspects school stables each spring.
Acts as lead to the kennel hands.
Communicates daily with owners.

MINIMUM QUALIFICATIONS

Experience: One year as a Shelter Worker I. A valid Class A driver's license must be kept in the course of employment.

PREFERRED QUALIFICATIONS

Fluency in Portuguese.
`,
  'three.txt': `COUNTY OF MARLOW

CLASS TITLE: SHELTER WORKER III

DEFINITION

Leads Shelter Workers II. Approves payments of up to $75.
`,
  'clerk.txt': `COUNTY OF MARLOW

CLASS TITLE: KENNEL SERVICES CLERK

SALARY

$30,000. The hiring department confirms it.

DEFINITION

Books kennels.
`,
  'hand.txt': `COUNTY OF MARLOW

CLASS TITLE: ELECTRICIAN

DEFINITION

Wires kennels.
`,
  'helper.txt': `COUNTY OF MARLOW

CLASS TITLE: ELECTRIC FENCE HELPER

DEFINITION

Mends fences.
`,
  'oak.txt': `CITY OF OAKHAM

CLASS TITLE: LOCKSMITH

REPORTS TO: Oakham Foreman

DEFINITION

Cuts keys.

LICENSES

Locksmith permit.
`,
  'elm.txt': `CITY OF ELMWICK

CLASS TITLE: LOCKSMITH

REPORTS TO: Elmwick Foreman

DEFINITION

Mends locks.

LICENSES

Bonded permit.
`,
};

async function answer(text: string, ...history: string[]) {
  const { ask } = await indexOf(files);
  const found = await ask(text, history);
  return { ...found, quotes: found.citations.map(({ quote }) => quote) };
}

describe('a class that no document is about is said to be missing', () => {
  test.each([
    ['a level below those there are', 'What are the minimum qualifications for Shelter Worker I?', 'Shelter Worker I'],
    ['a level above them, as a number', 'shelter worker 4 pay', 'Shelter Worker IV'],
    ['a title before a rank that is a noun', 'electrician apprentice duties', 'electrician apprentice'],
    ['a title behind a word that it is not used with', 'What does a Shelter Electrician earn?', 'Shelter Electrician'],
  ])('%s', async (_, question, title) => {
    const { status, answer: text } = await answer(question);
    expect(status).toBe('not-found');
    expect(text).toContain(`There is no specification of ${title} here.`);
  });

  test('and quoted where another speaks of it, not where its name only begins another', async () => {
    const { quotes } = await answer('What does a Shelter Worker I do?');
    expect(quotes.join(' ')).toContain('One year as a Shelter Worker I.');
  });
});

describe('words mean what they mean beside the others', () => {
  test.each([
    [
      'a word too common to ask for anything beside others',
      'Does the Shelter Worker II do any hiring?',
      'Interviews and hires',
    ],
    [
      'a word that asks for schooling elsewhere',
      'Does the Shelter Worker II inspect school stables?',
      'Inspects school stables',
    ],
    ['the class of a licence', 'Does the Shelter Worker II need class A?', 'Class A driver'],
    ['whom somebody works with', 'Who does the Shelter Worker II work with?', 'Communicates daily with owners.'],
    ['a lead', 'Does the Shelter Worker II supervise?', 'Acts as lead to the kennel hands.'],
  ])('%s', async (_, question, quote) => {
    const { quotes, status } = await answer(question);
    expect(status).toBe('answered');
    expect(quotes.join(' ')).toContain(quote);
  });

  test.each([
    ['a word that means something else', 'Does the Shelter Worker II inspect school stables?', 'license'],
    ['a thing that is part of a title', 'does shelter worker II need kennel services skils', 'Books kennels'],
    ['a line that only names the class', 'does the locksmith climb poles', 'CLASS TITLE'],
    ['an abbreviation of a shorter title', 'elec fence helper duties', 'Wires kennels'],
  ])('%s is not answered too', async (_, question, quote) => {
    expect((await answer(question)).quotes.join(' ')).not.toContain(quote);
  });

  test.each([
    ['who is hired says nothing of whom it hires', 'Does the Kennel Services Clerk hire?'],
    ['what is approved is no pay', 'What does a Shelter Worker III earn?'],
    ['a turn is no number of hours', 'How many hours a week does a Shelter Worker II work?'],
    ['the course of employment is no schooling', 'Does a Shelter Worker II need college?'],
  ])('%s', async (_, question) => {
    expect((await answer(question)).status).toBe('not-found');
  });

  test('an abbreviation before a word of titles is the first of a longer one', async () => {
    expect((await answer('elec fence helper duties')).quotes.join(' ')).toContain('Mends fences.');
  });
});

test('what is only wished for is shown with the heading that says so', async () => {
  const { answer: text } = await answer('Does the Shelter Worker II require Portuguese?');
  expect(text).toMatch(/Fluency in Portuguese.*PREFERRED QUALIFICATIONS/);
});

test("a class's facts are called by their names", async () => {
  expect((await answer('Shelter Worker II')).answer).toContain('class code: ');
});

describe('a thread goes on', () => {
  test('from a question word alone', async () => {
    const { quotes } = await answer('what kind?', 'Tell me about the Shelter Worker II', 'does it need a license');
    expect(quotes.join(' ')).toContain('Class A driver');
  });

  test('with the employer that was chosen in between', async () => {
    const { quotes } = await answer('and who do they report to?', 'What does the Locksmith do?', 'at Elmwick');
    expect(quotes).toEqual(['REPORTS TO: Elmwick Foreman']);
  });
});
