/** Several questions in one: where they part. */
import { vocabularyPart } from '../vocabulary.ts';
import { bodyOf } from './letter.ts';
import { wordedKind } from './parse-question.ts';

/** Longest letter looked at for several questions, in characters. */
const MAX_LETTER = 4_000;
/** The same without what is only polite: longer is pasted text. */
const MAX_LENGTH = 400;
/** Fewest words of a question of its own. */
const MIN_WORDS = 3;
/** Most questions answered. */
const MAX_PARTS = 4;

const { asking, afterComma, numbering, pointsOn, ofThat } = vocabularyPart<{
  several: {
    /** A word that asks. */
    asking: string;
    /** What a comma or "and" must be followed by to begin a question of its own. */
    afterComma: string;
    /** The number or letter before each of several questions. */
    numbering: string;
    /** Asks for a class that its answer names. */
    pointsOn: string;
    /** What asks on of that class. */
    ofThat: string;
  };
}>('questions').several;

const between = new RegExp(
  `(?<=\\?)\\s+(?=\\S)|,?\\s+and\\s+(?=${asking}\\b)|,\\s+(?:and\\s+)?(?=${afterComma}\\b)|\\s+and\\s+(?=${afterComma}\\b)`,
  'i',
);
/** What each place where questions part has: a look at it spares most processes compiling `between`. */
const MAY_PART = /\?\s+\S|,|\sand\s/i;
const asks = new RegExp(`(?:^|\\s)${asking}\\b`, 'i');
const startsAsking = new RegExp(`^(?:${asking}|${afterComma})\\b`, 'i');
const numbers = new RegExp(numbering, 'gi');
const points = new RegExp(pointsOn, 'i');
const onThat = new RegExp(ofThat, 'i');

/** The questions after "1.", "2." or "a)", "b)"; one part where there is no such list. */
function numbered(text: string): string[] {
  if ([...text.matchAll(numbers)].length < 2) return [text];
  return text.split(numbers).map((part) => part.trim().replace(/[;,]$/, ''));
}

/** The questions in a text, in order, without what is only polite: parts that a question mark ends, that "and which …" begins, or that are numbered. */
export function questionsIn(written: string): string[] {
  if (written.length > MAX_LETTER) return [written];
  const text = bodyOf(written);
  if (text.length > MAX_LENGTH) return [written];
  const list = numbered(text).filter((part) => part !== '');
  const [lead = ''] = list;
  // Numbered duties to be matched are one question, numbered questions are several.
  const isAsking = (part: string): boolean => asks.test(part) || startsAsking.test(part) || part.endsWith('?');
  const isMatch = wordedKind(text) === 'match';
  if (list.length > 1 && !(isMatch && !list.slice(1).some(isAsking))) {
    const questions = /[:]$/.test(lead) || lead.split(/\s+/).length < MIN_WORDS ? list.slice(1) : list;
    if (questions.length <= MAX_PARTS) return questions;
  }
  if (!MAY_PART.test(text) || isMatch) return [written];
  const parts = text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // "What's the next level and what does it take?": what is asked of the next level is asked in one with it.
  if (parts.length === 2 && points.test(parts[0] ?? '') && onThat.test(parts[1] ?? '')) return [written];
  const whole = parts.every(
    (part, index) =>
      (index > 0 && /^(?:by whom|how (?:much|many|long|often))\b/i.test(part)) || part.split(/\s+/).length >= MIN_WORDS,
  );
  return parts.length > 1 && whole && parts.every(isAsking) && parts.length <= MAX_PARTS ? parts : [written];
}
