/** A specification in the making: its open sections, and the passages and fields taken so far. */
import type { Field, PassageKind, Section, Span, SpecLevel } from '../domain.ts';
import { topicNamed } from '../vocabulary.ts';
import type { TableRow } from './columns.ts';
import { isOrganisation } from './employer.ts';
import { fieldsWithin } from './fields-within.ts';
import { type Heading, isConnector, type Place } from './heading-text.ts';
import { headingAt } from './headings.ts';
import { colonLabels, isDocumentKind, statusTopic } from './labels.ts';
import { isWrapped, type Layout } from './layout.ts';
import { type Line, restOf } from './lines.ts';

import { beginsWithShare, markerLength, startsItem } from './markers.ts';
import type { createPassages } from './passages.ts';
import type { Choice } from './ticks.ts';

/** What parsing builds up, line by line. */
export interface ParseState {
  text: string;
  lines: readonly Line[];
  layout: Layout;
  furniture: ReadonlySet<number>;
  fields: Field[];
  sections: Section[];
  /** Rows of a table of classes above the first section. */
  rows: TableRow[];
  /** Rows of tables in the text, each on a level of the document's series. */
  levelRows: TableRow[];
  /** The classes of tables that have a column for each. */
  columnLevels: SpecLevel[];
  /** The classes that head parts of the document, by their lines. */
  parts: ReadonlyMap<number, SpecLevel>;
  /** Levels of a series head main sections. */
  hasLevels: boolean;
  /** Boxes are ticked somewhere in the document: an empty one is a choice not taken. */
  isForm: boolean;
  /** Indexes of the open main section, the open section inside it, and a run-in section; -1 when none. */
  open: { main: number; sub: number; runIn: number };
  passages: ReturnType<typeof createPassages>;
}

/** Index of the section that is open; -1 before the first. */
export const currentSection = ({ open }: ParseState): number =>
  open.runIn >= 0 ? open.runIn : open.sub >= 0 ? open.sub : open.main;

/** Where line `at` stands, for telling whether it is a heading. */
export function placeOf(state: ParseState, at: number): Place {
  const last = state.passages.list.at(-1);
  return {
    lines: state.lines,
    at,
    layout: state.layout,
    inside: state.sections[currentSection(state)]?.topic ?? '',
    mainHeading: headingLine(state),
    afterField: last?.kind === 'field',
  };
}

function headingLine({ text, sections, open }: ParseState): string {
  const span = sections[open.main]?.headingSpan;
  return span === undefined ? '' : text.slice(span.start, span.end);
}

/** Topics that are no part of a section on another, where they head a line in it. */
const NO_PART: Readonly<Record<string, readonly string[]>> = {
  duties: [
    'supervision-exercised',
    'supervision-received',
    'physical',
    'working-conditions',
    'experience',
    'education-experience',
    'licenses',
    'qualifications',
    'preferred',
    'special-requirements',
    'hours',
    'salary',
    'probation',
  ],
  qualifications: ['definition', 'duties', 'supervision-exercised', 'supervision-received'],
  definition: ['supervision-exercised', 'supervision-received', 'duties', 'physical', 'working-conditions'],
};

/** True where the open main section has no text but what stands below headings in it: "4. QUALIFICATIONS / EDUCATION: …". */
const isBare = ({ open, passages: { list } }: ParseState): boolean =>
  list
    .slice(list.findLastIndex(({ section }) => section < open.main) + 1)
    .every(({ section, kind }) => section !== open.main || kind === 'heading');

/** Opens the section that a heading heads. */
export function openSection(state: ParseState, heading: Heading, span: Span): void {
  const { open, sections } = state;
  const runIn = heading.runInEnd !== undefined;
  const isPart = runIn && isBare(state) && topicNamed(heading.topic)?.parent === sections[open.main]?.topic;
  const isMain =
    (heading.rank === 0 && !isPart) ||
    (heading.rank === 1 &&
      !state.sections.some(
        ({ depth, heading: own, topic }) =>
          depth === 0 && own !== '' && own === own.toUpperCase() && topicNamed(topic)?.type !== 'field',
      ));
  const around = runIn && open.sub >= 0 ? open.sub : open.main;
  // "Supervisory responsibilities: None" behind a list of duties is no duty.
  const isApart = runIn && NO_PART[sections[around]?.topic ?? '']?.includes(heading.topic) === true;
  const inner = runIn && heading.rank === 2 ? around : open.main;
  const parent = isMain ? -1 : isApart ? (sections[around]?.parent ?? -1) : inner;
  sections.push({
    topic: heading.topic,
    heading: heading.text,
    headingSpan: span,
    depth: isMain ? 0 : 1,
    parent,
    start: span.start,
    end: span.end,
  });
  const index = sections.length - 1;
  if (isMain) state.open = { main: index, sub: -1, runIn: -1 };
  else if (runIn && heading.outlined !== true) state.open = { ...open, runIn: index };
  else state.open = { main: open.main, sub: index, runIn: -1 };
}

/** Sentences above the first section that are a status and nothing else: "Performs skilled work. Bargaining unit position." */
function statusSentences({ passages, text }: ParseState, from: number): Field[] {
  return passages.list.slice(from).flatMap((passage) => {
    const words = text.slice(passage.start, passage.end);
    const topic = words.length > 60 ? undefined : statusTopic(words);
    const span = { start: passage.start, end: passage.end };
    return topic === undefined ? [] : [{ topic, label: '', value: words.replace(/\.$/, ''), valueSpan: span, ...span }];
  });
}

