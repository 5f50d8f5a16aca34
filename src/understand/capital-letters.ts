/** Words in capitals: a whole question typed in them, and short ones that documents use for something else than a title. */
import type { IndexedDocument } from '../domain.ts';

/** Other documents than some use a short word of capitals, and those don't: what it stands for is not their title ("CPA"). */
export type SaidElsewhere = (letters: string, documents: readonly number[]) => boolean;

/** Looks for words of capitals in documents' texts. */
export function createSaidElsewhere(documents: readonly IndexedDocument[]): SaidElsewhere {
  return (letters, own) => {
    if (letters !== letters.toUpperCase()) return false;
    const word = new RegExp(`\\b${letters}s?\\b`);
    const isSaid = ({ text }: IndexedDocument): boolean => text.includes(letters) && word.test(text);
    return !documents.some((document, at) => own.includes(at) && isSaid(document)) && documents.some(isSaid);
  };
}

/** Words from which capitals alone are a way to type. */
const MIN_WORDS = 3;
/** Levels, codes and words without vowels stay in capitals: they are none of everyday language. */
const STAYS = /^(?:[IVX]+|.*\d.*|[^AEIOUY]+)$/;

/** A question typed in capitals in lower case: then they say nothing of which words are names. */
export function withoutShouting(text: string): string {
  const words = text.match(/\p{L}[\p{L}\d'’]*/gu) ?? [];
  if (words.length < MIN_WORDS || /\p{Ll}/u.test(text)) return text;
  return text.replace(/\p{L}[\p{L}\d'’]*/gu, (word) => (STAYS.test(word) ? word : word.toLowerCase()));
}
