/** How much experience classes ask for, in months, and the condition of a list that asks for it. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsWithin } from '../reading/statements.ts';
import { inMonths, isWithin, type Quantity, quantitiesIn, type Range, TIME_UNITS } from '../words/quantities.ts';
import { type Condition, NOTHING, stating, type Verdict } from './verdict.ts';

const vocabulary =
  vocabularyPart<
    Record<
      | 'notExperience'
      | 'notDuration'
      | 'part'
      | 'partBehind'
      | 'noneRequired'
      | 'experienceWord'
      | 'otherTime'
      | 'besides',
      string
    >
  >('quantities');
const notBefore = new RegExp(vocabulary.notExperience, 'i');
const notBehind = new RegExp(vocabulary.notDuration, 'i');
const part = new RegExp(vocabulary.part, 'i');
const partBehind = new RegExp(vocabulary.partBehind, 'i');
const noneRequired = new RegExp(vocabulary.noneRequired, 'i');
const other = new RegExp(vocabulary.otherTime, 'i');
const isOnExperience = new RegExp(vocabulary.experienceWord, 'i');

/** Sections that state what experience is asked for. */
const WITHIN = (topicNamed('experience')?.within ?? []).filter((name) => name !== 'knowledge' && name !== 'definition');

/** The amounts of time that a text asks for, without those that are part of another. */
function wholeAmounts(text: string): Quantity[] {
  const own = quantitiesIn(text, TIME_UNITS).filter(
    ({ start, end }) => !notBefore.test(text.slice(0, start)) && !notBehind.test(text.slice(end)),
  );
  return own.filter(
    ({ start, end }, index) =>
      index === 0 || !(part.test(text.slice(own[index - 1]?.end, start)) || partBehind.test(text.slice(end))),
  );
}

/**
 * The months that a text asks for at least and at most, by its amounts: fewer than the first fall short whichever way
 * it is read, and the second are enough whichever. Undefined where it names no amount.
 */
export function monthsBetween(text: string): { least: number; most: number } | undefined {
  const amounts = wholeAmounts(text);
  const first = amounts[0];
  if (first === undefined) return undefined;
  const months = amounts.map(({ value, unit }) => inMonths(value, unit));
  const highest = Math.max(...months);
  return /\bor\b/i.test(text.slice(first.end, amounts.at(-1)?.start))
    ? { least: Math.min(...months), most: highest }
    : { least: highest, most: months.reduce((sum, value) => sum + value, 0) };
}

/** Behind one amount and before another that is asked for besides: "two years as a Clerk and one year of …". */
const besides = new RegExp(vocabulary.besides, 'i');

/** Months that a text asks for, each alternative by itself: "two years as a …, or three as a …" is [24, 36]. */
export function monthsIn(text: string): number[] {
  const whole = wholeAmounts(text);
  const months: number[] = [];
  whole.forEach(({ value, unit, start }, index) => {
    const between = text.slice(whole[index - 1]?.end ?? 0, start);
    const last = months.at(-1);
    const own = inMonths(value, unit);
    if (last !== undefined && besides.test(between)) months[months.length - 1] = last + own;
    else if (last === undefined || /\bor\b[^,;]*$/i.test(between)) months.push(own);
    else months[months.length - 1] = Math.max(last, own);
  });
  return months;
}

/** What a class asks for: the months of each alternative, 0 for none, and the statements that say so. */
export interface ExperienceAsked {
  months: number[];
  statements: Statement[];
}

const cache = new WeakMap<IndexedDocument, ExperienceAsked>();

/** The experience a document asks for. No months: it states no amount. */
function experienceOf(document: IndexedDocument): ExperienceAsked {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const asked: ExperienceAsked = { months: [], statements: [] };
  let alternatives = false;
  for (const statement of statementsWithin(document, WITHIN)) {
    const onTopic = statement.topics.includes('experience') || isOnExperience.test(statement.text);
    if (!onTopic || other.test(statement.text) || statement.force === 'preferred' || statement.force === 'alternative')
      continue;
    const none = statement.force === 'denied' && noneRequired.test(statement.text);
    const months = none ? [0] : monthsIn(statement.text);
    if (months.length === 0) continue;
    alternatives ||= /^\W*or\b/i.test(statement.text);
    if (asked.months.length === 0 || alternatives) asked.months.push(...months);
    else asked.months = asked.months.map((value) => Math.max(value, Math.min(...months)));
    asked.statements.push(statement);
    alternatives = /\bor\W*$/i.test(statement.text);
  }
  cache.set(document, asked);
  return asked;
}

/**
 * The condition that a class asks for so much experience. By the least that lets a person in; by any alternative where
 * the question names one amount.
 */
export function experienceCondition(corpus: Corpus, range: Range): Condition {
  return {
    about: 'an amount of experience',
    topic: 'experience',
    judge(document): Verdict {
      const { months, statements } = experienceOf(documentAt(corpus, document));
      if (months.length === 0) return NOTHING;
      const counted = range.low === range.high ? months : [Math.min(...months)];
      return stating(counted.some((value) => isWithin(value, range)) ? 'required' : 'against', statements.slice(0, 2));
    },
  };
}

/** The condition that a class asks for the most experience of all that state an amount, or for the least: by the least that lets a person in. */
export function mostExperience(corpus: Corpus, end: 'most' | 'least'): Condition {
  const stated = corpus.documents.flatMap((document) => {
    const { months } = experienceOf(document);
    return months.length === 0 ? [] : [Math.min(...months)];
  });
  const value = end === 'most' ? Math.max(...stated) : Math.min(...stated);
  return experienceCondition(corpus, {
    low: value,
    high: end === 'most' ? Number.POSITIVE_INFINITY : value,
    withLow: true,
    withHigh: true,
  });
}
