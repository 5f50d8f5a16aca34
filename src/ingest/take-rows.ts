/** Takes what stands in rows: tables of classes, and lines of pay without labels. */
import { codeRowsAt } from './code-rows.ts';
import { tableAt } from './columns.ts';
import { payOfLine } from './pay-lines.ts';
import { addField, addTable, currentSection, type ParseState } from './spec-builder.ts';

/** Sections whose amounts are their own, and those that amounts are no class's pay in. */
const PAYLESS: readonly string[] = ['salary', 'benefits', 'duties', 'knowledge', 'qualifications', 'notes'];

const topicInside = (state: ParseState): string => state.sections[currentSection(state)]?.topic ?? '';

/** Takes a table of labels above values, or of codes and titles, that begins on line `at`; returns how many lines, 0 for none. */
export function takeTable(state: ParseState, at: number, inHeader: boolean): number {
  const { text, lines } = state;
  const inside = topicInside(state);
  const table =
    (inHeader || inside === 'class-detail' ? tableAt(text, lines, at) : undefined) ??
    (inHeader || inside === 'definition' ? codeRowsAt(lines, at) : undefined);
  if (table === undefined) return 0;
  addTable(state, table);
  return table.lines;
}

/** Takes pay that lines from `at` on state without a label; returns how many lines, 0 for none. */
export function takePay(state: ParseState, at: number): number {
  if (state.open.main >= 0 && PAYLESS.includes(topicInside(state))) return 0;
  const pay = payOfLine(state.text, state.lines, at);
  if (pay === undefined) return 0;
  addField(state, pay.field);
  return pay.lines;
}
