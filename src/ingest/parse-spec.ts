/** Text of a document → its specification: title, fields, sections, and passages that hold all of its visible text. */
import type { ClassSpec, Field, PassageKind, Section, Span } from '../domain.ts';
import { foldSpace } from '../words.ts';
import { fieldOfTwoLines, fieldsOfLine, isBareCode } from './fields.ts';
import { type Heading, headingAt, isConnector } from './headings.ts';
import { furnitureLines, isWrapped, type Layout, type Line, layoutOf, markerLength, splitLines } from './lines.ts';
import { createPassages } from './passages.ts';
import { identify } from './title.ts';

/** Lines at a document's end in which a code standing alone is taken for the class code. */
const TAIL_LINES = 6;

/** Lines in which a labelled value is one also below a first heading ("DUTY STATEMENT"). */
const HEADER_LINES = 12;

interface ParseState {
  text: string;
  lines: readonly Line[];
  layout: Layout;
  furniture: ReadonlySet<number>;
  fields: Field[];
  sections: Section[];
  /** Indexes of the open main section, the open section inside it, and a run-in section; -1 when none. */
  open: { main: number; sub: number; runIn: number };
  passages: ReturnType<typeof createPassages>;
}

const currentSection = ({ open }: ParseState): number =>
  open.runIn >= 0 ? open.runIn : open.sub >= 0 ? open.sub : open.main;

function openSection(state: ParseState, heading: Heading, span: Span): void {
  const { open, sections } = state;
  const runIn = heading.runInEnd !== undefined;
  const isMain =
    heading.rank === 0 ||
    (heading.rank === 1 &&
      !state.sections.some(
        (section) => section.depth === 0 && section.heading !== '' && section.heading === section.heading.toUpperCase(),
      ));
  const parent = isMain ? -1 : runIn && heading.rank === 2 ? (open.sub >= 0 ? open.sub : open.main) : open.main;
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
  else if (runIn) state.open = { ...open, runIn: index };
  else state.open = { main: open.main, sub: index, runIn: -1 };
}

function addField(state: ParseState, field: Field): void {
  state.fields.push(field);
  state.passages.add('field', { start: field.start, end: field.end }, currentSection(state));
}

/** Takes the block of text lines that begins at `at`; returns the number of lines taken. */
function takeBlock(state: ParseState, at: number, from: number): number {
  const { lines, layout, text } = state;
  const first = lines[at];
  if (first === undefined) return 1;
  const marker = from === first.start ? markerLength(first.text) : 0;
  let taken = 1;
  for (let line = first, next = lines[at + 1]; next !== undefined; line = next, next = lines[at + taken]) {
    if (markerLength(next.text) > 0 && !/^\p{Ll}/u.test(next.text)) break;
    const hanging = marker > 0 && next.text !== '' && next.indent >= first.indent + 2;
    if (!(hanging || isWrapped(line, next, layout)) || state.furniture.has(at + taken)) break;
    if (
      headingAt(lines, at + taken, layout, '')?.runInEnd === undefined &&
      headingAt(lines, at + taken, layout, '') !== undefined
    )
      break;
    taken++;
  }
  const last = lines[at + taken - 1] ?? first;
  const span = { start: from + marker, end: last.end };
  if (marker > 0) state.passages.add('mark', { start: from, end: span.start }, currentSection(state));
  const body = text.slice(span.start, span.end);
  const kind: PassageKind = marker > 0 ? 'item' : isConnector(body) ? 'mark' : /:$/.test(body) ? 'lead-in' : 'sentence';
  state.passages.addText(kind, span, currentSection(state));
  return taken;
}

/** Adds a line's fields and what no field claims before, between and behind them, in order. */
function addFields(state: ParseState, line: Line, fields: readonly Field[]): void {
  let at = line.start;
  const addRest = (end: number): void => {
    const rest = state.text.slice(at, end);
    const kind: PassageKind = /\p{L}{2}/u.test(rest) ? 'sentence' : 'mark';
    if (rest.trim() !== '') state.passages.add(kind, { start: at, end }, currentSection(state));
  };
  for (const field of fields) {
    addRest(field.start);
    addField(state, field);
    at = field.end;
  }
  addRest(line.end);
}

