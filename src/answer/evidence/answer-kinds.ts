/** Which kind of thing answers a question: a time span, an amount of money, a date. */

import { acrossLines } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';

interface AnswerKind {
  ask: RegExp;
  states: RegExp;
}

const kinds: readonly AnswerKind[] = vocabularyPart<{ ask: string; states: string }[]>('answerKinds').map(
  ({ ask, states }) => ({ ask: new RegExp(ask, 'i'), states: new RegExp(acrossLines(states), 'i') }),
);

/** How texts state a thing of the kinds that a question wants; empty where it wants none in particular. */
export function kindsWanted(question: string): RegExp[] {
  return kinds.filter(({ ask }) => ask.test(question)).map(({ states }) => states);
}
