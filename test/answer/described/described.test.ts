/** Classes that a question only describes: what is asked of them is answered, and what carries it is shown. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (employer: string, title: string, duties: string[], rest = ''): string =>
  `${employer}\n\nCLASS TITLE: ${title}\n\nDEFINITION\n\nUnder supervision, does related work as required.\n\nEXAMPLES OF DUTIES\n\n${duties.join('\n')}\n\nREQUIREMENTS\n\nEducation: Completion of the tenth grade.\n${rest}`;

const files = {
  'a.txt': spec(
    'CITY OF ALDEN',
    'HARBOR SUPERVISOR',
    ['Assigns boats to the berths of the marina and keeps its docks in repair.', 'Collects berth fees.'],
    '\nOTHER REQUIREMENTS\n\nMust be able to swim.\n',
  ),
  'b.txt': spec('CITY OF ALDEN', 'PAYROLL CLERK', [
    'Enters time sheets and prepares the payroll of teachers.',
    'Answers landlords.',
  ]),
  'c.txt': spec('CITY OF ALDEN', 'EQUIPMENT MECHANIC', ['Repairs buses and trucks.', 'Orders parts.']),
  'd.txt': spec('OAK VALLEY SCHOOL DISTRICT', 'EQUIPMENT MECHANIC', ['Repairs mowers and tractors.', 'Orders parts.']),
};

test('what is asked of the class that the words describe is answered, with the passage it is known by', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('what schooling does the person who assigns boats to berths need?');
  expect(answer.answer).toContain('Taken to be about **Harbor Supervisor**');
  expect(answer.answer).toContain('tenth grade');
});

test.each([
  ['one word that a class only speaks of', 'what does the landlord get paid'],
  ['a class that none of the documents is about', 'what schooling does a boat builder need'],
  ['a class in capitals', 'What schooling does the Teacher Payroll Auditor need?'],
])('%s is answered from no other class', async (_, question) => {
  const { ask } = await indexOf(files);
  expect((await ask(question)).status).toBe('not-found');
});

test('words of employers in general tell two classes of one title apart', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('what does the school district mechanic do?');
  expect(answer.answer).toContain('mowers');
  expect(answer.answer).not.toContain('buses');
});

test('a thread goes on from a class that an answer before it found, two questions back', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('what education do they need?', ['Who assigns boats to berths?', 'can they swim?']);
  expect(answer.citations.every(({ source }) => source === 'a.txt')).toBe(true);
  expect(answer.status).toBe('answered');
});

test('the one class that does it is shown with its surest passages', async () => {
  const { ask } = await indexOf(files);
  const answer = await ask('Which class looks after the marina, its berths and fees?');
  expect(answer.citations.length).toBeGreaterThan(1);
  expect(new Set(answer.citations.map(({ source }) => source))).toEqual(new Set(['a.txt']));
});

const other = {
  'e.txt': spec('CITY OF ALDEN', 'KENNEL ATTENDANT', [
    'Feeds and washes stray dogs and cats and cleans the cages of the animal shelter.',
    'Answers the public at the shelter counter.',
  ]),
  'f.txt': spec('CITY OF ALDEN', 'REFUSE TRUCK OPERATOR', [
    'Drives a truck that collects garbage along an assigned route.',
    'Inspects the truck for leaks.',
  ]),
};

test('a name that no title has in these words is the class that it means', async () => {
  const { ask } = await indexOf({ ...files, ...other });
  const { answer, citations } = await ask('what do the garbage truck drivers do all day?');
  expect(answer).toContain('Taken to be about **Refuse Truck Operator**');
  expect(citations.map(({ marker }) => marker)).toEqual(citations.map((_, index) => index + 1));
});

test.each(['what schooling does the senior kennel attendant need', 'what schooling does the kennel attendant II need'])(
  '%s: a rank or level that the title does not have makes another class',
  async (question) => {
    const { ask } = await indexOf({ ...files, ...other });
    const { answer, status } = await ask(question);
    expect(status).toBe('not-found');
    expect(answer).not.toContain('Taken to be');
  },
);

test('what the class described does not state is said of that class', async () => {
  const { ask } = await indexOf({ ...files, ...other });
  const { answer, status } = await ask('what union covers the guys at the animal shelter?');
  expect(status).toBe('not-found');
  expect(answer).toContain('Kennel Attendant');
});

test('a thread yields to the class that a question describes, and is asked the same of it', async () => {
  const { ask } = await indexOf({ ...files, ...other });
  const { answer } = await ask('and the one who washes the dogs at the shelter?', [
    'What education does a Payroll Clerk need?',
  ]);
  expect(answer).toContain('Taken to be about **Kennel Attendant**');
  expect(answer).toContain('tenth grade');
});
