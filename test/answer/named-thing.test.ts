/** A thing asked for by its name stands in the class's document, or is said to be missing: never what is next to it. */
import { describe, expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'keeper.txt': `TOWN OF ASTLEY

CLASS TITLE: GROUNDS KEEPER

SALARY RANGE: $40,000 to $50,000 a year

SALARY STEPS: $40,000, $45,000, $50,000

BENEFITS

Medical plans, paid holidays and a uniform allowance.

DUTIES

Mows the grounds and keeps the flower beds of the town's gardens. Enforces the policy on dogs at the gate.
Waters the lawns.

REQUIREMENTS

A valid driver's license.
`,
};

describe('a thing asked for by its name', () => {
  test.each([
    ['What is the parking policy for a Grounds Keeper?', 'parking'],
    ['What jury duty pay does a Grounds Keeper get?', 'jury'],
    ['Does the Grounds Keeper specification mention childcare benefits?', 'childcare'],
    ['Tell me the crime rate of the Grounds Keeper', 'crime'],
    ['What is the coffee budget for a Grounds Keeper?', 'coffee'],
    ['library permit for Grounds Keeper?', 'library'],
  ])('%s is not stated', async (question, missing) => {
    const answer = await (await indexOf(files)).ask(question);
    expect(answer.status).toBe('not-found');
    expect(answer.answer.toLowerCase()).toContain(missing);
  });

  test.each([
    ['What is the salary of the Grounds Keeper?', '$40,000'],
    ['What is the starting salary for a Grounds Keeper?', '$40,000'],
    ['What uniform allowance does a Grounds Keeper get?', 'uniform allowance'],
    ['Does the Grounds Keeper specification mention holidays?', 'paid holidays'],
    ['What license requirement is there for a Grounds Keeper?', "driver's license"],
  ])('%s is answered from where it stands', async (question, stated) => {
    const answer = await (await indexOf(files)).ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain(stated);
  });
});
