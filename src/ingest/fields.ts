/** Recognises labelled values: "Pay Grade: 56", "Salary Grade 56", "Job Code<TAB>123", a label above its value. */
import type { Field, Span } from '../domain.ts';
import { labelsApart, ROW_GAP, segmentsOf } from './columns.ts';
import { isOrganisation } from './employer.ts';
import { fieldOfParts } from './field-of-parts.ts';
import { isTitleCase } from './heading-text.ts';
import {
  bareLabel,
  colonLabels,
  fieldTopic,
  isBlankOf,
  isDocumentKind,
  isTitleLabel,
  labelBeforeCapital,
  statusTopic,
  topicOfLabel,
} from './labels.ts';
import { boldFields, choiceField, gradeAndUnit, leaderField, MAX_OTHER_VALUE, slashField } from './line-fields.ts';
import { isCapitals, type Line } from './lines.ts';
import { isLoneGrade, isTitleAndNumber, loneField } from './lone-fields.ts';
import { makeField, unwrapped } from './make-field.ts';
import { amountsBehind, isAmount, lengthened, stepsBehind } from './pay-rows.ts';
import { choicesIn } from './ticks.ts';

/** Longest value of a labelled line, in characters: longer text is a paragraph with a run-in heading. */
const MAX_VALUE = 300;
const labelWithoutColon = (segment: string) => bareLabel(segment) ?? labelBeforeCapital(segment);

