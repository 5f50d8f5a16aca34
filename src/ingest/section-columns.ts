/** Takes sections that stand side by side: "KNOWLEDGE OF:      ABILITY TO:" above a list in either column. */
import { bareHeading } from './heading-text.ts';
import { topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { markerLength } from './markers.ts';
import { cellsOf, columnSection, isParted, nextLine, passOver } from './meant-cells.ts';
import { currentSection, type ParseState } from './spec-builder.ts';

/** Columns by which a cell may begin beside its head. */
const DRIFT = 3;
/** Longest line of heads, in characters. */
const MAX_HEAD = 140;

const columnAt = (line: Line, offset: number): number => offset - line.start + line.indent;

/** Takes such columns whose heads stand on line `at`; returns how many lines, 0 for none. */
export function takeSectionColumns(state: ParseState, at: number): number {
  const { text, lines, passages } = state;
  const head = lines[at];
  if (head === undefined || head.text.length > MAX_HEAD || !/[|\t]|[ \u00A0]{3}/.test(head.text)) return 0;
  const heads = cellsOf(text, head).map(({ start, end }) => {
    const words = text.slice(start, end);
    const topic = topicOfLabel(bareHeading(words));
    const isHead = topic?.type === 'section' && (words.endsWith(':') || isCapitals(words));
    return { start, end: end - (words.endsWith(':') ? 1 : 0), topic: isHead ? topic.name : undefined };
  });
  if (heads.length < 2 || heads.length > 3 || heads.some(({ topic }) => topic === undefined)) return 0;
  const columnsOf = (line: Line): (number | undefined)[] =>
    cellsOf(text, line).map((cell, index) => {
      if (isParted(line)) return heads[index] === undefined ? undefined : index;
      const column = columnAt(line, cell.start);
      const found = heads.findIndex(({ start }) => Math.abs(columnAt(head, start) - column) <= DRIFT);
      return found < 0 ? undefined : found;
    });
  const first = lines[nextLine(state, at + 1)];
  if (first === undefined || isParted(first) !== isParted(head) || columnsOf(first).length < 2) return 0;
  const parent = currentSection(state);
  let taken = at + 1;
  for (let next = nextLine(state, at + 1); next - taken < 2; next = nextLine(state, next + 1)) {
    const line = lines[next];
    const columns = line === undefined ? [undefined] : columnsOf(line);
    if (line === undefined || isParted(line) !== isParted(head) || columns.includes(undefined)) break;
    // Below a blank line only what fills both columns goes on with them.
    if (next > taken && taken > at + 1 && columns.length < 2) break;
    if (taken === at + 1) passages.add('heading', head, parent);
    passOver(state, taken, next);
    for (const [index, cell] of cellsOf(text, line).entries()) {
      const own = heads[columns[index] ?? 0];
      if (own === undefined || cell.end === cell.start) continue;
      const section = columnSection(state, parent, own.topic ?? 'other', { start: own.start, end: own.end });
      const marker = markerLength(text.slice(cell.start, cell.end));
      if (marker > 0) passages.add('mark', { start: cell.start, end: cell.start + marker }, section);
      passages.addText('item', { start: cell.start + marker, end: cell.end }, section);
    }
    taken = next + 1;
  }
  return taken === at + 1 ? 0 : taken - at;
}
