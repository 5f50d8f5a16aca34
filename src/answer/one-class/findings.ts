/** What one document says of what is asked: on its topics, under its own labels and headings, or on its words. */
import type { FocusTerm, IndexedDocument } from '../../domain.ts';
import { topicNamed } from '../../vocabulary.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { countedIn, countedStems, measureIn, unitIn, unitsGiven } from '../evidence/counts.ts';
import { type Evidence, evidenceOn, unique } from '../evidence/evidence.ts';
import { evidenceOnFocus } from '../evidence/focus-evidence.ts';
import { namedSection } from '../evidence/named-section.ts';
import { unheardThing } from '../evidence/named-thing.ts';
import { type Particular, particularOf } from '../evidence/particulars.ts';
import { ofPlace, ownRows } from '../evidence/places.ts';
import { saidLabels } from '../evidence/said-labels.ts';
import { MIN_UNSPOKEN, sharper, tellingTerms } from '../evidence/sharper.ts';
import {
  HEADCOUNT,
  onHeadcount,
  onProhibition,
  onSpecialPay,
  onSpendingLimit,
  PROHIBITION,
  SPENDING_LIMIT,
} from '../evidence/specials.ts';
import { ownOfLevel } from '../levels/told-of-levels.ts';
import { listedWishes } from '../reading/listed-wishes.ts';
import { blocksOf, isOfWork, labelOf, topicsAround } from '../reading/spec-view.ts';
import { isNumberWord } from '../words/quantities.ts';
import { coverage } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { asksEveryday, onEveryday, onListedMatter } from './everyday.ts';
import { narrowed } from './narrowed.ts';

/** Share of the question's own words that a passage must speak of to answer without a topic (set on the own development questions). */
const MIN_FOCUS = 0.6;
/** The same where a field was asked for that has no line of its own. */
const MIN_FIELD_FOCUS = 0.85;
/** Most passages shown for words alone. */
const MAX_FOCUSED = 4;
/** Most passages shown for one entry of a list. */
const MAX_WISHED = 2;
/** Share of a weakly asked topic's other words that the document must know at all. */
const MIN_KNOWN = 0.5;
/** Share of the question's words that passages of a topic of many things must speak of. */
const MIN_COLLECTION = 0.2;
/** Words of a question, all but a few of which must stand in a passage for it to be meant instead of a weakly asked topic. */
const MIN_MEANT = 3;
const MEANT = 0.9;
/** Most words told of which a document has none. */
const MAX_QUOTED = 4;

/** A document's evidence on one topic, or on the question's words when `topic` is undefined. */
export interface Finding {
  document: number;
  topic: string | undefined;
  items: Evidence[];
  /** The particular thing of the topic that is asked for and not stated. */
  lacks?: string;
}

/** True when the question counts something ("how many push-ups") of which the evidence does not speak. */
function countsSomethingElse(context: AnswerContext, text: string): boolean {
  const stems = countedStems(context.understanding.text);
  const terms = context.understanding.focus.filter((term) => stems.has(term.stem) && !isNumberWord(term.word));
  return terms.length > 0 && coverage(terms, text, context.corpus) === 0;
}

const quotedWords = (terms: readonly FocusTerm[]): string =>
  terms
    .slice(0, MAX_QUOTED)
    .map(({ word }) => `"${word}"`)
    .join(' or ');

/** A question that a yes or no answers, or that takes a yes for granted ("why does it require …"). */
const YES_OR_NO = /^(?:and |so )?(?:why )?(?:do|does|is|are|would|will|must)\b/i;

/** What a class is asked to require of which its document has no word: "does it require Spanish?"; undefined for any other question. */
function unknownThing({ corpus, understanding }: AnswerContext, source: IndexedDocument): string | undefined {
  const terms = tellingTerms(source, understanding.focus);
  const isStrange =
    terms.length > 0 && YES_OR_NO.test(understanding.text) && coverage(terms, source.text, corpus) === 0;
  return isStrange ? quotedWords(terms) : undefined;
}

/** Sections whose words say what is done in the job, not how somebody gets it. */
const DOING: readonly string[] = ['duties', 'definition', 'distinguishing', 'equal-opportunity'];

/** True when a document speaks of a particular thing where it can state it. */
function speaksOf({ spec, text }: IndexedDocument, { states, topic }: Particular): boolean {
  return blocksOf(spec).some(
    (block) =>
      states.test(text.slice(block.start, block.end)) &&
      !(topic === 'selection' && topicsAround(spec, block.section).some((name) => DOING.includes(name))),
  );
}

