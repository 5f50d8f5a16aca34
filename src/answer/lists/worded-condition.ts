/** Which classes a list's condition holds for: by a topic's values, by a threshold, or by the words of a sentence. */
import type { FocusTerm } from '../../domain.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import type { AnswerContext } from '../draft/context.ts';
import { nameOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { deniesByColumn, labelOf } from '../reading/spec-view.ts';
import {
  ALL_UNITS,
  type AskedRange,
  isNumberWord,
  isWithin,
  numberOf,
  quantitiesIn,
  rangeIn,
} from '../words/quantities.ts';
import { coverage } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { type Slot, slotsOf } from './condition-words.ts';
import { putsCondition } from './light-words.ts';
import type { Qualifying } from './qualifying.ts';
import { type Spoken, STANDS, spokenOf } from './speaking.ts';

/** How much of a condition the surest statement must say for the question to be answered (set on the own development questions, as the next). */
const MIN_SAID = 0.66;
/** How surely what the condition is about must stand in that one: not by a paraphrase alone. */
const MIN_RARE = 0.65;
/** Part of that from which others say the same. */
const AS_SURE = 0.75;
/** The same where one of the rarest words is missing: another may be said for it. */
const AS_SURE_APART = 0.77;
/** Part of a class's surest statement from which another of its own is shown too. */
const ALSO_SHOWN = 0.95;
/** Share of a topic's words that a sentence must speak of to deny it. */
const MIN_DENIED = 0.34;
/** Most passages for one class. */
const MAX_PASSAGES = 2;
/** Asks for what is preferred: "desirable, but not required" denies no preference. */
const prefers = new RegExp(vocabularyPart<{ asksPreferred: string }>('requirement').asksPreferred, 'i');

/** Words that ask for a field by one of its values. */
const VALUE_ASKS = /exempt|represented|full time|part time|permanent|temporary|salaried/;

/** True when a question asks for what is not so. */
export function asksDenied(context: AnswerContext): boolean {
  return (
    wording('negation').test(joinNegated(context.understanding.text)) &&
    !context.understanding.topics.includes('preferred')
  );
}

/** "non-exempt" and "nonexempt" are one word, and not "exempt". */
const joinNegated = (text: string): string =>
  text
    .replace(/\bnot\s+(?=exempt|represented)/gi, 'non')
    .replace(/\bnon[-\s]+(?=\p{L})/giu, 'non')
    .replace(/\bun(?=represented)/gi, 'non');

/** Words that a field's value must have, in whole words. */
function hasValue(value: string, terms: readonly FocusTerm[]): boolean {
  const stems = new Set(wordsOf(joinNegated(value)).map(stemOf));
  const isYear = (term: FocusTerm): boolean =>
    /^(?:19|20)\d\d$/.test(term.word) && new RegExp(`[-/](?:${term.word}|${term.word.slice(2)})\\b`).test(value);
  const numbers = terms.filter((term) => /\d/.test(term.word));
  return (numbers.length > 0 ? numbers : terms).every((term) => stems.has(term.stem) || isYear(term));
}

/** The words of a question that a topic's own names do not account for. */
function valueTerms(context: AnswerContext, topic: string): FocusTerm[] {
  const named = topicNamed(topic);
  const asks = named?.type === 'field' ? named.asks.filter((ask) => !VALUE_ASKS.test(ask)) : [];
  const label = new Set(wordsOf(`${labelOf(topic)} ${topic} ${asks.join(' ')}`).map(stemOf));
  const words = wordsOf(joinNegated(context.understanding.text));
  const { content } = context.understanding;
  const termOf = (word: string): FocusTerm | undefined => {
    const stem = stemOf(word);
    const term = content.find((one) => one.stem.split(' ').includes(stem));
    return term ?? (word.startsWith('non') || /^\d+$/.test(word) ? { word, stem } : undefined);
  };
  const terms = words
    .flatMap((word) => termOf(word) ?? [])
    .filter((term) => !label.has(term.stem) && !putsCondition(term.word));
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

/** True when a text states a quantity of the unit within a range. */
const meets = (text: string, range: AskedRange): boolean =>
  quantitiesIn(text, [range.unit]).some(({ value }) => isWithin(value, range));

/** The classes that state a topic with the question's values. */
export function byTopic(context: AnswerContext, topic: string): Qualifying[] {
  const asked = rangeIn(context.understanding.text, ALL_UNITS);
  const threshold = asked === undefined || asked.low === asked.high ? undefined : asked;
  const terms = valueTerms(context, topic);
  const asksPreferred = prefers.test(context.understanding.text);
  const fits = (item: Evidence, text: string): boolean => {
    if (!asksDenied(context) && !asksPreferred && wording('denial').test(text)) return false;
    if (threshold !== undefined) return meets(text, threshold);
    if (terms.length === 0) return true;
    return item.how === 'field' && hasValue(text, terms);
  };
  return context.corpus.documents.flatMap((document, index) => {
    const evidence = evidenceOn(document, topic, context.asked).filter((item) => item.block.kind !== 'lead-in');
    const items = evidence.filter(
      (item) =>
        (asksDenied(context) || !deniesByColumn(document.spec, item.block.section)) &&
        fits(item, document.text.slice(item.start, item.end)),
    );
    return items.length === 0 ? [] : [{ document: index, items: items.slice(0, MAX_PASSAGES) }];
  });
}

/** What the documents say of a condition in words. */
export interface Worded {
  /** The classes it holds for. */
  holding: Qualifying[];
  /** Statements that come near, surest first, one a class; those of `holding` too. */
  near: Spoken[];
}

/**
 * The classes with a statement that says what the question asks for, or nearly as much of it as the surest one does:
 * documents word one thing in several ways. With `denied`, only statements that deny it.
 * @param among the only terms that count, where other conditions have taken the rest.
 * @param documents the only documents that count; all when absent.
 */
export async function byWords(
  context: AnswerContext,
  {
    denied = false,
    among,
    documents,
  }: { denied?: boolean; among?: ReadonlySet<string>; documents?: ReadonlySet<number> } = {},
): Promise<Worded> {
  const slots = slotsOf(context.corpus, context.understanding, among);
  const either = asksDenied(context);
  const spoken = (await spokenOf(context, slots, documents)).filter(
    ({ text, force }) => (denied ? force === 'denied' : either || force !== 'denied') && hasNumbers(text, slots),
  );
  const best = new Map<number, Spoken>();
  for (const item of spoken) if (!best.has(item.document)) best.set(item.document, item);
  const near = [...best.values()];
  const [surest] = near;
  const top = surest?.score ?? 0;
  const isSaid = top >= MIN_SAID && (surest?.rare ?? 0) >= MIN_RARE;
  const holding = near
    .filter(({ score, rare }) => isSaid && score >= top * (rare >= STANDS ? AS_SURE : AS_SURE_APART))
    .map(({ document, score }) => ({
      document,
      items: spoken
        .filter((item) => item.document === document && item.score >= score * ALSO_SHOWN)
        .slice(0, MAX_PASSAGES),
    }));
  const name = (item: Qualifying): string => nameOf(context.corpus, item.document);
  const { compare } = new Intl.Collator('en');
  return { holding: holding.sort((one, other) => compare(name(one), name(other))), near };
}

/** True when a text has every number of a condition, in digits that are no part of a date, or in words. */
function hasNumbers(text: string, slots: readonly Slot[]): boolean {
  const terms = slots.filter(({ tells }) => tells).flatMap(({ alternatives }) => alternatives.flat());
  return terms.every(
    ({ word }) =>
      !/^\d+$/.test(word) ||
      new RegExp(`(?<![\\d/.]|\\d-)${word}(?![\\d/]|[.,-]\\d)`).test(text) ||
      wordsOf(text).some((said) => /^\D+$/.test(said) && isNumberWord(said) && numberOf(said) === Number(word)),
  );
}

/** The classes that deny a topic in so many words. */
export function denials(context: AnswerContext, topic: string): Qualifying[] {
  const terms = valueTerms(context, topic);
  const denies = (text: string): boolean =>
    (wording('denial').test(text) || wording('denyingValue').test(text)) &&
    (terms.length === 0 || coverage(terms, text, context.corpus) >= MIN_DENIED);
  return context.corpus.documents.flatMap((source, document) => {
    const items = evidenceOn(source, topic, context.asked).filter((item) =>
      denies(source.text.slice(item.start, item.end)),
    );
    return items.length === 0 ? [] : [{ document, items: items.slice(0, MAX_PASSAGES) }];
  });
}
