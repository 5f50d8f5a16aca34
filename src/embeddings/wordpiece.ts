/**
 * BERT's uncased tokenisation, with the same ids as Hugging Face's tokenizers (a property test compares them): clean
 * the text, lower-case it, strip accents, split at white space and punctuation, cut each word into the longest tokens
 * of the vocabulary from the left. Two things differ on purpose: a word that can't be cut is dropped rather than
 * becoming `[UNK]`, and `[SEP]` and its like in a text are text.
 */
import type { TokenTable } from './token-table.ts';

/** Longer words are unknown whatever their letters: BERT's limit, in code points. */
const MAX_WORD_CHARACTERS = 100;

/** Bytes of UTF-8 that one code point takes at most. */
const MAX_CHARACTER_BYTES = 4;

const REMOVED = /[\0\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** The blocks of Han characters BERT sets apart as words, those of the Basic Multilingual Plane. */
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
const ACCENTS = /\p{Mn}/gu;
const WORD_OR_MARK = /[^\s\p{P}!-/:-@[-`{-~]+|[\p{P}!-/:-@[-`{-~]/gu;

/** Turns a text into token ids, in the order of the text. */
export interface WordPiece {
  tokenize(text: string): number[];
  /** Whether `word` is letters only and one whole token of the vocabulary, as written. */
  isWord(word: string): boolean;
}

/** White space that separates words; other control characters are removed from within a word instead. */
function isSeparator(code: number): boolean {
  if (code < 0x80) return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Creates the tokeniser of a model's tokens. It never fails: what they can't spell is left out. */
export function createWordPiece(tokens: TokenTable): WordPiece {
  const word = Buffer.alloc((MAX_WORD_CHARACTERS + 1) * MAX_CHARACTER_BYTES);

  /** Adds the tokens of `word[0, length)` to `ids`, or nothing when its letters run out of tokens. */
  const addWord = (length: number, ids: number[]): void => {
    const before = ids.length;
    for (let start = 0; start < length; ) {
      const id = tokens.longestMatch(word, start, length);
      if (id < 0) {
        ids.length = before;
        return;
      }
      ids.push(id);
      start += tokens.byteLength(id);
    }
  };

  /** ASCII needs no normalisation but the case of its letters: read straight from the text, without a string. */
  const addAsciiChunk = (text: string, start: number, end: number, ids: number[]): void => {
    let length = 0;
    for (let at = start; at <= end; at += 1) {
      const code = at < end ? text.charCodeAt(at) : 0x20;
      if (isLetterOrDigit(code)) {
        // One past the limit is kept to tell a word that is too long.
        if (length <= MAX_WORD_CHARACTERS) {
          word[length] = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
          length += 1;
        }
      } else if (code >= 0x20 && code !== 0x7f) {
        if (length <= MAX_WORD_CHARACTERS) addWord(length, ids);
        length = 0;
        if (at < end) {
          word[0] = code;
          addWord(1, ids);
        }
      }
    }
  };

  const addUnicodeChunk = (chunk: string, ids: number[]): void => {
    const normal = chunk.replace(REMOVED, '').replace(HAN, ' $& ').toLowerCase().normalize('NFD').replace(ACCENTS, '');
    for (const [piece] of normal.matchAll(WORD_OR_MARK)) {
      const isShort = piece.length <= MAX_WORD_CHARACTERS;
      if (isShort || (piece.length <= 2 * MAX_WORD_CHARACTERS && [...piece].length <= MAX_WORD_CHARACTERS)) {
        addWord(word.write(piece), ids);
      }
    }
  };

  return {
    tokenize(text) {
      const ids: number[] = [];
      let start = 0;
      let isAscii = true;
      // Chunks between white space are independent of each other: no rule of case or accents looks across it.
      for (let at = 0; at <= text.length; at += 1) {
        const code = at < text.length ? text.charCodeAt(at) : 0x20;
        if (isSeparator(code)) {
          if (isAscii) addAsciiChunk(text, start, at, ids);
          else addUnicodeChunk(text.slice(start, at), ids);
          start = at + 1;
          isAscii = true;
        } else if (code >= 0x80) isAscii = false;
      }
      return ids;
    },
    isWord(candidate) {
      if (candidate.length > MAX_WORD_CHARACTERS || !/^\p{L}+$/u.test(candidate)) return false;
      const length = word.write(candidate);
      const id = tokens.longestMatch(word, 0, length);
      return id >= 0 && tokens.byteLength(id) === length;
    },
  };
}
