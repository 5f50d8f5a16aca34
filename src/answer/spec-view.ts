/** Reading a specification by blocks: paragraphs and list items, each with the section it stands in. */
import type { ClassSpec, Field, IndexedDocument, Passage, Section, Span } from '../domain.ts';
import { topicNamed, topics } from '../vocabulary.ts';

/** A paragraph or list item, as it is quoted: from its first passage to its last. */
export interface Block extends Span {
  kind: Passage['kind'];
  section: number;
}

const QUOTABLE: readonly Passage['kind'][] = ['field', 'item', 'lead-in', 'sentence'];

const cache = new WeakMap<ClassSpec, Block[]>();

/** The blocks of a specification, in order: everything that can be quoted. */
export function blocksOf(spec: ClassSpec): readonly Block[] {
  const known = cache.get(spec);
  if (known !== undefined) return known;
  const blocks: Block[] = [];
  let number = -1;
  for (const passage of spec.passages) {
    if (!QUOTABLE.includes(passage.kind)) continue;
    const last = blocks.at(-1);
    if (last !== undefined && passage.block === number && passage.kind !== 'field') last.end = passage.end;
    else
      blocks.push({ kind: passage.kind, section: passage.section, start: runInStart(spec, passage), end: passage.end });
    number = passage.block;
  }
  cache.set(spec, blocks);
  return blocks;
}

/** A passage behind a run-in heading is quoted with it: "Asset: French." says more than "French.". */
function runInStart(spec: ClassSpec, passage: Passage): number {
  const section = spec.sections[passage.section];
  return section !== undefined && section.headingSpan.end === passage.start ? section.headingSpan.start : passage.start;
}

/** The sentence that a passage is part of: a long sentence's clauses together. */
export function sentenceAround(spec: ClassSpec, passage: Passage): Span {
  const parts = spec.passages.filter((other) => other.sentence === passage.sentence && other.block === passage.block);
  return { start: parts[0]?.start ?? passage.start, end: parts.at(-1)?.end ?? passage.end };
}

/** A section and the sections around it, innermost first. */
function sectionChain(spec: ClassSpec, index: number): Section[] {
  const chain: Section[] = [];
  for (let at = index; at >= 0; at = spec.sections[at]?.parent ?? -1) {
    const section = spec.sections[at];
    if (section === undefined) break;
    chain.push(section);
  }
  return chain;
}

/** Topics of the sections that a passage stands in. */
export function topicsAround(spec: ClassSpec, index: number): string[] {
  return sectionChain(spec, index).map((section) => section.topic);
}

/** The heading a passage stands below, for a citation; "Header" before the first. */
export function headingOf(spec: ClassSpec, index: number): string {
  return spec.sections[index]?.heading ?? 'Header';
}

/** The head of a column whose rows are ticked for what the class does not ask. */
const NEVER = /\bnever\b|\bnot (?:required|applicable|present)\b|\bn\/a\b/i;

/** True in a column that says of its rows that they are not so: "Lifting over 50 lbs" ticked under "Never". */
export function deniesByColumn({ sections }: ClassSpec, index: number): boolean {
  const section = sections[index];
  return section?.isColumn === true && NEVER.test(section.heading);
}

/** A topic and the topics that are parts of it. */
export function withParts(topic: string): string[] {
  return [topic, ...topics.filter((other) => other.parent === topic).map((other) => other.name)];
}

/** True when section `index` is `ancestor` or stands inside it. */
export function isWithin(spec: ClassSpec, index: number, ancestor: number): boolean {
  for (let at = index; at >= 0; at = spec.sections[at]?.parent ?? -1) if (at === ancestor) return true;
  return false;
}

/** How a topic is called in a sentence. */
export function labelOf(topic: string): string {
  return topicNamed(topic)?.label ?? topic;
}

/** The row of a table that has a field's value, without the bars around it: the table whole can't be read in a reply. */
export function rowOf({ text }: IndexedDocument, block: Block, { valueSpan }: Field): Block {
  const before = text.slice(block.start, valueSpan.start);
  const behind = text.slice(valueSpan.end, block.end);
  const start = valueSpan.start - (/[^\r\n]*$/.exec(before)?.[0].replace(/^[\s|]+/, '').length ?? 0);
  const end = valueSpan.end + (/^[^\r\n]*/.exec(behind)?.[0].replace(/[\s|]+$/, '').length ?? 0);
  return { ...block, start, end };
}

/** A block widened to its whole line. */
export function wholeLine({ text }: IndexedDocument, block: Block): Block {
  const from = Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  const before = text.slice(from, block.start);
  const behind = /^[^\r\n]{0,200}/.exec(text.slice(block.end, block.end + 200))?.[0] ?? '';
  return { ...block, start: block.start - before.trimStart().length, end: block.end + behind.trimEnd().length };
}
