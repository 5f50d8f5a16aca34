/** Pay: what classes state, by the year, and what a question asks of it. */
import type { IndexedDocument, Span } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { normaliseHeading } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { lineAround } from '../reading/statements.ts';
import { isWithin, type Range } from '../words/quantities.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, type Item, NOTHING, stating, type Verdict } from './verdict.ts';

/** Below this an amount without a unit is by the hour. */
const HOURLY_LIMIT = 500;
/** From this on an amount without a unit is by the year; between the two it could be by the week or the month. */
const ANNUAL_LIMIT = 15_000;
/** No wage by the hour is lower: a smaller amount is an allowance. */
const LEAST_HOURLY = 7;
/** How often a year each unit of time is paid, hours by forty-hour weeks. */
const TIMES: readonly (readonly [string, number])[] = [
  ['payPerHour', 2_080],
  ['payPerFortnight', 26],
  ['payPerHalfMonth', 24],
  ['payPerMonth', 12],
  ['payPerWeek', 52],
  ['payPerYear', 1],
];

interface Amount {
  annual: number;
  currency: string;
}

const MONEY = /(\$|£|€|\bCAD|\bUSD|\bGBP|\bEUR)\s?(\d{1,3}(?:,\s?\d{3})+|\d+)(\.\d+)?\s?(k\b)?/gi;
const currencyOf = (symbol: string): string => ({ '£': 'GBP', '€': 'EUR', $: 'USD' })[symbol] ?? symbol.toUpperCase();

/** Times a year that an amount is paid by the words around it; undefined where nothing tells. */
function timesOf(value: number, around: string): number | undefined {
  const named = TIMES.filter(([name]) => wording(name).test(around));
  if (named.length === 1) return named[0]?.[1];
  if (value < HOURLY_LIMIT) return TIMES[0]?.[1];
  return value >= ANNUAL_LIMIT ? 1 : named.find(([, times]) => times !== TIMES[0]?.[1])?.[1];
}

/** What may stand between an amount and its unit of time: the other end of a range, signs, or nothing. */
const BETWEEN = /^(?:[\s:=()–—/|$£€\d,.-]|to\b)*$/;
/** Longest such stretch, in characters: the other end of a range with its sign takes 20. */
const UNIT_REACH = 40;

/**
 * Where a text names several units of time, each amount's own: the one right behind it or its range ("$20 - $25 Hourly /
 * $3,400 Monthly"), else the one right before it ("Hourly $20, Monthly $3,400"); undefined where neither is its own.
 */
function unitsBeside(text: string): (amount: Span) => number | undefined {
  const units = TIMES.flatMap(([name, times]) =>
    [...text.matchAll(new RegExp(wording(name), 'gi'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      times,
    })),
  ).sort((a, b) => a.start - b.start);
  if (new Set(units.map(({ times }) => times)).size < 2) return () => undefined;
  const near = (from: number, to: number): boolean => to - from <= UNIT_REACH && BETWEEN.test(text.slice(from, to));
  return ({ start, end }) => {
    const behind = units.find((unit) => unit.start >= end);
    if (behind !== undefined && near(end, behind.start)) return behind.times;
    const before = units.findLast((unit) => unit.end <= start);
    return before !== undefined && near(before.end, start) ? before.times : undefined;
  };
}

/** The amounts of money in a text, by the year. @param around words that may tell the unit, beside the text's own. */
function amountsIn(text: string, around = ''): Amount[] {
  const found = [...text.matchAll(MONEY)];
  const beside = unitsBeside(text);
  return found.flatMap((match) => {
    const value =
      Number(`${(match[2] ?? '').replace(/[,\s]/g, '')}${match[3] ?? ''}`) * (match[4] === undefined ? 1 : 1_000);
    const at = { start: match.index, end: match.index + match[0].length };
    const times = beside(at) ?? timesOf(value, `${text} ${around}`);
    if (times === undefined || value * times < LEAST_HOURLY * 2_080) return [];
    return [{ annual: value * times, currency: currencyOf(match[1] ?? '$') }];
  });
}

/** What a class states of its pay, by the year. */
export interface Pay {
  lowest: number;
  highest: number;
  currency: string;
  items: Item[];
}

const cache = new WeakMap<IndexedDocument, Pay | 'none'>();

/** A document's pay; undefined where it states no amount. */
export function payOf(document: IndexedDocument): Pay | undefined {
  const known = cache.get(document);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const read = readPay(document);
  cache.set(document, read ?? 'none');
  return read;
}

/** The row of a table of several classes' pay whose class is this one. */
function titleRow({ spec, text }: IndexedDocument): Item[] | undefined {
  if (spec.titleSpan === undefined) return undefined;
  const row = { ...lineAround(text, spec.titleSpan), heading: 'Title' };
  return amountsIn(text.slice(row.start, row.end)).length > 0 ? [row] : undefined;
}

