import { expect, test } from 'vitest';
import type { ClassSpec } from '../../src/domain.ts';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const text = `KILN KEEPER                                      CODE: 4410

EXAMPLES        1.  Loads and fires kilns.
OF DUTIES:      2.  Mixes glazes by weight.
                3.  Keeps the firing log.

MINIMUM         One year of firing kilns.
QUALIFICATIONS: A course in ceramics, or another
                year of firing.

OTHER           Own boots and gloves are needed.
CONDITIONS:

REPORTS         Head Potter
TO:             Studio Two
`;

const told = ({ sections, passages }: ClassSpec): [string, string[]][] =>
  sections.map(({ heading }, index) => [
    heading,
    passages
      .filter(({ section, kind }) => section === index && (kind === 'item' || kind === 'sentence'))
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')),
  ]);

test('a heading left of its text takes several of its lines, and the text is whole beside it', () => {
  const spec = parseSpec(text, 'a.txt');
  expect(told(spec)).toEqual([
    ['EXAMPLES OF DUTIES', ['Loads and fires kilns.', 'Mixes glazes by weight.', 'Keeps the firing log.']],
    ['MINIMUM QUALIFICATIONS', ['One year of firing kilns.', 'A course in ceramics, or another year of firing.']],
    ['OTHER CONDITIONS', expect.arrayContaining(['Own boots and gloves are needed.'])],
  ]);
  expect(spec.sections.map(({ topic }) => topic).slice(0, 2)).toEqual(['duties', 'qualifications']);
  expect(spec.fields.map(({ topic }) => topic)).not.toContain('salary');
});
