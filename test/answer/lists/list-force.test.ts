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
