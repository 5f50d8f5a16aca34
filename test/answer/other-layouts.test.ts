/** What classes of other employers' documents state, however they are laid out, and what they don't. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'harbour.txt': `CITY OF OAKMOOR
HARBOUR MECHANIC

Class Code: 5512
Salary Grade: M-7

DISTINGUISHING CHARACTERISTICS

A Harbour Mechanic differs from the Lead Harbour Mechanic, who orders parts above the spending limit of $900 a job.

PHYSICAL DEMANDS

Lifts and carries up to 80 pounds.
`,
  'district.txt': `QUAYSIDE SCHOOL DISTRICT
HARBOUR MECHANIC

Job Code: 88
Hourly Rate: $30.10 to $36.40

LICENSES AND OTHER REQUIREMENTS

Boat master's certificate within one year of employment.

PHYSICAL DEMANDS

Kneeling and crawling in boats.
`,
  'clerk.txt': `COUNTY OF LARCH
Deputy Records Clerk

| CLASS | NUMBER | PAY RANGE |
|---|---|---|
| Deputy Records Clerk | 26512 | 33 |

DUTIES

Files deeds and stamps them.
`,
  'water.txt': `CITY OF OAKMOOR
POSITION TITLE:   Supervisor, Pump Operations          DEPARTMENT:   Works
SUPERVISES:       Direct: 6 Operators   Indirect: 2 Students

DUTIES

Plans the work of the pump crews.
`,
  'officer.txt': `Larkfield Borough Council

Job Title:   Shelter Officer

Duties
To visit shelters.

Person Specification

Criteria                                   Essential   Desirable
Experience
A year's experience of work in shelters    X
Experience of keeping a register                       X
`,
};

test('a spending limit is no pay, and a grade is told beside the pay that is not stated', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('what is the pay of a harbour mechanic');
  expect(answer).toContain('$30.10');
  expect(answer).toContain('Salary Grade: M-7');
  expect(answer).not.toContain('$900');
});

test('employers are told by their own lines, not by other words of employment', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('Which employers have a harbour mechanic?');
  expect(answer).toContain('QUAYSIDE SCHOOL DISTRICT');
  expect(answer).not.toContain('certificate');
});

test('a requirement asked for by name is not looked for by the word requirement', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('lifting requirement for harbour mechanic');
  expect(answer).toContain('80 pounds');
  expect(answer).not.toContain('certificate');
});

test("a city's class is not taken for a county's", async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask('what does the city clerk make');
  expect(status).toBe('not-found');
  expect(answer).toContain('Deputy Records Clerk');
  expect((await ask('what does the county clerk do')).status).toBe('answered');
});

test('of a table the row is quoted that has the value', async () => {
  const { ask } = await indexOf(files);
  const { citations } = await ask('class number of the deputy records clerk');
  expect(citations.map(({ quote }) => quote)).toEqual(['Deputy Records Clerk | 26512 | 33']);
});

test('a title with a comma answers to its natural order', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('who does the pump operations supervisor supervise');
  expect(answer).toContain('Direct: 6 Operators');
});

test('what is only desirable is left out where the essential is asked for', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('essential criteria for the shelter officer');
  expect(answer).toContain('work in shelters');
  expect(answer).not.toContain('register');
});
