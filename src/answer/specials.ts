/** Special things asked of a class that its general statements are no answer to: pay on top of the salary, how many there are. */
import type { IndexedDocument } from '../domain.ts';
import { createTextPattern } from '../text-pattern.ts';
import { vocabularyPart } from '../vocabulary.ts';
import type { AnswerContext } from './context.ts';
import type { Evidence } from './evidence.ts';
import { evidenceWhere } from './focus-evidence.ts';
import { stemsOf } from './relevance.ts';

const { specialPay: namedPay, extraPay } = vocabularyPart<{
  specialPay: string;
  extraPay: Record<'ask' | 'states', string>;
}>('questions');
const specialPay = new RegExp(namedPay, 'i');
const asksExtraPay = createTextPattern(extraPay.ask);
const statesExtraPay = new RegExp(extraPay.states, 'i');

/** What a document says of a pay that comes on top ("bilingual pay"): the salary itself is no answer to it. */
export function onSpecialPay({ understanding }: AnswerContext, source: IndexedDocument): Evidence[] | undefined {
  if (asksExtraPay.test(understanding.text)) return evidenceWhere(source, (text) => statesExtraPay.test(text));
  const [, kind, pay] = specialPay.exec(understanding.text) ?? [];
  if (kind === undefined || pay === undefined) return undefined;
  const [kindStem, ...others] = [...stemsOf(kind), ...stemsOf(pay)];
  return evidenceWhere(source, (text) => {
    const stems = stemsOf(text);
    return kindStem !== undefined && stems.has(kindStem) && others.some((stem) => stems.has(stem));
  });
}

const { headcount } = vocabularyPart<{ headcount: Record<'ask' | 'what' | 'states', string> }>('questions');
/** How an answer calls the number of positions. */
export const HEADCOUNT = headcount.what;
const asksHeadcount = createTextPattern(headcount.ask);
const statesHeadcount = new RegExp(headcount.states, 'i');

/** True for a question how many work in a class or are sought: a sentence that only speaks of the employed is no answer. */
export function isOnHeadcount({ understanding }: AnswerContext): boolean {
  return asksHeadcount.test(understanding.text);
}

/** What gives a number of positions, where the question is how many there are. */
export function onHeadcount(context: AnswerContext, source: IndexedDocument): Evidence[] | undefined {
  return isOnHeadcount(context) ? evidenceWhere(source, (text) => statesHeadcount.test(text)) : undefined;
}
