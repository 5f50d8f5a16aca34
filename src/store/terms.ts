import { stemOf, wordsOf } from '../words.ts';

/**
 * Words that say nothing about a passage's subject. Small on purpose: "not", "no", "may", "must", "only" and the
 * numerals change what a specification says, and BM25 already gives frequent words little weight.
 */
const STOP_WORDS = new Set(
  (
    'a an and are as at be been being but by can could did do does for from had has have how i in into is it its ' +
    'me my of on or our please so such tell than that the their them then there these they this those to us was we ' +
    'were what when where which who whom whose why will with would you your'
  ).split(' '),
);
const STOP_STEMS = new Set([...STOP_WORDS].map(stemOf));

/**
 * The index terms of a text, in order: its words lower-cased, without accents and possessive 's, hyphenated ones
 * split, stop words dropped, Porter-stemmed. Documents and questions go through this one function, so that they meet.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text)) {
    if (!STOP_WORDS.has(word)) terms.push(stemOf(word));
  }
  return terms;
}

/** Whether a stem is one that no text is indexed by. */
export function isStopStem(stem: string): boolean {
  return STOP_STEMS.has(stem);
}