/** True for "None required": it answers for every particular thing. */
const denies = ({ text }: IndexedDocument, { start, end }: Evidence): boolean =>
  wording('denial').test(text.slice(start, end));

/** Of a long list, what speaks of a particular thing; the whole list where nothing in it does, or where its lines belong together. */
function ofParticular({ text }: IndexedDocument, { states, topic }: Particular, items: Evidence[]): Evidence[] {
  if (topicNamed(topic)?.collection === true) return items;
  const own = items.filter((item) => states.test(text.slice(item.start, item.end)));
  return own.length > 0 ? own : items;
}

/** A document's findings, in the order they are to be told. A finding without items says that the topic is not stated. */
export function findingsOf(context: AnswerContext, document: number): Finding[] {
  const named = namedSection(context, document);
  if (named.length > 0) return [{ document, topic: undefined, items: named }];
  const everyday = onEveryday(context, document);
  const topics = everyday?.topics ?? context.understanding.topics;
  const wishes = onWishes(context, document);
  const isRest = topics.length > 0 || (everyday === undefined && wishes.length === 0);
  const rest = isRest ? statedOn({ ...context, understanding: { ...context.understanding, topics } }, document) : [];
  return [...(everyday?.found ?? []).map((on) => ({ document, topic: undefined, ...on })), ...wishes, ...rest];
}

/** What it states on each entry of a list of wishes that no topic or matter is asked for by. */
function onWishes(context: AnswerContext, document: number): Finding[] {
  const source = documentAt(context.corpus, document);
  const { text, focus } = context.understanding;
  return listedWishes(text, focus)
    .filter((wish) => !asksEveryday(wish.text, context.understanding.mentions))
    .map((wish) => {
      const items = evidenceOnFocus(source, wish.terms, context, MIN_FOCUS).slice(0, MAX_WISHED);
      const lacks = items.length === 0 ? { lacks: `"${wish.text}"` } : {};
      return { document, topic: undefined, items: unique(items), ...lacks };
    });
}

/** True where grades are asked for by what they pay ("the lower pay grade"), and the document states pay, but names no grade. */
function statesPayOnly({ understanding, asked }: AnswerContext, source: IndexedDocument): boolean {
  return wording('gradesByPay').test(understanding.text) && evidenceOn(source, 'pay-grade', asked).length === 0;
}

