/** Questions that count something ("how many employees …"): what they count, and the passages that give its number. */
import type { IndexedDocument } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { isNumberWord } from '../words/quantities.ts';
import type { Evidence } from './evidence.ts';
import { evidenceWhere } from './focus-evidence.ts';

const measures = vocabularyPart<{
  measures: Record<'any' | 'counted' | 'many' | 'quantity' | 'units' | 'when', string>;
}>('questions').measures;
const any = new RegExp(measures.any, 'i');
const counted = new RegExp(measures.counted, 'i');
const many = new RegExp(measures.many, 'i');
const quantity = new RegExp(measures.quantity);
const units = new RegExp(measures.units, 'i');
const when = new RegExp(measures.when, 'i');

/** The word of a question that says what kind of measure it wants ("how long"); undefined where it wants none. */
export function measureIn(question: string): string | undefined {
  return any.exec(question)?.[1]?.toLowerCase();
}

/** True for a question that a number answers: "how long …", "how much …". */
export function wantsNumber(question: string): boolean {
  return quantity.test(measureIn(question) ?? '');
}

/** True for a question that a date answers: "when …". */
export function wantsDate(question: string): boolean {
  return when.test(question);
}

/** True for a text that gives a number, in digits or in words. */
export function givesNumber(text: string): boolean {
  return /\d/.test(text) || wordsOf(text).some(isNumberWord);
}

/** Words after "how many" that may hold what is counted: "how many total points". */
const COUNTED_WORDS = 2;
/** Words between a number and what it counts: "430 full-time city employees". */
const NUMBER_REACH = 4;

/** The stems of what a question counts; empty when it counts nothing. */
export function countedStems(question: string): ReadonlySet<string> {
  const behind = counted.exec(question)?.[1] ?? '';
  return new Set(wordsOf(behind).slice(0, COUNTED_WORDS).map(stemOf));
}

/** The unit that a question counts, as it is typed ("how many hours a week"); undefined where it counts none. */
export function unitIn(question: string): string | undefined {
  return units.exec(question)?.[1]?.toLowerCase();
}

const countsAny =
  (stems: readonly (string | undefined)[]) =>
  (text: string): boolean => {
    const words = wordsOf(text);
    return words.some(
      (word, at) =>
        isNumberWord(word) &&
        words
          .slice(at + 1, at + 1 + NUMBER_REACH)
          .map(stemOf)
          .some((stem) => stems.includes(stem)),
    );
  };

/** For a question that counts a unit, what tells whether a text gives a number of it; undefined for others. */
export function unitsGiven(question: string): ((text: string) => boolean) | undefined {
  const unit = unitIn(question);
  return unit === undefined ? undefined : countsAny([stemOf(unit)]);
}

/** The passages that give a number of what "how many …" asks for. */
export function countedIn(document: IndexedDocument, question: string): Evidence[] {
  if (!many.test(question)) return [];
  const [noun, next] = [...countedStems(question)];
  return evidenceWhere(document, countsAny([noun, next]));
}
