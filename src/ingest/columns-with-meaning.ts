/**
 * Tables whose columns say how their rows are meant: ticks under how often ("Never … Constantly"), essential and
 * desirable side by side, and a letter for either behind each row. Each column is a section of its own, so that what
 * stands in it is cited with the column's head.
 */
import type { Span } from '../domain.ts';
import { topicsOfHeading } from '../vocabulary.ts';
import { takeEssentials } from './essentials-table.ts';
import type { Heading } from './heading-text.ts';
import { isCapitals, type Line } from './lines.ts';
import { markerLength } from './markers.ts';
import { cellsOf, columnOf, columnSection, DESIRABLE, ESSENTIAL, nextLine, passOver, TICK } from './meant-cells.ts';
import { shownText } from './readable.ts';
import { currentSection, openSection, type ParseState } from './spec-builder.ts';

/** Lines above a row in which the head of its column or the key to its letters is looked for. */
const REACH = 40;
/** Shortest criterion behind "Essential", in characters: less is the head of another column. */
const MIN_MARKED = 12;
/** Longest head of a column, in characters. */
const MAX_HEAD = 50;

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

/** Bars, tabs or wide gaps: a line without them is in no column. */
const COLUMNS = /[|\t]|[ \u00A0]{2}/;

/** Takes a table of ticks, or of what is essential and desirable, or one of its rows; returns how many lines, 0 for none. */
export function takeMeant(state: ParseState, at: number, inHeader: boolean): number {
  if (!COLUMNS.test(state.lines[at]?.text ?? '')) return 0;
  return (
    takeEssentials(state, at) || takeTicks(state, at) || (inHeader ? 0 : takeMarked(state, at) || takeRated(state, at))
  );
}

/** The section that the first cell of a table's head names: "Physical Demands   Never   Often". */
function headOf(state: ParseState, cell: Span): { heading: Heading; span: Span } | undefined {
  const words = shownText(state.text.slice(cell.start, cell.end)).replace(/:$/, '');
  const topic = topicsOfHeading(words).whole;
  const inside = state.sections[currentSection(state)]?.topic;
  if (topic === undefined || topic.type !== 'section' || topic.name === inside) return undefined;
  const rank = isCapitals(words) ? 0 : 1;
  return { heading: { topic: topic.name, text: words, runInEnd: undefined, rank, known: true }, span: cell };
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
  const named = heads[0] === undefined ? undefined : headOf(state, heads[0]);
  if (named !== undefined) openSection(state, named.heading, named.span);
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

/** Takes a row before whose text a cell says whether it is essential or desirable; returns how many lines, 0 for any other. */
function takeMarked(state: ParseState, at: number): number {
  const { text, lines, passages, sections } = state;
  const line = lines[at];
  const [rating, words, ...more] = line === undefined ? [] : cellsOf(text, line);
  if (line === undefined || rating === undefined || words === undefined || more.length > 0) return 0;
  const said = text.slice(rating.start, rating.end);
  const isWish = DESIRABLE.test(said);
  if (said.length < 3 || words.end - words.start < MIN_MARKED || !(isWish || ESSENTIAL.test(said))) return 0;
  // "PREFERRED   …" in capitals stands beside "Licensure", not within it.
  const isApart = isCapitals(said) && !isCapitals(sections[currentSection(state)]?.heading ?? '');
  const parent = isApart && state.open.main >= 0 ? state.open.main : currentSection(state);
  const known = sections.findIndex((one) => one.isColumn === true && one.parent === parent && one.heading === said);
  const section = known >= 0 ? known : columnSection(state, parent, isWish ? 'preferred' : 'qualifications', rating);
  passages.add('mark', rating, section);
  const next = lines[at + 1];
  const goesOn = next !== undefined && /^\p{Ll}/u.test(next.text) && cellsOf(text, next).length === 1;
  passages.addText('item', { start: words.start, end: goesOn ? next.end : words.end }, section);
  return goesOn ? 2 : 1;
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
