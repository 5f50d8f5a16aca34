/** Which classes a list's condition holds for: by a topic's values, by a threshold, or by the words of a sentence. */
import type { FocusTerm } from '../domain.ts';
import { isStopWord, topicNamed, vocabularyPart } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { type AnswerContext, documentAt } from './context.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { nameOf } from './names.ts';
import type { Qualifying } from './qualifying.ts';
import { ALL_UNITS, type AskedRange, isNumberWord, isWithin, numberOf, quantitiesIn, rangeIn } from './quantities.ts';
import { coverage, stemsOf } from './relevance.ts';
import { type Found, searchFor } from './search.ts';
import { deniesByColumn, labelOf } from './spec-view.ts';
import { wording } from './wordings.ts';

/** Share of a condition's words that one sentence must speak of (set on the own development questions). */
const MIN_CONDITION = 0.72;
/** The same of one of the ways to read alternatives: what they have in common may stand elsewhere. */
const MIN_READING = 0.6;
/** The same of a sentence that denies a topic. */
const MIN_DENIED = 0.34;
/** Passages searched for a condition without a topic. */
const LIST_DEPTH = 3_000;
/** Most passages for one class. */
const MAX_PASSAGES = 2;
/** Stems that put a condition and are no part of its value. */
export const conditionStems: ReadonlySet<string> = new Set(
  vocabularyPart<{ conditionWords: string[] }>('questions').conditionWords.flatMap(wordsOf).map(stemOf),
);

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

/**
 * The terms right before and right behind each "or", equally many on both sides: "clean" and "repair" of "clean or repair
 * boats". Small words may stand between: "respond to or help resolve". A verb that says too little to be a term is one
 * where it alone stands before it: "conducting or overseeing surveys".
 */
function alternativesIn(text: string, terms: readonly FocusTerm[]): [readonly FocusTerm[], readonly FocusTerm[]][] {
  const said = wordsOf(text);
  const words = said.map(stemOf);
  const termAt = (at: number): FocusTerm | undefined =>
    terms.find((term) => term.stem.split(' ').includes(words[at] ?? ''));
  const runFrom = (from: number, step: number): FocusTerm[] => {
    const next = said[from] ?? '';
    if (termAt(from) === undefined && wording('bareVerb').test(next)) return [{ word: next, stem: stemOf(next) }];
    const run = new Set<FocusTerm>();
    const at = termAt(from) === undefined && isStopWord(next) ? from + step : from;
    for (let i = at, term = termAt(i); term !== undefined; i += step, term = termAt(i)) run.add(term);
    return [...run];
  };
  return words.flatMap((word, at) => {
    const [before, behind] = [runFrom(at - 1, -1), runFrom(at + 1, 1)];
    const most = Math.min(before.length, behind.length);
    if (word !== 'or' || most === 0) return [];
    return [[before.slice(0, most), behind.slice(0, most)] as [FocusTerm[], FocusTerm[]]];
  });
}

/** A way to read a condition's words. `verb`: the stem of one that is too common to be searched for, but must be said. */
interface Reading {
  terms: readonly FocusTerm[];
  verb?: string;
}

/** The ways to read a condition's words: all of them, or with what stands on one side of an "or" only. */
function readingsOf(text: string, terms: readonly FocusTerm[]): Reading[] {
  let readings: Reading[] = [{ terms }];
  for (const [before, behind] of alternativesIn(text, terms))
    readings = readings.flatMap((reading) =>
      [before, behind].map((kept) => {
        const dropped = kept === before ? behind : before;
        const bare = kept.find((term) => !terms.includes(term))?.stem;
        const left = reading.terms.filter((term) => !dropped.includes(term));
        return { ...reading, terms: left, ...(bare === undefined ? {} : { verb: bare }) };
      }),
    );
  return readings.every((reading) => reading.terms.length > 0) ? readings : [{ terms }];
}

