/** A question's words, with spelling mended and abbreviations opened. */
import { isStopWord } from '../vocabulary.ts';
import { editDistance, levelOf, plainText, singularOf, stemOf } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { askWords, expansionsOf } from './phrases.ts';

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

/** Longest question understood word by word, in words: more is pasted text. */
const MAX_TOKENS = 600;
/** Shortest word whose spelling is mended. */
const MIN_SPELLED = 4;

/** Nearest word of the titles, then of the topics, within an edit or two; undefined when none is near. */
function corrected(word: string, lexicon: Lexicon, limit: number): string | undefined {
  let best: { word: string; cost: number } | undefined;
  for (const [words, penalty] of [
    [lexicon.words, 0],
    [askWords, 0.5],
  ] as const) {
    for (const candidate of words) {
      if (Math.abs(candidate.length - word.length) > limit || candidate.length < MIN_SPELLED) continue;
      if (word.length - candidate.length > 1 && word.startsWith(candidate)) continue;
      const cost = editDistance(word, candidate);
      const swapped = cost === 2 && [...word].sort().join('') === [...candidate].sort().join('');
      const rated =
        (swapped ? 1 : cost) +
        penalty +
        (candidate[0] === word[0] ? 0 : 0.75) +
        (candidate.length > word.length ? 0 : 0.1);
      if (rated <= limit + 0.75 && (best === undefined || rated < best.cost)) best = { word: candidate, cost: rated };
    }
  }
  return best?.word;
}

/**
 * Splits a question into tokens. `isKnown` tells English words and words of the documents, which are left as they are.
 * Returns what was changed, for the explanation.
 */
export function tokensOf(
  text: string,
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
  isInDocuments: (word: string) => boolean,
): { tokens: Token[]; notes: string[] } {
  const tokens: Token[] = [];
  const notes: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’`][\p{L}]+)*(?:[.,]\d+)*/gu)) {
    if (tokens.length >= MAX_TOKENS) break;
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    const typed = match[0];
    const plural = /^[IVX]+['’]?s$/.test(typed) ? typed.replace(/['’]?s$/, '') : typed.replace(/^(\d+)['’]s$/, '$1');
    let word = plainText(plural).replace(/'s$/, '').replace(/'/g, '');
    const expansions = /^[A-Z]{2}$/.test(typed) ? [] : expansionsOf(word);
    if (expansions.length > 0) notes.push(`${word} may be ${expansions.join(' or ')}`);
    const settled =
      word.length < MIN_SPELLED ||
      /\d/.test(word) ||
      isStopWord(word) ||
      expansions.length > 0 ||
      lexicon.words.has(word) ||
      askWords.has(word) ||
      lexicon.byStem.has(singularOf(word)) ||
      isKnown(word);
    const mended = settled ? undefined : corrected(word, lexicon, word.length >= 7 && !isInDocuments(word) ? 2 : 1);
    if (mended !== undefined && mended !== word) {
      notes.push(`${word} → ${mended}`);
      word = mended;
    }
    tokens.push({
      text: typed,
      word,
      stems: [...new Set([stemOf(word), ...expansions.map(stemOf)])],
      names: [...new Set([singularOf(word), ...expansions.map(singularOf)])],
      level: levelOf(plural),
      breakBefore: /[.,;:!?()"“”]|\s[-–—]\s/.test(gap),
    });
  }
  return { tokens, notes };
}
