/** Where a class's power ends: what it may not do, and the amount up to which it decides. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const files = {
  'one.txt': `OAK COUNTY

CLASS TITLE: LEAD HARBOR CLERK

Salary: $41,000 - $52,000

DUTIES

Leads a small crew and lays out its work; does not hire or discipline its members.
Approves berth refunds up to $300 without reference to the manager.
Keeps the register of berths. The register is not kept on paper.

REQUIREMENTS

Two years as a Harbor Clerk. Experience as a cashier does not count.
`,
  'two.txt': `OAK COUNTY

CLASS TITLE: HARBOR CLERK

Salary: $31,000 - $39,000

DUTIES

Collects berth fees.
`,
};

test('what a class may not do is told by the lines that deny it', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('What is a Lead Harbor Clerk not allowed to do to its crew?');
  expect(answer).toContain('does not hire or discipline its members');
  expect(answer).not.toContain('not kept on paper');
});

test('what does not count is told, not what does', async () => {
  const { ask } = await indexOf(files);
  const { citations } = await ask("What experience won't be accepted for the Lead Harbor Clerk?");
  expect(citations[0]?.quote).toContain('does not count');
});

test('an amount that may be decided is no salary', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask(
    'How much can a Lead Harbor Clerk refund on their own, up to what limit may they approve?',
  );
  expect(answer).toContain('up to $300');
  expect(answer).not.toContain('$41,000');
});

test('a salary is no amount that may be decided', async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask('How much can a Harbor Clerk approve in refunds?');
  expect(status).toBe('not-found');
  expect(answer).toContain('states nothing on an amount that may be spent');
});
