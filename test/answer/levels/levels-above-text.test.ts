/** Several classes above one text: each level has its own lines, and what it shares with the others. */
import { expect, test } from 'vitest';
import { createLevels } from './levels-of.ts';

const BODY = `
DEFINITION

Under general supervision, fires brick and tile, and keeps the burners in order.

TYPICAL DUTIES

- Loads cars with green brick.
- Reads pyrometers.
`;

const PAY = `Alder County

KILN TENDER I (#KT2 )
$31.06-$39.29 hourly / $5,384.00-$6,810.00 monthly
KILN TENDER II (#KT4 )
$32.90-$41.66 hourly / $5,703.00-$7,221.00 monthly
KILN TENDER III (#KT5 )
$36.09-$45.66 hourly / $6,255.00-$7,914.00 monthly
${BODY}`;

const GRADES = `Occ. Code 7902200

KILN TENDER, GRADE 9 |
7902200 |
SENIOR KILN TENDER, GRADE 12 |
7902300 |

Moorland State Department of Civil Service

Classification Standard

BRIEF DESCRIPTION OF CLASS SERIES

Kiln Tenders fire brick for State buildings.

DISTINGUISHING CHARACTERISTICS

KILN TENDER: full performance level; under the direction of a Senior Kiln Tender, fire brick.

SENIOR KILN TENDER: advanced performance level; runs the larger kilns.
`;

const SCANNED = `Archive WebLink
Al CITY OF MOORLAND <br />KILN TENDER I <br />KILN TENDER 11 <br />DEFINITION: <br />To fire brick for the City, and to tend <br />burners. <br />DISTINGUISHING CHARACTERISTICS: <br />Kiln Tender I <br />The class is where people learn to fire brick. <br />Kiln Tender U <br />Incumbents mend burners alone. <br />
`;

const CODES = `Hearth Keeper Series

Moorland State Personnel Board Specification

Scope

Three class levels are described here for those who fire brick in the kilns of the State.

Schem Code Class Code Class
GM50 3951 Hearth Keeper
GM41 1983 Senior Hearth Keeper
${BODY}`;

const HEADED = `Class Description
Valid as of: July 2018
This class series uses two levels and describes the firing of brick. Positions in this series load and empty kilns.
Kiln Tender I
Concept of Class
This class describes the intermediate level. Positions work on their own in limited parts of a firing.
Kiln Tender II
Concept of Class
This class describes the fully-operational level. Positions carry out whole firings and mend burners.
`;

const DEFINED = `Fires brick for public works. Takes on more of the firing as the class level rises.

Junior Potter- This is the entry level in the series. Positions in this class learn to fire brick.

Assistant Potter- This class lies between the entry level and the journey level. Positions mend burners.
`;

