/** What a specification states on a topic. */
import type { Field, IndexedDocument, Span } from '../../domain.ts';
import { acrossLines } from '../../text-pattern.ts';
import { isStopWord, type Topic, topicNamed, topicsOfHeading } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { listedUnder } from '../reading/listed.ts';
import { asksMinimum, isWished } from '../reading/minimum.ts';
import {
  type Block,
  blocksOf,
  headingOf,
  isLabel,
  isWithin,
  rowOf,
  sentenceAround,
  topicsAround,
  wholeLine,
  withParts,
} from '../reading/spec-view.ts';
import { isSupervised } from '../reading/subject.ts';
import { stemsOf } from '../words/relevance.ts';

/** A passage that states something: what to quote, and the heading it stands below. */
export interface Evidence extends Span {
  heading: string;
  block: Block;
  /** `field` and `section`: under its own label or heading. `mention`: recognised by its wording elsewhere. */
  how: 'field' | 'section' | 'mention' | 'focus';
}

/** A block as evidence. */
export const evidence = (document: IndexedDocument, block: Block, how: Evidence['how']): Evidence => ({
  start: block.start,
  end: block.end,
  heading: headingOf(document.spec, block.section),
  block,
  how,
});

const textOf = (document: IndexedDocument, span: Span): string => document.text.slice(span.start, span.end);

const compiled = new Map<string, RegExp>();
function evidencePattern(topic: Topic): RegExp | undefined {
  if (topic.evidence === undefined) return undefined;
  const known = compiled.get(topic.name) ?? new RegExp(acrossLines(topic.evidence), 'i');
  compiled.set(topic.name, known);
  return known;
}

/** Money is what a wording states of pay; other topics' wordings name no class. */
export function stateByWording(name: string, text: string): boolean {
  const topic = topicNamed(name);
  return topic?.name === 'salary' && evidencePattern(topic)?.test(text) === true;
}

/** Parts of "qualifications" that are lists of their own: shown when they are asked for, not with the minimum. */
const SEPARATE: readonly string[] = ['knowledge', 'physical', 'working-conditions', 'notes', 'duties'];

/** A shorter quotation says too little by itself, in characters: its whole line is quoted. */
const MIN_QUOTE = 12;

function fieldsOn(document: IndexedDocument, topic: string): Evidence[] {
  const seen = new Set<string>();
  return document.spec.fields.flatMap((field) => {
    const value =
      topic === 'class-code' ? (/[A-Z]{0,5}-?\d[\w-]*/i.exec(field.value)?.[0] ?? field.value) : field.value;
    const labelled =
      field.topic === topic ||
      (topic === 'salary' &&
        field.topic === 'pay-grade' &&
        // "Level 101 ($34,320 - $61,776)": the amount stands beside the grade.
        (topicsOfHeading(field.label).whole?.name === topic || stateByWording(topic, value)));
    if (!labelled || seen.has(value.toLowerCase())) return [];
    seen.add(value.toLowerCase());
    return fieldEvidence(document, field) ?? [];
  });
}

/** The line of the title as a block, for a code that stands beside it. */
function besideTitle({ spec }: IndexedDocument, field: Field): Block | undefined {
  const line = spec.passages.find(
    ({ kind, start, end }) => kind === 'title' && start <= field.start && end >= field.end,
  );
  return line === undefined ? undefined : { kind: 'field', section: line.section, start: line.start, end: line.end };
}

/** A field as evidence; undefined when it can't be quoted. */
export function fieldEvidence(document: IndexedDocument, field: Field): Evidence | undefined {
  const block = blocksOf(document.spec).find((other) => other.start === field.start) ?? besideTitle(document, field);
  if (block === undefined) return undefined;
  const isTable = textOf(document, block).startsWith('|') && /[\r\n]/.test(textOf(document, block));
  const row = isTable ? rowOf(document, block, field) : block;
  // The line around the cell of a column is the row, with what other columns say.
  const isCell = document.spec.sections[block.section]?.isColumn === true;
  const isShort = row.end - row.start < MIN_QUOTE && !isCell;
  const found = evidence(document, isShort ? wholeLine(document, row) : row, 'field');
  return { ...found, heading: field.label === '' ? found.heading : field.label };
}

