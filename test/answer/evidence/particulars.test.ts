/** A particular thing of a topic: a document that states others of the kind doesn't state this one. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'a.txt':
    'CLASS TITLE: HARBOR PILOT\n\nSALARY\n\n$80,000 to $90,000\nThe salary in the Department of Water and Power is $95,000 to $99,000.\n\nDUTIES\n\nNavigates vessels.\nInterviews crews after accidents.\n\nKNOWLEDGE, SKILLS AND ABILITIES\n\nKnowledge of tides.\nKnowledge of currents.\nKnowledge of harbor rules.\nSkill in steering.\nSkill in using spreadsheets and word processing.\n\nLICENSES\n\nA pilot license issued by the Coast Guard is required.\n\nSELECTION PROCESS\n\nExamination Weight: Multiple-Choice Test 100%\n',
  'b.txt':
    "CLASS TITLE: DECK HAND\n\nSALARY\n\n$40,000 to $50,000\n\nDUTIES\n\nHandles lines. Some vessels belong to LADWP.\n\nKNOWLEDGE, SKILLS AND ABILITIES\n\nKnowledge of knots.\nKnowledge of paint.\nKnowledge of ropes.\nSkill in climbing.\nSkill in rowing.\n\nLICENSES\n\nA valid driver's license is required.\n\nSELECTION PROCESS\n\nExamination Weight: Interview 100%\n",
};

test.each([
  ["Does the harbor pilot need a driver's license?", "a driver's licence", 'Coast Guard'],
  ['what software does a deck hand use', 'software', 'knots'],
])('what is not stated is said so, with what is: %s', async (question, lacks, stated) => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(question);
  expect(status).toBe('not-found');
  expect(answer).toContain(`states nothing on ${lacks}.`);
  expect(answer).toContain(stated);
});

test.each([
  ['Is there an interview for the Harbor Pilot?', 'an interview', 'Multiple-Choice'],
  ['is there a written test for deck hand', 'a written test', 'Interview 100%'],
])('what an examination consists of tells what it does not: %s', async (question, lacks, stated) => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(question);
  expect(status).toBe('answered');
  expect(answer).toContain(`states nothing on ${lacks}.`);
  expect(answer).toContain(stated);
});

test('of a long list, only what speaks of the thing asked for is shown', async () => {
  const { ask } = await indexOf(files);
  const { citations } = await ask('what software must the harbor pilot know');
  expect(citations.map(({ quote }) => quote)).toEqual(['Skill in using spreadsheets and word processing.']);
});

test.each([
  ['an interview', 'Is there an interview for the deck hand?', 'Interview 100%'],
  ["a driver's license", "does the deck hand need a driver's licence", "A valid driver's license is required."],
])('what is stated is found: %s', async (_, question, quote) => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(question);
  expect(status).toBe('answered');
  expect(answer).toContain(quote);
});

test.each([
  ['And at DWP?', ['How much does the harbor pilot earn?']],
  ['what about at the Department of Water and Power', ['Harbor Pilot salary?']],
  ['what does the harbor pilot make at dwp', []],
])('of several values, the one of the place asked about: %s', async (text, history) => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(text, history);
  expect(answer).toContain('$95,000');
  expect(answer).not.toContain('$80,000');
});

test('a place that no value is of has none, and what is stated is shown as something else', async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask('What does LADWP pay a deck hand?');
  expect(status).toBe('not-found');
  expect(answer).toContain('states nothing on salary or pay at LADWP.');
  expect(answer).toContain('$40,000');
});

test('an amount that is guessed does not hide the one that is stated', async () => {
  const { ask } = await indexOf(files);
  expect((await ask('I heard deck hands make $200k, true?')).answer).toContain('$40,000');
});

test.each(['How many deck hands are employed?', 'how many vacancies are there for deck hand'])(
  'how many there are is not told by a sentence on the employed: %s',
  async (question) => {
    const { ask } = await indexOf({
      'a.txt': `${files['b.txt']}\nNOTES\n\nApplicants must be employed by the city. Vacancies are filled from the list.\n`,
    });
    const { status, answer } = await ask(question);
    expect(status).toBe('not-found');
    expect(answer).toContain('states nothing on how many there are.');
  },
);

test('how many positions are open is told where a number of them stands', async () => {
  const { ask } = await indexOf({ 'a.txt': `${files['b.txt']}\nNOTES\n\nThere are two vacancies at the port.\n` });
  expect((await ask('how many openings are there for deck hand')).answer).toContain('two vacancies');
});
