import { describe, expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const duties = (title: string, ...lines: readonly string[]): string =>
  `${title}\n\nDUTIES\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;

const COMMON = 'Applies sound supervisory principles and techniques in building an effective work force.';
const OTHERS = ['Baker', 'Brewer', 'Cooper', 'Farrier', 'Glazier', 'Mason', 'Miller', 'Potter', 'Tanner'].map(
  (name) => [`${name}.txt`, duties(`${name.toUpperCase()} SUPERVISOR`, COMMON, `Inspects the ${name} shop.`)] as const,
);
const FILES = {
  ...Object.fromEntries(OTHERS),
  'z.txt': duties(
    'TREASURER',
    COMMON,
    'Processes the biweekly payroll.',
    'Issues corrected water bills.',
    'Sets up payment plans for delinquent accounts.',
  ),
};

test.each([
  'Which class fits these duties?\n- processes the payroll\n- issues corrected water bills\n- sets up payment plans',
  "I've got a request. The employee says she: processes the payroll, issues corrected water bills, sets up payment plans. What class is this closest to?",
  'New position. Duties: process payroll; issue corrected water bills; set up payment plans.',
  'My employee does the following. What class is that?\n- processes the payroll\n- issues corrected water bills\n- sets up payment plans',
])('the duties of a pasted list are told from what introduces them and asks for the class: %s', async (question) => {
  const { ask } = await indexOf(FILES);
  const { answer } = await ask(question);
  expect(answer).toMatch(/^\*\*Treasurer\*\* matches 3 of 3:/);
});

test('a duty that all classes have decides nothing, and is shown for the class that the others decide on', async () => {
  const { ask } = await indexOf(FILES);
  const { answer } = await ask(
    'Which class fits these duties: applies sound supervisory principles and techniques; issues corrected water bills; sets up payment plans for delinquent accounts',
  );
  expect(answer).toMatch(/^\*\*Treasurer\*\* matches 3 of 3:/);
});

test('a first duty that speaks of people who do something is no introduction', async () => {
  const { ask } = await indexOf(FILES);
  const { answer } = await ask(
    'Which class fits this list?\n- checks the work of staff who process the payroll\n- issues corrected water bills\n- sets up payment plans',
  );
  expect(answer).toContain('checks the work of staff who process the payroll');
  expect(answer).toMatch(/^\*\*Treasurer\*\*/);
});

describe('a class that is supervised', () => {
  const GUARDS = {
    'guard.txt': duties('PIER GUARD', 'Patrols the piers and the boats at night.', 'Writes reports of the night.'),
    'captain.txt': duties('PIER CAPTAIN', 'Supervises Pier Guards.', 'Plans the patrols of the piers at night.'),
    'clerk.txt': duties('CLERK', 'Answers the telephone.'),
  };

  test.each([
    'Which class fits these duties?\n- leads Pier Guards\n- plans the patrols at night',
    'Which job title fits this list: directs the work of Pier Guards; plans night patrols',
  ])('is not the class that supervises it: %s', async (question) => {
    const { ask } = await indexOf(GUARDS);
    const { answer } = await ask(question);
    expect(answer).toMatch(/^\*\*Pier Captain\*\*/);
  });
});

test('duties below a level by its number are that level’s alone', async () => {
  const { ask } = await indexOf({
    'series.txt': `TOWN OF ELM

KILN ATTENDANT I/II

DEFINITION

Kiln Attendants fire pots in the town kiln.

LEVEL DEFINITIONS

Kiln Attendant I. Entry level. Works under close watch.

Kiln Attendant II. Full level. Works alone.

EXAMPLES OF WORK

Level I
- Sweeps the kiln and stacks wood beside it.
- Carries pots to the shelves.

Level II
- Orders clay and glaze within a budget.
- Rates the performance of other attendants.

MINIMUM QUALIFICATIONS

Kiln Attendant I: none.
Kiln Attendant II: one year as a Kiln Attendant I.
`,
  });
  const { answer } = await ask(
    'Which class fits these duties?\n- orders clay and glaze\n- rates the performance of others',
  );
  expect(answer).toMatch(/^\*\*Kiln Attendant II\*\*/);
});

test('duties behind a request for their class are matched one by one', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'TOWN OF ASHBY\n\nCLASS TITLE: PIER GUARD\n\nDUTIES\n\n- Walks the pier at closing time.\n- Sells fishing permits to visitors.\n- Rescues swimmers.\n',
  });
  const { answer } = await ask('Find the class for: sells fishing permits, rescues swimmers, waters the lawns');
  expect(answer).toContain('matches 2 of 3');
  expect(answer).toMatch(/waters the lawns → nothing matches/);
});
