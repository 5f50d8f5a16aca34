/** Whether a class qualifies for a list: its verdicts on the conditions, joined as the question joins them. */
import { vocabularyPart } from '../../vocabulary.ts';
import { type Item, isSilent, type Verdict } from '../conditions/verdict.ts';
import { wording } from '../words/wordings.ts';
import type { Asked, ListAsked } from './conditions.ts';
import type { Qualifying } from './qualifying.ts';

/** Which statements a question asks for: what is required or so, what is so of some positions, or what is preferred. */
export type Mode = 'required' | 'some' | 'preferred';

type Holds = 'yes' | 'some' | 'preferred' | 'silent' | 'no';

/** A class with how surely it qualifies, and the passages that show it. */
export interface Outcome extends Qualifying {
  holds: Holds;
}

const asksPreferred = new RegExp(vocabularyPart<{ asksPreferred: string }>('requirement').asksPreferred, 'i');

/** The statements that a question asks for. */
export function modeOf(question: string): Mode {
  if (wording('onlySome').test(question)) return 'some';
  return asksPreferred.test(question) ? 'preferred' : 'required';
}

interface Judged {
  holds: Holds;
  items: Item[];
}

function judged({ condition, negated }: Asked, document: number, mode: Mode): Judged {
  const verdict: Verdict = condition.judge(document);
  const { required, some, preferred, against } = verdict;
  if (isSilent(verdict)) return { holds: negated && condition.silence === true ? 'yes' : 'silent', items: [] };
  if (negated) {
    if (required.length > 0) return { holds: 'no', items: [] };
    if (some.length > 0) return { holds: 'some', items: some };
    return { holds: 'yes', items: against.length > 0 ? against : preferred };
  }
  // What a class is or is paid is never a matter of preference.
  const weighed = condition.topic !== undefined && ['licenses', 'education', 'knowledge'].includes(condition.topic);
  if (mode === 'some' && weighed)
    return some.length > 0 && required.length === 0 ? { holds: 'yes', items: some } : { holds: 'no', items: [] };
  if (mode === 'preferred' && weighed)
    return preferred.length > 0 && required.length === 0
      ? { holds: 'yes', items: preferred }
      : { holds: 'no', items: [] };
  if (required.length > 0) return { holds: 'yes', items: required };
  if (some.length > 0) return { holds: 'some', items: some };
  return preferred.length > 0 ? { holds: 'preferred', items: preferred } : { holds: 'no', items: against };
}

/** From what settles a conjunction first to what leaves it open. */
const WEAKEST: readonly Holds[] = ['no', 'silent', 'preferred', 'some', 'yes'];

function all(group: readonly Judged[]): Judged {
  const holds = WEAKEST.find((value) => group.some((one) => one.holds === value)) ?? 'yes';
  return { holds, items: group.flatMap(({ items }) => items) };
}

/** The outcome of one class: a group of conditions holds, in the classes that the question is about. */
export function outcomeOf(document: number, { scopes, groups }: ListAsked, mode: Mode): Outcome {
  const shown = scopes.map((scope) => scope.judge(document).required);
  if (shown.some((items) => items.length === 0)) return { document, holds: 'no', items: [] };
  if (groups.length === 0) return { document, holds: 'yes', items: shown.at(-1) ?? [] };
  const results = groups.map((group) => all(group.map((one) => judged(one, document, mode))));
  const best = results.reduce((a, b) => (WEAKEST.indexOf(b.holds) > WEAKEST.indexOf(a.holds) ? b : a));
  const unique = [...new Map(best.items.map((item) => [item.start, item])).values()];
  return { document, holds: best.holds, items: unique };
}
