/** Special things asked of a class that its general statements are no answer to: pay on top of the salary, how many there are, what may not be done. */
import type { IndexedDocument } from '../../domain.ts';
import { acrossLines, createTextPattern } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import type { AnswerContext } from '../draft/context.ts';
import { topicsAround } from '../reading/spec-view.ts';
import { coverage, stemsOf } from '../words/relevance.ts';
import type { Evidence } from './evidence.ts';
import { evidenceWhere } from './focus-evidence.ts';
import { tellingTerms } from './sharper.ts';

const { specialPay: namedPay, extraPay } = vocabularyPart<{
  specialPay: string;
  extraPay: Record<'ask' | 'what' | 'states', string>;
}>('questions');
const specialPay = new RegExp(namedPay, 'i');
const asksExtraPay = createTextPattern(extraPay.ask);
const statesExtraPay = new RegExp(acrossLines(extraPay.states), 'i');

/** What is asked for beside the general statements, and where a document says it. */
export interface Special {
  what: string;
  items: Evidence[];
}

/** What a document says of a pay that comes on top ("bilingual pay"): the salary itself is no answer to it. */
export function onSpecialPay({ understanding }: AnswerContext, source: IndexedDocument): Special | undefined {
  // Whether overtime is paid at all is a status of its own.
  if (asksExtraPay.test(understanding.text) && !understanding.topics.includes('flsa'))
    return { what: extraPay.what, items: evidenceWhere(source, (text) => statesExtraPay.test(text)) };
  const [what, kind, pay] = specialPay.exec(understanding.text) ?? [];
  if (what === undefined || kind === undefined || pay === undefined) return undefined;
  const [kindStem, ...others] = [...stemsOf(kind), ...stemsOf(pay)];
  const items = evidenceWhere(source, (text) => {
    const stems = stemsOf(text);
    return kindStem !== undefined && stems.has(kindStem) && others.some((stem) => stems.has(stem));
  });
  return { what: what.toLowerCase(), items };
}

const { headcount } = vocabularyPart<{ headcount: Record<'ask' | 'what' | 'states', string> }>('questions');
/** How an answer calls the number of positions. */
export const HEADCOUNT = headcount.what;
const asksHeadcount = createTextPattern(headcount.ask);
const statesHeadcount = new RegExp(acrossLines(headcount.states), 'i');

/** True for a question how many work in a class or are sought: a sentence that only speaks of the employed is no answer. */
export function isOnHeadcount({ understanding }: AnswerContext): boolean {
  return asksHeadcount.test(understanding.text);
}

/** What gives a number of positions, where the question is how many there are. */
export function onHeadcount(context: AnswerContext, source: IndexedDocument): Evidence[] | undefined {
  return isOnHeadcount(context) ? evidenceWhere(source, (text) => statesHeadcount.test(text)) : undefined;
}

const { spendingLimit } = vocabularyPart<{ spendingLimit: Record<'ask' | 'what' | 'states', string> }>('questions');
/** How an answer calls an amount up to which somebody may decide. */
export const SPENDING_LIMIT = spendingLimit.what;
const asksLimit = createTextPattern(spendingLimit.ask);
const statesLimit = new RegExp(acrossLines(spendingLimit.states), 'i');

/** The amounts up to which somebody of a class may spend, sign or waive, where they are asked for: what they are paid is no answer. */
export function onSpendingLimit({ understanding }: AnswerContext, source: IndexedDocument): Evidence[] | undefined {
  return asksLimit.test(understanding.text) ? evidenceWhere(source, (text) => statesLimit.test(text)) : undefined;
}

const { prohibition } = vocabularyPart<{ prohibition: Record<'ask' | 'states' | 'words' | 'ofWork', string> }>(
  'questions',
);
const prohibitionAsked = createTextPattern(prohibition.ask);
const statesProhibition = new RegExp(acrossLines(prohibition.states), 'i');
/** How an answer calls what somebody may not do. */
export const PROHIBITION = 'what somebody of this class may not do';
/** Asks for limits of what somebody may do, not for what doesn't count. */
const limitsWork = new RegExp(prohibition.ofWork, 'i');
/** Words of the asking itself: "supposed", "authority". */
const limiting = new RegExp(prohibition.words, 'i');
/** Part of the best passage's share of the question's words from which others are shown with it. */
const NEAR_BEST = 0.6;

/** Sections that say how somebody is hired: what may not be done there is no limit of the work. */
const HIRING: readonly string[] = [
  'qualifications',
  'apply',
  'deadline',
  'selection',
  'equal-opportunity',
  'salary',
  'benefits',
];

/** True for a question what somebody of a class may not do, or what does not count. */
export function asksProhibition(question: string): boolean {
  return prohibitionAsked.test(question);
}

/** The passages that say what somebody of a class may not do, or what does not count, where that is asked; those on the question's own words first. */
export function onProhibition({ understanding, corpus }: AnswerContext, source: IndexedDocument): Evidence[] {
  if (!asksProhibition(understanding.text)) return [];
  const telling = tellingTerms(source, understanding.content).filter(({ word }) => !limiting.test(word));
  const limits = evidenceWhere(source, (text) => statesProhibition.test(text));
  const ofWork = limits.filter(
    ({ block }) => !topicsAround(source.spec, block.section).some((topic) => HIRING.includes(topic)),
  );
  if (telling.length === 0) return ofWork;
  const rated = limits.map((item) => ({
    item,
    covered: coverage(understanding.content, source.text.slice(item.start, item.end), corpus),
  }));
  const best = Math.max(0, ...rated.map(({ covered }) => covered));
  // Asked in words that stand in none: what is ruled out of the work at all.
  if (best === 0 && limitsWork.test(understanding.text)) return ofWork;
  return rated.filter(({ covered }) => covered > 0 && covered >= best * NEAR_BEST).map(({ item }) => item);
}
