/** What one class states: the line that was asked for, and nothing else as if it were the answer. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'guard.txt': `PARK GUARD

Class Code: 1203
Open Date: 03-04-19
(Exam Open to All, including Current Employees)

ANNUAL SALARY

$41,200 to $52,900

Trainees hired under Rule 5.30 begin a six-month trial in the class of Park Guard.

DUTIES

A Park Guard patrols parks and locks their gates.

REQUIREMENTS

1. Graduation from high school; or
2. Two years of experience as an Architectural Associate or Master Gardener.

PROCESS NOTES

1. Candidates must be at least 18 years of age when they are hired.
2. Candidates are considered for each year of service in order of seniority.

SELECTION PROCESS

Examination Weight: Essay . . . . . . 40%
The essay is written on site and asks for an account of an incident.
The interview asks about patrols, gates and keys.
The committee meets in the fall of each year.
Candidates are told by mail where the examination is held.

NOTES

1. A final average score of 70% is required to be placed on the eligible list.

THIS EXAMINATION IS TO BE GIVEN ONLY
ON AN OPEN COMPETITIVE BASIS
`,
  'keeper.txt': `GATE KEEPER

Class Code: 1204
Open Date: 05-06-19

ANNUAL SALARY

$33,000 to $44,000

DUTIES

A Gate Keeper opens gates. Projects above $2 million are watched by a Senior Gate Keeper.

REQUIREMENTS

One year of experience as an Architectural Associate.
`,
};

test.each([
  ['how much does a park guard earn', '$41,200'],
  ['is the park guard exam promotional or open?', 'OPEN COMPETITIVE BASIS'],
  ['When did the Park Guard exam open?', '03-04-19'],
  ['how old do you have to be to become a park guard', '18 years of age'],
  ['passing score for park guard', '70%'],
])('%s', async (question, value) => {
  const { citations, abstained } = await (await indexOf(files)).ask(question);
  expect(abstained).toBe(false);
  expect(citations.map(({ quote }) => quote).join('\n')).toContain(value);
});

test('of a selection process of many things, the one that the question names is shown', async () => {
  const { citations } = await (await indexOf(files)).ask('does the park guard exam have an interview?');
  expect(citations.map(({ quote }) => quote).join('\n')).toContain('interview asks');
  expect(citations.map(({ quote }) => quote).join('\n')).not.toContain('fall of each year');
});

test.each([
  ['gate keeper lifting requirement'],
  ['how much does a gate keeper need to lift'],
  ['travel requirement for the gate keeper?'],
  ['minimum age for a gate keeper'],
  ['is there a medical examination for gate keepers?'],
  ['what schooling is required for a gate keeper'],
  ["what's the salary of a Senior Gate Keeper"],
])('what is not stated is not answered from its other requirements: %s', async (question) => {
  expect((await (await indexOf(files)).ask(question)).abstained).toBe(true);
});

test('a word of a rank or another name is no description of a class', async () => {
  expect((await (await indexOf(files)).ask('salary principal park guard')).abstained).toBe(true);
  expect((await (await indexOf(files)).ask('can I appeal how gates opens?')).answer).not.toContain('Taken to be about');
});

const authority = {
  'port.txt': 'PORT OF ANNEL\n\nDOCK MECHANIC\n\nPay: $31.50 per hour\n\nDUTIES\n\nRepairs cranes.\n',
  'homes.txt':
    'TARN HOUSING AUTHORITY\n\nROOF MECHANIC\n\nDUTIES\n\nRepairs roofs. A boot allowance of $300 is given each July.\n',
};

test('neither the name of the employer nor an allowance is what a class is paid', async () => {
  const { ask } = await indexOf(authority);
  expect((await ask('how much does the Tarn Housing Authority pay its roof mechanics?')).abstained).toBe(true);
});

test('days of leave are not years of experience', async () => {
  const { ask } = await indexOf(files);
  expect((await ask('How many sick days does a park guard get a year?')).abstained).toBe(true);
});
