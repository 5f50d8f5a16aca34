import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const table = [
  'Level            Class code   Grade   Annual minimum   FLSA',
  'Kiln Keeper I    3301         K4      $41,100          Non-exempt',
  'Kiln Keeper II   3302         K6      $52,700          Exempt',
].join('\n');

test('a table of levels below a title that lists their numerals is the document’s own', () => {
  for (const title of ['KILN KEEPER I, II', 'KILN KEEPER I/II', 'Kiln Keeper I and II']) {
    const { fields } = parseSpec(`${title}\n\n${table}\n\nDefinition\n\nFires kilns all day.\n`, 'a.txt');
    expect(fields.filter(({ label }) => label === 'Level').map(({ value }) => value)).toEqual([
      'Kiln Keeper I',
      'Kiln Keeper II',
    ]);
    expect(fields.filter(({ topic }) => topic === 'salary').map(({ value }) => value)).toEqual(['$41,100', '$52,700']);
    expect(fields.filter(({ topic }) => topic === 'flsa').map(({ value }) => value)).toEqual(['Non-exempt', 'Exempt']);
  }
});

const series = `KILN KEEPER I, II

Supervision

All levels report to the Head Potter.

Level definitions

KILN KEEPER I
Learns to fire kilns. Works beside a Kiln Keeper II.

KILN KEEPER II
Fires kilns alone.

Minimum qualifications

Level I: none.
Level II: two years of firing kilns.

Firing weeks

Each level fires for three weeks, then rests for one.

Working conditions

The work is hot.

Knowledge and abilities

Knows clays and glazes, and how they shrink.
`;

test('levels in capitals below a heading on levels are its parts, and the next heading is none of theirs', () => {
  const { sections } = parseSpec(series, 'a.txt');
  const parents = sections.map(({ heading, parent }) => [heading, sections[parent]?.heading]);
  expect(parents).toContainEqual(['KILN KEEPER I', 'Level definitions']);
  expect(parents).toContainEqual(['KILN KEEPER II', 'Level definitions']);
  expect(parents).toContainEqual(['Minimum qualifications', undefined]);
});

test('a line between blank lines heads the text below where known headings stand so', () => {
  const headings = (text: string): string[] => parseSpec(text, 'a.txt').sections.map(({ heading }) => heading);
  expect(headings(series)).toContain('Firing weeks');
  // Where only one heading stands so, it is no heading.
  const closed = series.replace(/^(Supervision|Working conditions|Knowledge and abilities)\n\n/gm, '$1:\n');
  expect(headings(closed)).not.toContain('Firing weeks');
});
