import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';
import { foldSpace } from '../../src/words.ts';

const SPEC = `Tidal Court of Marlow
Harbour Court Clerk II
Job Class No. 412

General Purpose

The Harbour Court Clerk II performs legal clerical work at the public counter in support of the
Court.

Level of the Class

Harbour Court Clerk II is the fully experienced level of a three-level series. A Harbour Court
Clerk I files papers and learns the codes, and is expected to qualify for the second level. The
Harbour Court Clerk III is regularly assigned to a civil trial department.

Supervision

Work is assigned by a Court Operations Supervisor, who checks it from time to time for accuracy
and good service. The class has no supervisory duties, though an experienced clerk may show the
work to a newcomer.

Typical Tasks

Swear witnesses
Record in the minutes what the judge has ordered
Prepare warrants and abstracts
Guide the Harbour Bailiff A
Certify copies
`;

const { passages } = parseSpec(SPEC, 'clerk.txt');
const said = passages.map(({ start, end }) => foldSpace(SPEC.slice(start, end)));

test.each([
  ['after an article', /in support of the Court\.$/],
  ['within a name, behind another sentence', /^A Harbour Court Clerk I files papers.*second level\.$/],
  ['after an article behind another sentence', /^The Harbour Court Clerk III is regularly/],
])('a sentence that a line break cuts before a capital is read whole: %s', (_, whole) => {
  expect(said).toContainEqual(expect.stringMatching(whole));
});

test('lines of a list that end without a full stop are not joined', () => {
  expect(said).toEqual(expect.arrayContaining(['Swear witnesses', 'Guide the Harbour Bailiff A', 'Certify copies']));
});
