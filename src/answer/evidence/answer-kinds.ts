/** Which kind of thing answers a question: a time span, an amount of money, a date. */
import { vocabularyPart } from '../../vocabulary.ts';

interface AnswerKind {
  ask: RegExp;
  states: RegExp;
  /** Nothing else answers: a question for a date is not answered without one. */
  exact: boolean;
}

const kinds: readonly AnswerKind[] = vocabularyPart<{ ask: string; states: string; exact?: true }[]>('answerKinds').map(
  ({ ask, states, exact = false }) => ({ ask: new RegExp(ask, 'i'), states: new RegExp(states, 'i'), exact }),
);

/** How texts state a thing of the kinds that a question wants; empty where it wants none in particular. */
export function kindsWanted(question: string): RegExp[] {
  return kinds.filter(({ ask }) => ask.test(question)).map(({ states }) => states);
}

/** The same of the kinds that nothing else answers: a date, a time span, an amount. */
export function exactKindsWanted(question: string): RegExp[] {
  return kinds.filter(({ ask, exact }) => exact && ask.test(question)).map(({ states }) => states);
}
