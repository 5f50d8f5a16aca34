/** The fields that only the whole of a document tells: of its own row in a table, and beside its title. */
import type { Field, Span } from '../domain.ts';
import { normaliseHeading } from '../vocabulary.ts';
import type { Line } from './lines.ts';
import type { ParseState } from './spec-builder.ts';
import type { Identity } from './title.ts';

/** What a header says of a document on a series of classes. */
const SERIES = /\b(?:class|classification|job|occupational) series\b|\bseries (?:specification|description)/i;

/** The levels that a series' title lists behind its name, as `normaliseHeading` leaves them: "clerk i ii iii", "clerk i through iv". */
const NUMERALS = /(?: (?:and|or|to|through))?(?: (?:[ivx]{1,4}|\d)(?: (?:and|or|to|through))?)+ (?:[ivx]{1,4}|\d)$/;

/** The fields of the rows that a title belongs to, its own row, or all of them when it is the series'; and of rows on its levels. */
export function fieldsOfRows(state: ParseState, title: string): Field[] {
  const whole = normaliseHeading(title);
  const name = whole.replace(NUMERALS, '').replace(/ (?:class )?series$/, '');
  const own = state.rows.filter((row) => row.title !== undefined && normaliseHeading(row.title.text) === name);
  const ofSeries = state.rows.every((row) => normaliseHeading(row.title?.text ?? '').includes(name));
  // "CLASSIFICATION SERIES / PUMP MENDER" above a row for the Pump Mender and one for the Lead Pump Mender.
  const above = state.text.slice(0, state.sections[0]?.start ?? 0);
  const isSeries = ofSeries && state.rows.length > 1 && SERIES.test(above);
  const rows =
    own.length > 0 && name === whole && !isSeries ? own : ofSeries || state.rows.length === 1 ? state.rows : [];
  return [...[...rows, ...state.levelRows].flatMap((row) => row.fields), ...payOfGrades(state)];
}

/** What a schedule of grades says of the grades that the document states: "21 | 20.36 | 21.38" where its range is 21. */
function payOfGrades({ rows, fields }: ParseState): Field[] {
  const stated = new Set(fields.flatMap(({ topic, value }) => (topic === 'pay-grade' ? [value] : [])));
  return rows.flatMap(({ title, fields: cells }) => {
    const [grade, ...steps] = cells;
    const isOwn = title === undefined && grade?.topic === 'pay-grade' && stated.has(grade.value);
    return isOwn ? steps : [];
  });
}

/** A plan, series and grade behind a title: "Forestry Technician, GS-0462-07". */
const PLAN_SERIES_GRADE = /^[\s,(|–—-]*([A-Z]{2}-\d{3,4}-\d{1,2}(?:\/\d{1,2}){0,2})\)?$/;

/** The grade that stands behind the title on its line, with the title before it. */
function gradeBehind(title: Span, lines: readonly Line[]): Field | undefined {
  const line = lines.find(({ start, end }) => start <= title.start && end >= title.end);
  const found = PLAN_SERIES_GRADE.exec(line?.text.slice(title.end - line.start) ?? '')?.[1];
  if (line === undefined || found === undefined) return undefined;
  const span = { start: line.start, end: line.start + line.text.indexOf(found) + found.length };
  const valueSpan = { start: span.end - found.length, end: span.end };
  return { topic: 'pay-grade', label: '', value: found, valueSpan, ...span };
}

/** The fields that stand beside the title and the employer without a label. */
export function unlabelledFields(
  { employer, employerSpan, code, titleSpan }: Identity,
  fields: readonly Field[],
  lines: readonly Line[],
): Field[] {
  const found: Field[] = [];
  if (employerSpan !== undefined && employer !== undefined)
    found.push({ topic: 'agency', label: '', value: employer, valueSpan: employerSpan, ...employerSpan });
  const grade = titleSpan === undefined ? undefined : gradeBehind(titleSpan, lines);
  if (grade !== undefined && !fields.some(({ topic }) => topic === 'pay-grade')) found.push(grade);
  if (code !== undefined && titleSpan !== undefined && !fields.some(({ topic }) => topic === 'class-code')) {
    // Behind a title of two lines the code stands on the second.
    const line = lines.find(({ start, end }) => start <= code.start && end >= code.end) ?? titleSpan;
    const from = Math.max(titleSpan.start, line.start);
    found.push({
      topic: 'class-code',
      label: '',
      value: code.text,
      valueSpan: { start: code.start, end: code.end },
      start: Math.min(code.start, from),
      end: Math.max(code.end, Math.min(titleSpan.end, line.end)),
    });
  }
  return found;
}

/** The code in a class-code field's value, its first word with a digit: of the field that the title stands in, else the first. */
export function codeOf(fields: readonly Field[], title?: Span): string | undefined {
  const holds = ({ start, end }: Field): boolean => title !== undefined && start <= title.start && title.end <= end;
  for (const field of [...fields.filter(holds), ...fields]) {
    const code =
      field.topic === 'class-code'
        ? /(?:(?:[A-Z]{1,5}[/-])+|[A-Z]{0,5})\d[\w-]*(?:\.\d{2,4}\b)?/i.exec(field.value)?.[0]
        : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}
