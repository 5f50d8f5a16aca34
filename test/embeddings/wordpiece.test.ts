import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenTable } from '../../src/embeddings/token-table.ts';
import { createWordPiece } from '../../src/embeddings/wordpiece.ts';

const file = readFileSync(new URL('../../models/embed-en-256/tokenizer.json', import.meta.url));
const tokens = readTokenTable(file);
const { tokenize, isWord } = createWordPiece(tokens);
const json = JSON.parse(file.toString('utf8'));

/** Hugging Face's own tokeniser, with the two differences that wordpiece.ts documents taken out. */
const oracle = new Tokenizer({ ...json, added_tokens: [] }, {});
const UNKNOWN_ID = 100;
const expectedIds = (text: string): number[] =>
  oracle.encode(text, { add_special_tokens: false }).ids.filter((id: number) => id !== UNKNOWN_ID);

describe('the token table', () => {
  it('finds every token under its id', () => {
    const bytes = Buffer.alloc(200);
    const wrong = Object.entries<number>(json.model.vocab).filter(([token, id]) => {
      // A word begins at 0: what continues one is looked up behind a first letter.
      const start = token.length > 2 && token.startsWith('##') ? 1 : 0;
      const length = bytes.write(start ? token.slice(2) : token, start);
      return tokens.longestMatch(bytes, start, start + length) !== id || tokens.byteLength(id) !== length;
    });
    expect(wrong).toEqual([]);
    expect(tokens.size).toBe(30_522);
  });

  it.each([
    ['another kind of file', '{"model":{}}', 'it has no "vocab":{'],
    ['a file cut off within a token', '{"vocab":{"a":0,"b', "token 1 can't be read (byte 19)"],
    ['a file cut off within an id', '{"vocab":{"a":0,"b":', "token 1 can't be read (byte 20)"],
    ['a file cut off after an entry', '{"vocab":{"a":0', "token 1 can't be read (byte 15)"],
    ['a gap in the ids', '{"vocab":{"a":0,"b":2}', "token 1 can't be read (byte 21)"],
    ['white space between entries', '{"vocab":{"a":0, "b":1}', "token 1 can't be read (byte 16)"],
    ['an escape it does not know', '{"vocab":{"a":0,"\\u0062":1}', "token 1 can't be read (byte 18)"],
  ])('refuses %s', (_name, text, message) => {
    expect(() => readTokenTable(Buffer.from(text))).toThrow(message);
  });
});

describe('tokenize', () => {
  it.each([
    'What are the minimum qualifications of Coordinator II?',
    'Crème brûlée, naïve café: ÀÉÎÕÜ',
    "bachelor's degree (4-year) & 3+ yrs. @ $25.50/hr; 100%",
    'tabs\tand\nnew\r\nlines \u00a0 and \u3000 wide \u2028 ones',
    'con\u0007trol\u0000 and ze\u200bro and \ufffd and \ufeff and \u0085next',
    '中文字符 mixed中with漢English',
    'ΟΔΥΣΣΕΥΣ ΣΑΣ. ΣΑΣ\u0301 ΑΣ\u00b7Β',
    'İstanbul I\u0307 ﬁne Å K ẞ',
    '한국어 조합',
    '👩‍👩‍👧 ok 🇺🇸 #1️⃣',
    'lone \ud800 and \udc00 and \ud800\u0001\udc00 surrogates',
    'x'.repeat(100),
    'x'.repeat(101),
    '𝒳'.repeat(100),
    '𝒳'.repeat(101),
    `${'e\u0301'.repeat(100)} ${'e\u0301'.repeat(101)}`,
    '##ing # ## \\ " \\"',
    '',
    ' \n ',
  ])('gives the ids of the reference tokeniser: %j', (text) => {
    expect(tokenize(text)).toEqual(expectedIds(text));
  });

  it('gives the ids of the reference tokeniser for any text', () => {
    // Units over the whole of Unicode rarely meet: words, marks and blanks of several scripts make them meet.
    const meeting = fc.constantFrom(
      'a',
      'Z',
      'é',
      'e\u0301',
      'Σ',
      'σ',
      "'",
      '.',
      '-',
      ' ',
      '\n',
      '\u00a0',
      '\u200d',
      '中',
      '1',
      '\0',
      '"',
      '\\',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: meeting, maxLength: 60 }),
      fc.string({ unit: 'binary-ascii', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(tokenize(value)).toEqual(expectedIds(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads the names of special tokens in a text as text', () => {
    expect(tokenize('[SEP]')).toEqual(['[', 'sep', ']'].flatMap((part) => expectedIds(part)));
    expect(tokenize('[SEP] [UNK]')).toHaveLength(3 + tokenize('[UNK]').length);
  });
});

describe('isWord', () => {
  it.each(['coordinator', 'experience', 'über'.normalize('NFD').slice(0, 1), 'the'])('knows %j', (word) => {
    expect(isWord(word)).toBe(true);
  });

  it.each(['coordinater', 'Coordinator', '##ing', '[PAD]', '[unused0]', '', 'two words', '1990', '-', 'a'.repeat(500)])(
    'does not take %j for one',
    (word) => {
      expect(isWord(word)).toBe(false);
    },
  );
});
