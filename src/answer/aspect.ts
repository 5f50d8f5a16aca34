/** Answers what a class's specification states on a topic: a field, a section, or passages on the question's own words. */
import type { IndexedDocument } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { normaliseHeading, topicNamed } from '../vocabulary.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions, namedDocuments } from './context.ts';
import { type Draft, quotedText } from './draft.ts';
import { type Evidence, evidenceOn, evidenceOnFocus, evidenceUnder, unique } from './evidence.ts';
import { joined, nameOf, titleOf } from './names.ts';
import { notStated, unknownClassLines } from './not-found.ts';
import { coverage, stemsOf } from './relevance.ts';
import { labelOf } from './spec-view.ts';

/** Share of the question's own words that a passage must speak of to answer without a topic (set on the own development questions). */
const MIN_FOCUS = 0.6;
/** The same where a field was asked for that has no line of its own. */
const MIN_FIELD_FOCUS = 0.85;
/** The same, to narrow a topic's passages down to the ones that were meant. */
const MIN_NARROW = 0.5;
/** Most passages shown for words alone. */
const MAX_FOCUSED = 4;
/** Most documents answered one by one. */
const MAX_DOCUMENTS = 8;
/** Share of all its words that a passage outside the topic must speak of to be shown with the topic's own. */
const MIN_SHARP = 0.65;
/** Share of a weakly asked topic's other words that the document must know at all. */
const MIN_KNOWN = 0.5;
/** Share of the question's words that passages of a topic of many things must speak of. */
const MIN_COLLECTION = 0.3;
/** Rarity from which a single word is enough to look for. */
const RARE = 4;
/** A shorter passage may be the head of a table, in characters: it is no reason to leave the others out. */
const MIN_TELLING = 45;
/** By how much it must cover more than they do. */
const SHARPER = 0.2;
/** A topic's passages up to this many are shown whole, with no narrowing. */
const SHOWN_WHOLE = 4;

/** A document's evidence on one topic, or on the question's words when `topic` is undefined. */
interface Finding {
  document: number;
  topic: string | undefined;
  items: Evidence[];
}

/** Narrows a topic's passages to those that speak of the question's other words, when some do. */
function narrowed(context: AnswerContext, document: number, items: Evidence[]): Evidence[] {
  if (items.length <= SHOWN_WHOLE) return items;
  const { text } = documentAt(context.corpus, document);
  const headings = stemsOf(items.map((item) => item.heading).join(' '));
  const focus = context.understanding.focus.filter((term) => !headings.has(term.stem));
  const rated = items.map((item) => ({
    item,
    covered: coverage(focus, text.slice(item.start, item.end), context.corpus),
  }));
  const best = Math.max(
    ...rated.filter((entry) => entry.item.end - entry.item.start >= MIN_TELLING).map((entry) => entry.covered),
    0,
  );
  return best < MIN_NARROW ? items : rated.filter((entry) => entry.covered >= best * 0.75).map((entry) => entry.item);
}

/** True when the question counts something ("how many push-ups") of which the evidence does not speak. */
function countsSomethingElse(context: AnswerContext, text: string): boolean {
  const counted = /\bhow (?:many|much|big|often)\b(.*)/i.exec(context.understanding.text)?.[1];
  const first = counted
    ?.match(/[\p{L}-]+/gu)
    ?.slice(0, 2)
    .join(' ')
    .toLowerCase();
  if (first === undefined) return false;
  const stems = stemsOf(first);
  const terms = context.understanding.focus.filter((term) => stems.has(term.stem));
  return terms.length > 0 && coverage(terms, text, context.corpus) === 0;
}

/** Of a table's rows that name several classes, those that name this one. */
function ownRows({ spec, text }: IndexedDocument, items: Evidence[]): Evidence[] {
  const own = ` ${normaliseHeading(spec.title)} `;
  const named = items.filter((item) => {
    const row = text.slice(item.start, item.end);
    return /\d{2}/.test(row) && ` ${normaliseHeading(row)} `.includes(own);
  });
  const isTable = items.some((item) => /[$£€]\s?\d/.test(text.slice(item.start, item.end)) && !named.includes(item));
  return named.length > 0 && isTable ? named : items;
}

/** Sections of no known topic whose heading is in the question: "IMMUNIZATIONS". */
function headedSo(context: AnswerContext, document: number): Evidence[] {
  const { focus, content } = context.understanding;
  const source = documentAt(context.corpus, document);
  const named = source.spec.sections.flatMap((section, index) => {
    const stems = stemsOf(section.heading);
    const said =
      section.topic === 'other' &&
      focus.some((term) => stems.has(term.stem)) &&
      [...stems].every((stem) => content.some((term) => term.stem === stem));
    return said ? [index] : [];
  });
  return evidenceUnder(source, named);
}

/** Passages elsewhere that speak of the question's words more fully than a topic's own do. */
function sharper(context: AnswerContext, document: number, items: readonly Evidence[]): Evidence[] {
  const { content } = context.understanding;
  const [only] = content;
  if (only === undefined || (content.length < 2 && context.corpus.rarity(only.stem) < RARE)) return [];
  const source = documentAt(context.corpus, document);
  const best = Math.max(
    0,
    ...items.map((item) =>
      coverage(content, `${item.heading} ${source.text.slice(item.start, item.end)}`, context.corpus),
    ),
  );
  const found = evidenceOnFocus(source, content, context.corpus, MIN_SHARP).filter(
    (item) => item.coverage > best + SHARPER,
  );
  return found.filter((item) => !items.some((other) => other.start === item.start)).slice(0, 2);
}

