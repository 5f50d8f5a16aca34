/**
 * Tables whose columns say how their rows are meant: ticks under how often ("Never … Constantly"), essential and
 * desirable side by side, and a letter for either behind each row. Each column is a section of its own, so that what
 * stands in it is cited with the column's head.
 */
import type { Section, Span } from '../domain.ts';
import { topicsOfHeading } from '../vocabulary.ts';
import { ROW_GAP, segmentsOf } from './columns.ts';
import { headingAt } from './headings.ts';
import type { Line } from './lines.ts';
import { markerLength } from './markers.ts';
import { shownText } from './readable.ts';
import { currentSection, type ParseState, placeOf } from './spec-builder.ts';

/** A mark that a row has in a column. */
const TICK = /^(?:[xX✓✔☑☒●•]|\[[xX]\])$/;
/** Letters and words for what is asked and what is wished for. */
const ESSENTIAL = /^(?:e|essential|required|mandatory|must have)(?: criteria)?$/i;
const DESIRABLE = /^(?:d|desirable|preferred|desired|nice to have)(?: criteria)?$/i;
/** Lines above a row in which the head of its column or the key to its letters is looked for. */
const REACH = 40;
/** Longest head of a column, in characters. */
const MAX_HEAD = 50;

/** The cells of a line, empty ones too where bars or tabs part them. */
function cellsOf(text: string, line: Line): Span[] {
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

const isParted = (line: Line): boolean => /[|\t]/.test(line.text);

/** The column that a cell stands in: by order where bars or tabs part the cells, else the nearest. */
function columnOf(heads: readonly Span[], head: Line, line: Line, cell: Span, index: number): number {
  if (isParted(line)) return index;
  const offset = (of: Line, at: number): number => at - of.start + of.indent;
  const distance = (column: Span): number => Math.abs(offset(head, column.start) - offset(line, cell.start));
  return heads.reduce((best, column, at) => (distance(column) < distance(heads[best] ?? column) ? at : best), 0);
}

/** Where the lines above say what a letter stands for ("F = Frequently (34-66%)"); undefined when they don't. */
function keyTo({ text, lines }: ParseState, at: number, letter: string): Span | undefined {
  if (!/^\p{L}{1,2}$/u.test(letter)) return undefined;
  const from = lines[Math.max(0, at - REACH)]?.start ?? 0;
  const to = lines[Math.min(lines.length - 1, at + REACH)]?.end ?? text.length;
  const found = new RegExp(
    `(?<![\\p{L}\\d])${letter}\\s*[=:–-]\\s*\\p{Lu}[^=;,\\r\\n]*?(?=\\s{2,}|[;,\\r\\n]|\\s\\p{L}{1,2}\\s*=|$)`,
    'u',
  ).exec(text.slice(from, to));
  return found === null
    ? undefined
    : { start: from + found.index, end: from + found.index + found[0].trimEnd().length };
}

/** The section of a column inside `parent`, opened where it is first needed. */
function columnSection(state: ParseState, parent: number, topic: string, head: Span): number {
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

const nextLine = ({ lines, furniture }: ParseState, at: number): number => {
  let next = at;
  while (next < lines.length && (lines[next]?.text === '' || furniture.has(next))) next++;
  return next;
};

/** Adds what lies between passages so that no text is lost: page heads, rules. */
function passOver(state: ParseState, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const line = state.lines[at];
    if (line !== undefined && line.text !== '') state.passages.add('mark', line, currentSection(state));
  }
}

/** Bars, tabs or wide gaps: a line without them is in no column. */
const COLUMNS = /[|\t]|[ \u00A0]{2}/;

/** Takes a table of ticks, or of what is essential and desirable, or one of its rows; returns how many lines, 0 for none. */
export function takeMeant(state: ParseState, at: number, inHeader: boolean): number {
  if (!COLUMNS.test(state.lines[at]?.text ?? '')) return 0;
  return takeTicks(state, at) || takeEssentials(state, at) || (inHeader ? 0 : takeRated(state, at));
}

/** Takes a table of ticks whose head stands on line `at`; returns how many lines, 0 when there is none. */
function takeTicks(state: ParseState, at: number): number {
  const { text, lines } = state;
  const head = lines[at];
  if (head === undefined || head.text.length > 160) return 0;
  const heads = cellsOf(text, head);
  const filled = heads.filter(({ start, end }) => end > start);
  if (filled.length < 3 || filled.some(({ start, end }) => end - start > MAX_HEAD)) return 0;
  const columnOfRow = (line: Line): number | undefined => {
    const cells = cellsOf(text, line);
    const ticks = cells.flatMap((cell, index) =>
      TICK.test(text.slice(cell.start, cell.end)) ? [{ cell, index }] : [],
    );
    const [tick] = ticks;
    if (tick === undefined || ticks.length > 1 || tick.index === 0 || !/\p{L}{3}/u.test(line.text)) return undefined;
    return columnOf(heads, head, line, tick.cell, tick.index);
  };
  const first = nextLine(state, at + 1);
  const second = nextLine(state, first + 1);
  if (first - at > 3 || [first, second].some((row) => lines[row] === undefined)) return 0;
  if ([lines[first], lines[second]].some((row) => row === undefined || columnOfRow(row) === undefined)) return 0;
  const parent = currentSection(state);
  state.passages.add('heading', head, parent);
  let taken = at + 1;
  for (let row = first; ; row = nextLine(state, row + 1)) {
    const line = lines[row];
    const column = line === undefined ? undefined : columnOfRow(line);
    const cell = column === undefined ? undefined : heads[column];
    if (line === undefined || cell === undefined) break;
    passOver(state, taken, row);
    const key = keyTo(state, at, text.slice(cell.start, cell.end)) ?? cell;
    state.passages.add('sentence', line, columnSection(state, parent, 'other', key));
    taken = row + 1;
  }
  return taken - at;
}

/** Takes a row behind whose text a cell says whether it is essential or desirable; returns how many lines, 0 for any other. */
function takeRated(state: ParseState, at: number): number {
  const { text, lines } = state;
  const line = lines[at];
  const [words, ...others] = line === undefined ? [] : cellsOf(text, line);
  if (line === undefined || words === undefined || words.end - words.start < 4) return 0;
  const rating = others
    .map(({ start, end }) => text.slice(start, end))
    .find((cell) => ESSENTIAL.test(cell) || DESIRABLE.test(cell));
  if (rating === undefined || others.some(({ start, end }) => end - start > MAX_HEAD)) return 0;
  const isWish = DESIRABLE.test(rating);
  const from = lines[Math.max(0, at - REACH)]?.start ?? 0;
  const above = text.slice(from, line.start);
  const word = [...above.matchAll(isWish ? /\b(?:desirable|preferred)\b/gi : /\b(?:essential|required)\b/gi)].at(-1);
  const named = word === undefined ? undefined : { start: from + word.index, end: from + word.index + word[0].length };
  const head = keyTo(state, at, rating) ?? named;
  if (head === undefined) return 0;
  const next = lines[at + 1];
  const goesOn =
    next !== undefined &&
    /^\p{Ll}/u.test(next.text) &&
    markerLength(next.text) === 0 &&
    cellsOf(text, next).length === 1;
  const section = columnSection(state, currentSection(state), isWish ? 'preferred' : 'qualifications', head);
  state.passages.add('item', { start: line.start, end: goesOn ? next.end : line.end }, section);
  return goesOn ? 2 : 1;
}

/** Takes a table with columns of what is essential and what is desirable; returns how many lines, 0 when there is none. */
function takeEssentials(state: ParseState, at: number): number {
  const { text, lines } = state;
  const head = lines[at];
  if (head === undefined || head.text.length > 160) return 0;
  const heads = cellsOf(text, head);
  const kinds = heads.map(({ start, end }) => {
    const words = text.slice(start, end);
    if (words.length > 1 && ESSENTIAL.test(words)) return 'qualifications';
    return words.length > 1 && DESIRABLE.test(words) ? 'preferred' : undefined;
  });
  if (heads.length < 2 || !kinds.includes('qualifications') || !kinds.includes('preferred')) return 0;
  const parent = currentSection(state);
  const hasLabels = kinds[0] === undefined;
  state.passages.add('heading', head, parent);
  let taken = at + 1;
  let row = parent;
  let column = 0;
  for (let index = nextLine(state, taken); ; index = nextLine(state, index + 1)) {
    const line = lines[index];
    if (line === undefined) break;
    const cells = cellsOf(text, line);
    const isRow = cells.length > 1;
    const heading = isRow ? undefined : headingAt(placeOf(state, index));
    if (!isRow && (index > taken || heading?.known === true || line.text.length > 120)) break;
    passOver(state, taken, index);
    // A cell of several lines leaves its row unfinished: the next line goes on in that cell.
    const [begin] = cells;
    const isLabel = begin !== undefined && topicsOfHeading(text.slice(begin.start, begin.end)).whole !== undefined;
    const room = heads.length - cells.length;
    const from = isParted(line) && isParted(head) && !isLabel && column > 0 && column <= room ? column : 0;
    for (const [order, cell] of cells.entries()) {
      if (cell.end <= cell.start) continue;
      if (isRow || !isParted(head)) column = columnOf(heads, head, line, cell, order + from);
      const words = text.slice(cell.start, cell.end);
      if (hasLabels && column === 0) {
        row = columnSection(state, parent, topicsOfHeading(words).whole?.name ?? 'other', cell);
        state.passages.add('heading', cell, row);
        continue;
      }
      const above = heads[column];
      const kind = kinds[column];
      const section = above === undefined || kind === undefined ? row : columnSection(state, row, kind, above);
      state.passages.addText(/[\p{L}\d]/u.test(words) ? 'item' : 'mark', cell, section);
    }
    taken = index + 1;
  }
  return taken - at;
}
