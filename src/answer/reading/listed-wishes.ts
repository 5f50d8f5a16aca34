/** Lists of what is wanted of a class, each entry a question of its own: "Clerk II: licence, badge, uniform". */
import type { FocusTerm } from '../../domain.ts';
import { wordsOf } from '../../words.ts';

/** A list behind a colon or in brackets, its entries parted by commas. */
const LIST = /[:(]\s*([^:()?!.;]{3,120}?,[^:()?!.;]{2,120}?)\s*(?:[)?!.]|$)/;
/** What parts its entries. */
const PARTS = /,\s*(?:and |or |& )?|\s+(?:and|or|&)\s+/i;
/** Fewest entries of a list. */
const MIN_ENTRIES = 2;
/** Most words of an entry: longer ones are sentences. */
const MAX_WORDS = 3;

/** The entries of a question's list that are made of its own words alone, each with these words; empty where it has no list. */
export function listedWishes(question: string, focus: readonly FocusTerm[]): { text: string; terms: FocusTerm[] }[] {
  const entries = (LIST.exec(question)?.[1] ?? '')
    .split(PARTS)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length < MIN_ENTRIES || entries.some((entry) => wordsOf(entry).length > MAX_WORDS)) return [];
  return entries.flatMap((text) => {
    const words = wordsOf(text);
    const terms = focus.filter(({ word }) => words.includes(word));
    return terms.length > 0 ? [{ text, terms }] : [];
  });
}
