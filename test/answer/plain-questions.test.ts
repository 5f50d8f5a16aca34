/** Everyday questions on one class: the passage that settles them, or that it says nothing of the kind. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'one.txt': `OAK COUNTY

CLASS TITLE: GATE TENDER

CLASS CODE: 4411

SALARY

$40,000 to $50,000 a year

NOTES

1. New employees start at the lowest step.

DEFINITION

Tends the gates of a canal. A Gate Tender may not open the main gate. The work is done with considerable independence.

EXAMPLES OF DUTIES

Opens and closes gates and checks.
Prepares the weekly roster of the crew.
Assigns and reviews the work of two helpers and disciplines them.

MINIMUM QUALIFICATIONS

Education: High school diploma. Graduation is desired.
Experience: Two years of canal work. Work on boats does not qualify as canal work. A year of unpaid canal work is accepted.

PROCESS NOTES

1. Students in their final semester before graduation may file.
2. A minimum of 4,160 hours of work is asked for.

APPOINTMENT

New employees complete a course in rescue within a year.

WORKING CONDITIONS

Must live within ten miles of the canal. Climbs towers of 60 feet. Facial hair that breaks the seal of a mask is not permitted. Must report within 20 minutes when called. Lifts sacks of 60 pounds and enters confined spaces.
`,
  'two.txt': `OAK COUNTY

CLASS TITLE: TOLL CLERK

CLASS CODE: 5511

REPORTS TO: Toll Supervisor

DUTIES

Collects tolls. Works alone at night.
`,
};

test.each([
  ['what is worn', 'can I keep my beard as a gate tender?', 'Facial hair that breaks the seal'],
  ['how high', 'how high up does a gate tender have to work', '60 feet'],
  ['how far', 'how far from work can a gate tender live?', 'within ten miles'],
  ['how soon', 'when a gate tender gets called how fast must he show up', 'within 20 minutes'],
  ['who makes the schedule', 'does a gate tender draw up the shift rota', 'weekly roster'],
  ['whom it disciplines', 'can a gate tender fire anybody', 'disciplines them'],
  ['whose boss it is', "can the gate tender be anyone's boss", 'work of two helpers'],
  ['how free it is', 'is a gate tender babysat or left to it', 'considerable independence'],
  ['what it may not do', 'what is a gate tender not allowed to do?', 'may not open the main gate'],
  [
    'who has not finished school',
    'still in my last semester of college, can I put in for gate tender?',
    'final semester',
  ],
  ['hours beside hours', 'i have 3,000 hours on canals, enough for gate tender?', '4,160 hours'],
  ['what does not count', 'do 2 years on boats count as canal work for gate tender', 'boats does not qualify'],
  ['what volunteers may count', 'does volunteer time count for gate tender', 'unpaid canal work'],
  [
    'going on after the class was named',
    "I'm writing an ad for a gate tender. What education does it ask for?",
    'diploma',
  ],
  ['grades asked for by what they pay', 'what does the lower pay grade of gate tender pay', '$40,000'],
  ['a bad back', 'would you take the gate tender job with a bad back?', 'Lifts sacks of 60 pounds'],
  ['tight places', 'is a gate tender ok for someone claustrophobic', 'confined spaces'],
  ['how much of something that is no money', 'how much lifting does a gate tender do', 'Lifts sacks of 60 pounds'],
  ['whom it supervises', 'who does a gate tender boss', 'work of two helpers'],
  ['its first pay', 'what does a gate tender start at', '$40,000'],
])('%s is answered by the passage that says it', async (_, question, quoted) => {
  const { ask } = await indexOf(files);
  const { status, citations } = await ask(question);
  expect(status).toBe('answered');
  expect(citations.map(({ quote }) => quote).join('\n')).toContain(quoted);
});

test.each([
  ['can I keep my beard as a toll clerk?', 'facial hair'],
  ['how far from work can a toll clerk live?', 'where employees must live'],
  ['what is a toll clerk not allowed to do?', 'what somebody of this class may not do'],
])('what is not stated is said so, and nothing else is shown for it: %s', async (question, what) => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(question);
  expect(status).toBe('not-found');
  expect(answer).toContain(`states nothing on ${what}.`);
});

test.each([
  ['I need the appointment section for gate tender', ['New employees complete a course in rescue within a year.']],
  ['what notes on salary are there for the gate tender', ['New employees start at the lowest step.']],
  [
    'tell me the working conditions a gate tender is under (towers, mask, calls)',
    [
      'Must live within ten miles of the canal. Climbs towers of 60 feet. Facial hair that breaks the seal of a mask is not permitted. Must report within 20 minutes when called. Lifts sacks of 60 pounds and enters confined spaces.',
    ],
  ],
])('a section asked for by its heading is shown, and no other: %s', async (question, quotes) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).citations.map(({ quote }) => quote)).toEqual(quotes);
});

test('each entry of a list is answered, or said to be missing', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('gate tender: education, beard, truck, roster');
  expect(answer).toContain('High school diploma');
  expect(answer).toContain('Facial hair');
  expect(answer).toContain('weekly roster');
  expect(answer).toContain('Not stated for Gate Tender: "truck".');
});

test('pay and codes stand among no requirements', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(
    'I have a diploma and 2 years of canal work. Is class code 4411 gate tender open to me?',
  );
  expect(answer).toContain('Two years of canal work');
  expect(answer).not.toMatch(/40,000|CLASS CODE/);
});

test('who supervises a class is another question than whom it supervises', async () => {
  const { ask } = await indexOf(files);
  expect((await ask('who bosses the toll clerk')).answer).toContain('Toll Supervisor');
  expect((await ask('is a toll clerk the boss of anyone')).status).toBe('not-found');
});

test('a topic that is stated is not denied for another thing that is counted of it', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('how many anvils must a gate tender lift');
  expect(answer).toContain('states nothing on "anvils"');
});

test('a word of the class named asks for nothing', async () => {
  const { ask } = await indexOf({
    'f.txt':
      'OAK COUNTY\n\nCLASS TITLE: FIREARMS EXAMINER\n\nMINIMUM QUALIFICATIONS\n\nFour years of ballistics.\n\nDUTIES\n\nExamines firearms.\n',
  });
  const { answer } = await ask('What are the minimum requirements of a Firearms Examiner?');
  expect(answer).toContain('Four years of ballistics');
  expect(answer).not.toContain('Examines firearms');
});
