/** What is pay, and what only comes with it. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

test('a salary that comes with an allowance is one', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: PERMIT TECHNICIAN\n\nOTHER\n\nAnnual salary of $52,000 plus a uniform allowance.\n',
  });
  expect((await ask('what does the Permit Technician earn?')).answer).toContain('$52,000');
});

test('a premium is no salary', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'OAK COUNTY\n\nCLASS TITLE: PERMIT TECHNICIAN\n\nOTHER\n\nBilingual pay of $75 per pay period is available to certified employees.\n',
  });
  expect((await ask('what is the hourly rate of the Permit Technician?')).status).toBe('not-found');
});

test('whether overtime is paid is a status, what it pays is not', async () => {
  const { ask } = await indexOf({
    'a.txt': 'OAK COUNTY\n\nCLASS TITLE: CUSTODIAN\n\nFLSA: Non-Exempt\n\nDUTIES\n\nCleans offices.\n',
  });
  expect((await ask('Do custodians get paid extra for overtime?')).answer).toContain('Non-Exempt');
  const { status, answer } = await ask("What's the overtime rate of a Custodian?");
  expect(status).toBe('not-found');
  expect(answer).toContain('states nothing on overtime rate');
});