/** A longer value is a sentence, and may state more than its label says, in characters. */
const MIN_SENTENCE = 60;

/** Blocks under the sections of a topic. Of several sections, those whose headings share most words with the question. */
function sectionsOn(document: IndexedDocument, topic: string, asked: ReadonlySet<string>): Evidence[] {
  const { spec } = document;
  if (!spec.sections.some((section) => section.topic === topic)) return [];
  const filled = [...new Set(blocksOf(spec).map(({ section }) => section))];
  // A heading right above another of the topic has nothing of its own to be shown.
  const sections = spec.sections.flatMap((section, index) =>
    section.topic === topic && filled.some((other) => isWithin(spec, other, index)) ? [index] : [],
  );
  const roots = sections.filter((index) => !sections.some((other) => other !== index && isWithin(spec, index, other)));
  const overlap = (index: number): number =>
    [...stemsOf(spec.sections[index]?.heading ?? '')].filter((stem) => asked.has(stem)).length;
  const rootOverlap = Math.max(0, ...roots.map(overlap));
  const specific = sections.filter((index) => overlap(index) > rootOverlap);
  const best = Math.max(0, ...specific.map(overlap));
  const chosen =
    specific.length > 0
      ? specific.filter((index) => overlap(index) === best)
      : roots.length > 1 && rootOverlap > 1
        ? roots.filter((index) => overlap(index) === rootOverlap)
        : roots;
  // A label that stands for no topic ("Level II: …") belongs to what its section states.
  const ofTopics = new Set(spec.fields.filter((field) => field.topic !== 'other').map((field) => field.start));
  return blocksOf(spec)
    .filter((block) => block.kind !== 'field' || !ofTopics.has(block.start))
    .filter((block) => chosen.some((index) => isWithin(spec, block.section, index)))
    .filter((block) => topic === 'notes' || !separate(document, block, topic, chosen))
    .filter((block) => spec.sections[block.section]?.isColumn === true || !isLabel(textOf(document, block)))
    .map((block) => evidence(document, block, 'section'));
}

/** The blocks under some sections. */
export function evidenceUnder(document: IndexedDocument, sections: readonly number[]): Evidence[] {
  return blocksOf(document.spec)
    .filter((block) => sections.some((index) => isWithin(document.spec, block.section, index)))
    .map((block) => evidence(document, block, 'section'));
}

/** True for a block of a list of its own inside the section asked for. */
function separate(document: IndexedDocument, block: Block, topic: string, chosen: readonly number[]): boolean {
  const own = document.spec.sections[block.section];
  if (own === undefined || chosen.includes(block.section)) return false;
  return own.topic !== topic && SEPARATE.includes(own.topic);
}

/** Sentences that state a topic by their wording, in the sections where such wording counts. */
function mentionsOf(document: IndexedDocument, topic: Topic, asked: ReadonlySet<string>): Evidence[] {
  const pattern = evidencePattern(topic);
  if (pattern === undefined) return [];
  const found = new Map<number, Evidence>();
  // Under a label that stands for no topic of its own anything may be stated; the union, the grade or a date beside others.
  const isOpen = (own: string): boolean =>
    own === 'other' ||
    (topic.beside === true && own !== topic.name) ||
    (topic.parent === 'history' && topicNamed(own)?.parent === 'history');
  const open = document.spec.fields.filter(({ topic: own, value }) => isOpen(own) || value.length >= MIN_SENTENCE);
  const unnamed = new Set(open.map(({ start }) => start));
  for (const passage of document.spec.passages) {
    const labelled = passage.kind === 'field' && unnamed.has(passage.start);
    if (passage.kind !== 'item' && passage.kind !== 'sentence' && !labelled) continue;
    const around = topicsAround(document.spec, passage.section);
    const counts =
      (topic.within === undefined || around.some((name) => topic.within?.includes(name) === true)) &&
      !around.some((name) => topic.outside?.includes(name) === true);
    const said = textOf(document, passage);
    if (!counts || around.includes('equal-opportunity') || !pattern.test(said) || isLabel(said)) continue;
    if (topic.name === 'supervision-exercised' && isSupervised(document.spec.title, said)) continue;
    const span = sentenceAround(document.spec, passage);
    found.set(span.start, evidence(document, { ...span, kind: passage.kind, section: passage.section }, 'mention'));
  }
  for (const block of listedUnder(document, pattern, topic.within ?? []))
    found.set(block.start, evidence(document, block, 'mention'));
  const all = [...found.values()];
  const isAsked = (stem: string): boolean => asked.has(stem) && !stemsOf(document.spec.title).has(stem);
  const worded = all.filter((item) => saysAsked(pattern, textOf(document, item), isAsked));
  const asksOneThing = topic.collection === true && [...asked].some((stem) => pattern.test(stem));
  return worded.length > 0 || asksOneThing ? worded : all;
}

