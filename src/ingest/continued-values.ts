/** Values that go on on the line below: in their own column, or because the line had no room for them. */
import type { Field, Span } from '../domain.ts';
import { segmentsOf } from './columns.ts';
import { headingAt } from './headings.ts';
import { bareLabel, colonLabels, fieldTopic, isDocumentKind } from './labels.ts';
import { isUnfinished, isWrapped } from './layout.ts';
import { isCapitals, type Line } from './lines.ts';
import { startsItem } from './markers.ts';
import { shownText } from './readable.ts';
import { type ParseState, placeOf } from './spec-builder.ts';

/** Longest continuation of a value, in characters: what is longer is a paragraph. */
const MAX_CONTINUED = 90;
/** Columns by which a continuation may begin beside its value. */
const TOLERANCE = 1;
/** A value that can't end here. */
const goesOnBelow = (value: string): boolean => isUnfinished(value) || /[,&/–-]$/.test(value);

const columnOf = (line: Line, offset: number): number => offset - line.start + line.indent;

/** The fields whose columns a line's stretches go on; undefined when one of them has none, or is a label. */
function byColumn(text: string, line: Line, next: Line, fields: readonly Field[]): [Field, Span][] | undefined {
  const pairs: [Field, Span][] = [];
  for (const segment of segmentsOf(text, next)) {
    const words = text.slice(segment.start, segment.end);
    const column = columnOf(next, segment.start);
    const field = fields.find(
      ({ valueSpan, label }) =>
        Math.abs(columnOf(line, valueSpan.start) - column) <= TOLERANCE &&
        valueSpan.start > line.start + label.length + 2,
    );
    const label = fieldTopic(words);
    // "Association" below the name of a union is a part of it, though it labels others.
    const isLabel = label !== undefined && label !== field?.topic && !goesOnBelow(field?.value ?? '');
    if (field === undefined || isLabel || (isCapitals(words) && !isCapitals(field.value))) return undefined;
    pairs.push([field, segment]);
  }
  return pairs.length === 0 ? undefined : pairs;
}

/**
 * What of line `at + 1` goes on with the values of line `at`: each stretch with its field; undefined when the line is one
 * of its own.
 */
export function continuations(state: ParseState, at: number, fields: readonly Field[]): [Field, Span][] | undefined {
  const { text, lines, layout } = state;
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || next.text === '' || next.text.length > MAX_CONTINUED)
    return undefined;
  if (state.furniture.has(at + 1) || startsItem(next.text) || colonLabels(next.text, true).length > 0) return undefined;
  // "Adopted 4-6-87" above "Amended 10-19-09"; "Step 1 $20," goes on with "Step 2 $21".
  if (bareLabel(next.text) !== undefined && !goesOnBelow(fields.at(-1)?.value ?? '')) return undefined;
  const union = fields.at(-1);
  // "(AFL Local 12)" below the name of a unit is whom it belongs to.
  if (union?.topic === 'bargaining-unit' && union.valueSpan.end === line.end && /^\([^()]+\)$/.test(next.text))
    return [[union, next]];
  // An amount or a remark says something by itself.
  if (/:|^[($£€]/.test(next.text) || isDocumentKind(next.text)) return undefined;
  const inColumns = next.indent > line.indent + 3 ? byColumn(text, line, next, fields) : undefined;
  if (inColumns !== undefined) return inColumns;
  const last = fields.at(-1);
  if (last === undefined || last.valueSpan.end !== line.end || /[.;]$/.test(last.value)) return undefined;
  // A line in capitals below a value that is not is a title.
  if (isCapitals(next.text) && !isCapitals(last.value)) return undefined;
  const goesOn = goesOnBelow(last.value) || isWrapped(line, next, layout);
  if (!goesOn || fieldTopic(next.text) !== undefined || segmentsOf(text, next).length > 1) return undefined;
  return headingAt(placeOf(state, at + 1)) === undefined ? [[last, next]] : undefined;
}

/** What stands before a line's own fields and goes on with a value of the line above, by its column. */
export function continuedBefore(state: ParseState, at: number, before: Span): [Field, Span] | undefined {
  const { text, lines, fields } = state;
  const line = lines[at];
  const above = lines[at - 1];
  if (line === undefined || above === undefined || line.indent <= above.indent + 3) return undefined;
  const words = text.slice(before.start, before.end).trimEnd();
  const stretch = { ...line, end: before.start + words.length, text: words };
  const [pair, ...more] =
    byColumn(
      text,
      above,
      stretch,
      fields.filter(({ start }) => start >= above.start),
    ) ?? [];
  return more.length > 0 ? undefined : pair;
}

/** Two stretches of line `at`, the right of which goes on with a value of the line above, in its column; the left is a line of its own. */
export function continuedBeside(state: ParseState, at: number): [Field, Line, Span] | undefined {
  const { text, lines, fields } = state;
  const line = lines[at];
  const above = lines[at - 1];
  if (line === undefined || above === undefined || above.text === '') return undefined;
  const [left, rest, ...more] = segmentsOf(text, line);
  if (left === undefined || rest === undefined || more.length > 0) return undefined;
  const words = text.slice(rest.start, rest.end);
  const column = columnOf(line, rest.start);
  const field = fields.findLast(({ valueSpan, start }) => start >= above.start && valueSpan.end === above.end);
  const isIn = field !== undefined && Math.abs(columnOf(above, field.valueSpan.start) - column) <= TOLERANCE;
  // Its label stands right of what goes on below on the left.
  if (!isIn || columnOf(above, field.start) < columnOf(line, left.end) || fieldTopic(words) !== undefined)
    return undefined;
  return [field, { ...line, end: left.end, text: text.slice(left.start, left.end) }, rest];
}

/** Makes a field's value whole. Where nothing stands between, its place grows with it; else the rest is a field without a label. */
export function continueField(text: string, field: Field, span: Span): Field | undefined {
  const isNext = text.slice(field.end, span.start).trim() === '';
  const more = shownText(text.slice(span.start, span.end));
  field.value = /\p{L}-$/u.test(field.value) ? field.value + more : `${field.value} ${more}`;
  if (!isNext) return { ...field, label: '', value: more, valueSpan: span, start: span.start, end: span.end };
  field.end = span.end;
  field.valueSpan = { start: field.valueSpan.start, end: span.end };
  return undefined;
}
