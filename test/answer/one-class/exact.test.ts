/** Questions for a date, a span or an amount: answered by a passage that has one. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'pilot.txt': `FERRY PILOT

Class Code: 4417
Open Date: 03-02-18

ANNUAL SALARY

$61,200 to $82,900

DUTIES

A Ferry Pilot steers ferries between the islands and keeps the log.

REQUIREMENTS

1. Three years of full-time paid experience steering passenger vessels.
2. A radio operator's permit is required.

PROCESS NOTES

1. Applicants who lack four months or less of the required experience may file, but cannot be appointed until it is complete.
2. Applicants will be disqualified if their record within the last 48 months reflects two or more moving violations.
3. Your name may be removed from the eligible list after nine months.
4. Proof of the permit must reach the office by mail within 12 calendar days of filing.

APPLICATION PROCESS

Applications must be received by MONDAY, MARCH 19, 2018.

SELECTION PROCESS

Examination Weights: Essay . . . . Advisory
Interview . . . . 100%

The passing score of the written test is set after the written test is given, by the number of candidates who take the test.

Candidates must pass the written test to be invited to the interview.

Candidates will be told by e-mail where the written test is held, on SATURDAY, APRIL 14, 2018.

In the interview, knowledge of tides and of the rules of the road may be judged.

The essay is not scored by itself, but shown to the interview board.

A calculator may not be used in the written test.
`,
};

test.each([
  ['By what date did applications for ferry pilot have to be in?', 'MARCH 19, 2018'],
  ['date of the ferry pilot written test', 'APRIL 14, 2018'],
  ['How long does a name stay on the Ferry Pilot list?', 'after nine months'],
  ['What kind of ships must somebody have steered to get into Ferry Pilot?', 'steering passenger vessels'],
  ['How many tickets rule out a ferry pilot applicant?', 'two or more moving violations'],
  ['I am a few months short for ferry pilot. Can I still apply?', 'lack four months or less'],
  ['How long after filing must proof of the permit of a ferry pilot reach the office?', 'within 12 calendar days'],
])('%s is answered by what states it', async (question, passage) => {
  const { ask } = await indexOf(files);
  const answer = await ask(question);
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain(passage);
});

test('of many passages on a topic, a question for a date is shown those that have one', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('When is the written test of the ferry pilot?');
  expect(answer).toContain('APRIL 14, 2018');
  expect(answer).not.toContain('calculator');
});

test('an amount that no passage gives is not stated', async () => {
  const { ask } = await indexOf(files);
  const { status } = await ask('How many points of veterans credit are added to the ferry pilot score?');
  expect(status).toBe('not-found');
});
