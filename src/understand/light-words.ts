/** Words too common to ask for anything beside others: where a question has no others, they are what it is about. */
import { vocabularyPart } from '../vocabulary.ts';
import type { Token } from './tokens.ts';

const lightlyAsked = vocabularyPart<{ lightlyAsked: { question: string; words: string[] } }>('questions').lightlyAsked;
const asksWhether = new RegExp(lightlyAsked.question, 'iu');
const words = new Set(lightlyAsked.words);

/** True for a word that a question asks about where it has nothing else to ask about: "does a Clerk II hire?". */
export function isAskedAbout(text: string): (token: Token) => boolean {
  const asks = asksWhether.test(text);
  return ({ word }) => asks && words.has(word);
}