/** What it states on the question's topics, or on its words. */
function statedOn(context: AnswerContext, document: number): Finding[] {
  const { corpus, understanding } = context;
  const { topics, focus, content, weakTopics, lightly } = understanding;
  const source = documentAt(corpus, document);
  const special = onSpecialPay(context, source);
  if (special !== undefined)
    return [{ document, topic: 'salary', items: special.items.slice(0, MAX_FOCUSED), lacks: special.what }];
  const heads = onHeadcount(context, source);
  if (heads !== undefined)
    return [{ document, topic: undefined, items: heads.slice(0, MAX_FOCUSED), lacks: HEADCOUNT }];
  const limits = onSpendingLimit(context, source);
  if (limits !== undefined)
    return [{ document, topic: undefined, items: limits.slice(0, MAX_FOCUSED), lacks: SPENDING_LIMIT }];
  const barred = onProhibition(context, source);
  if (barred.length > 0) return [{ document, topic: undefined, items: unique(barred.slice(0, MAX_FOCUSED)) }];
  if (topics.length === 0 && content.length === 0)
    return [{ document, topic: undefined, items: [], lacks: PROHIBITION }];
  const counted = topics.length === 0 || weakTopics ? countedIn(source, understanding.text) : [];
  if (counted.length > 0) return [{ document, topic: undefined, items: unique(counted.slice(0, MAX_FOCUSED)) }];
  const matter = topics.length === 0 || weakTopics ? onListedMatter(context, document) : [];
  if (matter.length > 0) return [{ document, topic: undefined, items: matter }];
  const headed = saidLabels(context, document);
  const words = content.flatMap((term) => term.stem.split(' ')).length;
  const onFocus = (): Evidence[] => {
    const found = evidenceOnFocus(source, content, context, MIN_FOCUS);
    // Of the job's own work: that an applicant may be hired says nothing of whom it hires.
    const own = lightly === true ? found.filter(({ block }) => isOfWork(source.spec, block.section)) : found;
    return unique(own.slice(0, MAX_FOCUSED));
  };
  if (topics.length === 0) return [{ document, topic: undefined, items: headed.length > 0 ? headed : onFocus() }];
  /** Where a topic is not stated, only passages on the question's other words can answer, for a field hardly any. */
  const aside = (topic: string): Evidence[] => {
    const least = topicNamed(topic)?.type === 'field' ? MIN_FIELD_FOCUS : MIN_FOCUS;
    // A topic of many things is asked for by the name of one of them: "passing score".
    const telling = topicNamed(topic)?.collection === true ? content : focus;
    const found =
      telling.length === 0
        ? []
        : evidenceOnFocus(source, content, context, focus.length === 0 ? MIN_UNSPOKEN : least).slice(0, MAX_FOCUSED);
    return unique(found.filter((item) => coverage(telling, source.text.slice(item.start, item.end), corpus) > 0));
  };
  const things = unheardThing(understanding, source, corpus);
  const unheard = things.length > 0 ? quotedWords(things) : undefined;
  const onTopics = topics.map((named) => {
    const isPaid = named === 'pay-grade' && statesPayOnly(context, source);
    const topic = isPaid ? 'salary' : named;
    const all = ownRows(source, evidenceOn(source, topic, context.asked));
    const particular = particularOf(topic, understanding.text);
    if (particular !== undefined && !speaksOf(source, particular) && !all.some((item) => denies(source, item)))
      return { document, topic, items: [], lacks: particular.what };
    const strange = (topic === 'qualifications' ? unknownThing(context, source) : undefined) ?? unheard;
    if (strange !== undefined) return { document, topic, items: [], lacks: strange };
    const { items: valued, lacks } =
      topicNamed(topic)?.type === 'field' ? ofPlace(context, source.text, all) : { items: all, lacks: undefined };
    if (lacks !== undefined && all.length > 0)
      return { document, topic, items: [], lacks: `${labelOf(topic)} at ${lacks}` };
    const whole = particular === undefined ? valued : ofParticular(source, particular, valued);
    const isOwn = wording('ownOnly').test(understanding.text);
    const items = isOwn ? ownOfLevel(source, corpus.documents, whole) : whole;
    const text = items.map((item) => `${item.heading} ${source.text.slice(item.start, item.end)}`).join(' ');
    // A number that is guessed, or a word like "time", says nothing of what is meant.
    const besides = focus.filter((term) => !/^\d/.test(term.word) && !wording('vague').test(term.word));
    const foreign =
      valued === all &&
      weakTopics &&
      besides.length > 0 &&
      !(measureIn(understanding.text) !== undefined && /\d/.test(text)) &&
      coverage(besides, source.text, corpus) < MIN_KNOWN;
    const beside =
      topicNamed(topic)?.collection === true && words > 1 && coverage(content, text, corpus) < MIN_COLLECTION;
    const denied = items.some((item) => denies(source, item));
    const elsewhere = items.length === 0 || foreign || beside || (!denied && countsSomethingElse(context, text));
    if (elsewhere) {
      const others = topics.length > 1 && items.length === 0 ? [] : aside(topic);
      // The topic is stated, but not with what it is asked with.
      const missing = besides.length > 0 ? besides : content;
      return items.length > 0 && others.length === 0 && missing.length > 0
        ? { document, topic, items: [], lacks: quotedWords(missing) }
        : { document, topic, items: others };
    }
    const sharp = sharper(context, document, topic, items);
    // Found by its wording alone, without the number that is asked for: "one week in six" is no "how many hours".
    const isMentioned = sharp.length === 0 && items.every(({ how }) => how === 'mention');
    if (isMentioned && unitsGiven(understanding.text)?.(text) === false)
      return { document, topic, items: [], lacks: `the number of ${unitIn(understanding.text)}` };
    // "Inspects school buses": a word that may have meant the topic means something else there, of which the topic's own say nothing.
    const isMeantElsewhere =
      weakTopics &&
      content.length >= MIN_MEANT &&
      items.every(({ how }) => how !== 'field') &&
      coverage(besides, text, corpus) === 0 &&
      sharp.some(({ start, end }) => coverage(content, source.text.slice(start, end), corpus) >= MEANT);
    if (isMeantElsewhere) return { document, topic: undefined, items: unique(sharp) };
    return { document, topic, items: unique([...sharp, ...narrowed(context, document, topic, items)]) };
  });
  const under = { document, topic: undefined, items: headed };
  // "Its compliance duties": a group of what the topic states, and only that.
  const isGroup = headed.length > 0 && headed.every(({ how }) => how === 'section');
  const around = onTopics.find(({ items }) => headed.every(({ start }) => items.some((item) => item.start === start)));
  if (isGroup && around !== undefined)
    return onTopics.map((finding) => (finding === around ? { ...finding, items: headed } : finding));
  return headed.length === 0
    ? onTopics
    : [under, ...onTopics.filter((finding) => finding.items.length > 0 && !weakTopics)];
}
