/** Which of a field's several values is the one of the place that a question names: "at DWP", "and at the airports?". */
import type { FocusTerm, IndexedDocument } from '../../domain.ts';
import { normaliseHeading } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import type { AnswerContext } from '../draft/context.ts';
import { stemsOf } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import type { Evidence } from './evidence.ts';

/** What stands behind "at" or "in", or does the paying: "at DWP", "what does LADWP pay". Whose class it is is no place. */
const PLACE =
  /\b(?:at|in|within|does|do|will|would)\s+(?:the\s+|our\s+)?((?:[\p{L}&]{2,}\s+){0,4}[\p{L}&]{2,})(?![\p{L}'’])/giu;
/** A name in capitals, also with the small words inside it. */
const NAME = /\p{Lu}\p{L}*(?:\s+(?:(?:of|and|the|for|&)\s+)*\p{Lu}\p{L}*)+/gu;
/** Lines at a document's beginning that hold its letterhead. */
const LETTERHEAD = 2;
/** Fewest and most letters of initials. */
const INITIALS = /^\p{L}{3,6}$/u;

/** True when a text names a place by initials in full: "DWP" is a Department of Water and Power. */
function spellsOut(initials: string, text: string): boolean {
  return (text.match(NAME) ?? []).some((name) => {
    const letters = (name.match(/\p{Lu}/gu) ?? []).join('').toLowerCase();
    return letters.length > 2 && initials.endsWith(letters);
  });
}

/** True for letters that a text has in capitals only: in a text all in capitals, "DISTRICT" is none. */
function isInitials(word: string, text: string): boolean {
  if (!INITIALS.test(word)) return false;
  const written = text.match(new RegExp(`\\b${word}\\b`, 'gi')) ?? [];
  return written.length > 0 && written.every((one) => one === word) && /\p{Ll}{3}/u.test(text);
}

/** The words of a question that name a place. */
function placeIn({ understanding: { text, focus } }: AnswerContext): FocusTerm[] {
  const said = new Set([...text.matchAll(PLACE)].flatMap(([, place = '']) => wordsOf(place).map(stemOf)));
  return focus.filter((term) => said.has(term.stem));
}

/** The words of a place but those that only say what it is: "department". */
const namesOf = (place: readonly FocusTerm[]): FocusTerm[] =>
  place.filter(({ word }) => !wording('department').test(word));

/** A department that is named in full and of which a document has not all the words: its pay may be another. */
function strangeDepartment(context: AnswerContext, text: string): string | undefined {
  const place = placeIn(context);
  const names = namesOf(place);
  if (names.length === 0 || names.length === place.length) return undefined;
  const said = stemsOf(text);
  if (names.every(({ stem }) => said.has(stem))) return undefined;
  const question = context.understanding.text;
  const places = place.map(({ word }) => ({ word, at: question.toLowerCase().indexOf(word.toLowerCase()) }));
  const start = Math.min(...places.map(({ at }) => at));
  const end = Math.max(...places.map(({ word, at }) => at + word.length));
  return `the ${question.slice(Math.max(0, start), end)}`;
}

/** True where a question is for the values of a department that a document does not know. */
export function asksStrangeDepartment(context: AnswerContext, text: string): boolean {
  return strangeDepartment(context, text) !== undefined;
}

/** What stands for a place that no value is of. */
export interface OfPlace {
  items: Evidence[];
  /** The place: named by initials that the document knows, or a department of which it has no word. */
  lacks?: string;
}

/** Of a field's values, those that speak of the place asked about: all where the question names none. */
export function ofPlace(context: AnswerContext, text: string, items: Evidence[]): OfPlace {
  // Of a comparison, the other values are asked for too.
  const place = context.understanding.kind === 'compare' ? [] : placeIn(context);
  if (place.length === 0) return { items };
  const names = namesOf(place);
  const speaks = (said: string): boolean =>
    (names.length > 0 ? names : place).some(
      ({ word, stem }) => stemsOf(said).has(stem) || (INITIALS.test(word) && spellsOut(word.toLowerCase(), said)),
    );
  const own = items.filter((item) => speaks(text.slice(item.start, item.end)));
  if (own.length > 0) return { items: own };
  const strange = strangeDepartment(context, text);
  if (strange !== undefined) return { items: [], lacks: strange };
  // Whose letterhead has the name is at that place.
  const head = text.trimStart().split(/\r?\n/, LETTERHEAD).join(' ').toUpperCase();
  const initials = place
    .map(({ word }) => word.toUpperCase())
    .find((word) => isInitials(word, text) && !new RegExp(`\\b${word}\\b`).test(head));
  return initials === undefined ? { items } : { items: [], lacks: initials };
}

/** An amount as a table of pay has it, also without its sign. */
const AMOUNT = /[$£€]\s?\d|\d,\d{3}|\b\d{2,}(?:\.\d\d)?\s*$/;

/** Of a table's rows that name several classes, those that name this one. */
export function ownRows({ spec, text }: IndexedDocument, items: Evidence[]): Evidence[] {
  const own = ` ${normaliseHeading(spec.title)} `;
  const named = items.filter((item) => {
    const row = text.slice(item.start, item.end);
    return AMOUNT.test(row) && ` ${normaliseHeading(row)} `.includes(own);
  });
  const isTable = items.some((item) => /[$£€]\s?\d/.test(text.slice(item.start, item.end)) && !named.includes(item));
  return named.length > 0 && isTable ? named : items;
}
