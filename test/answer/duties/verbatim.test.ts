import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const TRADES = ['Baker', 'Brewer', 'Cooper', 'Dyer', 'Farrier', 'Glazier'];

const shared = Object.fromEntries(
  TRADES.map((trade) => [
    `${trade}.txt`,
    `TOWN OF BRACKWATER\n\n${trade.toUpperCase()} SUPERVISOR\n\nDUTIES\n\n- Plans the work of the ${trade}s.\n- Promotes sound safety habits among the crews; orders supplies.\n`,
  ]),
);
const FILES = {
  ...shared,
  'porter.txt':
    'TOWN OF BRACKWATER\n\nPORTER\n\nDUTIES\n\n- Promotes sound and lasting safety habits among visitors.\n\nMINIMUM QUALIFICATIONS\n\nKnowledge of how one promotes sound safety habits among the crews.\n',
};

test('every class whose work is stated in the very words is named, and none beside', async () => {
  const { ask } = await indexOf(FILES);
  const { status, answer, citations } = await ask('Which class promotes sound safety habits among the crews?');
  expect(status).toBe('answered');
  expect(answer).toContain('6 of 7 specifications');
  expect(answer).toContain('2 further specifications say the same');
  for (const trade of TRADES) expect(answer).toContain(`${trade} Supervisor`);
  expect(answer).not.toContain('Porter');
  expect(new Set(citations.map(({ source }) => source)).size).toBe(TRADES.length);
});
