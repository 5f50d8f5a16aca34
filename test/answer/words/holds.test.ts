import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHold, maySay } from '../../../src/answer/words/holds.ts';
import type { IndexedDocument } from '../../../src/domain.ts';
import { normaliseHeading } from '../../../src/vocabulary.ts';
import { wordsOf } from '../../../src/words.ts';

const documentOf = (text: string) => ({ text }) as IndexedDocument;

/** Pieces that normalising joins, parts, drops or rewrites. */
const piece = fc.constantFrom(
  'Clerk',
  'clerks',
  "clerk's",
  'CLERK’S',
  'clé',
  'rk',
  'c',
  '(s)',
  '&',
  ' ',
  '\n',
  '-',
  '\u00ad',
  'ﬁ',
  'fi',
  '½',
  '.',
);
const written = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a quick look at a text', () => {
  it('never says no to a text that holds the words when it is read closely', () => {
    fc.assert(
      fc.property(written, written, written, (before, text, behind) => {
        const words = normaliseHeading(text)
          .split(' ')
          .filter((word) => word !== 'and');
        const whole = documentOf(`${before} ${text}\n${behind}`);
        expect(words.every((word) => mayHold(whole, word))).toBe(true);
        expect(maySay(text, words)).toBe(true);
        expect(mayHold(whole, text.toLowerCase())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('says no to a text without one of the words', () => {
    expect(mayHold(documentOf('Supervises the harbor.'), 'lighthouse')).toBe(false);
    expect(maySay('Supervises the harbor.', wordsOf('harbor keeper'))).toBe(false);
  });
});
