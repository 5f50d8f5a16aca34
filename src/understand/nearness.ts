/** When a word typed in short or with a slip stands for a word of a title. */
import { editDistance } from '../words.ts';

/** True for words an edit or two apart: one letter in short words, two in longer ones. */
export function isSlipOf(a: string, b: string): boolean {
  return a.length > 2 && b.length > 2 && editDistance(a, b) <= (a.length > 6 ? 2 : 1);
}

const skeleton = (word: string): string => word[0] + word.slice(1).replace(/[aeiouy]/g, '');

/** What makes another word of one: a "park" officer is no "parking" officer. */
const ENDING = /^(?:ing|er|or|ers|ed|ist|ian|ant|ment|al|s|es|y|e)$/;

/** True for a word cut short or written without its vowels: "speclst" for "specialist". */
export function shortens(short: string, word: string): boolean {
  if (word.startsWith(short)) return !ENDING.test(word.slice(short.length));
  return skeleton(short).length >= 3 && skeleton(word).startsWith(skeleton(short));
}
