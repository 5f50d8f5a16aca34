/** Takes tables with one column for each class: each class's cells are a section of their own, each row of it headed by its label. */
import type { Section, Span } from '../domain.ts';
import { bareCell, type ClassColumns, type ClassRow, classColumns, rowBelow } from './class-columns.ts';
import { colonLabels, statusTopic, topicOfLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { startsItem } from './markers.ts';
import { shownText } from './readable.ts';
import { addField, currentSection, type ParseState } from './spec-builder.ts';

/** Rows with a known label that show a table of unlike classes. */
const MIN_TOLD = 2;
/** A rule below heads or between rows. */
const RULE = /^[\s|:+=_–—-]+$/;
/** A class code, alone in its cell or behind a word. */
const CODE = /[A-Z]{0,5}-?\d[\w-]*/i;

/** Adds a section of a table's column or row without opening it; the same heading inside the same parent is one. */
function sectionAt({ text, sections }: ParseState, topic: string, headingSpan: Span, parent: number): number {
  const known = sections.findIndex((one) => one.parent === parent && one.headingSpan.start === headingSpan.start);
  if (known >= 0) return known;
  const heading = shownText(text.slice(headingSpan.start, headingSpan.end)).replace(/\s*:$/, '');
  const section: Section = { topic, heading, headingSpan, depth: 1, parent, ...headingSpan, isColumn: true };
  return sections.push(section) - 1;
}

/** The label and the value that one cell holds: "Code: 4410". */
function labelledCell(text: string, cell: Span): { label: Span; value: Span } | undefined {
  const [label] = colonLabels(text.slice(cell.start, cell.end), true);
  if (label === undefined) return undefined;
  const value = bareCell(text, { start: cell.start + label.valueStart, end: cell.end });
  return value.end > value.start ? { label: { start: cell.start, end: cell.start + label.end }, value } : undefined;
}

/** Adds what a cell says of its class: a labelled value, or text below the row's label. */
function addCell(state: ParseState, cell: Span, column: number, label: Span | undefined, isNew: boolean): void {
  const { text, passages } = state;
  const value = text.slice(cell.start, cell.end);
  const inCell = label === undefined ? labelledCell(text, cell) : undefined;
  const named = inCell?.label ?? label;
  const topic = named === undefined ? undefined : topicOfLabel(text.slice(named.start, named.end).replace(/\s*:$/, ''));
  const status = named === undefined ? undefined : statusTopic(value);
  if (!/[\p{L}\d]/u.test(value)) passages.add('mark', cell, column);
  else if (named !== undefined && (topic?.type === 'field' || status !== undefined)) {
    const field = makeField(text, topic?.name ?? status ?? 'other', named, inCell?.value ?? cell);
    const before = passages.list.length;
    // A value that goes on on the line below has no label of its own.
    addField(state, { ...field, ...cell, label: isNew ? field.label : '' });
    for (const passage of passages.list.slice(before)) passage.section = column;
  } else {
    const section = label === undefined ? column : sectionAt(state, topic?.name ?? 'other', label, column);
    passages.addText('item', cell, section);
  }
}

/** Adds a row: its label, and below it each class's cell. */
function addRow(
  state: ParseState,
  line: Line,
  row: ClassRow,
  columns: readonly number[],
  above: Span | undefined,
): void {
  const { text, passages } = state;
  const parent = currentSection(state);
  let at = line.start;
  const pass = (end: number): void => {
    if (text.slice(at, end).trim() !== '') passages.add('mark', { start: at, end }, parent);
    at = end;
  };
  if (row.label !== undefined) {
    pass(row.label.start);
    passages.add('heading', row.label, parent);
    at = row.label.end;
  }
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index];
    if (cell === undefined || column === undefined) continue;
    pass(cell.start);
    addCell(state, cell, column, row.label ?? above, row.label !== undefined || above === undefined);
    at = cell.end;
  }
  pass(line.end);
}

/** The rows below a table's heads, each with its line's index. */
function rowsBelow({ text, lines, furniture }: ParseState, columns: ClassColumns, at: number): Map<number, ClassRow> {
  const rows = new Map<number, ClassRow>();
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) break;
    const isBlank = line.text === '';
    const isApart = lines[next - 1]?.text === '';
    // One blank line may part the rows.
    if (isBlank && isApart) break;
    if (isBlank || furniture.has(next) || RULE.test(line.text)) continue;
    const row = startsItem(line.text) ? undefined : rowBelow(text, columns, line);
    const filled = row?.cells.filter((cell) => cell !== undefined).length ?? 0;
    if (row === undefined || filled === 0 || (isApart && filled < 2 && rows.size > 0)) break;
    rows.set(next, row);
  }
  return rows;
}

/** Takes a table with a column for each class whose heads stand on line `at`; returns how many lines, 0 for none. */
export function takeClassColumns(state: ParseState, at: number): number {
  const { text, lines, passages, columnLevels } = state;
  const head = lines[at];
  const columns = head === undefined ? undefined : classColumns(text, head);
  if (head === undefined || columns === undefined) return 0;
  const rows = rowsBelow(state, columns, at);
  const isFull = ({ cells }: ClassRow): boolean => cells.filter((cell) => cell !== undefined).length > 1;
  if (![...rows.values()].some(isFull)) return 0;
  // Classes of no series side by side: each row is of a topic, or it is a table on whom they work with.
  const isTold = ({ label }: ClassRow): boolean =>
    label !== undefined && topicOfLabel(text.slice(label.start, label.end)) !== undefined;
  if (!columns.areSeries && [...rows.values()].filter(isTold).length < MIN_TOLD) return 0;
  const parent = currentSection(state);
  passages.add('heading', head, parent);
  const sections = columns.heads.map((span) => sectionAt(state, 'other', span, parent));
  const end = Math.max(...rows.keys()) + 1;
  const firstField = state.fields.length;
  let above: Span | undefined;
  for (let next = at + 1; next < end; next++) {
    const line = lines[next];
    const row = rows.get(next);
    if (line === undefined || line.text === '') continue;
    if (row === undefined) passages.add('mark', line, parent);
    else addRow(state, line, row, sections, above);
    above = row?.label ?? above;
  }
  const codes = state.fields.slice(firstField).filter(({ topic }) => topic === 'class-code');
  for (const [index, span] of (columns.areNumbers ? [] : columns.heads).entries()) {
    const title = columns.titles[index] ?? '';
    const own = codes.find(({ start }) =>
      passages.list.some((one) => one.start === start && one.section === sections[index]),
    );
    const classCode = own === undefined ? undefined : CODE.exec(own.value)?.[0];
    const known = columnLevels.find((level) => level.title.toLowerCase() === title.toLowerCase());
    if (known !== undefined) known.classCode ??= classCode;
    else columnLevels.push({ title, titleSpan: span, classCode, start: span.start, end: span.start });
  }
  return end - at;
}
