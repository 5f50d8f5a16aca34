/** How much of what a question is about stands in a text: by word stems weighted by rarity, and by nearness in meaning. */
import type { FocusTerm } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { stemOf, wordsOf } from '../words.ts';

const stemCache = new Map<string, ReadonlySet<string>>();
const STEM_SETS_LIMIT = 20_000;

/** The stems of a text's words. */
export function stemsOf(text: string): ReadonlySet<string> {
  const known = stemCache.get(text);
  if (known !== undefined) return known;
  const stems = new Set(wordsOf(text).map(stemOf));
  if (stemCache.size >= STEM_SETS_LIMIT) stemCache.clear();
  stemCache.set(text, stems);
  return stems;
}

/** A term that no document has still weighs no more than this many times the average, so that one odd word does not decide alone. */
const RARITY_CAP = 7;
/** Two stems that share this many first letters and differ only behind are taken for one word ("teach", "teacher"). */
const MIN_SHARED_PREFIX = 5;

function standsIn(stem: string, stems: ReadonlySet<string>): boolean {
  if (stems.has(stem)) return true;
  if (stem.length < MIN_SHARED_PREFIX) return false;
  for (const other of stems) {
    if (other.length >= MIN_SHARED_PREFIX && (other.startsWith(stem) || stem.startsWith(other))) return true;
  }
  return false;
}

/** Weight of a focus term. */
export function weightOf(term: FocusTerm, corpus: Corpus): number {
  return 0.5 + Math.min(RARITY_CAP, corpus.rarity(term.stem));
}

/** Share of the focus terms' weight that stands in a text, 0 to 1; 0 without terms. */
export function coverage(terms: readonly FocusTerm[], text: string, corpus: Corpus): number {
  if (terms.length === 0) return 0;
  const stems = stemsOf(text);
  let total = 0;
  let found = 0;
  for (const term of terms) {
    const weight = weightOf(term, corpus);
    total += weight;
    if (standsIn(term.stem, stems)) found += weight;
  }
  return found / total;
}
