/** Questions as people type them: what they mean is answered, and what only looks alike is not. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'one.txt': `OAK COUNTY

CLASS TITLE: CLAIMS EXAMINER 2

DISTINGUISHING CHARACTERISTICS

Claims Examiner 3 is the lead level, which handles fraud cases and trains others.

EXAMPLES OF DUTIES

Decides claims for benefits.
Lifts file boxes of up to 40 pounds.
Executes collection of past-due payments.

WORKING CONDITIONS

Employees may telework up to three days a week. Bilingual positions may be designated; a 5% differential applies.

BENEFITS

Annual leave: 26 days.
`,
  'two.txt': `OAK COUNTY

CLASS TITLE: TRANSIT DISPATCHER I

EXAMPLES OF DUTIES

Assigns buses to routes and keeps the dispatch log.

WORKING CONDITIONS

Telework is not available for this position. Must pass a criminal background investigation.
`,
  'three.txt': `OAK COUNTY

CLASS TITLE: TRANSIT DISPATCHER II

EXAMPLES OF DUTIES

Trains dispatchers and reviews the dispatch log.
Organizes the distribution of fare media.
`,
};

test.each([
  ['a level without a document, numbered as its series is', 'claims examiner 2 compared to 3?', 'lead level'],
  ['pay on top', 'do claims examiner 2s get extra money for speaking another language?', '5% differential'],
  ['a load', 'how heavy is the stuff claims examiner 2s have to move around', '40 pounds'],
  ['leave', 'how much holiday time comes with the claims examiner 2 job?', '26 days'],
  [
    'what is denied, where it is counted',
    'how many telework days per week does a Transit Dispatcher I get?',
    'not available',
  ],
  ['a clean record', 'do i need a clean record to be transit dispatcher 1', 'criminal background investigation'],
  ['a duty in everyday words', 'which job chases overdue payments', 'past-due'],
  ['a thing in everyday words', 'who deals with bus passes and tickets?', 'fare media'],
])('%s is answered', async (_, question, passage) => {
  const { ask } = await indexOf(files);
  const answer = await ask(question);
  expect(answer.status).toBe('answered');
  expect(answer.answer).toContain(passage);
});

test('a list of who may leaves out who may not', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('Which jobs can be done partly from home?');
  expect(answer).toContain('Claims Examiner 2');
  expect(answer).not.toContain('not available');
});

test('a rank before the name of a series makes it another class', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('What does the Senior Transit Dispatcher earn?');
  expect(answer.status).toBe('not-found');
  expect(answer.answer).toContain('no specification of Senior Transit Dispatcher');
});

test('numbered duties are matched, however they are introduced', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(
    'duties below, tell me the title\n1) assigns buses to routes\n2) keeps the dispatch log',
  );
  expect(answer).toContain('matches 2 of 2');
  expect(answer).not.toContain('tell me');
});

test('who wants to know is no part of a list question', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('For our audit: which classes may telework?');
  expect(answer).toContain('Claims Examiner 2');
});

test.each(['does anyone here decide claims for benefits?', 'which one decides claims for benefits'])(
  '%s asks for the class that does it',
  async (question) => {
    const { ask } = await indexOf(files);
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('Claims Examiner 2');
  },
);

test('nothing that no class asks for is shown as asked for', async () => {
  const { ask } = await indexOf(files);
  expect((await ask('does any class need a pilot licence?')).status).toBe('not-found');
  expect((await ask('is swimming required for any class')).status).toBe('not-found');
});

test('what a document has no word of is not answered with all that it requires', async () => {
  const { ask } = await indexOf({
    'a.txt': `OAK COUNTY

CLASS TITLE: PARK RANGER

MINIMUM QUALIFICATIONS

Two years of outdoor work.
`,
  });
  const answer = await ask('Does the park ranger require Spanish?');
  expect(answer.status).toBe('not-found');
  expect(answer.answer).toContain('nothing on "spanish"');
  expect(answer.answer).toContain('Two years of outdoor work');
});

test('a topic that none of several classes of a name states is said to be missing at once', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('what is the pay grade of the dispatcher?');
  expect(answer.status).toBe('not-found');
  expect(answer.answer).toContain('state nothing on pay grade');
});

test('a title that abbreviates is known by the whole words too', async () => {
  const { ask } = await indexOf({ 'a.txt': 'OAK COUNTY\n\nCLASS TITLE: PRACTICAL NURSE III LD\n\nGRADE: N15\n' });
  expect((await ask('what grade is the practical nurse III lead?')).answer).toContain('N15');
});

test('what is asked of the next level is answered of it', async () => {
  const { ask } = await indexOf({
    'a.txt': 'OAK COUNTY\n\nCLASS TITLE: LIBRARIAN I\n\nMINIMUM QUALIFICATIONS\n\nOne year of library work.\n',
    'b.txt': 'OAK COUNTY\n\nCLASS TITLE: LIBRARIAN II\n\nMINIMUM QUALIFICATIONS\n\nTwo years of library work.\n',
  });
  const { answer } = await ask("I'm a Librarian I. What's the next rung and how much experience does it want?");
  expect(answer).toMatch(/^Librarian II stands above/);
  expect(answer).toContain('Two years of library work');
});

test('a word of titles before "classes" is no topic', async () => {
  const { ask } = await indexOf({
    'a.txt': 'OAK COUNTY\n\nCLASS TITLE: PROBATION OFFICER\n\nDUTIES\n\nSupervises offenders.\n',
    'b.txt': 'OAK COUNTY\n\nCLASS TITLE: PROBATION ASSISTANT\n\nDUTIES\n\nHelps officers.\n',
    'c.txt': 'OAK COUNTY\n\nCLASS TITLE: CLERK\n\nPROBATION: six months\n\nDUTIES\n\nFiles.\n',
  });
  const { answer } = await ask('list all the probation classes on file');
  expect(answer).toContain('2 of 3 specifications');
  expect(answer).not.toContain('Clerk');
});

test.each(['list the classes in Placer County', 'Which jobs at the City of Fernville are exempt?'])(
  '%s names a government that is not here: nothing is listed',
  async (question) => {
    const { ask } = await indexOf(files);
    const answer = await ask(question);
    expect(answer.status).toBe('not-found');
    expect(answer.answer).toMatch(/^None of the 3 specifications names (Placer County|City of Fernville)\.$/m);
  },
);

test('who is supervised does not supervise', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: LIBRARIAN I\n\nNATURE OF WORK\n\nA Librarian II supervises the Librarian I. Work is supervised.\n',
    'b.txt':
      'OAK COUNTY\n\nCLASS TITLE: LIBRARIAN II\n\nNATURE OF WORK\n\nSupervises librarians and pages of the branch.\n',
  });
  const answer = await ask('does the librarian I supervise anyone?');
  expect(answer.answer).not.toContain('supervises the Librarian I');
  const list = await ask('which jobs supervise others?');
  expect(list.answer).toContain('**Librarian II**');
});

test('a rank behind a comma, and a rank of the class spoken of, make another class', async () => {
  const { ask } = await indexOf({
    'a.txt': 'OAK COUNTY\n\nCLASS TITLE: GRANTS ADMINISTRATOR, INTERMEDIATE\n\nEXPERIENCE\n\nThree years.\n',
    'b.txt': 'OAK COUNTY\n\nCLASS TITLE: MAINTENANCE WORKER 3\n\nPAY LEVEL: 103 ($40,000.00 — $50,000.00)\n',
    'c.txt': 'OAK COUNTY\n\nCLASS TITLE: MAINTENANCE WORKER LEAD\n\nPAY LEVEL: 108 ($53,152.73 — $95,674.91)\n',
    'd.txt': 'OAK COUNTY\n\nCLASS TITLE: LEAD BUS OPERATOR\n\nDUTIES\n\nDrives.\n',
  });
  expect((await ask('experience required for Grants Administrator, Senior')).status).toBe('not-found');
  const { answer } = await ask('what about the Lead?', ["What's the pay range for Maintenance Worker 3?"]);
  expect(answer).toContain('$53,152.73');
  expect(answer).not.toContain('Bus Operator');
});

test('the letter of a status is read: N for non-exempt', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: METER TECHNICIAN\n\nJob Code: 2205 | Grade: 14 | FLSA: N\n\nDUTIES\n\nReads meters.\n',
    'b.txt': 'OAK COUNTY\n\nCLASS TITLE: PLANNER\n\nFLSA: E\n\nDUTIES\n\nPlans.\n',
  });
  const { answer } = await ask('Which jobs are FLSA exempt?');
  expect(answer).toContain('**Planner**');
  expect(answer).not.toContain('**Meter Technician**');
});

test('a date is no age, and an age is asked for without the word', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: GUARD\n\nREQUIREMENTS\n\nMust be 21 years of age at the time of appointment.\n',
    'b.txt':
      'OAK COUNTY\n\nCLASS TITLE: PLANNER\n\nDUTIES\n\nPlans, from 06-21-18 on. Planners are appointed by the board.\n',
  });
  const { answer } = await ask('For which jobs must you be at least 21 when hired or appointed?');
  expect(answer).toContain('**Guard**');
  expect(answer).not.toContain('**Planner**');
});

test('what stands behind an "or" and its alternative belongs to both', async () => {
  const { ask } = await indexOf({
    'a.txt': 'OAK COUNTY\n\nCLASS TITLE: DECK HAND\n\nDUTIES\n\nCleans boats.\n',
    'b.txt': 'OAK COUNTY\n\nCLASS TITLE: CUSTODIAN\n\nDUTIES\n\nCleans offices and repairs chairs.\n',
  });
  const { answer } = await ask('Which classes clean or repair boats?');
  expect(answer).toContain('**Deck Hand**');
  expect(answer).not.toContain('**Custodian**');
});

test('a word of a title that says what it is of names no class', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: SUPERINTENDENT OF BUILDING\n\nSalary: $91,000\n\nDUTIES\n\nPlans the works of the county.\n',
    'b.txt':
      'OAK COUNTY\n\nCLASS TITLE: WINDOW CLEANER\n\nSalary: $31,000\n\nDUTIES\n\nWashes windows of public buildings.\n',
  });
  expect((await ask('how much do they pay who washes the windows on the building')).answer).not.toContain('$91,000');
});
