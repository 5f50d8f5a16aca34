/** Documents as web pages and archives print them: navigation around them, and titles that no line of their own has. */
import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const BODY = `
DEFINITION

Fires brick and tile, and keeps the burners in order.

TYPICAL WORK

- Loads cars with green brick.
- Reads pyrometers.
`;

const identity = (text: string, file = '5_03fa91c07be52d86.txt') => {
  const { title, classCode, employer } = parseSpec(text, file);
  return { title, classCode, employer };
};

test.each([
  [
    'a path of pages and a list by letters',
    `] Office of Human Resources - Moorland County Public Schools

HUMAN RESOURCES → CLASSIFICATION → KILN TENDER

Sorted by job title: A - C | D - H | I - Q | R - Z

Kiln Tender

MOORLAND COUNTY PUBLIC SCHOOLS CLASS DESCRIPTION
`,
  ],
  [
    'a link back',
    `You are here

Home » Personnel » Pay » Job Listing » » State of Moorland Class Specification

State of Moorland Classified Job Specification

Kiln Tender

<< Job Listing

Class Code: 618S
Category: Trades
`,
  ],
  [
    'words that a click opens',
    `Skip to main content

Job Standard for Kiln Tender

View in a Word Processor

Print Page
`,
  ],
  [
    'a line of pay without amounts, and a date',
    `State of Moorland

February 2009 (Revised)

KILN TENDER (#000160)

- Hourly / - BiWeekly /
- Monthly / $44,534.00-$73,611.00 Yearly
`,
  ],
])('%s around a document is no title', (_, head) => {
  expect(identity(`${head}${BODY}`).title.toLowerCase()).toBe('kiln tender');
});

test.each([
  ['in capitals in its first sentence', 'The POTTER does skilled work to fire and glaze.'],
  ['behind a comma', 'A Potter Helper 1, on an assigned shift at a kiln, loads, fires and cleans.'],
  [
    'where it is placed in its series',
    'Work is hot.\n\nPotter Helper 1 is the entry level class in this title series.',
  ],
  [
    'where it is told from another class',
    'The Potter Helper II is distinguished from the Potter Helper III by less say.',
  ],
  ['with another name of it', 'The position of Potter Helper, also known as Kiln Hand, is within the works.'],
  ['as the class of its name', 'The job of Potter Helper is done for the purpose of firing brick on time.'],
])('a class that no line names is called what the text calls it: %s', (_, sentence) => {
  const text = `Moorland Public Universities\n\nClassification Number: 4213\n\n\n${sentence}\n${BODY}`;
  const { title, titleSpan } = parseSpec(text, '5_03fa91c07be52d86.txt');
  expect(title).toMatch(/^potter/i);
  expect(sentence).toContain(title);
  expect(text.slice(titleSpan?.start, titleSpan?.end)).toBe(title);
});

test.each([
  ['another class that it is told from', 'This level is distinguished from the Potter 1 and Potter 3 by its hours.'],
  ['the employer', 'The County of Moorland is an equal opportunity employer and welcomes everybody.'],
  ['the series', 'The Potter series mainly does work that helps to build and keep up kilns.'],
])('a class whose name is nowhere is called by its code, not by %s', (_, sentence) => {
  expect(identity(`Class Code: 596P\n\n${sentence}\n${BODY}`).title).toBe('596P');
});

test.each([
  ['KILN TENDER                                                      0343', 'KILN TENDER', '0343'],
  ['SENIOR\nKILN TENDER 0345', 'SENIOR KILN TENDER', '0345'],
  ['Kiln Tender III (#422300) 032', 'Kiln Tender III', '422300'],
  ['KILN TENDER I (#KT2 )', 'KILN TENDER I', 'KT2'],
  ['KILN TENDER INTERN R3K1IX', 'KILN TENDER INTERN', 'R3K1IX'],
  ['KILN TENDER, GRADE 14 |', 'KILN TENDER', undefined],
  ['Class Description and Minimum Qualifications for R3K - Kiln Tender', 'Kiln Tender', undefined],
])('"%s" is a title and its code', (line, title, classCode) => {
  expect(identity(`${line}\n${BODY}`)).toMatchObject({ title, classCode });
});

test.each([
  ['CITY OF MOORLAND - POSITION DESCRIPTION', 'CITY OF MOORLAND'],
  ['State of Moorland Classified Job Specification', 'State of Moorland'],
  ['The University of Moorland logo', 'The University of Moorland'],
  ['Moorland Public Universities', 'Moorland Public Universities'],
  ['City of Moorland – Kiln Tender', 'City of Moorland'],
  ['Office of Human Resources - Moorland County Public Schools', 'Moorland County Public Schools'],
])('"%s" names the employer', (line, employer) => {
  expect(identity(`${line}\n\nJOB TITLE: Kiln Tender\n${BODY}`)).toMatchObject({ title: 'Kiln Tender', employer });
});

test('a title of two lines below its label is taken whole', () => {
  const head =
    'POSITION DESCRIPTION\nPosition Title:\nGeneral Hand – Open\nKilns\nPosition Number:\nDirectorate: Works\n';
  expect(identity(`${head}${BODY}\nKilns are hot. Kilns are lit at dawn.\n`).title).toBe('General Hand – Open Kilns');
});

test('the head of a table is no title', () => {
  expect(identity(`TITLE\nGRADE EEO-4 CODE\n35*\n${BODY}`).title).not.toContain('GRADE');
});
