/** Recognises a label on one line with its value on the next, and steps of pay above their amounts. */
import type { Field } from '../domain.ts';
import { segmentsOf } from './columns.ts';
import { fieldsOfLine } from './fields.ts';
import { fieldTopic, isDocumentKind, isGradePair, isTitleLabel, statusTopic, topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { markerLength } from './markers.ts';

/**
 * A label alone on its line with a one-line value below: the field and how many lines it takes.
 * A value of several lines is a section, not a field. Before the first section, steps of pay above their amounts are one.
 */
export function fieldOfTwoLines(
  text: string,
  lines: readonly Line[],
  at: number,
  inHeader: boolean,
): { field: Field; lines: number } | undefined {
  const label = lines[at];
  const steps = inHeader ? stepsAbove(text, label, lines[at + 1]) : undefined;
  if (steps !== undefined) return { field: steps, lines: 2 };
  if (label === undefined || label.text.length > 60 || /:.*\S/.test(label.text.replace(/[*_]+$/, ''))) return undefined;
  const topic = fieldTopic(label.text);
  const gap = lines[at + 1]?.text === '' ? 2 : 1;
  const value = lines[at + gap];
  if (statusTopic(label.text) !== undefined && !/^(?:yes|no)$/i.test(value?.text ?? '')) return undefined;
  if (
    value === undefined ||
    value.text === '' ||
    /^[#|]/.test(value.text) ||
    value.text.length > 160 ||
    markerLength(value.text) > 0
  )
    return undefined;
  if (topic === undefined) return undefined;
  const isGrade = isGradePair(label.text, value.text);
  if (!isGrade && (isDocumentKind(label.text) || (topic === 'other' && !/title/i.test(label.text)))) return undefined;
  if (topicOfLabel(value.text) !== undefined || isTitleLabel(value.text) || /:$/.test(value.text)) return undefined;
  if (fieldsOfLine(text, value, false).length > 0) return undefined;
  const after = lines[at + gap + 1];
  const single =
    after === undefined ||
    after.text === '' ||
    topicOfLabel(after.text) !== undefined ||
    isTitleLabel(after.text) ||
    /^[^:]{2,40}:/.test(after.text);
  if (!single) return undefined;
  if (gap === 2 && isCapitals(label.text) && topic === 'salary') return undefined;
  const labelEnd = label.end - (/[:\s]*$/.exec(label.text)?.[0].length ?? 0);
  return {
    field: makeField(text, topic, { start: label.start, end: labelEnd }, { start: value.start, end: value.end }),
    lines: gap + 1,
  };
}

/** "Step A   Step B" above "$20.61   $21.64": one value of both lines. */
function stepsAbove(text: string, head: Line | undefined, amounts: Line | undefined): Field | undefined {
  if (head === undefined || amounts === undefined) return undefined;
  const every = (line: Line, pattern: RegExp): number => {
    const cells = segmentsOf(text, line).map(({ start, end }) => text.slice(start, end));
    return cells.every((cell) => pattern.test(cell)) ? cells.filter((cell) => !cell.startsWith('(')).length : 0;
  };
  const count = every(head, /^step \w{1,2}$/i);
  if (count < 2 || every(amounts, /^[$£€]?\s?\d[\d,.]*$|^\([^)]*\)$/) !== count) return undefined;
  return { ...makeField(text, 'salary', head, amounts), label: 'Steps' };
}
