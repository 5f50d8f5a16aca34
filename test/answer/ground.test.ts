import { describe, expect, test } from 'vitest';
import { requireGrounded } from '../../src/answer/ground.ts';
import type { Citation, IndexedDocument } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { parseLines } from '../ingest/line-parser.ts';

function documentOf(source: string, text: string): IndexedDocument {
  return { path: `/${source}`, root: '/', source, hash: '', text, spec: parseLines(text, source) };
}

const baker = documentOf('baker.txt', 'BAKER\nKneads the dough.\nBakes bread and rolls.');
const miller = documentOf('miller.txt', 'MILLER\nGrinds the grain.');
const documents = [baker, miller];

function citationOf({ source, text }: IndexedDocument, quote: string, marker = 1): Citation {
  const start = text.indexOf(quote);
  return { marker, source, classTitle: 'C', section: 'Duties', quote, start, end: start + quote.length, line: 2 };
}

const kneads = citationOf(baker, 'Kneads the dough.');
const bakes = citationOf(baker, 'Bakes bread and rolls.', 2);

/** What the check says of an answer; undefined when it lets it pass. */
function verdict(text: string, citations: readonly Citation[]): string | undefined {
  try {
    requireGrounded(text, citations, documents);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'ANSWER_UNGROUNDED', hint: expect.stringContaining('ingest') });
    return (error as AppError).message;
  }
}

describe('an answer passes', () => {
  test.each([
    ['with a quotation and its marker', 'Baker: “Kneads the dough.” [1]', [kneads]],
    ['with part of a passage', 'Baker: “bread and rolls” [1]', [{ ...bakes, marker: 1 }]],
    [
      'with several quotations, each with its own marker',
      '“Kneads the dough.” [1]\n“Bakes bread” [2]',
      [kneads, bakes],
    ],
    ['with one quotation behind which two passages are cited', '“Kneads the dough.” [2][1]', [kneads, bakes]],
    ['with a quotation shortened in the middle', 'Baker: “Bakes … rolls.” [1]', [{ ...bakes, marker: 1 }]],
    ['with a quotation shortened at both ends', 'Baker: “… bread and …” [1]', [{ ...bakes, marker: 1 }]],
    ['with one passage cited twice', '“Kneads” [1] and “dough.” [1]', [kneads]],
    ['with a statement in its own words and a marker', 'The baker kneads. [1]', [kneads]],
    ['without any citation, when it quotes nothing', 'There is no specification of that class here.', []],
  ])('%s', (_, text, citations) => {
    expect(verdict(text, citations)).toBeUndefined();
  });
});

describe('an answer is withheld', () => {
  const quoted = '“Kneads the dough.” [1]';
  test.each([
    ['when a citation begins a character early', quoted, [{ ...kneads, start: kneads.start - 1 }], 'citation [1]'],
    ['when a citation ends a character late', quoted, [{ ...kneads, end: kneads.end + 1 }], 'citation [1]'],
    ['when a quote stands in another document', quoted, [{ ...kneads, source: 'miller.txt' }], 'miller.txt'],
    ['when a citation names no document of the index', quoted, [{ ...kneads, source: 'gone.txt' }], 'gone.txt'],
    ['when a quote is empty', 'Yes. [1]', [{ ...kneads, quote: '', end: kneads.start }], 'quotes nothing'],
    ['when a quote is the text elsewhere', quoted, [{ ...kneads, start: 0, end: kneads.quote.length }], 'at 0–17'],
    ['when a marker has no citation', `${quoted} [2]`, [kneads], 'marker [2]'],
    ['when a citation has no marker', quoted, [kneads, bakes], 'citation [2]'],
    ['when a word of a quotation is altered', '“Needs the dough.” [1]', [kneads], '“Needs the dough.”'],
    [
      'when a quotation goes on beyond its passage',
      '“Kneads the dough. Bakes” [1]',
      [kneads],
      '“Kneads the dough. Bakes”',
    ],
    ['when a shortened quotation turns its parts round', '“rolls. … Bakes” [1]', [{ ...bakes, marker: 1 }], '“rolls.'],
    ['when a shortened quotation alters a part', '“Bakes … rocks.” [1]', [{ ...bakes, marker: 1 }], '“Bakes … rocks.”'],
    ['when a quotation leaves everything out', '“…” [1]', [kneads], '“…”'],
    ['when one marker stands for two passages', '“Bakes bread” [1]', [kneads, { ...bakes, marker: 1 }], '[1]'],
    ['when a quotation does not end', '“Never said of the dough. [1]', [kneads], 'Never said'],
    ['when a quotation has no marker', '“Kneads the dough.” and more [1]', [kneads], '“Kneads the dough.”'],
    [
      'when a quotation has the marker of another passage',
      '“Kneads” [2] [1]'.replace(' [1]', '\nYes [1]'),
      [kneads, bakes],
      '“Kneads”',
    ],
  ])('%s, and the message names it', (_, text, citations, named) => {
    expect(verdict(text, citations)).toContain(named);
  });

  test('with a message that stays short, however much is wrong', () => {
    const message = verdict(`“${'word '.repeat(2_000)}” `.repeat(50), []);
    expect(message?.length).toBeLessThan(1_000);
  });
});

describe("a document's own marks", () => {
  const odd = documentOf('odd.txt', 'ODD\nSee [1] and “the code”; a|b *c* `d` <e> #f ~g~ \\h [i](j).');
  const text = odd.text.slice(4);
  const citation = citationOf(odd, text);
  const escaped = text.replace(/[“”]/g, '"').replace(/([\\*_`|~<>#[\]])/g, '\\$1');

  test('are no markers and no quotations of ours, once escaped', () => {
    expect(() => requireGrounded(`“${escaped}” [1]`, [citation], [odd])).not.toThrow();
  });

  test('are markers of ours when they are not: the answer is withheld', () => {
    expect(() => requireGrounded(`“${text.replace('[1]', '[7]')}” [1]`, [citation], [odd])).toThrow('marker [7]');
  });
});
