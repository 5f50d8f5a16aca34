/** Recognises what a list's question asks of pay: an amount, above or below it, between two. */

import type { AnswerContext } from '../draft/context.ts';
import { type Range, rangeIn } from '../words/quantities.ts';
import { wording } from '../words/wordings.ts';
import { askedAmounts, type PayAsked, payCondition, usualCurrency } from './amounts.ts';
import type { Claim } from './scope.ts';

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
