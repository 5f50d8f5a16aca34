/** Narrows what a class states on a topic down to what was meant: passages with a date, where one is asked for, or on the question's other words. */
import { topicNamed } from '../../vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { exactKindsWanted } from '../evidence/answer-kinds.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { coverage, stemsOf } from '../words/relevance.ts';

/** A topic's passages up to this many are shown whole, with no narrowing. */
const SHOWN_WHOLE = 4;
/** Share of the question's own words that a passage must speak of to be shown without the others (set on the own development questions). */
const MIN_NARROW = 0.5;
/** A shorter passage may be the head of a table, in characters: it is no reason to leave the others out. */
const MIN_TELLING = 45;
/** By how much less than the best of all those with a date may speak of the question's words, to be shown alone. */
const NEAR_BEST = 0.2;

interface Rated {
  item: Evidence;
  covered: number;
}

const bestOf = (rated: readonly Rated[]): number => Math.max(0, ...rated.map(({ covered }) => covered));

/** A topic's passages, narrowed where there are many and some are what was meant. */
export function narrowed(context: AnswerContext, document: number, topic: string, items: Evidence[]): Evidence[] {
  if (items.length <= SHOWN_WHOLE) return items;
  const { spec, text } = documentAt(context.corpus, document);
  const named = stemsOf([spec.employer ?? '', ...items.map((item) => item.heading)].join(' '));
  const { focus: besides, content, text: question } = context.understanding;
  // Of a topic of many things, also the word that asks for it says which: "essay", "interview".
  const words = topicNamed(topic)?.collection === true ? content : besides;
  const focus = words.filter((term) => !named.has(term.stem));
  const said = ({ start, end }: Evidence): string => text.slice(start, end);
  const all = items.map((item) => ({ item, covered: coverage(focus, said(item), context.corpus) }));
  const kinds = exactKindsWanted(question);
  const exact = all.filter(({ item }) => kinds.some((states) => states.test(said(item))));
  const rated = exact.length > 0 && bestOf(exact) >= bestOf(all) - NEAR_BEST ? exact : all;
  const best = bestOf(rated.filter(({ item }) => item.end - item.start >= MIN_TELLING));
  const shown = best < MIN_NARROW ? rated : rated.filter(({ covered }) => covered >= best * 0.75);
  const kept = new Set(shown.map(({ item }) => item));
  // "The work year and the daily hours": a label that is said is meant, whatever stands behind it.
  const isSaid = ({ how, heading }: Evidence): boolean =>
    how === 'field' && wordsOf(heading).length > 1 && [...stemsOf(heading)].every((stem) => context.asked.has(stem));
  return items.filter((item) => kept.has(item) || isSaid(item));
}
