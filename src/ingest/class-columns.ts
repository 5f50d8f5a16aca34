/** Tables with one column for each class of a series: their heads, and which cell of a row is whose. */
import type { Span } from '../domain.ts';
import { foldSpace } from '../words.ts';
import type { Line } from './lines.ts';
import { cellsOf, isParted } from './meant-cells.ts';
import { areSisters, plainTitle } from './sister-titles.ts';
import { isCandidate, saysWhat } from './title-candidate.ts';

/** Most classes side by side: more columns leave no room for words. */
const MAX_CLASSES = 6;
/** Longest line of heads, in characters. */
const MAX_HEAD = 220;
/** Columns by which a cell may begin beside its head, where gaps part the cells. */
const DRIFT = 3;

/** The heads of a table with a column for each class. */
export interface ClassColumns {
  line: Line;
  /** Where each class's title stands. */
  heads: Span[];
  titles: string[];
  /** They are all of one series. */
  areSeries: boolean;
  /** They are numbers of levels, "Level 2", and no titles. */
  areNumbers: boolean;
  /** A column of labels stands before them. */
  hasLabels: boolean;
}

/** A cell without the signs of type around its words. */
export function bareCell(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = /^[\s*_]*/.exec(words)?.[0].length ?? 0;
  const tail = lead === words.length ? 0 : (/[\s*_]*$/.exec(words)?.[0].length ?? 0);
  return { start: start + lead, end: end - tail };
}

/** A class's title as a column's head prints it, without its code in brackets. */
const titleOf = (text: string, { start, end }: Span): string =>
  plainTitle(foldSpace(text.slice(start, end).replace(/\s*\([^()]*\)\s*$/, '')));

/** True for titles of classes, each another. */
function areClasses(titles: readonly string[]): boolean {
  return (
    titles.length >= 2 &&
    titles.length <= MAX_CLASSES &&
    titles.every((title) => title.length <= 60 && isCandidate(title) && saysWhat(title)) &&
    new Set(titles.map((title) => title.toLowerCase())).size === titles.length
  );
}

/** Heads that number the levels of a series: "Level 1", "Level 2". */
const LEVEL_HEAD = /^level (?:[IVX]{1,4}|\d)$/i;

/** The cells of a line; those that a tab at its beginning parts from an empty first cell have that cell too. */
function rowCells(text: string, line: Line): Span[] {
  const cells = cellsOf(text, line).map((cell) => bareCell(text, cell));
  while (isParted(line) && cells.length > 0 && (cells.at(-1)?.end ?? 0) <= (cells.at(-1)?.start ?? 0)) cells.pop();
  return text[line.start - 1] === '\t' ? [{ start: line.start, end: line.start }, ...cells] : cells;
}

/** The heads of a table with a column for each class on a line; undefined for any other line. */
export function classColumns(text: string, line: Line): ClassColumns | undefined {
  if (line.text.length > MAX_HEAD || !/[|\t]|[ \u00A0]{2}/.test(line.text)) return undefined;
  const cells = rowCells(text, line);
  for (const from of [0, 1]) {
    const heads = cells.slice(from);
    const titles = heads.map((head) => titleOf(text, head));
    const areNumbers = titles.length > 1 && titles.every((title) => LEVEL_HEAD.test(title));
    if (!areNumbers && !areClasses(titles)) continue;
    // Two titles that stand apart on a line of their own need room for labels before them.
    if (from === 0 && !isParted(line) && line.indent === 0) return undefined;
    return {
      line,
      heads,
      titles,
      areSeries: areNumbers || areSisters(titles),
      areNumbers,
      hasLabels: from === 1 || !isParted(line),
    };
  }
  return undefined;
}

const columnAt = (line: Line, offset: number): number => offset - line.start + line.indent;

/** A row of such a table. */
export interface ClassRow {
  label: Span | undefined;
  /** The classes' cells, by column. */
  cells: (Span | undefined)[];
}

/** The cells of a line below the heads; undefined where they don't stand below them. */
export function rowBelow(
  text: string,
  { line: head, heads, hasLabels }: ClassColumns,
  line: Line,
): ClassRow | undefined {
  if (isParted(head) !== isParted(line)) return undefined;
  const all = rowCells(text, line);
  const filled = (cell: Span | undefined): Span | undefined =>
    cell !== undefined && cell.end > cell.start ? cell : undefined;
  if (isParted(line)) {
    const cells = hasLabels ? all.slice(1) : all;
    if (cells.length > heads.length) return undefined;
    return { label: hasLabels ? filled(all[0]) : undefined, cells: heads.map((_, index) => filled(cells[index])) };
  }
  const row: ClassRow = { label: undefined, cells: heads.map(() => undefined) };
  const first = Math.min(...heads.map(({ start }) => columnAt(head, start)));
  for (const cell of all) {
    const column = columnAt(line, cell.start);
    const index = heads.findIndex(({ start }) => Math.abs(columnAt(head, start) - column) <= DRIFT);
    if (index >= 0 && row.cells[index] === undefined) row.cells[index] = cell;
    else if (index < 0 && column < first - DRIFT && row.label === undefined && cell === all[0]) row.label = cell;
    else return undefined;
  }
  return row;
}