/** Share of a reading's words that a sentence must speak of. Of two, one alone is not enough: boats, but not their repair. */
const leastOf = (readings: readonly Reading[], { terms }: Reading): number =>
  readings.length > 1 && terms.length > 2 ? MIN_READING : MIN_CONDITION;

/** True when a text says a reading's verb and numbers. */
const saysOf = ({ terms, verb }: Reading, text: string): boolean =>
  (verb === undefined || stemsOf(text).has(verb)) && hasNumbers(text, terms);

/** True when a text has every number of some terms, in digits that are no part of a date, or in words. */
function hasNumbers(text: string, terms: readonly FocusTerm[]): boolean {
  return terms.every(
    ({ word }) =>
      !/^\d+$/.test(word) ||
      new RegExp(`(?<![\\d/.-])${word}(?![\\d/]|[.,-]\\d)`).test(text) ||
      wordsOf(text).some((said) => /^\D+$/.test(said) && isNumberWord(said) && numberOf(said) === Number(word)),
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

/** A condition's words without those that only put it ("require"), where any are left. */
export function conditionTerms(terms: readonly FocusTerm[]): readonly FocusTerm[] {
  const own = terms.filter((term) => !conditionStems.has(term.stem));
  return own.length > 0 ? own : terms;
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
    .filter((term) => !label.has(term.stem) && !conditionStems.has(term.stem));
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
  const readings = readingsOf(context.understanding.text, terms);
  const asksPreferred = prefers.test(context.understanding.text);
  const fits = (item: Evidence, text: string): boolean => {
    if (!asksDenied(context) && !asksPreferred && wording('denial').test(text)) return false;
    if (threshold !== undefined) return meets(text, threshold);
    if (terms.length === 0) return true;
    return item.how === 'field'
      ? hasValue(text, terms)
      : readings.some(
          (reading) =>
            coverage(reading.terms, `${item.heading} ${text}`, context.corpus) >= leastOf(readings, reading) &&
            saysOf(reading, text),
        );
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

/** How much of some of the terms searched for a sentence has. */
function coverageOf(item: Found, terms: readonly FocusTerm[], reading: readonly FocusTerm[]): number {
  const share = (some: readonly FocusTerm[], standing: (term: number) => number): number =>
    some.reduce((sum, term) => sum + standing(terms.indexOf(term)) * (item.weights[terms.indexOf(term)] ?? 0), 0);
  const stands = (term: number): number => item.standing[term] ?? 0;
  // What a sentence on another class counts less stays so.
  const whole = share(terms, stands);
  const part = whole === 0 ? 0 : item.coverage / whole;
  return (part * share(reading, stands)) / share(reading, () => 1);
}

/** The classes with a sentence that speaks of the terms. With `denied`, only sentences that deny it. */
export async function byWords(
  context: AnswerContext,
  terms: readonly FocusTerm[],
  denied = false,
): Promise<Qualifying[]> {
  const readings = readingsOf(context.understanding.text, terms);
  const found = await searchFor(context, terms, LIST_DEPTH);
  const byDocument = new Map<number, Qualifying>();
  for (const item of found) {
    const text = documentAt(context.corpus, item.document).text.slice(item.start, item.end);
    if (
      !readings.some(
        (reading) => coverageOf(item, terms, reading.terms) >= leastOf(readings, reading) && saysOf(reading, text),
      ) ||
      wording('denial').test(text) !== (denied || (asksDenied(context) && wording('denial').test(text)))
    )
      continue;
    const known = byDocument.get(item.document);
    if (known === undefined) byDocument.set(item.document, { document: item.document, items: [item] });
    else if (known.items.length < MAX_PASSAGES && item.coverage >= 0.95) known.items.push(item);
  }
  const name = (item: Qualifying): string => nameOf(context.corpus, item.document);
  const { compare } = new Intl.Collator('en');
  return [...byDocument.values()].sort((one, other) => compare(name(one), name(other)));
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
