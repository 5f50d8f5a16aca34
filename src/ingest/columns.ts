/** Lines in columns: the stretches between wide gaps, and rows of labels above rows of their values. */
import type { Field, Span } from '../domain.ts';
import { isJobNoun } from '../vocabulary.ts';
import { singularOf } from '../words.ts';
import { isFurniture } from './furniture.ts';
import { colonLabels, fieldTopic, isTitleLabel, statusTopic, topicOfLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { topicByValue } from './make-field.ts';
import { shownText } from './readable.ts';

/** What parts columns: three spaces, a tab, a table's bar, and a semicolon before a label and its number. */
const GAP =
  /[ \u00A0]{3,}|\t+|\s*\|\s*|\s--+\s|\s·\s+(?=\**\p{Lu}[^·:|]{1,40}:)|;\s+(?=\p{Lu}\p{L}+ \p{Lu}?\p{L}* ?\d)/gu;
/** In a row of a table two spaces part columns. */
export const ROW_GAP = /[ \u00A0]{2,}|\t+|\s*\|\s*/g;

/** Stretches of a line between gaps, without empty ones. */
export function segmentsOf(text: string, line: Line, gaps = GAP): Span[] {
  const segments: Span[] = [];
  let start = line.start;
  for (const gap of line.text.matchAll(gaps)) {
    if (line.start + gap.index > start) segments.push({ start, end: line.start + gap.index });
    start = line.start + gap.index + gap[0].length;
  }
  if (start < line.end) segments.push({ start, end: line.end });
  return segments.filter((segment) => text.slice(segment.start, segment.end).trim() !== '');
}

/** Longest value with the label behind it, in characters. */
const MAX_VALUE_AND_LABEL = 120;

/** Parts a value from the next column's label where there is little room between them: "City Clerk HOURS:". */
export function labelsApart(text: string, segments: readonly Span[]): Span[] {
  return segments.flatMap((segment, at) => {
    const before = segments[at - 1];
    if (before === undefined || text[before.end - 1] !== ':' || text[segment.end - 1] !== ':') return [segment];
    if (segment.end - segment.start > MAX_VALUE_AND_LABEL) return [segment];
    const words = text.slice(segment.start, segment.end - 1);
    const starts = [...words.matchAll(/(?<=\s)\p{Lu}/gu)].map(({ index }) => index);
    const from = starts.find((start) => fieldTopic(words.slice(start)) !== undefined);
    if (from === undefined || topicOfLabel(words) !== undefined) return [segment];
    return [
      { start: segment.start, end: segment.start + words.slice(0, from).trimEnd().length },
      { start: segment.start + from, end: segment.end },
    ];
  });
}

/** A row of values below a row of labels. */
export interface TableRow extends Span {
  /** The value in the column of titles. */
  title: (Span & { text: string }) | undefined;
  fields: Field[];
}

/** Rows of values below a row of labels, and how many lines all of it takes. */
export interface LabelTable {
  head: Line;
  rows: TableRow[];
  lines: number;
}

/** Most rows of a table of classes. */
const MAX_ROWS = 30;
/** Columns by which the lines of a head may miss each other. */
const DRIFT = 2;
/** Most blank lines between the two lines of a table's head, or below it. */
const MAX_BLANK = 3;

/**
 * The table whose labels stand on line `at` with their values below, column by column; undefined when every cell of
 * the line is not a label. A table of one row is a document's header, one of several rows lists a series.
 */
export function tableAt(text: string, lines: readonly Line[], at: number): LabelTable | undefined {
  const upper = upperHead(text, lines, at);
  const below = upper === undefined ? at : nextVisible(lines, at + 1);
  const head = lines[below];
  if (head === undefined || head.text.length > 200) return undefined;
  const printed = segmentsOf(text, head, ROW_GAP);
  const labels = hasTitlesBefore(text, lines, below, printed)
    ? [{ start: head.start, end: head.start }, ...printed]
    : printed;
  // "GRADE:   CODE:" above their values: each of them, or none, ends in a colon.
  if (head.text.includes(':') && !printed.every(({ start, end }) => /^[^:]+:$/.test(text.slice(start, end))))
    return undefined;
  if (labels.length < 2 || labels.length > 8) return undefined;
  const names = labels.map(({ start, end }, index) => {
    if (start === end) return 'Title';
    const above = upper?.[index - (labels.length - printed.length)];
    return `${above === undefined ? '' : `${above} `}${text.slice(start, end)}`.replace(/:$/, '');
  });
  const topics = names.map((name) => fieldTopic(name));
  const known = topics.filter((topic) => topic !== undefined).length;
  if (known < 2 || known * 2 < labels.length) return undefined;
  const rows: TableRow[] = [];
  let next = below + 1;
  if (lines[next]?.text === '') next = upper === undefined ? next + 1 : nextVisible(lines, next);
  for (; rows.length < MAX_ROWS; next++) {
    const spaced = lines[next]?.text === '' && rows.length > 0 ? lines[next + 1] : undefined;
    const isSpaced = spaced !== undefined && segmentsOf(text, spaced, ROW_GAP).length === labels.length;
    if (isSpaced) next++;
    const line = lines[next];
    if (line === undefined || line.text === '') break;
    if (isFurniture(line.text)) continue;
    const cells = segmentsOf(text, line, ROW_GAP);
    // A label that is not known is one only where every column has its value.
    if (known < labels.length && cells.length !== labels.length) break;
    if (cells.length < 2 || cells.length > labels.length || colonLabels(line.text, true).length > 0) break;
    const row = rowOf(text, { head, labels, names, topics, line, cells });
    if (row === undefined) break;
    rows.push(row);
  }
  if (rows.length === 0) return undefined;
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) {
    only.start = head.start;
    for (const field of only.fields) field.start = head.start;
  }
  return { head, rows, lines: next - at };
}

