/** Recognises lines that are pay by their words alone: "$21.50-$28.75 Hourly / $3,726.67-$4,983.33 Monthly". */
import type { Field, Span } from '../domain.ts';
import type { Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { shownText } from './readable.ts';

/** Longest line of pay, in characters: three ranges with their periods take about 110. */
const MAX_PAY_LINE = 200;

const AMOUNT = /[$£€]\s?\d[\d,]*(?:\.\d+)?(?:\s?[kK]\b)?/g;

/** How often pay is paid, and which end of its range an amount is. */
const PAY_WORDS =
  /\b(?:hourly|daily|weekly|bi-?\s?weekly|semi-?\s?monthly|monthly|quarterly|annually|annual|yearly|per|an?|hour|hr|day|week|month|year|yr|annum|min|mid|max|minimum|midpoint|maximum|to|and|from)\b\.?/gi;

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

const PERIOD =
  /\b(?:hour|hr|hourly|day|daily|week|month|year|yr|annual|annum|min|max|(?:bi-?|semi-?)?\s?(?:week|month)ly|yearly|annually)/i;

/** "- Hourly / - BiWeekly /": periods without an amount, whose line goes on below. */
const isOpenPayLine = (text: string): boolean => /\/$/.test(text) && PERIOD.test(text) && restOf(text) === '';

/** The pay that a line without a label states, with a line of periods without amounts before it; undefined for another line. */
export function payOfLine(
  text: string,
  lines: readonly Line[],
  at: number,
): { field: Field; lines: number } | undefined {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined) return undefined;
  const opens = isOpenPayLine(line.text) && below !== undefined && isPayLine(below.text);
  if (!opens && !isPayLine(line.text)) return undefined;
  const value: Span = { start: line.start, end: opens ? below.end : line.end };
  const field = makeField(text, 'salary', { start: line.start, end: line.start }, value);
  return { field: { ...field, value: shownText(text.slice(value.start, value.end)) }, lines: opens ? 2 : 1 };
}