test.each([
  [
    'lines with code and pay',
    PAY,
    [
      ['KILN TENDER I', 'KT2'],
      ['KILN TENDER II', 'KT4'],
      ['KILN TENDER III', 'KT5'],
    ],
  ],
  [
    'lines with a grade above a code',
    GRADES,
    [
      ['KILN TENDER', '7902200'],
      ['SENIOR KILN TENDER', '7902300'],
    ],
  ],
  [
    'scanned lines',
    SCANNED,
    [
      ['KILN TENDER I', undefined],
      ['KILN TENDER II', undefined],
    ],
  ],
  [
    'a list of codes and titles',
    CODES,
    [
      ['Hearth Keeper', '3951'],
      ['Senior Hearth Keeper', '1983'],
    ],
  ],
  [
    'headings',
    HEADED,
    [
      ['Kiln Tender I', undefined],
      ['Kiln Tender II', undefined],
    ],
  ],
  [
    'sentences',
    DEFINED,
    [
      ['Junior Potter', undefined],
      ['Assistant Potter', undefined],
    ],
  ],
  [
    'a line for all',
    `KILN TENDER I KILN TENDER II/III\n${BODY}`,
    ['I', 'II', 'III'].map((one) => [`KILN TENDER ${one}`, undefined]),
  ],
  [
    'numerals before a dash',
    `Kiln Tender II, III - Harbour Works\n${BODY}`,
    [
      ['Kiln Tender II', undefined],
      ['Kiln Tender III', undefined],
    ],
  ],
  [
    'headings below a first one, where no line is a title',
    `Department: Works\nClassification: T-3 (I) or T-5 (II)\n\nNature of Work:\n\nKiln Tender I:\n\nLearns to fire brick.\n\nKiln Tender II:\n\nFires brick alone.\n`,
    [
      ['Kiln Tender I', undefined],
      ['Kiln Tender II', undefined],
    ],
  ],
  [
    'rows that slashes part',
    `TITLE / GRADE / EEO-4 / CODE\nKILN TENDER II / 35* / G / 9.417\nKILN TENDER I / 34* / G / 9.418\n${BODY}`,
    [
      ['KILN TENDER II', '9.417'],
      ['KILN TENDER I', '9.418'],
    ],
  ],
  [
    'a dash before the level',
    `Kiln Tender - I (#4770)\n\nKiln Tender - II (#4771)\n${BODY}`,
    [
      ['Kiln Tender I', '4770'],
      ['Kiln Tender II', '4771'],
    ],
  ],
  [
    'numerals and a rank',
    `Kiln Tender I/II/Senior\n${BODY}`,
    [
      ['Kiln Tender I', undefined],
      ['Kiln Tender II', undefined],
      ['Senior Kiln Tender', undefined],
    ],
  ],
  [
    'ranks before a noun',
    `Assistant/Associate Potter\n${BODY}`,
    [
      ['Assistant Potter', undefined],
      ['Associate Potter', undefined],
    ],
  ],
  [
    'words that stand again',
    `SENIOR POTTER POTTER POTTER TRAINEE\n${BODY}`,
    [
      ['SENIOR POTTER', undefined],
      ['POTTER', undefined],
      ['POTTER TRAINEE', undefined],
    ],
  ],
])('levels are told by %s', (_, text, levels) => {
  expect(createLevels(text).map(({ title, classCode }) => [title, classCode])).toEqual(levels);
});

test('a level has its own pay, and none of the others', () => {
  const pay = createLevels(PAY).map(({ fields }) =>
    fields.filter(({ topic }) => topic === 'salary').map(({ value }) => value),
  );
  expect(pay.map((values) => values.map((value) => value.slice(0, 13)))).toEqual([
    ['$31.06-$39.29'],
    ['$32.90-$41.66'],
    ['$36.09-$45.66'],
  ]);
});

test('a level has its own grade and code, also where one of the codes stands above all', () => {
  const said = createLevels(GRADES).map(({ fields }) =>
    fields.filter(({ topic }) => ['pay-grade', 'class-code'].includes(topic)).map(({ value }) => value),
  );
  expect(said).toEqual([expect.arrayContaining(['9', '7902200']), ['7902300', '12']]);
  expect(said[0]).not.toContain('12');
});

test('what is said of one level is not said of the other, whatever the scanner made of its numeral', () => {
  const [one, two] = createLevels(SCANNED).map(({ passages }) =>
    passages.map(({ start, end }) => SCANNED.slice(start, end)).join('\n'),
  );
  expect(one).toContain('learn to fire');
  expect(one).not.toContain('mend burners alone');
  expect(two).toContain('mend burners alone');
  expect(two).not.toContain('learn to fire');
  expect(two).toContain('fire brick for the City');
});

test('a part of the text that a level heads is its own', () => {
  const [one, two] = createLevels(HEADED).map(({ passages }) =>
    passages.map(({ start, end }) => HEADED.slice(start, end)).join('\n'),
  );
  expect(one).not.toContain('whole firings');
  expect(two).toContain('whole firings');
  expect(two).not.toContain('limited parts');
});

test.each([
  [
    'a class that is told from another',
    `KILN TENDER II\n${BODY}\nDISTINGUISHING CHARACTERISTICS\n\nKiln Tender I is the entry level.\n\nKiln Tender II is the journey level.\n`,
  ],
  ['two trades in one title', `Kiln Tender/Glazier\n${BODY}`],
  ['a family above its class', `Potter\n\nKILN TENDER\n${BODY}`],
  ['a title printed twice', `KILN TENDER II\n\nKiln Tender II\n${BODY}`],
  ['a class without levels', `Kiln Tender\n${BODY}`],
])('%s makes no levels', (_, text) => {
  expect(createLevels(text)).toHaveLength(1);
});
