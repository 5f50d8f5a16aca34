/** A question's words, with spelling mended and abbreviations opened. */
import { vocabularyPart } from '../vocabulary.ts';
import { levelOf, plainText, singularOf, stemOf } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { expansionsOf } from './phrases.ts';
import { isAskingWord, type KnownWords, mendWord, partsOfGlued } from './spelling.ts';

/** A word of a question. */
export interface Token {
  /** As typed. */
  text: string;
  /** Lower-case, mended. */
  word: string;
  /** Stems it may stand for: its own first, then those of what it abbreviates. */
  stems: string[];
  /** The same in the singular, as titles are compared. */
  names: string[];
  /** Level it may be: "2", "II". */
  level: number | undefined;
  /** Punctuation stands before it. */
  breakBefore: boolean;
}

/** A question in words. */
export interface Tokens {
  tokens: Token[];
  /** The question with the words mended that kinds of question are told by. */
  text: string;
  /** What was changed, for the explanation. */
  notes: string[];
}

/** Longest question understood word by word, in words: more is pasted text. */
const MAX_TOKENS = 600;

const { units } = vocabularyPart<{ units: Record<string, string> }>('quantities');
const UNIT = new RegExp(`^(?:${Object.values(units).join('|')})$`, 'i');

/** A number that counts what is behind it is no level: "a storekeeper 2 years ago". */
function withoutCounts(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const next = tokens[at + 1];
    const isCount = /^\d/.test(token.text) && next?.breakBefore === false && UNIT.test(next.word);
    return isCount ? { ...token, level: undefined } : token;
  });
}

/** Splits a question into tokens. English words and words of the documents are left as they are. */
export function tokensOf(question: string, lexicon: Lexicon, known: KnownWords): Tokens {
  const tokens: Token[] = [];
  const notes: string[] = [];
  let text = '';
  let end = 0;
  const add = (typed: string, breakBefore: boolean): string => {
    const plural = typed.replace(/^([IVX]{2,}|\d)['’]?s$|^([IVX]|\d+)['’]s$/, '$1$2');
    const plain = plainText(plural).replace(/'s$/, '').replace(/'/g, '');
    const mended = mendWord(plain, lexicon, known);
    // A name in capitals may be anything, also where it looks like another word: "Placer County".
    const isName = tokens.length > 0 && /^\p{Lu}\p{Ll}/u.test(typed);
    const word = isName && !lexicon.words.has(mended) && !isAskingWord(mended) ? plain : mended;
    const own = expansionsOf(word);
    const opened = own.length > 0 ? own : expansionsOf(singularOf(word));
    // Two capitals may be a class's initials: an abbreviation only where what they stand for is in a title.
    const titled = opened.some((expansion) => lexicon.byStem.has(singularOf(expansion)));
    const expansions = /^[A-Z]{2}s?$/.test(typed) && !titled ? [] : opened;
    if (expansions.length > 0) notes.push(`${word} may be ${expansions.join(' or ')}`);
    if (word !== plain) notes.push(`${plain} → ${word}`);
    tokens.push({
      text: typed,
      word,
      stems: [...new Set([stemOf(word), ...expansions.map(stemOf)])],
      names: [...new Set([singularOf(word), ...expansions.map(singularOf)])],
      level: levelOf(plural),
      breakBefore,
    });
    return word !== plain && isAskingWord(word) ? word : typed;
  };
  for (const match of question.matchAll(/[\p{L}\p{N}]+(?:['’`][\p{L}]+)*(?:[.,]\d+)*/gu)) {
    if (tokens.length >= MAX_TOKENS) break;
    const gap = question.slice(end, match.index);
    end = match.index + match[0].length;
    const [typed] = match;
    const isShortened = gap.trim() === '.' && expansionsOf(tokens.at(-1)?.word ?? '').length > 0;
    const breakBefore = !isShortened && /[.,;:!?()"“”]|\s[-–—]\s/.test(gap);
    const parts = /^[\p{L}\p{N}]+$/u.test(typed) ? partsOfGlued(plainText(typed), lexicon, known) : undefined;
    if (parts !== undefined) notes.push(`${typed} → ${parts.join(' ')}`);
    text += gap;
    text +=
      parts === undefined
        ? add(typed, breakBefore)
        : `${add(parts[0], breakBefore)} ${add(/^[ivx]+$/.test(parts[1]) ? parts[1].toUpperCase() : parts[1], false)}`;
  }
  return { tokens: withoutCounts(tokens), text: text + question.slice(end), notes };
}