/** A letter and the words that it stands for. */
const KEY = /^\(?[A-Z*]{1,2}\)?\s*=\s*\p{Lu}[\p{L} ]{3,40}$/u;
/** A list's number on a line of its own. */
const NUMBER_ALONE = /^\(?\d{1,2}[.)]$/;
const SHARE_ALONE = /^\d{1,3}\s?%$/;

/** Adds a labelled value. */
export function addField(state: ParseState, field: Field): void {
  const above = state.fields.at(-1);
  const isKnown = state.fields.some(({ topic }) => topic === 'class-code');
  // A second number below whom the position reports to is the supervisor's.
  if (field.topic === 'class-code' && above?.topic === 'reports-to' && isKnown) field.topic = 'other';
  state.fields.push(field, ...fieldsWithin(field));
  state.passages.add('field', { start: field.start, end: field.end }, currentSection(state));
}

/** An entry for one level: "Level II: …", "Grade 3   …". */
const LEVEL_ENTRY = /^(?:level|grade) (?:[IVX]{1,4}|\d{1,2})(?::|\s{2,}|\s[–—-])/i;

/** Takes the block of text lines that begins at `at`; returns the number of lines taken. */
export function takeBlock(state: ParseState, at: number, from: number): number {
  const { lines, layout, text } = state;
  const whole = lines[at];
  if (whole === undefined) return 1;
  // Behind a heading the line begins where its text does: the gap before it is no column's.
  const first = from <= whole.start ? whole : restOf(whole, from);
  const isWhole = from === whole.start;
  const marker = isWhole ? markerLength(first.text) : 0;
  const inHeader = state.open.main < 0;
  let taken = 1;
  for (let line = first, next = lines[at + 1]; next !== undefined; line = next, next = lines[at + taken]) {
    if (
      startsItem(next.text) ||
      (/;$/.test(line.text) && /^\p{Lu}\p{Ll}/u.test(next.text)) ||
      LEVEL_ENTRY.test(next.text) ||
      (inHeader && (isDocumentKind(next.text) || colonLabels(next.text, true).length > 0))
    )
      break;
    const hanging = marker > 0 && next.text !== '' && next.indent >= first.indent + 2;
    if (!(hanging || isWrapped(line, next, layout)) || state.furniture.has(at + taken)) break;
    const heading = headingAt({ lines, at: at + taken, layout, inside: '', mainHeading: '', afterField: false });
    const isEnded = /[.;!?]$/.test(line.text) && heading?.known === true;
    if (heading !== undefined && (heading.runInEnd === undefined || isEnded)) break;
    taken++;
  }
  // "30%" alone below a duty is its share of the time.
  if (SHARE_ALONE.test(lines[at + taken]?.text ?? '')) taken++;
  const last = lines[at + taken - 1] ?? first;
  const span = { start: from + marker, end: last.end };
  if (marker > 0) state.passages.add('mark', { start: from, end: span.start }, currentSection(state));
  const body = text.slice(span.start, span.end);
  const isItem = marker > 0 || (isWhole && beginsWithShare(first.text));
  const below = lines.slice(at + taken, at + taken + 4).find((line) => line.text !== '');
  // "(All of these must be met.)" behind a heading introduces the list below it.
  const isBelowHeading = !isWhole || state.passages.list.at(-1)?.kind === 'heading';
  const introduces = isBelowHeading && /^\(.*\)\.?$/s.test(body) && below !== undefined && startsItem(below.text);
  // "E = Essential Function" is the key to letters behind the duties.
  const isKey = KEY.test(body);
  const kind: PassageKind = isKey
    ? 'lead-in'
    : isItem
      ? 'item'
      : isConnector(body) || NUMBER_ALONE.test(body)
        ? 'mark'
        : introduces || /:$/.test(body)
          ? 'lead-in'
          : 'sentence';
  const before = state.passages.list.length;
  state.passages.addText(kind, span, currentSection(state));
  if (inHeader) state.fields.push(...statusSentences(state, before));
  return taken;
}

/** Adds a line's fields and what no field claims before, between and behind them, in order. */
export function addFields(state: ParseState, line: Line, fields: readonly Field[]): void {
  let at = line.start;
  const addRest = (end: number): void => {
    const rest = state.text.slice(at, end);
    // An employer between the labels of a foot says nothing of the section above.
    const says = /\p{L}{2}/u.test(rest) && !(state.open.main >= 0 && isOrganisation(rest));
    const kind: PassageKind = says ? 'sentence' : 'mark';
    if (rest.trim() !== '') state.passages.add(kind, { start: at, end }, currentSection(state));
  };
  for (const field of fields) {
    addRest(field.start);
    addField(state, field);
    at = field.end;
  }
  if (at < line.end) addRest(line.end);
}

/** Adds a line of choices: those ticked are what the document says, the others only keep its text whole. */
export function addChoices(state: ParseState, choices: readonly Choice[], line: Line): number {
  const section = currentSection(state);
  let at = line.start;
  for (const { ticked, end, words } of choices) {
    state.passages.add('mark', { start: at, end: ticked ? words.start : end }, section);
    if (ticked) state.passages.add('item', words, section);
    at = end;
  }
  if (line.end > at) state.passages.add('mark', { start: at, end: line.end }, section);
  return 1;
}

/** Ends every section where the next one of its depth begins, and at its last passage. */
export function closeSections(state: ParseState): void {
  for (const passage of state.passages.list) {
    for (let index = passage.section; index >= 0; index = state.sections[index]?.parent ?? -1) {
      const section = state.sections[index];
      if (section !== undefined) section.end = Math.max(section.end, passage.end);
    }
  }
}