/** Takes one or more lines at `at` and returns how many. Lines that may name the class are put in `header`. */
function takeLine(state: ParseState, at: number, header: Line[], tailStart: number): number {
  const { text, lines, layout } = state;
  const line = lines[at];
  if (line === undefined) return 1;
  if (state.furniture.has(at)) {
    state.passages.add('mark', line, currentSection(state));
    return 1;
  }
  const inHeader = state.open.main < 0;
  const inside = state.sections[currentSection(state)]?.topic ?? '';
  const two = fieldOfTwoLines(text, lines, at);
  if (two !== undefined) {
    addField(state, two.field);
    return two.lines;
  }
  const amounts = state.fields.at(-1);
  if (
    amounts?.topic === 'salary' &&
    /^[$£€]\s?\d/.test(line.text) &&
    line.text.length < 90 &&
    state.passages.list.at(-1)?.end === amounts.end
  ) {
    addField(state, {
      ...amounts,
      label: '',
      value: foldSpace(line.text),
      valueSpan: line,
      start: line.start,
      end: line.end,
    });
    return 1;
  }
  const fields = fieldsOfLine(
    text,
    line,
    inHeader || at < HEADER_LINES || at >= tailStart || inside === 'class-detail',
  );
  if (fields.length > 0) {
    const first = fields[0]?.start ?? line.start;
    if (inHeader && /\p{L}{2}/u.test(text.slice(line.start, first)))
      header.push({ ...line, end: first, text: text.slice(line.start, first).trim() });
    addFields(state, line, fields);
    return 1;
  }
  if (
    isBareCode(line.text) &&
    (inHeader || at >= tailStart) &&
    !state.fields.some((field) => field.topic === 'class-code')
  ) {
    addField(state, {
      topic: 'class-code',
      label: '',
      value: line.text,
      valueSpan: line,
      start: line.start,
      end: line.end,
    });
    return 1;
  }
  const heading = headingAt(lines, at, layout, inside);
  const known = heading !== undefined && heading.topic !== 'other';
  if (heading !== undefined && (known || !inHeader) && !(inHeader && heading.topic === 'equal-opportunity')) {
    const end = heading.runInEnd ?? line.end;
    openSection(state, heading, { start: line.start, end });
    state.passages.add('heading', { start: line.start, end }, currentSection(state));
    return heading.runInEnd === undefined ? 1 : takeBlock(state, at, heading.runInEnd);
  }
  if (inHeader) {
    header.push(line);
  }
  return takeBlock(state, at, line.start);
}

/** Ends every section where the next one of its depth begins, and at its last passage. */
function closeSections(state: ParseState): void {
  for (const passage of state.passages.list) {
    for (let index = passage.section; index >= 0; index = state.sections[index]?.parent ?? -1) {
      const section = state.sections[index];
      if (section !== undefined) section.end = Math.max(section.end, passage.end);
    }
  }
}

/** The code in a class-code field's value: its first word with a digit. */
function codeOf(fields: readonly Field[]): string | undefined {
  for (const field of fields) {
    const code = field.topic === 'class-code' ? /[A-Z]{0,5}-?\d[\w-]*/i.exec(field.value)?.[0] : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/**
 * Parses a document. Never throws: a text without any recognised structure becomes one unnamed section.
 * @param fileName only helps to choose among possible titles, and names a document that prints none.
 */
export function parseSpec(text: string, fileName: string): ClassSpec {
  const lines = splitLines(text);
  const visible = lines.flatMap((line, index) => (line.text === '' ? [] : [index]));
  const tailStart = visible.at(-TAIL_LINES) ?? 0;
  const state: ParseState = {
    text,
    lines,
    layout: layoutOf(lines),
    furniture: furnitureLines(lines),
    fields: [],
    sections: [],
    open: { main: -1, sub: -1, runIn: -1 },
    passages: createPassages(text),
  };
  const header: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.text === '') {
      if (state.open.runIn >= 0 && !runInGoesOn(state, at)) state.open = { ...state.open, runIn: -1 };
      at++;
    } else at += takeLine(state, at, header, tailStart);
  }
  closeSections(state);
  const { employerSpan, ...identity } = identify(header, state.fields, text, fileName);
  if (employerSpan !== undefined && identity.employer !== undefined) {
    state.fields.push({
      topic: 'agency',
      label: '',
      value: identity.employer,
      valueSpan: employerSpan,
      ...employerSpan,
    });
  }
  state.passages.markTitle(identity.titleSpan);
  return {
    ...identity,
    classCode: codeOf(state.fields),
    fields: state.fields,
    sections: state.sections,
    passages: state.passages.list,
  };
}

/** A run-in section ends at a blank line unless a list follows it. */
function runInGoesOn(state: ParseState, at: number): boolean {
  const next = state.lines.slice(at).find((line) => line.text !== '');
  return next !== undefined && markerLength(next.text) > 0;
}
