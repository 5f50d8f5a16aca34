import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const CLERK = `TOWN OF ASHBY

PERMIT CLERK

Class Code: 301

SALARY

$40,000 a year

DUTIES

- Issues permits at the counter.
- Collects fees.
`;

test.each([
  "I'm a Permit Clerk. Should I be reclassified?",
  'Is the pay of the Permit Clerk fair?',
  'Would my manager be wrong to turn down my promotion to Permit Clerk?',
])('%s is a wish or an opinion: nothing in a specification answers it', async (question) => {
  const { ask } = await indexOf({ 'clerk.txt': CLERK });
  const { status, answer } = await ask(question);
  expect(status).toBe('not-found');
  expect(answer).toContain('Human Resources');
});

test('work that is told is laid beside the specification', async () => {
  const { ask } = await indexOf({ 'clerk.txt': CLERK });
  const { status, answer } = await ask('I am a Permit Clerk but I supervise two people. Am I misclassified?');
  expect(status).toBe('answered');
  expect(answer).toContain('Issues permits');
});

test('who decides is said also where only likely passages are shown', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'CITY OF ALDEN\n\nCLASS TITLE: TIDE CLERK\n\nDUTIES\n\nReads tide gauges. Signs notices to boat owners with the approval of the Harbor Master.\n\nHOURS\n\n40 a week.\n',
  });
  const { answer } = await ask('Is it fair that our Tide Clerk signs notices without asking anybody?');
  expect(answer).toContain('Human Resources');
  expect(answer).toContain('comes nearest');
  expect(answer).toContain('with the approval of the Harbor Master');
});
