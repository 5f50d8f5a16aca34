/** Quantities with a unit: what a question asks of them ("at least five years"), and those that a text states. */
import { vocabularyPart } from '../../vocabulary.ts';

interface QuantityVocabulary {
  over: string[];
  under: string[];
  /** Regular expression of the words that include the number itself. */
  inclusive: string;
  /** What behind a number makes it a lower or an upper bound: "or more". */
  orMore: string;
  orLess: string;
  between: string;
  /** What may stand between a number and its unit: "six calendar months". */
  kinds: string;
  /** Regular expression of each unit's forms. */
  units: Record<string, string>;
  /** Number words from zero on. */
  numbers: string[];
  /** Number words from ten on, by tens. */
  tens: string[];
  /** Regular expression of what adds a half to the number before it. */
  half: string;
}

const vocabulary = vocabularyPart<QuantityVocabulary>('quantities');
const [, ...units] = vocabulary.numbers.slice(0, 10);
const NUMBER = `(?:\\d{1,4}(?:\\.\\d+)?|(?:${vocabulary.tens.slice(1).join('|')})(?:[- ](?:${units.join('|')}))?|${vocabulary.numbers.join('|')})(?:${vocabulary.half})?`;
const half = new RegExp(`(?:${vocabulary.half})$`, 'i');
const inclusive = new RegExp(vocabulary.inclusive, 'i');

/** A range of numbers; a bound that is not asked for is infinite. */
export interface Range {
  low: number;
  high: number;
  /** Whether the bounds themselves belong to it. */
  withLow: boolean;
  withHigh: boolean;
}

/** A range asked for, its unit, and where in the question it stands. */
export interface AskedRange extends Range {
  unit: string;
  start: number;
  end: number;
}

const numberWords = new Set([...vocabulary.numbers, ...vocabulary.tens]);

/** True for a number in digits or in words. */
export function isNumberWord(word: string): boolean {
  return /^\d/.test(word) || numberWords.has(word);
}

/** Value of a number in digits or words; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^an?$/i.test(text)) return 1;
  const whole = text.replace(half, '').toLowerCase();
  if (whole !== text.toLowerCase()) return numberOf(whole) + 0.5;
  const word = vocabulary.numbers.indexOf(whole);
  if (word >= 0) return word;
  const [first = '', unit] = whole.split(/[- ]/);
  const ten = vocabulary.tens.indexOf(first);
  return ten < 0 ? Number(text) : (ten + 1) * 10 + (unit === undefined ? 0 : numberOf(unit));
}

export function isWithin(value: number, { low, high, withLow, withHigh }: Range): boolean {
  return (withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high);
}

const ALL: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, withLow: true, withHigh: true };

/** A range from a relation and its number. */
function bounded(relation: 'over' | 'under', value: number, withIt: boolean): Range {
  return relation === 'over' ? { ...ALL, low: value, withLow: withIt } : { ...ALL, high: value, withHigh: withIt };
}

const compiled = new Map<string, RegExp>();

/** Compiled once: with all the numbers and words for more and less in them, these take milliseconds to compile. */
function pattern(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'i');
  compiled.set(source, known);
  return known;
}

const over = vocabulary.over.join('|');
const under = vocabulary.under.join('|');

/** The range of a number in a question, by the words before and behind it: "over 5", "5 or more", "between 5 and 7", "5". */
function rangeAt(text: string, forms: string, number: string): (Range & { start: number; end: number }) | undefined {
  // Every pattern below ends in the unit.
  if (!pattern(forms).test(text)) return undefined;
  const unit = `[\\s-]*(?:${forms})(?:\\b|(?<=\\W))`;
  const at = (source: string): RegExpExecArray | null => pattern(source).exec(text);
  const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });
  const two = at(`\\b(?:${vocabulary.between})\\s+(${number})(?:${unit})?\\s+(?:and|to|-|–)\\s+(${number})(?:${unit})`);
  if (two !== null)
    return { low: numberOf(two[1] ?? ''), high: numberOf(two[2] ?? ''), withLow: true, withHigh: true, ...spanOf(two) };
  const before = at(`\\b(${over}|${under})\\s+(?:a |an )?(${number}|an?)${unit}`);
  if (before !== null) {
    const relation = pattern(`^(?:${over})$`).test(before[1] ?? '') ? 'over' : 'under';
    return { ...bounded(relation, numberOf(before[2] ?? ''), inclusive.test(before[1] ?? '')), ...spanOf(before) };
  }
  const behind = at(
    `(?<![\\w.])(${number})\\s*(?:(${vocabulary.orMore})|(${vocabulary.orLess}))${unit}|(?<![\\w.])(${number}|an?)${unit}\\s*(?:(${vocabulary.orMore})|(${vocabulary.orLess}))`,
  );
  if (behind !== null) {
    const relation = behind[2] !== undefined || behind[5] !== undefined ? 'over' : 'under';
    return { ...bounded(relation, numberOf(behind[1] ?? behind[4] ?? ''), true), ...spanOf(behind) };
  }
  const exact = at(`(?<![\\w.$£€])(${number})${unit}`);
  if (exact === null) return undefined;
  const value = numberOf(exact[1] ?? '');
  return { low: value, high: value, withLow: true, withHigh: true, ...spanOf(exact) };
}

/** The range that a question asks of one of these units; undefined when it names none. */
export function rangeIn(text: string, units: readonly string[]): AskedRange | undefined {
  for (const unit of units) {
    const found = rangeAt(text, vocabulary.units[unit] ?? unit, NUMBER);
    if (found !== undefined) return { ...found, unit };
  }
  return undefined;
}

/** A quantity that a text states, with where it stands. */
export interface Quantity {
  value: number;
  unit: string;
  start: number;
  end: number;
}

/** The quantities of these units in a text, in its order; of "20 to 30 pounds" and "two (2) years" one. */
export function quantitiesIn(text: string, units: readonly string[]): Quantity[] {
  const found = units.flatMap((unit) => {
    const forms = vocabulary.units[unit] ?? unit;
    const pattern = new RegExp(
      `(?<![\\w.$£€,])(${NUMBER})(?:\\s*\\(\\d+\\))?(?:\\s*(?:-|–|to|or)\\s*(${NUMBER}))?[\\s-]+(?:(?:${vocabulary.kinds})\\s+)?(?:${forms})(?![\\w])`,
      'gi',
    );
    return [...text.matchAll(pattern)].map((match) => ({
      value: numberOf(match[2] ?? match[1] ?? ''),
      unit,
      start: match.index,
      end: match.index + match[0].length,
    }));
  });
  return found.sort((a, b) => a.start - b.start);
}

/** Months in a unit of time. */
const MONTHS: Readonly<Record<string, number>> = { year: 12, month: 1, week: 12 / 52, day: 12 / 365 };
/** Every unit of the vocabulary. */
export const ALL_UNITS: readonly string[] = Object.keys(vocabulary.units);
/** Units of time. */
export const TIME_UNITS: readonly string[] = Object.keys(MONTHS);

/** A range or quantity of time in months. */
export function inMonths(value: number, unit: string): number {
  return value * (MONTHS[unit] ?? 1);
}

/** A range of time in months. */
export function rangeInMonths(asked: AskedRange): AskedRange {
  return { ...asked, low: inMonths(asked.low, asked.unit), high: inMonths(asked.high, asked.unit), unit: 'month' };
}