/** True when a text states the topic in a word of the question: "Lifts up to 30 lb" where lifting is asked for. */
function saysAsked(pattern: RegExp, text: string, isAsked: (stem: string) => boolean): boolean {
  return [...text.matchAll(new RegExp(pattern, 'gi'))].some((match) =>
    wordsOf(match[0]).some((word) => !isStopWord(word) && isAsked(stemOf(word))),
  );
}

/** Topics that a short document states in its first lines, below no heading. */
const DESCRIBED: readonly string[] = ['definition', 'duties'];

/** Running text before the first section: whole sentences, not the lines of a letterhead. */
function prose(document: IndexedDocument): Evidence[] {
  return blocksOf(document.spec)
    .filter((block) => block.section < 0 && block.kind === 'sentence')
    .filter(
      (block) =>
        /^\p{Lu}.*\p{Ll}.*\.$/su.test(textOf(document, block)) && textOf(document, block).split(/\s+/).length > 5,
    )
    .map((block) => evidence(document, block, 'section'));
}

/**
 * What a document states on a topic, best source first: its own field, its own sections and those of its parts, what
 * answers it besides, then passages that state it by their wording. Empty when it does not state it.
 * @param asked stems of the question, to choose among several sections of the topic.
 * @param sources `own`: without what is stated by its wording alone.
 */
export function evidenceOn(
  document: IndexedDocument,
  name: string,
  asked: ReadonlySet<string>,
  sources: 'own' | 'all' = 'all',
): Evidence[] {
  const topic = topicNamed(name);
  const own = [...fieldsOn(document, name), ...sectionsOn(document, name, asked)];
  const pattern = topic === undefined ? undefined : evidencePattern(topic);
  if (own.length > 0) {
    const parts = name === 'qualifications' ? ['education', 'experience', 'education-experience', 'equivalency'] : [];
    const seen = new Set(own.map((item) => item.start));
    const more = parts
      .flatMap((part) => [...fieldsOn(document, part), ...sectionsOn(document, part, asked)])
      .filter((item) => !seen.has(item.start) && !(asksMinimum(asked) && isWished(document.spec, item.block.section)));
    return [...own, ...more].sort((a, b) => a.start - b.start);
  }
  const parts = [...withParts(name).slice(1), ...(topic?.also ?? [])].flatMap((part) => [
    ...fieldsOn(document, part),
    ...sectionsOn(document, part, asked),
  ]);
  if (parts.length > 0) return parts.sort((a, b) => a.start - b.start);
  if (topic === undefined) return [];
  if (DESCRIBED.includes(name)) {
    const said = prose(document);
    // What a class does is said in short by its definition.
    return said.length > 0 || name !== 'duties' ? said : sectionsOn(document, 'definition', asked);
  }
  const parent = topic.parent === undefined ? [] : sectionsOn(document, topic.parent, asked);
  const combined =
    name === 'education' || name === 'experience' || name === 'equivalency'
      ? sectionsOn(document, 'education-experience', asked)
      : [];
  const near = [...combined, ...parent].filter((item) => pattern?.test(textOf(document, item)) === true);
  if (near.length > 0) return unique(near);
  return sources === 'own' ? [] : mentionsOf(document, topic, asked);
}

/** Evidence once each, in the document's order. */
export function unique(items: readonly Evidence[]): Evidence[] {
  return [...new Map(items.map((item) => [item.start, item])).values()].sort((a, b) => a.start - b.start);
}
