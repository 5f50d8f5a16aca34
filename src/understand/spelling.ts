/** Mends spelling: common slips by a list, other words by nearness to titles, topics and the words of questions. */
import { isStopWord, vocabularyPart } from '../vocabulary.ts';
import { editDistance, levelOf, singularOf } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { askWords, expansionsOf } from './phrases.ts';

const vocabulary = vocabularyPart<{
  slips: Record<string, string>;
  askingWords: string[];
  slipPhrases: [string, string][];
}>('questions');
const askingWords = new Set(vocabulary.askingWords);
const slips = new Map(Object.entries(vocabulary.slips));
const slipPhrases = vocabulary.slipPhrases.map(([phrase, meant]) => ({ phrase: new RegExp(phrase, 'giu'), meant }));

/** Shortest word whose spelling is mended. */
const MIN_SPELLED = 4;
/** Shortest word that may be two edits away from what is meant: in shorter ones that makes another word of it ("overdue", "oversee"). */
const TWO_EDITS = 8;
/** Shortest half of two words written as one. */
const MIN_HALF = 3;
/** Most edits between a word and what is meant: two, and two letters that changed places are two that count as one. */
const MAX_EDITS = 2;
/** Words remembered for each lexicon: mending looks at every word of the titles. */
const MENDED_LIMIT = 5_000;

const slipPattern = new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${[...slips.keys()].join('|')})(?![\\p{L}\\p{N}'’-])`, 'giu');

/** A question with the slips mended that people make in everyday words: "teh", "waht", "how dose". */
export function mendSlips(text: string): string {
  const words = text.replace(slipPattern, (typed) => slips.get(typed.toLowerCase()) ?? typed);
  return slipPhrases.reduce((mended, { phrase, meant }) => mended.replace(phrase, meant), words);
}

/** True for a word that kinds of question are told by: mended in the question's text too. */
export const isAskingWord = (word: string): boolean => askingWords.has(word);

/** A word as it sounds, roughly: "grafic" is "graphic", "adress" is "address". */
const soundOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/(\p{L})\1/gu, '$1');

/** Edits between two words; those that sound alike are one apart. */
function slipsBetween(word: string, candidate: string): number {
  const cost = editDistance(word, candidate, MAX_EDITS);
  return cost > 1 && soundOf(word) === soundOf(candidate) ? 1 : cost;
}

/** Nearest word of the titles, then of topics and questions, within an edit or two; undefined when none is near. */
function nearestWord(word: string, lexicon: Lexicon, limit: number): string | undefined {
  let best: { word: string; cost: number } | undefined;
  for (const [words, penalty] of [
    [lexicon.words, 0],
    [askWords, 0.5],
    [askingWords, 0.5],
  ] as const) {
    for (const candidate of words) {
      if (Math.abs(candidate.length - word.length) > limit || candidate.length < MIN_SPELLED) continue;
      if (word.length - candidate.length > 1 && word.startsWith(candidate)) continue;
      const cost = slipsBetween(word, candidate);
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

/** Fewest letters of a word written without its vowels, and most vowels left in it. */
const MIN_SHORTENED = 4;
const MAX_VOWELS = 1;
/** Fewest letters left out. */
const LEFT_OUT = 2;

/** True when a word's letters stand in another in their order, from its first to its last. */
function isWithin(short: string, long: string): boolean {
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** The one word of the titles that is written without its vowels: "supvsr". */
function shortenedWord(word: string, lexicon: Lexicon): string | undefined {
  if (word.length < MIN_SHORTENED || (word.match(/[aeiou]/g)?.length ?? 0) > MAX_VOWELS) return undefined;
  const [only, ...others] = [...lexicon.words].filter(
    (candidate) => candidate.length >= word.length + LEFT_OUT && isWithin(word, candidate),
  );
  return others.length === 0 ? only : undefined;
}

const remembered = new WeakMap<Lexicon, Map<string, string | undefined>>();

/** What tells words of the language and of the documents. */
export interface KnownWords {
  /** True for an English word: left as it is. */
  isKnown: (word: string) => boolean;
  /** True for a word that the documents use: mended only when it is one edit away from another. */
  isInDocuments: (word: string) => boolean;
}

/** True for a word that is left as it is typed. */
function isSettled(word: string, lexicon: Lexicon, { isKnown }: KnownWords): boolean {
  return (
    word.length < MIN_SPELLED ||
    /\d/.test(word) ||
    isStopWord(word) ||
    expansionsOf(word).length > 0 ||
    lexicon.words.has(word) ||
    askWords.has(word) ||
    askingWords.has(word) ||
    lexicon.byStem.has(singularOf(word)) ||
    isKnown(word) ||
    isKnown(singularOf(word))
  );
}

/** The word meant by a misspelt one; the same word when it is none, or nothing is near. */
export function mendWord(word: string, lexicon: Lexicon, known: KnownWords): string {
  if (isSettled(word, lexicon, known)) return word;
  const memory = remembered.get(lexicon) ?? new Map<string, string | undefined>();
  remembered.set(lexicon, memory);
  if (!memory.has(word) && memory.size < MENDED_LIMIT)
    memory.set(
      word,
      nearestWord(word, lexicon, word.length >= TWO_EDITS && !known.isInDocuments(word) ? 2 : 1) ??
        shortenedWord(word, lexicon),
    );
  return memory.get(word) ?? word;
}

/** A title by its initials with its level behind them: "psr2". */
function isInitialsAndLevel(letters: string, level: number | undefined, lexicon: Lexicon): boolean {
  return letters.length > 1 && lexicon.entries.some((entry) => entry.initials === letters && entry.level === level);
}

/** Where a word written without its space parts: "clerk2", "psr2", "payrollclerk"; undefined for one word. */
export function partsOfGlued(word: string, lexicon: Lexicon, known: KnownWords): [string, string] | undefined {
  const numbered = /^([a-z]{2,})(\d{1,2}|i{1,3}|iv|v)$/.exec(word);
  const [, letters, numeral] = numbered ?? [];
  if (letters !== undefined && numeral !== undefined && !lexicon.byCode.has(word.toUpperCase())) {
    const level = levelOf(numeral);
    const titled =
      lexicon.byStem.get(singularOf(letters))?.some((entry) => entry.level !== undefined && entry.head === letters) ===
        true || isInitialsAndLevel(letters, level, lexicon);
    if (titled && !known.isKnown(word)) return [letters, numeral];
  }
  if (isSettled(word, lexicon, known)) return undefined;
  const says = (half: string): boolean => lexicon.words.has(half) || askWords.has(half) || isStopWord(half);
  for (let at = word.length - MIN_HALF; at >= MIN_HALF; at--) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    if (says(first) && says(second) && (lexicon.words.has(first) || lexicon.words.has(second))) return [first, second];
  }
  return undefined;
}
