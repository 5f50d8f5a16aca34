/** Sections below headings in a person's own words, and facts beside the values of other labels, are found. */
import { expect, it } from 'vitest';
import { indexOf } from './index-of.ts';

const SPEC = `COUNTY OF MARLOW

TIDE GAUGE KEEPER
Class Code: 5512
Pay: Hourly, union scale (IBEW Local 88)   Status: Hourly; eligible for overtime
Salary: $41,200 - $52,900 per annum (Pay Band 6, Steps 1 to 5)

What This Class Is For

Keeps the harbour's gauges in order.

How This Class Differs from Others

A Tide Gauge Keeper works alone; a Wharf Clerk works under a keeper.

What the Work Involves

Reads each gauge at low water and writes the height in the log.

Oils the floats and replaces worn chains.

What a Keeper Must Know and Be Able To Do

Knowledge of tide tables.

Guides one or two deck hands and helpers; no supervision of staff.

Working Test Period

Nine months.

Advancement in the Series

A keeper with three years may become a Harbour Reader.
`;

it.each([
  ['duties', 'What does a Tide Gauge Keeper do?', /low water[\s\S]*worn chains/],
  ['what sets it off', 'What distinguishes the Tide Gauge Keeper from a Wharf Clerk?', /works alone/],
  ['knowledge', 'What knowledge does a Tide Gauge Keeper need?', /tide tables/],
  ['whom it guides', 'Does a Tide Gauge Keeper supervise anyone?', /deck hands/],
  ['probation', 'How long is probation for a Tide Gauge Keeper?', /Nine months/],
  ['the way up', 'career path of the Tide Gauge Keeper?', /Harbour Reader/],
  ['the union beside the pay', 'What union is the Tide Gauge Keeper in?', /IBEW Local 88/],
  ['overtime beside the status', 'FLSA status of the Tide Gauge Keeper?', /eligible for overtime/],
  ['the grade beside the pay', 'What pay band is the Tide Gauge Keeper?', /Pay Band 6/],
])('%s', async (_, question, said) => {
  const { ask } = await indexOf({ 'keeper.txt': SPEC });
  const { answer, status } = await ask(question);
  expect(status).toBe('answered');
  expect(answer).toMatch(said);
});

it('a class whose duties stand below no heading is said to do what its definition says', async () => {
  const { ask } = await indexOf({ 'keeper.txt': SPEC.replace(/What the Work Involves[\s\S]*worn chains\.\n/, '') });
  const { answer, status } = await ask('What does a Tide Gauge Keeper do?');
  expect(status).toBe('answered');
  expect(answer).toContain('gauges in order');
});
