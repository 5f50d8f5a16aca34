/** Recognises labelled values: "Pay Grade: 56", "Salary Grade 56", "Job Code<TAB>123", a label above its value. */
import type { Field, Span } from '../domain.ts';
import { topicsOfHeading } from '../vocabulary.ts';
import { foldSpace } from '../words.ts';
import { isCapitals, type Line, markerLength } from './lines.ts';

/** Longest value of a labelled line, in characters: longer text is a paragraph with a run-in heading. */
const MAX_VALUE = 300;
/** Longest value taken for an unknown label. */
const MAX_OTHER_VALUE = 120;
/** Most words of a label. */
const MAX_LABEL_WORDS = 7;

/** The field topic that a label stands for; undefined when the label is none. */
function fieldTopic(label: string): string | undefined {
  const topic = topicsOfHeading(label).whole;
  return topic?.type === 'field' ? topic.name : undefined;
}

interface Label extends Span {
  topic: string;
  /** Where the value may begin. */
  valueStart: number;
}

/** What may stand before the first label of a line: nothing, or a number or letter of an outline. */
const OUTLINE = /^\s*(?:[-*•]\s+)?(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s+)?$/;

/** Labels that end in a colon within a segment; the first must stand at its beginning. */
function colonLabels(segment: string, inHeader: boolean): Label[] {
  const labels: Label[] = [];
  for (const colon of segment.matchAll(/:(?=[\s*_]|$|[$\d])/g)) {
    const before = segment.slice(labels.at(-1)?.valueStart ?? 0, colon.index);
    const offset = colon.index - before.length;
    const word = inHeader && labels.length === 0 ? /(?<=^|\s)[[*]*\p{L}/gu : /(?<=^|\s)[[*]*\p{Lu}/gu;
    const starts = [...before.matchAll(word)].map((match) => match.index).slice(-MAX_LABEL_WORDS);
    const start = starts.find(
      (at) => fieldTopic(before.slice(at)) !== undefined && (labels.length > 0 || OUTLINE.test(before.slice(0, at))),
    );
    if (start === undefined) {
      if (labels.length === 0) return [];
      continue;
    }
    labels.push({
      topic: fieldTopic(before.slice(start)) ?? 'other',
      start: offset + start,
      end: colon.index,
      valueStart: colon.index + 1,
    });
  }
  return labels;
}

/** What a value without a colon before it must begin with: a number, an amount, a code, or a month. */
const BARE_VALUE =
  /^#?(?:[$£€]?\d|[A-Z]{1,4}-?\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*\b|\.))/i;

/** A label followed by its value without a colon: "Salary Grade 56", "CLASS CODE 4123". */
function bareLabel(segment: string): Label | undefined {
  const words = [...segment.matchAll(/\S+/g)];
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const value = words[count];
    const last = words[count - 1];
    if (value === undefined || last === undefined || !BARE_VALUE.test(value[0])) continue;
    const end = last.index + last[0].length;
    const topic = fieldTopic(segment.slice(0, end));
    if (topic !== undefined && segment.length < 90) return { topic, start: 0, end, valueStart: end };
  }
  return undefined;
}

function unwrapped(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (
    from < to &&
    /[\s[*_|:–—.-]/.test(text[from] ?? '') &&
    !/^\[[ xX✓]\]/.test(text.slice(from, from + 3)) &&
    !/^-\d/.test(text.slice(from, to))
  )
    from++;
  const tail = /(?:[\s.]{5,}|\]\([^)\s]*\)[\s*_|]*|[\s*_|]+)$/.exec(text.slice(from, to));
  if (tail !== null) to = from + tail.index;
  return { start: from, end: to };
}

/** A salary label often stands before a grade ("Pay Range: F-14"): the value's shape decides. */
function topicByValue(topic: string, value: string): string {
  return topic === 'salary' &&
    /^(?:(?:grade|range|band|level|step)\s+)?#?[A-Z]{0,4}[\s-]?\d{1,3}[A-Z]?\b(?![\d,.]|\s*(?:per|an|hour|to|-|–))/i.test(
      value,
    )
    ? 'pay-grade'
    : topic;
}

/** The ticked choice of "[X] Exempt [ ] Nonexempt"; a value without boxes as it is. */
function ticked(value: string): string {
  const choice = /\[[xX✓]\]\s*([^[\]]+)/.exec(value)?.[1];
  return choice === undefined ? value : choice.trim();
}

