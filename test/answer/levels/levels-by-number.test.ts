/** Series whose lines tell levels apart by number, and whose parts have lettered headings. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';
import { createLevels } from './levels-of.ts';

const TENDERS = `STATE OF MOORLAND
DIVISION OF CLASSIFICATION

CLASS SERIES: KILN TENDER

TITLE              CODE      PAY RANGE
Kiln Tender 1      K100      R-16
Kiln Tender 2      K200      R-19
Kiln Tender 3      K300      R-22

OVERTIME: Levels 1 and 2 are eligible for overtime. Level 3 is exempt.
REPRESENTATION: Levels 1 and 2, Brickworkers Local 9. Level 3 is not represented.

I. NATURE OF WORK
Positions in this series fire brick and tile in the kilns of the state works.

II. LEVELS

KILN TENDER 1
A. Level definition. Trainee level. Loads cars with green brick.
B. Typical tasks.
   - Stacks brick on cars.
   - Sweeps flues.
C. Entry requirements. None; training is given.

KILN TENDER 2
A. Level definition. Full performance level. Fires a kiln alone.
B. Typical tasks.
   - Reads pyrometers.
C. Entry requirements. One year as a Kiln Tender 1.

KILN TENDER 3
A. Level definition. Supervisor. Directs a shift.
B. Typical tasks.
   - Draws up rosters.

   - Orders coal.
C. Entry requirements. Two years as a Kiln Tender 2. A trade diploma
   substitutes for one year.
`;

test('lettered headings that a full stop ends part a level’s text', async () => {
  const { ask } = await indexOf({ 'kt.txt': TENDERS });
  const tasks = (await ask('typical tasks of Kiln Tender 3')).answer;
  expect(tasks).toContain('Draws up rosters.');
  expect(tasks).toContain('Orders coal.');
  expect(tasks).not.toContain('Reads pyrometers');
  const entry = (await ask('minimum qualifications for Kiln Tender 3?')).answer;
  expect(entry).toContain('Two years as a Kiln Tender 2.');
  expect(entry).not.toContain('Orders coal');
  const differ = (await ask('difference between a kiln tender 1 and a 2?')).answer;
  expect(differ).toContain('Trainee level');
  expect(differ).toContain('Full performance level');
});

test('a field that tells levels apart by number states for each its own part', () => {
  const valuesOf = (topic: string): string[] =>
    createLevels(TENDERS).map(({ fields }) =>
      fields.flatMap((field) => (field.topic === topic ? field.value : [])).join(),
    );
  expect(valuesOf('flsa')).toEqual([
    'Levels 1 and 2 are eligible for overtime.',
    'Levels 1 and 2 are eligible for overtime.',
    'Level 3 is exempt.',
  ]);
  expect(valuesOf('bargaining-unit')[2]).toBe('Level 3 is not represented.');
});

test('a list names the levels that qualify and not their sisters', async () => {
  const { ask } = await indexOf({ 'kt.txt': TENDERS });
  const exempt = (await ask('list every job that is exempt from overtime')).answer;
  expect(exempt).toContain('**Kiln Tender 3**');
  expect(exempt).not.toContain('**Kiln Tender 1**');
});

test('pay and codes of several levels in one value or over two lines are each level’s own', () => {
  const levels = createLevels(`MOORLAND COUNTY

Class Code: 3315 / 3316     Grade: 41 / 45

KILN TENDER I
KILN TENDER II

DEFINITION
Under supervision (I) or general supervision (II), fires brick and tile.

PROBATION: Twelve months
SALARY: I  $1,842.40 - $2,239.20 biweekly
        II $2,031.20 - $2,468.80 biweekly
`);
  const told = levels.map(({ fields }) =>
    fields.filter(({ topic }) => topic === 'salary' || topic === 'pay-grade').map(({ value }) => value),
  );
  expect(told).toEqual([
    ['41', 'I $1,842.40 - $2,239.20 biweekly'],
    ['45', 'II $2,031.20 - $2,468.80 biweekly'],
  ]);
});