function findingsOf(context: AnswerContext, document: number): Finding[] {
  const { corpus, understanding } = context;
  const { topics, focus, content, weakTopics } = understanding;
  const source = documentAt(corpus, document);
  const headed = headedSo(context, document);
  const onFocus = (): Evidence[] => unique(evidenceOnFocus(source, content, corpus, MIN_FOCUS).slice(0, MAX_FOCUSED));
  if (topics.length === 0) return [{ document, topic: undefined, items: headed.length > 0 ? headed : onFocus() }];
  /** Where a topic is not stated, only passages on the question's other words can answer, for a field hardly any. */
  const aside = (topic: string): Evidence[] => {
    const least = topicNamed(topic)?.type === 'field' ? MIN_FIELD_FOCUS : MIN_FOCUS;
    const found = focus.length === 0 ? [] : evidenceOnFocus(source, content, corpus, least).slice(0, MAX_FOCUSED);
    return unique(found.filter((item) => coverage(focus, source.text.slice(item.start, item.end), corpus) > 0));
  };
  const onTopics = topics.map((topic) => {
    const items = ownRows(source, evidenceOn(source, topic, context.asked));
    const text = items.map((item) => `${item.heading} ${source.text.slice(item.start, item.end)}`).join(' ');
    const foreign = weakTopics && focus.length > 0 && coverage(focus, source.text, corpus) < MIN_KNOWN;
    const beside =
      topicNamed(topic)?.collection === true && content.length > 1 && coverage(content, text, corpus) < MIN_COLLECTION;
    const elsewhere = items.length === 0 || foreign || beside || countsSomethingElse(context, text);
    if (elsewhere) return { document, topic, items: topics.length > 1 && items.length === 0 ? [] : aside(topic) };
    return {
      document,
      topic,
      items: unique([...sharper(context, document, items), ...narrowed(context, document, items)]),
    };
  });
  const under = { document, topic: undefined, items: headed };
  return headed.length === 0
    ? onTopics
    : [under, ...onTopics.filter((finding) => finding.items.length > 0 && !weakTopics)];
}

/** Evidence as lines: one line alone, a list with its introductory lines otherwise. */
function evidenceLines(context: AnswerContext, head: string, document: number, items: readonly Evidence[]): string[] {
  const { citer } = context;
  const [only] = items;
  if (only !== undefined && items.length === 1) return [`${head}: ${citer.quote(document, only, only.heading)}`];
  return [
    `${head}:`,
    ...items.map((item) => `${item.block.kind === 'lead-in' ? '' : '- '}${citer.quote(document, item, item.heading)}`),
  ];
}

function headOf(corpus: Corpus, finding: Finding): string {
  const name = `**${nameOf(corpus, finding.document)}**`;
  return finding.topic === undefined ? `${name} says` : `${name}, ${labelOf(finding.topic)}`;
}

/** One sentence first where several specifications of a title state the same value. */
function agreement(context: AnswerContext, found: readonly Finding[]): string[] {
  const { corpus, citer } = context;
  const titles = new Set(found.map((finding) => titleOf(documentAt(corpus, finding.document).spec.title)));
  const [title] = titles;
  const topic = found[0]?.topic;
  if (found.length < 2 || titles.size > 1 || title === undefined) return [];
  const values = found.map(({ document, items, topic: own }) => {
    const [item] = items;
    const field = documentAt(corpus, document).spec.fields.find((other) => other.start === item?.start);
    return items.length === 1 && own === topic && item?.how === 'field' && field !== undefined
      ? { document, item, value: field.value }
      : undefined;
  });
  const [first] = values;
  if (first === undefined || values.some((other) => other?.value.toLowerCase() !== first.value.toLowerCase()))
    return [];
  const markers = values.map((other) =>
    other === undefined ? '' : citer.cite(other.document, other.item, other.item.heading),
  );
  return [
    `${found.length === 2 ? 'Both' : `All ${found.length}`} ${title} specifications say ${quotedText(first.value)}. ${markers.join('')}`,
  ];
}

/** The answer on one or more topics of the classes named. */
export function answerAspect(context: AnswerContext): Draft {
  const { corpus, understanding } = context;
  const documents = namedDocuments(context).slice(0, MAX_DOCUMENTS);
  const findings = documents.flatMap((document) => findingsOf(context, document));
  const found = findings.filter((finding) => finding.items.length > 0);
  if (found.length === 0) return notStated(context, documents, understanding.topics);
  const lines = agreement(context, found);
  for (const finding of found)
    lines.push(...evidenceLines(context, headOf(corpus, finding), finding.document, finding.items));
  const missing = findings.filter((finding) => finding.items.length === 0);
  for (const topic of new Set(missing.map((finding) => finding.topic))) {
    const names = missing
      .filter((finding) => finding.topic === topic)
      .map((finding) => nameOf(corpus, finding.document));
    if (topic !== undefined) lines.push('', `Not stated for ${joined(names)}: ${labelOf(topic)}.`);
  }
  const unknown = understanding.mentions.filter((mention) => mention.how === 'unknown');
  if (unknown.length > 0 && knownMentions(context).length > 0)
    lines.push('', ...unknown.flatMap((mention) => unknownClassLines(context, mention)));
  return draftOf(context, 'answered', lines);
}
