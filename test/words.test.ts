import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, foldSpace, levelOf, plainText, romanOf, singularOf, stemOf, wordsOf } from '../src/words.ts';

describe('levels', () => {
  test('are read from numerals of either kind and written in Roman ones', () => {
    for (let level = 1; level < 30; level++) {
      const roman = romanOf(level);
      expect([levelOf(roman), levelOf(roman.toLowerCase()), levelOf(`${level}`)]).toEqual([level, level, level]);
    }
  });

  test('go up to XXX', () => {
    expect(levelOf(romanOf(30))).toBe(30);
    expect(levelOf('XXXI')).toBeUndefined();
  });

  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [19, 'XIX'],
    [30, 'XXX'],
  ])('%i is %s', (level, roman) => {
    expect(romanOf(level)).toBe(roman);
  });

  test.each([
    '',
    '0',
    '31',
    '99',
    '100',
    '007',
    '-1',
    '1.5',
    '2nd',
    'IIII',
    'VV',
    'IC',
    'vii.',
    'mix',
    'civil',
    'A',
    'one',
  ])('%j is none', (word) => {
    expect(levelOf(word)).toBeUndefined();
  });
});

describe('words', () => {
  test.each([
    ["The Auditor's Office", ['the', 'auditor', 'office']],
    ['The Auditors’ offices', ['the', 'auditors', 'offices']],
    ["isn't", ['isnt']],
    ['on-the-job/off-site', ['on', 'the', 'job', 'off', 'site']],
    ['Café Manager', ['cafe', 'manager']],
    ['ﬁrst “AID”', ['first', 'aid']],
    ['$24.60 – $34.44', ['$24.60', '$34.44']],
    ['Grade 12.5', ['grade', '12.5']],
    ['PS0631', ['ps0631']],
    ['', []],
    ['???', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('have no white space, capitals or accents in them, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[a-z0-9$£€#.,]+$/);
      }),
    );
  });
});

describe('stems', () => {
  test.each([
    ['supervise', 'supervises', 'supervised', 'supervising'],
    ['inspect', 'inspects', 'inspected', 'inspecting'],
    ['library', 'libraries'],
    ['duty', 'duties'],
    ['class', 'classes'],
  ])('of %s and its forms are one', (word, ...forms) => {
    for (const form of forms) expect(stemOf(form)).toBe(stemOf(word));
  });

  test.each([
    ['accountant', 'inspector'],
    ['clerk', 'clergy'],
    ['aide', 'auditor'],
  ])('of %s and %s differ', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  test('leave words with digits as they are', () => {
    expect([stemOf('30003028'), stemOf('401ks'), stemOf('ps0631s')]).toEqual(['30003028', '401ks', 'ps0631s']);
  });
});

describe('the singular', () => {
  test.each([
    ['coordinators', 'coordinator'],
    ['aides', 'aide'],
    ['secretaries', 'secretary'],
    ['coaches', 'coach'],
    ['bosses', 'boss'],
    ['services', 'service'],
    ['nurses', 'nurse'],
    ['mechanics', 'mechanic'],
  ])('of %s is %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  test.each(['class', 'campus', 'analysis', 'gas', 'bus', 'process', 'clerk', 'aide'])('leaves %s alone', (word) => {
    expect(singularOf(word)).toBe(word);
  });

  test('keeps apart words that only a stemmer takes for one', () => {
    expect(stemOf('operator')).toBe(stemOf('operations'));
    expect(singularOf('operators')).not.toBe(singularOf('operations'));
  });
});

test('white space of every kind is folded', () => {
  expect(foldSpace(' a\u00a0\t b\r\n\n c\u2003')).toBe('a b c');
});

test('plain text has one kind of apostrophe, dash and quotation mark', () => {
  expect(plainText('It’s — “É” – ½ −1')).toBe(`it's - "e" - 1⁄2 -1`);
});

describe('edits between words', () => {
  /** The textbook's recursion. */
  const distance = (one: string, other: string): number => {
    if (one === '' || other === '') return one.length + other.length;
    const replaced = distance(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1);
    return Math.min(replaced, distance(one.slice(1), other) + 1, distance(one, other.slice(1)) + 1);
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', '-'), maxLength: 5 });

  test('are counted up to a limit, and beyond it are more than the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (one, other, most) => {
        const exact = distance(one, other);
        expect(editDistance(one, other)).toBe(exact);
        const limited = editDistance(one, other, most);
        if (exact <= most) expect(limited).toBe(exact);
        else expect(limited).toBeGreaterThan(most);
      }),
      { numRuns: 300 },
    );
  });
});
