import { expect, it } from 'vitest';
import { indexOf } from '../index-of.ts';

const ARBORIST = `TOWN OF MILLBROOK

ARBORIST

Class Code: 2201

DUTIES

- Prunes trees.

MINIMUM QUALIFICATIONS

Graduation from a four-year college with a major in forestry; or any combination of training and experience that provides the desirable knowledge, abilities and skills.
`;

it('a requirement that speaks of "the desirable knowledge" is required all the same', async () => {
  const { ask } = await indexOf({ 'arborist.txt': ARBORIST });
  const { answer } = await ask("Which classes require a bachelor's degree?");
  expect(answer).toContain('1 of 1');
  expect(answer).not.toContain('Preferred');
});

it('what one part of a sentence prefers, another may require', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'VILLAGE OF TARN\n\nCODE READER\n\nEDUCATION\n\nAssociate degree in health records; bachelor’s degree preferred.\n',
    'b.txt': 'VILLAGE OF TARN\n\nKENNEL HAND\n\nEDUCATION\n\nHigh school diploma.\n',
  });
  const { answer } = await ask('Which classes require an associate degree?');
  expect(answer).toMatch(/^1 of 2 specifications:\n- \*\*Code Reader\*\*: “Associate degree in health records;”/);
  expect((await ask('Which classes require a bachelor’s degree?')).answer).toContain('Preferred, not required');
});
