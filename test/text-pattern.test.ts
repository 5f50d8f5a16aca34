import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acrossLines, createTextPattern } from '../src/text-pattern.ts';
import { vocabularyPart } from '../src/vocabulary.ts';

const folder = new URL('gold/', import.meta.url);
const questions = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { question: string }).question);

/** Every string in a part of the vocabulary that is long enough to be a pattern of alternatives. */
function sourcesIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes('|') ? [part] : [];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sourcesIn) : [];
}
const sources = ['questions', 'conditions', 'matters'].flatMap((part) => sourcesIn(vocabularyPart(part)));

const agrees = (source: string, text: string): void => {
  const pattern = createTextPattern(source);
  const found = new RegExp(source, 'i').exec(text);
  const same = pattern.test(text) === (found !== null) && pattern.exec(text)?.[0] === found?.[0];
  if (!same) throw new Error(`/${source}/ differs on ${JSON.stringify(text)}`);
};

describe('a pattern of alternatives', () => {
  it('matches what its regular expression matches, for each of the vocabulary and every kind of question', () => {
    expect(sources.length).toBeGreaterThan(50);
    const some = questions.filter((_, at) => at % 7 === 0);
    for (const source of sources) {
      const flags = source.includes('\\p{') ? 'iu' : 'i';
      const pattern = createTextPattern(source, flags);
      const regex = new RegExp(source, flags);
      const differs = (text: string): boolean => {
        const found = regex.exec(text);
        return pattern.test(text) !== (found !== null) || pattern.exec(text)?.index !== found?.index;
      };
      expect(some.filter(differs)).toEqual([]);
    }
  });

  it('matches what its regular expression matches, whatever its source is made of', () => {
    const atom = fc.constantFrom('ab', 'c', 'A', '.', '\\w', '\\b', '^', '$', '[ab)]', '\\.', '\\(', 'é', ' ');
    const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{0,2}', '{2}', '+?');
    // Groups are not repeated without end: nested repeats take a regular expression exponential time to refuse a text.
    const ofGroup = fc.constantFrom('', '', '?', '{0,2}', '{2}');
    const { source } = fc.letrec<{ source: string }>((tie) => ({
      source: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.tuple(atom, quantifier).map(([piece, times]) => (/^(?:\\b|\^|\$)$/.test(piece) ? piece : piece + times)),
        fc.tuple(tie('source'), tie('source')).map((both) => both.join('')),
        fc.tuple(tie('source'), tie('source')).map((both) => both.join('|')),
        fc
          .tuple(fc.constantFrom('(', '(?:'), tie('source'), ofGroup)
          .map(([opening, body, times]) => `${opening}${body})${times}`),
        fc
          .tuple(fc.constantFrom('(?=', '(?!', '(?<=', '(?<!'), tie('source'))
          .map(([opening, body]) => `${opening}${body})`),
      ),
    }));
    const text = fc.array(fc.constantFrom('ab', 'a', 'b', 'C', ' ', '.', '(', 'É'), { maxLength: 6 });
    fc.assert(
      fc.property(source, text, (pattern, pieces) => agrees(pattern, pieces.join(''))),
      { numRuns: 2000 },
    );
  });

  it('knows groups with names, classes and escapes', () => {
    for (const text of ['abe', 'xcd e', ']', '-(', '\u00e9', 'p']) {
      for (const source of ['(?<n>ab|cd)e', '[^\\]a]|x', '-\\(|\\x41', '\\u00e9|\\u0041b'])
        expect([source, text, createTextPattern(source).test(text)]).toEqual([
          source,
          text,
          new RegExp(source, 'i').test(text),
        ]);
    }
  });

  it('folds letters as its flags do', () => {
    const folds = (flags: 'i' | 'iu') =>
      ['\u017fure', '\u212aing'].map((text) => createTextPattern('sure|king', flags).exec(text)?.[0]);
    expect(folds('iu')).toEqual(['\u017fure', '\u212aing']);
    expect(folds('i')).toEqual([undefined, undefined]);
  });

  it('tries no alternative that a text lacks a word for', () => {
    // The second would be a syntax error, if it were compiled.
    const pattern = createTextPattern('\\bdue\\b|(?:other|more)\\s+words++');
    expect([pattern.test('It is due.'), pattern.test('Nothing of it.')]).toEqual([true, false]);
    expect(() => pattern.test('more words')).toThrow(SyntaxError);
  });
});

describe('a source for texts broken into lines', () => {
  it('matches across a line end and its indent what it matches on one line', () => {
    const pattern = new RegExp(acrossLines('\\b(?:remote|home) work(?: hours?)?[- ]days? ?\\(paid\\)'), 'i');
    for (const text of ['remote work-days (paid)', 'Remote\n      work\r\n  hours\ndays (paid)'])
      expect([text, pattern.test(text)]).toEqual([text, true]);
    expect(pattern.test('remotework-days (paid)')).toBe(false);
  });

  it('leaves escapes as they are', () => {
    expect(acrossLines('a\\ b\\sc \\d')).toBe('a\\ b\\sc\\s+\\d');
  });
});
