/** What is answered from documents as web pages and scans lay them out. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'kiln.txt': `City of Clayfield

Kiln Keeper (#4100)

$22.02-$29.63 Hourly / $1,761.60-$2,370.40 BiWeekly / $3,816.80-$5,135.87 Monthly / $45,801.60-$61,630.40 Yearly

This is skilled work at kilns.  Bargaining unit position.

Nature of Work

Fires kilns under general supervision.
`,
  'glaze.txt': `GLAZE TECHNICIAN

MARLPIT UNION SCHOOL DISTRICT

SALARY RANGE 29

DEFINITION

Mixes glazes for pupils of the district.

ALLOCATING FACTORS    (All of the conditions below must be met for a position to be allocated to this class.)


1.   The position must mix glazes from raw oxides.

2.   The position must keep the oxide store.
`,
  'wheel.txt': `City of Clayfield

Wheel Mechanic

Pay Range 10 Breakdown

Annually$29,062.11$43,593.16
Bi-Weekly$1,117.77$1,676.66

JOB SUMMARY:  This position repairs potters' wheels.
Knowledge of bearings and belts.
Skill in balancing wheels.
`,
};

const answerTo = async (question: string): Promise<string> => (await (await indexOf(files)).ask(question)).answer;

test('each amount of a line of pay is read by its own unit of time', async () => {
  expect(await answerTo('Which classes pay more than $60,000 a year?')).toContain('Kiln Keeper');
  expect(await answerTo('Which classes pay more than $65,000 a year?')).not.toContain('Kiln Keeper');
});

test('a position of a bargaining unit is said to be one, and a union school district is no union', async () => {
  const list = await answerTo('Which classes are a bargaining unit position?');
  expect(list).toContain('Kiln Keeper');
  expect(list).not.toContain('Glaze Technician');
  expect(await answerTo('Which union represents the Glaze Technician?')).toContain('states nothing on bargaining unit');
});

test('the conditions of an allocation are shown with the heading that introduces them', async () => {
  const answer = await answerTo('allocating factors for Glaze Technician');
  expect(answer).toContain('mix glazes from raw oxides');
  expect(answer).toContain('keep the oxide store');
});

test('knowledge and skills are found by their wording where no heading names them', async () => {
  const answer = await answerTo('Which skills does the Wheel Mechanic need?');
  expect(answer).toContain('Skill in balancing wheels.');
  expect(answer).not.toContain('repairs potters');
});

test('pay run together with its period is found by the period', async () => {
  expect(await answerTo('What is the bi-weekly pay of the Wheel Mechanic?')).toContain('$1,117.77');
});
