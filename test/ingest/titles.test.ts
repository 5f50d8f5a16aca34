/** Titles where a layout hides them: in tables, numbered entries and outlines, or behind a label that says something else. */
import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const BODY = `
DEFINITION
A Kiln Tender fires brick and tile, and keeps the burners in order.

DUTIES
- Loads cars with green brick.
- Reads pyrometers.
`;

test.each([
  [
    'in the only row of a table, beside a table of its series',
    `STATE OF MOORLAND | CLASSIFICATION SPECIFICATION

| CLASSIFICATION | CLASS NUMBER | PAY RANGE |
|---|---|---|
| Kiln Tender 2 | 66712 | 14 |

| SERIES | SERIES NO. | EEO |
|---|---|---|
| Kiln Tender | 6671 | Skilled |
`,
    'Kiln Tender 2',
  ],
  [
    'in a numbered entry with series and grade',
    `BUREAU OF BRICK
POSITION DESCRIPTION                         PD No. 9B204

1. Title, Series, Grade:      Kiln Tender, WG-5439-08
2. Organization:              Firing Branch, Works Division
`,
    'Kiln Tender',
  ],
  [
    'behind what kind of document it is',
    `TOWN OF BRICK
POSITION PROFILE - KILN TENDER
`,
    'KILN TENDER',
  ],
  [
    'in an outline',
    `City of Moorland                                  KT-07
OFFICIAL CLASS DESCRIPTION

1.0  TITLE
     1.1  Kiln Tender
     1.2  Pay Plan: Works, Step W-5
`,
    'Kiln Tender',
  ],
  [
    'on its line, when "classification" labels a status',
    `City of Moorland

Master Potter's Mate

Job Classification:  Professional
Overtime Status:     Exempt (professional)
`,
    "Master Potter's Mate",
  ],
])('the title is found %s', (_, head, title) => {
  expect(parseSpec(`${head}${BODY}`, 'moorland-master-potters-mate.txt').title).toBe(title);
});

test.each([
  [
    'below the letterhead of a department in capitals',
    `Class Code: 00292

MOORLAND DEPARTMENT OF ADMINISTRATIVE SERVICES

PERSONNEL ENTERPRISE

KILN TENDER 2
`,
    'KILN TENDER 2',
  ],
  [
    'below the name of a page of openings',
    `Employment Opportunities

← Back to Employment Opportunities

Assistant Kiln Administrator

Prepared on December 1, 2023
Department Brick
`,
    'Assistant Kiln Administrator',
  ],
])('a title that says what somebody is, %s', (_, head, title) => {
  expect(parseSpec(head + BODY.replaceAll('Kiln Tender', 'employee'), 'x7.txt').title).toBe(title);
});

test('an outline’s number before a title and a second name behind it don’t give way to a label’s statuses', () => {
  const spec = parseSpec(
    `Moorland Pottery District
Manual of the Board, Appendix C: Class Descriptions

C-7. Kiln Operator (Fire Tender)

Department: Brickworks
Classification: Hourly, non-exempt; not covered by a labor agreement
${BODY.replaceAll('Kiln Tender', 'Kiln Operator')}`,
    'adopted.txt',
  );
  expect(spec.title).toBe('Kiln Operator (Fire Tender)');
  expect(spec.fields).toContainEqual(expect.objectContaining({ topic: 'flsa', value: 'non-exempt' }));
});
