import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

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
