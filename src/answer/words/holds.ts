/** Whether a text can hold some words at all: a quick look that spares reading it closely. */
import type { IndexedDocument } from '../../domain.ts';
import { plainText } from '../../words.ts';

/** A text as headings and titles are compared, but for its spaces and marks: plain, lower-case, without apostrophes. */
const squeezed = (text: string): string => plainText(text).replaceAll("'", '');

/** Documents as `squeezed` leaves them, one byte a character: 3.5 MB for 683 of five pages. */
const known = new WeakMap<IndexedDocument, string>();

/** False only when no passage of a document, however it is normalised, holds `phrase`, a word or several. */
export function mayHold(document: IndexedDocument, phrase: string): boolean {
  const text = known.get(document) ?? squeezed(document.text);
  known.set(document, text);
  return text.includes(squeezed(phrase));
}

/** Letters and marks that stay themselves when a text is normalised. */
const SIMPLE = /^[\n\r\t -&(-~]*$/;

/** False only when a passage of a document, however it is normalised, does not hold all of `words`, in lower case. */
export function maySay(text: string, words: readonly string[]): boolean {
  if (!SIMPLE.test(text)) return true;
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