/** True where the rows below a head begin with one cell more, left of all labels, that says what somebody is: the titles of a series. */
function hasTitlesBefore(text: string, lines: readonly Line[], at: number, labels: readonly Span[]): boolean {
  const head = lines[at];
  const first = lines[nextVisible(lines, at + 1)];
  const second = lines[nextVisible(lines, lines.indexOf(first ?? head ?? ({} as Line)) + 1)];
  if (head === undefined || first === undefined || second === undefined || head.text.includes('|')) return false;
  return [first, second].every((row) => {
    const [title, ...others] = segmentsOf(text, row, ROW_GAP);
    if (title === undefined || others.length !== labels.length || head.indent <= row.indent + DRIFT) return false;
    return saysWho(text.slice(title.start, title.end));
  });
}

/** True for the head of a column that has a series' levels: "Level", "Class level". */
const isLevelLabel = (label: string): boolean => /^(?:(?:class|job|position) )?(?:level|grade|rank)s?$/i.test(label);

/** True for a title whose last word, before its numeral, is what somebody is: "Tree Climber II". */
function saysWho(title: string): boolean {
  const words = title.replace(/\s+(?:[IVX]{1,4}|\d)$/, '').split(' ');
  return isJobNoun(singularOf((words.at(-1) ?? '').toLowerCase()));
}

/** Index of the first line from `at` on that is not blank. */
function nextVisible(lines: readonly Line[], at: number): number {
  let next = at;
  while (lines[next]?.text === '' && next < at + MAX_BLANK) next++;
  return next;
}

/**
 * The words above each of a row of labels, by their columns, else as belonging to the last of them: "Work   Prob." above "Code   Title   Area   Period".
 * Undefined where line `at` is no such head.
 */
function upperHead(text: string, lines: readonly Line[], at: number): (string | undefined)[] | undefined {
  const line = lines[at];
  const head = lines[nextVisible(lines, at + 1)];
  if (line === undefined || head === undefined || /[\d:;|]/.test(line.text)) return undefined;
  const words = segmentsOf(text, line, ROW_GAP);
  const labels = segmentsOf(text, head, ROW_GAP);
  const wordOf = ({ start, end }: Span): string => text.slice(start, end);
  const isUpper =
    words.length > 1 &&
    words.length < labels.length &&
    words.every((word) => /^\p{Lu}\p{L}{1,12}\.?$/u.test(wordOf(word)));
  if (!isUpper) return undefined;
  const columnOf = (span: Span, { start, indent }: Line): number => span.start - start + indent;
  const above = (label: Span): Span | undefined =>
    words.find((word) => Math.abs(columnOf(word, line) - columnOf(label, head)) <= DRIFT);
  const isAligned = labels.filter((label) => above(label) !== undefined).length === words.length;
  const joined = labels.map((label, index) => {
    const word = isAligned ? above(label) : words[index - (labels.length - words.length)];
    return word === undefined ? undefined : wordOf(word);
  });
  const joins = labels.some(
    (label, index) => joined[index] !== undefined && fieldTopic(`${joined[index]} ${wordOf(label)}`) !== undefined,
  );
  return joins ? joined : undefined;
}

interface RowInput {
  head: Line;
  labels: readonly Span[];
  /** The labels in full, with what stands above them in a head of two lines. */
  names: readonly string[];
  topics: readonly (string | undefined)[];
  line: Line;
  cells: readonly Span[];
}

/** Puts each cell below its label: in order where there are as many, else by the column at which it begins. */
function rowOf(text: string, { head, labels, names, topics, line, cells }: RowInput): TableRow | undefined {
  const row: TableRow = { start: line.start, end: line.end, title: undefined, fields: [] };
  const headColumn = head.start - head.indent;
  const lineColumn = line.start - line.indent;
  const taken = new Set<number>();
  for (const [index, cell] of cells.entries()) {
    const value = text.slice(cell.start, cell.end);
    const column = cells.length === labels.length ? index : nearest(labels, cell.start - lineColumn + headColumn);
    const label = labels[column];
    const isLabel = fieldTopic(value) !== undefined && statusTopic(value) === undefined;
    if (label === undefined || taken.has(column) || isLabel) return undefined;
    taken.add(column);
    const name = names[column] ?? '';
    const isCode = /^[A-Z]{0,4}-?\d[\w-]{1,9}$/.test(value);
    // "Level" above "Tree Climber I" and "Tree Climber II".
    const isTitle = isTitleLabel(name) || (column === 0 && isLevelLabel(name) && saysWho(value));
    if (isTitle && !isCode) row.title ??= { ...cell, text: shownText(value) };
    const known = isTitle && !isCode ? 'other' : topics[column];
    const topic = isTitle && isCode ? 'class-code' : (known ?? 'other');
    row.fields.push({
      topic: topicByValue(topic, value, name),
      label: shownText(name),
      value: shownText(value),
      valueSpan: cell,
      start: line.start,
      end: line.end,
    });
  }
  return row;
}

function nearest(labels: readonly Span[], start: number): number {
  let best = 0;
  labels.forEach((label, index) => {
    if (Math.abs(label.start - start) < Math.abs((labels[best]?.start ?? 0) - start)) best = index;
  });
  return best;
}
