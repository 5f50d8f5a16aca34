/** Takes what stands in rows: tables of every kind, and lines of pay without labels. */
import { type LabelTable, type TableRow, tableAt } from './columns.ts';
import { takeMeant } from './columns-with-meaning.ts';
import { flatTableAt } from './flat-head.ts';
import { levelNamed } from './layout.ts';
import { payOfLine } from './pay-lines.ts';
import { takeSectionColumns } from './section-columns.ts';
import { addField, currentSection, type ParseState } from './spec-builder.ts';
import { takeClassColumns } from './take-class-columns.ts';
import { takeMarginHeading } from './take-margin-headings.ts';
import { takeShares } from './take-shares.ts';

/** Sections whose amounts are their own, and those that amounts are no class's pay in. */
const PAYLESS: readonly string[] = ['salary', 'benefits', 'duties', 'knowledge', 'qualifications', 'notes'];

const topicInside = (state: ParseState): string => state.sections[currentSection(state)]?.topic ?? '';

/** Adds a row of labels with the values below it; which of several rows is the document's is told by its title. */
function addTable(state: ParseState, { head, rows }: LabelTable): void {
  const section = currentSection(state);
  const [only, ...more] = rows;
  if (more.length > 0) state.passages.add('heading', head, section);
  for (const row of more.length > 0 ? rows : [only])
    if (row !== undefined) state.passages.add('field', { start: row.start, end: row.end }, section);
  if (more.length > 0) state.rows.push(...rows);
  else state.fields.push(...(only?.fields ?? []));
}

/** Takes a table of labels above values that begins on line `at`; returns how many lines, 0 for none. */
function takeTable(state: ParseState, at: number, inHeader: boolean): number {
  const { text, lines } = state;
  const takes = inHeader || topicInside(state) === 'class-detail';
  const table = takes ? (tableAt(text, lines, at) ?? flatTableAt(lines, at)) : undefined;
  if (table === undefined) return takes ? 0 : takeLevelRows(state, at);
  addTable(state, table);
  return table.lines;
}

/** Takes a table that has a row for each level of the document's series, wherever it stands; returns how many lines, 0 for none. */
function takeLevelRows(state: ParseState, at: number): number {
  const { text, lines, layout, passages } = state;
  if (layout.levels.size === 0) return 0;
  const table = tableAt(text, lines, at);
  const isLevel = ({ title }: TableRow): boolean => levelNamed(title?.text ?? '', layout.levels) !== undefined;
  if (table === undefined || table.rows.length < 2 || !table.rows.every(isLevel)) return 0;
  const [first] = table.rows;
  for (const line of lines.slice(at, at + table.lines))
    if (line.text !== '' && line.start < (first?.start ?? 0)) passages.add('heading', line, currentSection(state));
  for (const { start, end } of table.rows) passages.add('field', { start, end }, currentSection(state));
  state.levelRows.push(...table.rows);
  return table.lines;
}

/** Takes pay that lines from `at` on state without a label; returns how many lines, 0 for none. */
function takePay(state: ParseState, at: number): number {
  if (state.open.main >= 0 && PAYLESS.includes(topicInside(state))) return 0;
  const pay = payOfLine(state.text, state.lines, at);
  if (pay === undefined) return 0;
  addField(state, pay.field);
  return pay.lines;
}

/** Takes the rows that begin on line `at`, as whichever kind of table they are; returns how many lines, 0 for none. */
export function takeRows(state: ParseState, at: number, inHeader: boolean): number {
  return (
    takeMarginHeading(state, at) ||
    takeClassColumns(state, at) ||
    takeSectionColumns(state, at) ||
    (inHeader ? 0 : takeShares(state, at)) ||
    takeTable(state, at, inHeader) ||
    takeMeant(state, at, inHeader) ||
    takePay(state, at)
  );
}
