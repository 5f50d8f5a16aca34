/** When a word typed in short or with a slip stands for a word of a title. */
import { editDistance } from '../words.ts';
import type { Lexicon } from './lexicon.ts';

/** True for words an edit or two apart: one letter in short words, two in longer ones. */
export function isSlipOf(a: string, b: string): boolean {
  const most = a.length > 6 ? 2 : 1;
  return a.length > 2 && b.length > 2 && editDistance(a, b, most) <= most;
}

/** Words whose skeletons are remembered: those of pasted text are laid beside every title's. */
const SKELETON_LIMIT = 20_000;

const skeletons = new Map<string, string>();

/** A word without its vowels, but for the first letter. */
function skeleton(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  const made = word[0] + word.slice(1).replace(/[aeiouy]/g, '');
  if (skeletons.size < SKELETON_LIMIT) skeletons.set(word, made);
  return made;
}

/** What makes another word of one: a "park" officer is no "parking" officer. */
const ENDING = /^(?:ing|er|or|ers|ed|ist|ian|ant|ment|al|s|es|y|e)$/;

/** True for a word cut short or written without its vowels: "speclst" for "specialist". */
export function shortens(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  if (word.startsWith(short)) return !ENDING.test(word.slice(short.length));
  return skeleton(short).length >= 3 && skeleton(word).startsWith(skeleton(short));
}

/** Words remembered for each lexicon: pasted text asks for the same ones again and again. */
const REMEMBERED_LIMIT = 5_000;

const remembered = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>();

/** The words of an index's titles (in the singular) that a word of a question may stand for, itself among them. */
export function nearTo(name: string, lexicon: Lexicon): ReadonlySet<string> {
  const memory = remembered.get(lexicon) ?? new Map<string, ReadonlySet<string>>();
  remembered.set(lexicon, memory);
  const known = memory.get(name);
  if (known !== undefined) return known;
  const isNear = (stem: string): boolean =>
    name === stem || (name.length > 2 && stem.length > 2 && (isSlipOf(name, stem) || shortens(name, stem)));
  const near = new Set([...lexicon.byStem.keys()].filter(isNear));
  if (memory.size < REMEMBERED_LIMIT) memory.set(name, near);
  return near;
}
