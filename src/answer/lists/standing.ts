/** How surely the terms of a list's condition stand in a text. */
import { isStopWord } from '../../vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { isNumberWord } from '../words/quantities.ts';
import { neighboursOf, spokenIn } from '../words/relevance.ts';
import { type ConditionTerm, type Slot, stemWithNumber } from './condition-words.ts';

/** Part of its weight that a term has by the capitals of a name written out: "DWP". */
const INITIALS = 0.8;
/** The same by what documents write for it. */
const WRITTEN = 0.6;

/** A text's words, once. */
export interface Words {
  /** Those that are no grammar, in their order. */
  list: readonly string[];
  set: ReadonlySet<string>;
  text: string;
}

/** Reads a text once. */
export const read = (text: string): Words => {
  // "DD214" is "DD-214".
  const words = wordsOf(text.replace(/(\p{L}{2})(?=\d{2})/gu, '$1 '));
  const list = words.filter((word) => !isStopWord(word) || isNumberWord(word)).map(stemWithNumber);
  return { list, set: new Set(words.map(stemWithNumber)), text };
};

const capitals = (text: string): string => (text.match(/(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll})/gu) ?? []).join('');

/** How surely a term stands in some words. */
export type Standing = (term: ConditionTerm, words: Words) => number;

function among({ stems, written }: ConditionTerm, said: ReadonlySet<string>): number {
  const own = Math.max(...stems.map((stem) => spokenIn(stem, said)));
  return own < WRITTEN && written.some((phrase) => phrase.every((part) => said.has(part))) ? WRITTEN : own;
}

/** Rates terms by the words of a text one by one, each only once: most come again and again. Phrases are looked for in all of them. */
export function createStanding(): Standing {
  const byTerm = new Map<ConditionTerm, { byWord: Map<string, number>; hasPhrases: boolean }>();
  const knownOf = (term: ConditionTerm): { byWord: Map<string, number>; hasPhrases: boolean } => {
    const known = byTerm.get(term);
    if (known !== undefined) return known;
    const ways = term.stems.flatMap((stem) => [stem, ...neighboursOf(stem)]);
    const hasPhrases = ways.some((way) => way.includes(' ')) || term.written.some(({ length }) => length > 1);
    const made = { byWord: new Map<string, number>(), hasPhrases };
    byTerm.set(term, made);
    return made;
  };
  return (term, words) => {
    const { byWord, hasPhrases } = knownOf(term);
    let best = 0;
    for (const stem of words.set) {
      let value = byWord.get(stem);
      if (value === undefined) {
        value = among(term, new Set([stem]));
        byWord.set(stem, value);
      }
      if (value > best) best = value;
    }
    if (best < 1 && term.initials !== '' && capitals(words.text).includes(term.initials)) return INITIALS;
    return best < 1 && hasPhrases ? Math.max(best, among(term, words.set)) : best;
  };
}

/** How surely a part of a condition stands in some words. */
export const slotIn = ({ alternatives }: Slot, words: Words, standing: Standing): number =>
  Math.max(...alternatives.map((terms) => Math.min(...terms.map((term) => standing(term, words)))));
