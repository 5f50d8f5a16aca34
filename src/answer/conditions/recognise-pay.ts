/** Recognises what a list's question asks of pay: an amount, above or below it, between two. */

import type { Corpus } from '../../ports.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { statementsOf } from '../reading/statements.ts';
import { type Range, rangeIn } from '../words/quantities.ts';
import { askingWording, wording } from '../words/wordings.ts';
import { askedAmounts, type PayAsked, payCondition, usualCurrency } from './amounts.ts';
import type { Claim } from './scope.ts';
import { type Condition, stating, type Verdict } from './verdict.ts';

/** What stands for an amount of money where its relation is read. */
const STAND_IN = ' 7777 years ';

/** The amount of pay that a question asks for, and what it asks of it. */
export function pay(text: string, { corpus }: AnswerContext): (Claim & { asked: PayAsked }) | undefined {
  const amounts = askedAmounts(text);
  const [first, second] = amounts;
  const end: PayAsked['by'] = wording('payStart').test(text)
    ? 'lowest'
    : wording('payTop').test(text)
      ? 'highest'
      : 'both';
  if (first === undefined) return undefined;
  const currency = first.currency ?? usualCurrency(corpus);
  // A stand-in with a unit lets the words around the amount be read as around any other quantity.
  const plain = `${text.slice(0, first.start)}${STAND_IN}${text.slice(first.end)}`;
  const relation = rangeIn(plain, ['year']);
  const longer = STAND_IN.length - (first.end - first.start);
  const two = second !== undefined && /\b(?:between|from)\s*$/i.test(text.slice(0, first.start));
  const range: Range = two
    ? { low: first.annual, high: second.annual, withLow: true, withHigh: true }
    : relation === undefined || relation.low === relation.high
      ? { low: first.annual, high: first.annual, withLow: true, withHigh: true }
      : relation.high === Number.POSITIVE_INFINITY
        ? { ...relation, low: first.annual }
        : { ...relation, high: first.annual };
  if (!two && range.low === range.high && end === 'both' && !wording('payAsk').test(text)) return undefined;
  const whole = two || range.low === range.high;
  const one = range.high === Number.POSITIVE_INFINITY ? 'highest' : 'lowest';
  const asked = { range, by: end !== 'both' ? end : whole ? end : one, order: undefined, count: 1 } as const;
  return {
    condition: payCondition(corpus, asked, currency),
    asked,
    start: Math.min(first.start, relation?.start ?? first.start),
    end: Math.max(two ? second.end : first.end, (relation?.end ?? 0) - longer),
  };
}

/** Units of time that pay is stated by. */
const UNITS: readonly string[] = ['payPerHour', 'payPerFortnight', 'payPerMonth', 'payPerWeek'];
const ON_PAY: readonly string[] = ['salary', 'pay-grade'];

function basisCondition(corpus: Corpus, unit: string): Condition {
  return {
    about: 'a unit of time for pay',
    topic: 'salary',
    judge(index): Verdict {
      const stated = statementsOf(documentAt(corpus, index)).filter(
        ({ topics, heading, text }) =>
          (topics.some((topic) => ON_PAY.includes(topic)) || wording('payLabel').test(`${heading}: ${text}`)) &&
          !wording('notPay').test(text),
      );
      const met = stated.filter(({ text, heading }) => wording(unit).test(`${heading} ${text}`));
      return met.length > 0 ? stating('required', met.slice(0, 2)) : stating('against', stated.slice(0, 1));
    },
  };
}

/** "Paid by the hour", "state a monthly rate": the unit of time that pay is to be stated by. */
export function payBasis(text: string, { corpus }: AnswerContext): Claim | undefined {
  const match = askingWording('payBasisAsk').exec(text);
  const unit = UNITS.find((name) => wording(name).test(match?.[0].replace(/\bby the\b|\bin\b/gi, 'per') ?? ''));
  if (match === null || unit === undefined) return undefined;
  return { condition: basisCondition(corpus, unit), start: match.index, end: match.index + match[0].length };
}
