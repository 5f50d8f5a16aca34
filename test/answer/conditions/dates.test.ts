/** Lists by date: the newest and the oldest of what is stated. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (title: string, dates: string): string => `OAK COUNTY

CLASS TITLE: ${title}
${dates}

EXAMPLES OF DUTIES

Does the work of its class.
`;

const files = {
  'a.txt': spec('CLERK', 'Established: June 4, 1998\nRevised: 03/2019'),
  'b.txt': spec('PLANNER', 'Established: May 2012'),
  'c.txt': spec('WELDER', ''),
};

test('the spec revised most recently is the one of the latest such date', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('Which spec was revised most recently?');
  expect(answer).toContain('**Clerk**');
  expect(answer).not.toContain('**Planner**');
});

test('the oldest is the one of the earliest date, and who states none is named', async () => {
  const { ask } = await indexOf(files);
  const { answer } = await ask('which spec is oldest');
  expect(answer).toMatch(/\*\*Clerk\*\*: “Established: June 4, 1998”/);
  expect(answer).toMatch(/Nothing is stated on such a date by: Welder/);
});
