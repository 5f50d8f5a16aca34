/** Which kind of thing answers a question: a time span, an amount of money, a date. */

import { acrossLines } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';

interface AnswerKind {
  what: string;
  ask: RegExp;
  states: RegExp;
  /** Nothing else answers: a question for a date is not answered without one. */
  exact: boolean;
}

const kinds: readonly AnswerKind[] = vocabularyPart<{ what: string; ask: string; states: string; exact?: true }[]>(
  'answerKinds',
).map(({ what, ask, states, exact = false }) => ({
  what,
  ask: new RegExp(ask, 'i'),
  states: new RegExp(acrossLines(states), 'i'),
  exact,
}));

/** How texts state a thing of the kinds that a question wants; empty where it wants none in particular. */
export function kindsWanted(question: string): RegExp[] {
  return kinds.filter(({ ask }) => ask.test(question)).map(({ states }) => states);
}

/** The kind that any text with a number is of: of no use beside another that is wanted. */
const ANY_NUMBER = 'number';

/** The same of the kinds that nothing else answers: a date, a time span, an amount. */
export function exactKindsWanted(question: string): RegExp[] {
  const wanted = kinds.filter(({ ask, exact }) => exact && ask.test(question));
  const telling = wanted.filter(({ what }) => what !== ANY_NUMBER);
  return (telling.length > 0 ? telling : wanted).map(({ states }) => states);
}
