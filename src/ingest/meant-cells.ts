/** What tables whose columns say how their rows are meant are read with: cells, the column each stands in, its section. */
import type { Section, Span } from '../domain.ts';
import { ROW_GAP, segmentsOf } from './columns.ts';
import type { Line } from './lines.ts';
import { shownText } from './readable.ts';
import { currentSection, type ParseState } from './spec-builder.ts';

/** A mark that a row has in a column. */
export const TICK = /^(?:[xX✓✔☑☒●•]|\[[xX]\])$/;
/** Letters and words for what is asked and what is wished for. */
export const ESSENTIAL = /^(?:e|essential|required|mandatory|must have)(?: criteria)?$/i;
export const DESIRABLE = /^(?:d|desirable|preferred|desired|nice to have)(?: criteria)?$/i;
/** The cells of a line, empty ones too where bars or tabs part them. */
export function cellsOf(text: string, line: Line): Span[] {
  const sign = line.text.includes('|') ? '|' : '\t';
  if (!line.text.includes(sign)) return segmentsOf(text, line, ROW_GAP);
  const cells: Span[] = [];
  let start = line.start;
  for (const part of line.text.split(sign)) {
    const lead = part.length - part.trimStart().length;
    cells.push({ start: start + Math.min(lead, part.length), end: start + Math.max(lead, part.trimEnd().length) });
    start += part.length + 1;
  }
  return line.text.startsWith('|') ? cells.slice(1) : cells;
}

/** Whether bars or tabs part a line's cells. */
export const isParted = (line: Line): boolean => /[|\t]/.test(line.text);

/** The column that a cell stands in: by order where bars or tabs part the cells, else the nearest. */
export function columnOf(heads: readonly Span[], head: Line, line: Line, cell: Span, index: number): number {
  if (isParted(line)) return index;
  const offset = (of: Line, at: number): number => at - of.start + of.indent;
  const distance = (column: Span): number => Math.abs(offset(head, column.start) - offset(line, cell.start));
  return heads.reduce((best, column, at) => (distance(column) < distance(heads[best] ?? column) ? at : best), 0);
}

/** The section of a column inside `parent`, opened where it is first needed. */
export function columnSection(state: ParseState, parent: number, topic: string, head: Span): number {
  const known = state.sections.findIndex(
    (section) => section.isColumn === true && section.parent === parent && section.headingSpan.start === head.start,
  );
  if (known >= 0) return known;
  const section: Section = {
    topic,
    heading: shownText(state.text.slice(head.start, head.end)),
    headingSpan: head,
    depth: 1,
    parent,
    start: head.start,
    end: head.end,
    isColumn: true,
  };
  state.sections.push(section);
  return state.sections.length - 1;
}

/** The next line at or below `at` that says something. */
export const nextLine = ({ lines, furniture }: ParseState, at: number): number => {
  let next = at;
  while (next < lines.length && (lines[next]?.text === '' || furniture.has(next))) next++;
  return next;
};

/** Adds what lies between passages so that no text is lost: page heads, rules. */
export function passOver(state: ParseState, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const line = state.lines[at];
    if (line !== undefined && line.text !== '') state.passages.add('mark', line, currentSection(state));
  }
}