function makeField(text: string, topic: string, label: Span, value: Span): Field {
  return {
    topic: topicByValue(topic, text.slice(value.start, value.end)),
    label: foldSpace(
      text
        .slice(label.start, label.end)
        .replace(/[[\]*_#|]/g, '')
        .replace(/\s*:\s*$/, ''),
    ),
    value: ticked(foldSpace(text.slice(value.start, value.end)).replace(/[ .]{5,}/g, ' ')),
    valueSpan: value,
    start: label.start,
    end: value.end,
  };
}

/** Stretches of a line between wide gaps, tabs and table bars. */
function segmentsOf(text: string, line: Line): Span[] {
  const segments: Span[] = [];
  let start = line.start;
  for (const gap of line.text.matchAll(/\s{3,}|\t+|\s*\|\s*|;\s+(?=\p{Lu}\p{L}+ \p{Lu}?\p{L}* ?\d)/gu)) {
    if (line.start + gap.index > start) segments.push({ start, end: line.start + gap.index });
    start = line.start + gap.index + gap[0].length;
  }
  if (start < line.end) segments.push({ start, end: line.end });
  return segments.filter((segment) => text.slice(segment.start, segment.end).trim() !== '');
}

function fieldsOfSegment(text: string, segment: Span, inHeader: boolean): Field[] {
  const content = text.slice(segment.start, segment.end);
  const labels = colonLabels(content, inHeader);
  const bare =
    labels.length === 0 && inHeader
      ? bareLabel(content.replace(/^[[*\s]+/, (mark) => ' '.repeat(mark.length)).trimStart())
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
    return value.end > value.start && value.end - value.start <= MAX_VALUE
      ? [makeField(text, label.topic, span, value)]
      : [];
  });
  if (fields.length > 0 || !inHeader) return fields;
  const other = /^((?:\(?(?:\d{1,2}|[A-Z])[.)]\s+)?)([A-Z][\w'’/&. ()#-]{1,70}?):\s*(\S.*)$/.exec(content);
  if (other?.[2] === undefined || other[3] === undefined || other[3].length > MAX_OTHER_VALUE) return [];
  if (topicsOfHeading(other[2]).whole !== undefined || /[.;]$/.test(other[3])) return [];
  const start = segment.start + (other[1]?.length ?? 0);
  const value = unwrapped(text, segment.end - other[3].length, segment.end);
  return [makeField(text, 'other', { start, end: start + other[2].length }, value)];
}

/** A column's head in a table of steps or grades: no label of what stands beside it. */
const NUMBERED = /^(?:step|grade|level|range|year)\s+\w{1,3}$/i;

/** The topic of a label that a wide gap, a tab or a table bar parts from its value; undefined when they are no such pair. */
function pairTopic(label: string, value: string, alone: boolean): string | undefined {
  if (NUMBERED.test(label) && NUMBERED.test(value)) return undefined;
  const topic = topicsOfHeading(label).whole;
  const valueTopic = topicsOfHeading(value).whole;
  if (topic !== undefined && (topic.type === 'field' || alone))
    return valueTopic === undefined || valueTopic === topic || alone ? topic.name : undefined;
  if (bareLabel(value) !== undefined || colonLabels(value, false).length > 0) return undefined;
  const named = alone && topic === undefined && /^\p{Lu}[^.;$\d]{1,40}$/u.test(label) && label.split(' ').length <= 5;
  return named && !isCapitals(value) ? 'other' : undefined;
}

/** The fields that stand on one line. `inHeader` admits labels without a colon and labels the vocabulary lacks. */
export function fieldsOfLine(text: string, line: Line, inHeader: boolean): Field[] {
  const segments = segmentsOf(text, line);
  const fields: Field[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    const next = segments[i + 1];
    if (segment === undefined) continue;
    const label = text.slice(segment.start, segment.end);
    const topic =
      next === undefined
        ? undefined
        : pairTopic(label, text.slice(next.start, next.end), inHeader && segments.length === 2);
    if (topic !== undefined && next !== undefined) {
      const row = segments.slice(i + 1);
      const isRow = row.length > 1 && row.every((cell) => /^[$£€]?\s?\d/.test(text.slice(cell.start, cell.end)));
      const value = unwrapped(text, next.start, isRow ? (row.at(-1)?.end ?? next.end) : next.end);
      const labelSpan = unwrapped(text, segment.start, segment.end);
      if (value.end > value.start && value.end - value.start <= MAX_VALUE) {
        fields.push(makeField(text, topic, labelSpan, value));
        i += isRow ? row.length : 1;
        continue;
      }
    }
    fields.push(...fieldsOfSegment(text, segment, inHeader));
  }
  return fields;
}

/**
 * A label alone on its line with a one-line value below: the field and how many lines it takes.
 * A value of several lines is a section, not a field.
 */
export function fieldOfTwoLines(
  text: string,
  lines: readonly Line[],
  at: number,
): { field: Field; lines: number } | undefined {
  const label = lines[at];
  if (label === undefined || label.text.length > 60 || /:.*\S/.test(label.text.replace(/[*_]+$/, ''))) return undefined;
  const topic = fieldTopic(label.text);
  if (topic === undefined) return undefined;
  const gap = lines[at + 1]?.text === '' ? 2 : 1;
  const value = lines[at + gap];
  if (
    value === undefined ||
    value.text === '' ||
    /^[#|]/.test(value.text) ||
    value.text.length > 160 ||
    markerLength(value.text) > 0
  )
    return undefined;
  if (topicsOfHeading(value.text).whole !== undefined || /:$/.test(value.text)) return undefined;
  if (fieldsOfLine(text, value, false).length > 0) return undefined;
  const after = lines[at + gap + 1];
  const single =
    after === undefined ||
    after.text === '' ||
    topicsOfHeading(after.text).whole !== undefined ||
    /^[^:]{2,40}:/.test(after.text);
  if (!single) return undefined;
  if (gap === 2 && isCapitals(label.text) && topic === 'salary') return undefined;
  const labelEnd = label.end - (/[:\s]*$/.exec(label.text)?.[0].length ?? 0);
  return {
    field: makeField(text, topic, { start: label.start, end: labelEnd }, { start: value.start, end: value.end }),
    lines: gap + 1,
  };
}

/** A code that stands alone on its line: letters and digits, as class codes are printed. Years are none. */
export function isBareCode(text: string): boolean {
  return /^[A-Z]{0,4}-?\d{3,10}[A-Z]?$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}
