/** Duties in groups that name their share of time, and names in brackets. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const COORDINATOR = `MOORLAND UNIVERSITY

Kiln Laboratory Coordinator (Fire Keeper)

Summary
Coordinates the daily running of the kiln laboratory.

Typical Functions
Research (about 40 percent)
* Fires test tiles by established protocols.
* Summarizes data for publication.
Compliance (about 25 percent)
* Serves as safety contact.
* Renews permits for the kilns.
* Trains newcomers in protective equipment.

Required Qualifications
A degree in ceramics.
`;

test('a group of duties is a part of the duties, whatever topic its name has elsewhere', async () => {
  const { ask } = await indexOf({ 'klc.txt': COORDINATOR });
  const compliance = (await ask('Give me the compliance functions of the kiln laboratory coordinator')).answer;
  expect(compliance).toContain('Trains newcomers in protective equipment.');
  expect(compliance).not.toContain('Fires test tiles');
  expect((await ask('What does the kiln laboratory coordinator do?')).answer).toContain(
    'Renews permits for the kilns.',
  );
});

test('a second name in brackets finds the class', async () => {
  const { ask } = await indexOf({ 'klc.txt': COORDINATOR });
  expect((await ask('What degree does the fire keeper need?')).answer).toContain('A degree in ceramics.');
});