function readPay(document: IndexedDocument): Pay | undefined {
  const textOf = (item: Item): string => document.text.slice(item.start, item.end);
  const stated = evidenceOn(document, 'salary', new Set()).filter((item) => !wording('notPay').test(textOf(item)));
  const title = ` ${normaliseHeading(document.spec.title)} `;
  const rows = stated.filter((item) => ` ${normaliseHeading(textOf(item))} `.includes(title));
  const own: readonly Item[] = titleRow(document) ?? (rows.length > 0 && rows.length < stated.length ? rows : stated);
  const lines = own.map((item) => ({ ...lineAround(document.text, item), heading: item.heading }));
  const found = [...new Map(lines.map((item) => [item.start, item])).values()].flatMap((item) => {
    const amounts = amountsIn(textOf(item), item.heading);
    return amounts.length === 0 ? [] : [{ item, amounts }];
  });
  const currency = found[0]?.amounts[0]?.currency;
  if (currency === undefined) return undefined;
  const annual = found.flatMap(({ amounts }) => amounts).filter((amount) => amount.currency === currency);
  const values = annual.map((amount) => amount.annual);
  return {
    lowest: Math.min(...values),
    highest: Math.max(...values),
    currency,
    items: found.map(({ item }) => item).slice(0, 3),
  };
}

/** What a question asks of pay: a range by the year, or the classes in order. */
export interface PayAsked {
  range: Range | undefined;
  /** Which end of each class's range counts. */
  by: 'lowest' | 'highest' | 'both';
  order: 'most' | 'least' | undefined;
  /** How many of the order. */
  count: number;
}

/** Says how pay by other units of time is compared. */
export const PAY_NOTE = 'compared by the year, an hour’s pay for 2,080 hours';

/** Two amounts this near are one, as a share: an hour's pay by the year is no exact figure. */
const SAME_PAY = 0.005;

/** The condition that a class's pay lies in a range. Pay in another currency is not compared. */
export function payCondition(corpus: Corpus, { range, by }: PayAsked & { range: Range }, currency: string): Condition {
  return {
    about: 'an amount of pay',
    topic: 'salary',
    note: PAY_NOTE,
    judge(index): Verdict {
      const pay = payOf(documentAt(corpus, index));
      if (pay === undefined || pay.currency !== currency) return NOTHING;
      const counted = by === 'both' ? [pay.lowest, pay.highest] : [pay[by]];
      const fits = counted.filter((value) => isWithin(value, range)).length;
      if (fits === 0) return stating('against', pay.items);
      return stating(fits === counted.length ? 'required' : 'some', pay.items);
    },
  };
}

/** Documents in the order of their pay, most or least first, cut where the asked number ends; ties stay. */
export function byPay(corpus: Corpus, documents: readonly number[], { order, count, by }: PayAsked): number[] {
  const end = by === 'both' || by === undefined ? (order === 'least' ? 'lowest' : 'highest') : by;
  const sign = order === 'least' ? 1 : -1;
  const paid = documents.flatMap((document) => {
    const pay = payOf(documentAt(corpus, document));
    return pay === undefined ? [] : [{ document, amount: pay[end], currency: pay.currency }];
  });
  const usual = mostFrequent(paid.map(({ currency }) => currency));
  const sorted = paid
    .filter(({ currency }) => currency === usual)
    .sort((a, b) => sign * (a.amount - b.amount) || a.document - b.document);
  const last = sorted[Math.min(count, sorted.length) - 1]?.amount ?? 0;
  return sorted
    .filter(({ amount }, index) => index < count || Math.abs(amount - last) <= last * SAME_PAY)
    .map(({ document }) => document);
}

/** The currency that most documents pay in. */
export function usualCurrency(corpus: Corpus): string {
  return mostFrequent(corpus.documents.flatMap((document) => payOf(document)?.currency ?? [])) ?? 'USD';
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Where an amount stands in a question, and what it is by the year. */
export interface AskedAmount {
  annual: number;
  currency: string | undefined;
  start: number;
  end: number;
}

/** The amounts in a question, with or without a currency: "$80,000", "80k", "80,000", "30 an hour". */
export function askedAmounts(text: string): AskedAmount[] {
  const pattern = /(\$|£|€|\bCAD\s?|\bUSD\s?)?\s?(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(k\b)?/gi;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = Number((match[2] ?? '').replace(/,/g, '')) * (match[3] === undefined ? 1 : 1_000);
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const unit = TIMES.find(([name]) => new RegExp(`^\\s*(?:${wording(name).source})`, 'i').test(behind));
    const named = match[1] !== undefined || match[3] !== undefined;
    if (!named && value < 10_000 && unit?.[0] !== 'payPerHour') return [];
    const around = TIMES.filter(([name]) => wording(name).test(text));
    const times = unit?.[1] ?? timesOf(value, around.length === 1 ? text : '');
    if (times === undefined) return [];
    return [
      {
        annual: value * times,
        currency: match[1] === undefined ? undefined : currencyOf(match[1].trim()),
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}
