/** Questions that ask for a thing by its name alone: "the parking policy of a Clerk II", "does it mention jury duty?". */
import type { FocusTerm, IndexedDocument, Understanding } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { coverage, stemsOf } from '../words/relevance.ts';
import { askingWording, wording } from '../words/wordings.ts';
import { tellingTerms } from './sharper.ts';

type Asked = Pick<Understanding, 'text' | 'focus' | 'content'>;

/** True for a name in capitals ("LAWA"): a place's or an employer's, which documents write out. */
const isInitials = (word: string, { text }: Asked): boolean =>
  text.includes(word.toUpperCase()) && text !== text.toUpperCase();

/**
 * The words of the thing that a question asks for by a name and nothing else; none where it asks in any other way, as in
 * "may they park in the garage?". What is asked for by a name stands in a document that states it, or is not stated.
 */
export function thingAskedFor({ text, focus, content }: Asked): FocusTerm[] {
  const named =
    askingWording('namesThing').exec(text)?.groups?.thing ?? askingWording('namesThingLast').exec(text)?.groups?.thing;
  // Of several things some may be stated.
  if (named === undefined || /\b(?:and|or)\b/i.test(named)) return [];
  const stems = stemsOf(named);
  return content.every(({ stem }) => stem.split(' ').every((part) => stems.has(part))) ? focus : [];
}

/** The words of a thing asked for by its name of which a document has none; empty where it has one, or none is asked for. */
export function unheardThing(understanding: Asked, document: IndexedDocument, corpus: Corpus): FocusTerm[] {
  const terms = tellingTerms(document, thingAskedFor(understanding)).filter(
    ({ word }) => !/^\d/.test(word) && !isInitials(word, understanding) && !wording('saysLittle').test(word),
  );
  return coverage(terms, document.text, corpus) === 0 ? terms : [];
}
