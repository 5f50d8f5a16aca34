/** Recognises lines that are pay by their words alone: "$21.50-$28.75 Hourly / $3,726.67-$4,983.33 Monthly". */
import type { Field, Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { isTitleCase } from './heading-text.ts';
import { topicOfLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { shownText } from './readable.ts';

const vocabulary = vocabularyPart<{
  /** Words that may stand between amounts of pay. */
  words: string;
  /** Of these, how often it is paid, and which end of a range it is. */
  period: string;
  /** What a place on a scale is called. */
  scale: string;
}>('payLines');

/** Longest line of pay, in characters: three ranges with their periods take about 110. */
const MAX_PAY_LINE = 200;

const AMOUNT = /[$£€]\s?\d[\d,]*(?:\.\d+)?(?:\s?[kK]\b)?/g;

/** How often pay is paid, and which end of its range an amount is. */
const PAY_WORDS = new RegExp(`\\b(?:${vocabulary.words})\\b\\.?`, 'gi');
const PERIOD = new RegExp(`\\b(?:${vocabulary.period})`, 'i');

const restOf = (text: string): string =>
  text
    .replace(AMOUNT, ' ')
    .replace(PAY_WORDS, ' ')
    .replace(/[\s/–—,;()+*|-]+/g, '');

/** True for a line of amounts, their periods and the signs between them, and of nothing else. */
function isPayLine(text: string): boolean {
  return (
    text.length <= MAX_PAY_LINE &&
    /^(?:[-–—]\s*(?=\w+ly\b))?(?:[$£€]\s?\d|(?<=[-–—]\s*)\w)/i.test(text) &&
    /[$£€]\s?\d/.test(text) &&
    PERIOD.test(text) &&
    restOf(text) === ''
  );
}

/** "- Hourly / - BiWeekly /": periods without an amount, whose line goes on below. */
const isOpenPayLine = (text: string): boolean => /\/$/.test(text) && PERIOD.test(text) && restOf(text) === '';

/** Where on a scale: "Range 29:", "Pay Band J / SCP 32 - 34". */
const SCALE = new RegExp(`\\b${vocabulary.scale}\\s+[A-Z\\d]{1,4}(?:\\s?[-–]\\s?\\d{1,3})?\\b`, 'gi');

/** A name before pay: "Press Operator II - Range 36: $36,929 - $45,911/yr.". */
const NAMED = /^(\p{Lu}[^$£€:]{2,70}?)\s*(?:\s[-–—]\s|:)\s*(?=\S)/u;

/** The name of the class or level whose pay a line states; undefined where it states other things too. */
function namedPay(text: string): string | undefined {
  const found = text.length <= MAX_PAY_LINE ? NAMED.exec(text) : null;
  const rest = text.slice(found?.[0].length).replace(SCALE, ' ');
  if (found?.[1] === undefined || !/[$£€]\s?\d/.test(rest) || restOf(rest.replace(/:/g, ' ')).replace(/\.$/, '') !== '')
    return undefined;
  return topicOfLabel(found[1]) === undefined && isTitleCase(found[1].replace(/[IVX\d/]+$/, '')) ? found[1] : undefined;
}

/** The pay that lines state without a label: amounts alone, or behind a name; undefined for other lines. */
export function payOfLine(
  text: string,
  lines: readonly Line[],
  at: number,
): { field: Field; lines: number } | undefined {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined) return undefined;
  const name = namedPay(line.text);
  const opens = isOpenPayLine(line.text) && below !== undefined && isPayLine(below.text);
  if (name === undefined && !opens && !isPayLine(line.text)) return undefined;
  const from = name === undefined ? 0 : (NAMED.exec(line.text)?.[0].length ?? 0);
  const value: Span = { start: line.start + from, end: opens ? below.end : line.end };
  const label = { start: line.start, end: line.start + (name?.length ?? 0) };
  const shown = shownText(text.slice(value.start, value.end));
  return {
    field: { ...makeField(text, 'salary', label, value), topic: 'salary', value: shown },
    lines: opens ? 2 : 1,
  };
}

/** An amount at the beginning of a line, behind a level, a step or a name at most: "II   $21.40". */
const GOES_ON =
  /^(?:\p{Lu}[^.$£€:]{2,60}\s{3,}|(?:(?:level|step) )?(?:[IVX]{1,4}|\d)\b[:.)]?\s+(?:[-–—]\s+)?)?[$£€]\s?\d/iu;

/** True for a line that goes on with the pay on the line above it. */
export const paysOn = ({ text }: Line): boolean => GOES_ON.test(text) && text.length < 90;
