import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesIn, sentencesIn } from '../../src/ingest/sentences.ts';

const wholeOf = (text: string) => ({ start: 0, end: text.length });
const sentencesOf = (text: string) => sentencesIn(text, wholeOf(text)).map(({ start, end }) => text.slice(start, end));
const clausesOf = (text: string) => clausesIn(text, wholeOf(text)).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    [
      'end at full stops, question and exclamation marks',
      'Sorts mail. Why? It must! Done',
      ['Sorts mail.', 'Why?', 'It must!', 'Done'],
    ],
    [
      'go on behind abbreviations',
      'Works for Dr. Smith at 5 p.m. Fridays, e.g. In May. Rests.',
      ['Works for Dr. Smith at 5 p.m. Fridays, e.g. In May.', 'Rests.'],
    ],
    [
      'end behind a time of day, where what follows does not tell when',
      'Works 6 a.m. Mondays to 2 p.m. Fridays. Starts at 9 a.m. Rests later.',
      ['Works 6 a.m. Mondays to 2 p.m. Fridays.', 'Starts at 9 a.m.', 'Rests later.'],
    ],
    ['go on behind initials', 'Reports to J. Q. Public. Leads a crew.', ['Reports to J. Q. Public.', 'Leads a crew.']],
    [
      'do not end inside numbers',
      'Earns $24.60 an hour. Lifts 2.5 tons.',
      ['Earns $24.60 an hour.', 'Lifts 2.5 tons.'],
    ],
    [
      'keep their closing marks',
      'Is called “the boss.” Leads (a crew.) Rests.',
      ['Is called “the boss.”', 'Leads (a crew.)', 'Rests.'],
    ],
    ['do not end before small letters', 'Uses vs. code and etc. in reports.', ['Uses vs. code and etc. in reports.']],
    ['run over line breaks', 'Sorts and\nfiles mail.\nLeads a crew.', ['Sorts and\nfiles mail.', 'Leads a crew.']],
    [
      'may begin with a digit or a quotation mark',
      'Leads a crew. 3 years are needed. “Asset” means French.',
      ['Leads a crew.', '3 years are needed.', '“Asset” means French.'],
    ],
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test('are in order, apart, trimmed and lose no visible character, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('. ', '? ', 'A', 'e.g. ', '; ', '\n', ' ', '”', '(', '1.'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of sentencesIn(text, wholeOf(text))) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('of a part of a text have the offsets of the whole', () => {
    const text = 'TITLE. Sorts mail. Leads a crew. END.';
    expect(sentencesIn(text, { start: 7, end: 32 })).toEqual([
      { start: 7, end: 18 },
      { start: 19, end: 32 },
    ]);
  });
});

describe('clauses', () => {
  const LONG = Array.from({ length: 6 }, (_, at) => `inspects the ${at}th bridge and writes a report of it`).join('; ');

  test('of a long sentence are parted at its semicolons, which stay with the clause before', () => {
    const clauses = clausesOf(LONG);
    expect(clauses).toHaveLength(6);
    expect(clauses.join(' ')).toBe(LONG);
    for (const clause of clauses.slice(0, -1)) expect(clause).toMatch(/;$/);
  });

  test('of a short sentence are the sentence', () => {
    expect(clausesOf('Sorts mail; files it; leads a crew.')).toEqual(['Sorts mail; files it; leads a crew.']);
  });

  test('are no scraps: a short part stays with its neighbour', () => {
    const text = `Sorts; ${LONG}; files.`;
    for (const clause of clausesOf(text)) expect(clause.length).toBeGreaterThan(30);
    expect(clausesOf(text).join(' ')).toBe(text);
  });
});