/** `inRow`: other stretches stand on the line, so that a section's name is a label there, not a run-in heading. */
function fieldsOfSegment(text: string, segment: Span, inHeader: boolean, inRow: boolean): Field[] {
  const content = text.slice(segment.start, segment.end);
  const lone = inHeader ? loneField(text, segment, inRow) : undefined;
  if (lone !== undefined) return [lone];
  const labels = colonLabels(content, inHeader);
  const bare =
    labels.length === 0 && inHeader
      ? labelWithoutColon(content.replace(/^[[*\s]+/, (mark) => ' '.repeat(mark.length)).trimStart())
      : undefined;
  if (bare !== undefined) {
    const shift = content.length - content.replace(/^[[*\s]+/, '').length;
    labels.push({ ...bare, start: shift, end: bare.end + shift, valueStart: bare.valueStart + shift });
  }
  const fields = labels.flatMap((label, index) => {
    const value = unwrapped(
      text,
      segment.start + label.valueStart,
      segment.start + (labels[index + 1]?.start ?? content.length),
    );
    const span = { start: segment.start + label.start, end: segment.start + label.end };
    // "Reports to: (Position Title): Storekeeper": what the form asks for, before the value.
    const asked = /^\([^()]{3,40}\):?\s*/.exec(text.slice(value.start, value.end));
    if (asked !== null && isBlankOf(asked[0])) value.start += asked[0].length;
    const isBlank = /^\s*_{3}/.test(text.slice(segment.start + label.valueStart, value.end));
    return !isBlank && value.end > value.start && value.end - value.start <= MAX_VALUE
      ? [makeField(text, label.topic, span, value)]
      : [];
  });
  if (fields.length > 0 || !inHeader) return fields;
  const other =
    /^((?:\(?(?:\d{1,2}|[A-Z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s+)?)([A-Z][\w'’/&. ()#-]{1,70}?):\s*(\S.*)$/.exec(
      content,
    );
  if (other?.[2] === undefined || other[3] === undefined || other[3].length > MAX_OTHER_VALUE) return [];
  const topic = topicOfLabel(other[2]);
  if (
    (topic !== undefined && !inRow && !ANSWER.test(other[3])) ||
    /[.;]$|_{3}|^\([^)]*\)$/.test(other[3]) ||
    LEVEL.test(other[2])
  )
    return [];
  const start = segment.start + (other[1]?.length ?? 0);
  const value = unwrapped(text, segment.end - other[3].length, segment.end);
  return [makeField(text, topic?.name ?? 'other', { start, end: start + other[2].length }, value)];
}

/** A value that only says whether: the label of a section's topic before it heads no section. */
const ANSWER = /^(?:yes|no|none|n\/a|(?:not )?(?:required|applicable))$/i;

/** A column's head in a table of steps or grades: no label of what stands beside it. */
const NUMBERED = /^(?:step|grade|level|range|year)\s+\w{1,3}$/i;

/** A level of a series: what stands beside it is a statement on the level, no value. */
const LEVEL = /^level \w{1,3}:?$/i;
/** A mark in the column of a table: no value. */
const TICK = /^[xX✓✔●•]$/;

/** The topic of a label that a wide gap, a tab or a table bar parts from its value; undefined when they are no such pair. */
function pairTopic(label: string, value: string, alone: boolean): string | undefined {
  if ((NUMBERED.test(label) && NUMBERED.test(value)) || /_{3}|:\s*\S/.test(label) || TICK.test(value)) return undefined;
  if (LEVEL.test(label) || isLoneGrade(label)) return undefined;
  const topic = topicOfLabel(label);
  if (topic === undefined && (isOrganisation(label) || /^\(.*\)$/.test(value))) return undefined;
  // "Class Specification | Class Spec Details", "Classified Personnel    Job Description": what kind of document it is.
  if (isDocumentKind(value) && (topic?.type !== 'field' || isDocumentKind(label))) return undefined;
  if (topic?.type === 'section' && isDocumentKind(label)) return undefined;
  // "SPECIAL FACTORS    (The following must be met.)": a heading and a remark on it.
  if (topic?.type === 'section' && /^\(.{30,}\)$/.test(value)) return undefined;
  if (alone && isCapitals(label) && isBareCode(value) && topic === undefined && !isTitleLabel(label)) return undefined;
  const valueTopic = topicOfLabel(value);
  if (topic !== undefined && (topic.type === 'field' || alone))
    return valueTopic === undefined || valueTopic === topic || alone ? topic.name : undefined;
  if (bareLabel(value) !== undefined || colonLabels(value, false).length > 0) return undefined;
  if ((alone || label.endsWith(':')) && isTitleLabel(label)) return 'other';
  if (isTitleAndNumber(label, value)) return undefined;
  const named = alone && topic === undefined && /^\p{Lu}[^.;$\d]{1,40}$/u.test(label) && label.split(' ').length <= 5;
  return named && !isCapitals(value) ? 'other' : undefined;
}

/** True for a row of pairs whose labels all end in a colon: "Status:   Active     Adopted:   2011". */
function isClosed(text: string, segments: readonly Span[], at: number): boolean {
  const endsInColon = (segment: Span | undefined): boolean => segment !== undefined && text[segment.end - 1] === ':';
  const next = segments[at + 2];
  return endsInColon(segments[at]) && !endsInColon(segments[at + 1]) && (next === undefined || endsInColon(next));
}

/** Most cells of a row of labels and values. */
const MAX_CELLS = 8;

/** True for a row of labels and values by turns, of whose labels some are known: "Name of Class | Clerk | Grade | 4". */
function isPaired(text: string, segments: readonly Span[]): boolean {
  if (segments.length < 3 || segments.length > MAX_CELLS || segments.length % 2 > 0) return false;
  const labels = segments.filter((_, at) => at % 2 === 0).map(({ start, end }) => fieldTopic(text.slice(start, end)));
  const isKnown = labels.some((topic) => topic !== undefined && topic !== 'other');
  return isKnown && labels.every((topic) => topic !== undefined);
}

/** A numbered entry of a cover sheet: "7. Duty Station   Fort Hale", "7. Duty Station:   Fort Hale", "8. FLSA Status Nonexempt". */
function numberedField(text: string, line: Line): Field | undefined {
  const number = /^\d{1,2}[a-z]?[.)]\s+(?=\p{Lu})/u.exec(line.text)?.[0].length;
  if (number === undefined || /:(?!\s{2})/.test(line.text) || /[.;]$/.test(line.text)) return undefined;
  const entry = { ...line, start: line.start + number, text: line.text.slice(number) };
  const [labelled, value, more] = segmentsOf(text, entry, ROW_GAP);
  if (labelled === undefined || more !== undefined) return undefined;
  const name = text.slice(labelled.start, labelled.end).replace(/:$/, '');
  const label = { start: labelled.start, end: labelled.start + name.length };
  if (value === undefined) {
    const bare = bareLabel(name);
    return bare === undefined || statusTopic(name.slice(bare.valueStart)) !== bare.topic
      ? undefined
      : makeField(
          text,
          bare.topic,
          { start: label.start, end: label.start + bare.end },
          {
            start: label.start + bare.valueStart + 1,
            end: label.end,
          },
        );
  }
  const topic = isTitleCase(name) ? pairTopic(name, text.slice(value.start, value.end), true) : undefined;
  return topic === undefined ? undefined : makeField(text, topic, label, value);
}

/** The stretches of a line without the number or letter of an outline before a label in the first of several. */
function withoutNumber(text: string, segments: readonly Span[]): Span[] {
  const [first, ...others] = segments;
  if (first === undefined || others.length === 0) return [...segments];
  const label = text.slice(first.start, first.end);
  const number = /^(?:\(?(?:\d{1,2}|[A-Za-z])[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+(?=\p{L}.*:$)/u.exec(label)?.[0] ?? '';
  return [{ start: first.start + number.length, end: first.end }, ...others];
}

/** True for heads of columns that only happen to have a label among them: "Rev   Date   Author   Change". */
function isTableHead(text: string, segments: readonly Span[]): boolean {
  const words = segments.map(({ start, end }) => text.slice(start, end));
  if (words.length < 3 || words.some((word) => /[\d:$£€[]/.test(word))) return false;
  return words.some((word, index) => index % 2 === 0 && topicOfLabel(word) === undefined && !isTitleLabel(word));
}

/** The fields that stand on one line. `inHeader` admits labels without a colon and labels the vocabulary lacks. */
export function fieldsOfLine(text: string, line: Line, inHeader: boolean): Field[] {
  const one =
    leaderField(text, line) ??
    choiceField(text, line, inHeader) ??
    (inHeader ? (numberedField(text, line) ?? slashField(text, line)) : undefined);
  if (one !== undefined) return [one];
  const several = inHeader ? [...boldFields(text, line), ...gradeAndUnit(text, line)] : [];
  if (several.length > 0) return several;
  const segments = labelsApart(text, withoutNumber(text, segmentsOf(text, line)));
  if (isTableHead(text, segments)) return [];
  const parts = inHeader ? fieldOfParts(text, segments) : undefined;
  if (parts !== undefined) return [parts];
  const fields: Field[] = [];
  const arePairs = isPaired(text, segments);
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    const next = segments[i + 1];
    if (segment === undefined) continue;
    const label = text.slice(segment.start, segment.end);
    const topic =
      next === undefined
        ? undefined
        : pairTopic(
            label,
            text.slice(next.start, next.end),
            inHeader && (segments.length === 2 || isClosed(text, segments, i) || arePairs),
          );
    if (topic !== undefined && next !== undefined) {
      const row = segments.slice(i + 1);
      const isPay = (cell: Span): boolean => isAmount(text, cell);
      // "Salary:   Clerk I   $20 - $25": whose it is stands before the amount.
      const isRow =
        row.length > 1 &&
        (row.every(({ start, end }) => choicesIn(text, { start, end }, 1)?.lead.end === start) ||
          row.every(isPay) ||
          (topic === 'salary' && row.slice(1).every(isPay)));
      const value = unwrapped(text, next.start, isRow ? (row.at(-1)?.end ?? next.end) : next.end);
      const labelSpan = unwrapped(text, segment.start, segment.end);
      if (value.end > value.start && value.end - value.start <= MAX_VALUE) {
        fields.push(makeField(text, topic, labelSpan, value));
        i += isRow ? row.length : 1;
        continue;
      }
    }
    const steps = inHeader ? stepsBehind(text, segments, i) : undefined;
    if (steps !== undefined) return [...fields, makeField(text, 'salary', segment, steps)];
    const found = fieldsOfSegment(text, segment, inHeader, segments.length > 1);
    const last = found.at(-1);
    const amounts = last === undefined ? [] : amountsBehind(text, segments, i, last);
    const end = amounts.at(-1)?.end;
    const isLonger = last !== undefined && end !== undefined && end - last.valueSpan.start <= MAX_VALUE;
    fields.push(...(isLonger ? [...found.slice(0, -1), lengthened(text, last, end)] : found));
    if (isLonger) i += amounts.length;
  }
  return fields;
}

/** A status that stands on a line of its own, without a label: "Non-Exempt". */
export function statusField(text: string, line: Line): Field | undefined {
  const topic = line.text.length > 40 ? undefined : statusTopic(line.text);
  const nothing = { start: line.start, end: line.start };
  return topic === undefined ? undefined : makeField(text, topic, nothing, { start: line.start, end: line.end });
}

/** A code that stands alone on its line: letters and digits, as class codes are printed. Years are none. */
export function isBareCode(text: string): boolean {
  return (
    /^(?:[A-Z]{0,4}-?\d{3,10}[A-Z]?|\d-\d{4}|\d{1,2}[A-Z]{1,2}\d{2,4})$/.test(text) && !/^(?:19|20)\d\d$/.test(text)
  );
}
