/** Takes what stands in rows: tables of every kind, and lines of pay without labels. */
import { tableAt } from './columns.ts';
import { takeMeant } from './columns-with-meaning.ts';
import { flatTableAt } from './flat-head.ts';
import { payOfLine } from './pay-lines.ts';
import { addField, addTable, currentSection, type ParseState } from './spec-builder.ts';
import { takeClassColumns } from './take-class-columns.ts';
import { takeShares } from './take-shares.ts';

/** Sections whose amounts are their own, and those that amounts are no class's pay in. */
const PAYLESS: readonly string[] = ['salary', 'benefits', 'duties', 'knowledge', 'qualifications', 'notes'];

const topicInside = (state: ParseState): string => state.sections[currentSection(state)]?.topic ?? '';

/** Takes a table of labels above values that begins on line `at`; returns how many lines, 0 for none. */
function takeTable(state: ParseState, at: number, inHeader: boolean): number {
  const { text, lines } = state;
  const takes = inHeader || topicInside(state) === 'class-detail';
  const table = takes ? (tableAt(text, lines, at) ?? flatTableAt(lines, at)) : undefined;
  if (table === undefined) return 0;
  addTable(state, table);
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
    takeClassColumns(state, at) ||
    (inHeader ? 0 : takeShares(state, at)) ||
    takeTable(state, at, inHeader) ||
    takeMeant(state, at, inHeader) ||
    takePay(state, at)
  );
}
