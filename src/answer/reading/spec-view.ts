/** Reading a specification by blocks: paragraphs and list items, each with the section it stands in. */
import type { ClassSpec, Field, IndexedDocument, Passage, Section, Span } from '../../domain.ts';
import { topicNamed, topics, topicsOfHeading } from '../../vocabulary.ts';

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

/** The sentence that a passage is part of: a long sentence's clauses together, which stand one after the other. */
export function sentenceAround({ passages }: ClassSpec, passage: Passage): Span {
  const isPart = (other: Passage | undefined): other is Passage =>
    other?.sentence === passage.sentence && other.block === passage.block;
  let { start, end } = passage;
  const own = passages.indexOf(passage);
  for (let at = own - 1, other = passages[at]; isPart(other); other = passages[--at]) start = other.start;
  for (let at = own + 1, other = passages[at]; isPart(other); other = passages[++at]) end = other.end;
  return { start, end };
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

const aroundSections = new WeakMap<ClassSpec, (readonly string[] | undefined)[]>();
const NONE: readonly string[] = [];

/** Topics of the sections that a passage stands in; remembered, for each passage asks again. */
export function topicsAround(spec: ClassSpec, index: number): readonly string[] {
  if (index < 0) return NONE;
  const known = aroundSections.get(spec) ?? [];
  aroundSections.set(spec, known);
  const found = known[index] ?? sectionChain(spec, index).map((section) => section.topic);
  known[index] = found;
  return found;
}

/** Topics of the sections on what is done in the job, and on what must be known for it. */
const WORK: readonly string[] = ['duties', 'definition', 'distinguishing', 'knowledge', 'supervision', 'contacts'];

/** True for a section on the work itself, not on getting it. */
export function isOfWork(spec: ClassSpec, index: number): boolean {
  return topicsAround(spec, index).some((topic) => WORK.includes(topic));
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

/** A text of at most three words and no digit: it may be a label left alone. */
const SHORT = /^\s*[^\s\d]+(?:\s+[^\s\d]+){0,2}\s*$/;

/** True for a label without its value, or the head of a table's column: it states nothing. */
export function isLabel(text: string): boolean {
  return SHORT.test(text) && topicsOfHeading(text).whole !== undefined;
}
