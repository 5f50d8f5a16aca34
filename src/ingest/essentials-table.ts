/** Tables with what is essential and what is desirable side by side, as words or as ticks behind each criterion. */
import type { Span } from '../domain.ts';
import { topicsOfHeading } from '../vocabulary.ts';
import { headingAt } from './headings.ts';
import type { Line } from './lines.ts';
import {
  cellsOf,
  columnOf,
  columnSection,
  DESIRABLE,
  ESSENTIAL,
  isParted,
  nextLine,
  passOver,
  TICK,
} from './meant-cells.ts';
import { currentSection, type ParseState, placeOf } from './spec-builder.ts';

/** The key to a column's letters below a table, or a labelled value: no row. */
const NO_ROW = /^\p{Lu}{1,2}\s*[=–]\s*\p{Lu}|^\p{Lu}[^:|]{2,30}:\s+\S/u;

/** Fewest columns between a label and the first head. */
const LEAST_GAP = 4;

/** A criterion with one tick behind it, which may stand close to its words: what it says, and the tick's column. */
function tickedCriterion(
  text: string,
  heads: readonly Span[],
  head: Line,
  line: Line,
): { words: Span; column: number } | undefined {
  const cells = cellsOf(text, line).flatMap((cell) => {
    const close = /^.{3,}\S\s+(?=[xX✓✔☑☒]$)/.exec(text.slice(cell.start, cell.end))?.[0];
    if (close === undefined) return [cell];
    const end = cell.start + close.trimEnd().length;
    return [
      { start: cell.start, end },
      { start: cell.start + close.length, end: cell.end },
    ];
  });
  const ticks = cells.flatMap((cell, index) => (TICK.test(text.slice(cell.start, cell.end)) ? [{ cell, index }] : []));
  const [words] = cells;
  const [tick] = ticks;
  if (words === undefined || tick === undefined || ticks.length > 1 || tick.index === 0) return undefined;
  if (!/\p{L}{3}/u.test(text.slice(words.start, words.end))) return undefined;
  return { words, column: columnOf(heads, head, line, tick.cell, tick.index) };
}

/** True where gaps part the columns and the row below begins left of all heads, with a label that has no head of its own. */
function hasLabelsBefore(state: ParseState, at: number): boolean {
  const { text, lines } = state;
  const head = lines[at];
  const row = lines[nextRow(state, at + 1)];
  if (head === undefined || row === undefined || isParted(head) || isParted(row)) return false;
  return cellsOf(text, row).length > 1 && row.indent + LEAST_GAP < head.indent;
}

/** The next line that says something and is no rule. */
function nextRow(state: ParseState, at: number): number {
  let next = nextLine(state, at);
  while (/^[\s=_–—-]+$/.test(state.lines[next]?.text ?? 'end')) next = nextLine(state, next + 1);
  return next;
}

/** Takes a table with columns of what is essential and what is desirable; returns how many lines, 0 when there is none. */
export function takeEssentials(state: ParseState, at: number): number {
  const { text, lines } = state;
  const head = lines[at];
  if (head === undefined || head.text.length > 160) return 0;
  const printed = cellsOf(text, head);
  const heads = hasLabelsBefore(state, at)
    ? [{ start: head.start - head.indent, end: head.start - head.indent }, ...printed]
    : printed;
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
  let ticksRows = false;
  for (let index = nextLine(state, taken); ; index = nextLine(state, index + 1)) {
    const line = lines[index];
    if (line === undefined) break;
    const ticked = hasLabels ? tickedCriterion(text, heads, head, line) : undefined;
    const kindOfTick = kinds[ticked?.column ?? 0];
    const columnOfTick = heads[ticked?.column ?? 0];
    if (ticked !== undefined && kindOfTick !== undefined && columnOfTick !== undefined) {
      ticksRows = true;
      passOver(state, taken, index);
      const section = columnSection(state, row, kindOfTick, columnOfTick);
      const more = lines[index + 1];
      const goesOn = more !== undefined && /^\p{Ll}/u.test(more.text) && cellsOf(text, more).length === 1;
      state.passages.add('item', goesOn ? { start: line.start, end: more.end } : ticked.words, section);
      if (!goesOn) state.passages.add('mark', { start: ticked.words.end, end: line.end }, section);
      if (goesOn) index++;
      taken = index + 1;
      continue;
    }
    const cells = cellsOf(text, line);
    const isRow = cells.length > 1;
    if (ticksRows && NO_ROW.test(line.text)) break;
    const below = lines[nextLine(state, index + 1)];
    if (hasLabels && !isRow && below !== undefined && tickedCriterion(text, heads, head, below) !== undefined) {
      passOver(state, taken, index);
      row = columnSection(state, parent, topicsOfHeading(line.text).whole?.name ?? 'other', line);
      state.passages.add('heading', line, row);
      taken = index + 1;
      continue;
    }
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
