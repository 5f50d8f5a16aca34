/** Recognises a label on one line with its value on the next, and steps of pay above their amounts. */
import type { Field } from '../domain.ts';
import { isOrganisation } from './employer.ts';
import { fieldsOfLine } from './fields.ts';
import { isFurniture } from './furniture.ts';
import { fieldTopic, isDocumentKind, isGradePair, isTitleLabel, statusTopic, topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { markerLength } from './markers.ts';

/** A field that stands on several lines. */
export interface FieldOfLines {
  field: Field;
  /** What the same lines state besides. */
  also?: Field;
  lines: number;
}

/** A status, an amount or a range of them, a grade, a code, a date in figures: a whole value by its shape. */
const VALUE_SHAPE =
  /^(?:[$£€]\s?\d[\d,.]*(?:\s?(?:[-–—/]|to)\s?[$£€]?\s?\d[\d,.]*){0,3}|[A-Z]{0,4}[ -]?\d{1,6}[A-Z]?|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)$/;
/** Longest value of a label that the vocabulary lacks, in characters. */
const MAX_OTHER_VALUE = 80;

/** The topic of a label that the vocabulary lacks, which its colon and the look of its value show. */
function unknownTopic(label: string, value: string): string | undefined {
  const isLabel =
    /^\p{Lu}[^:.;]{1,40}:$/u.test(label) && label.split(/[ /]/).length <= 5 && topicOfLabel(label) === undefined;
  const isValue = value.length <= MAX_OTHER_VALUE && !/[.;,]$/.test(value) && /^[\p{Lu}\d$£€(]/u.test(value);
  return isLabel && isValue ? (statusTopic(value) ?? 'other') : undefined;
}

/**
 * A label alone on its line with a one-line value below: the field and how many lines it takes.
 * A value of several lines is a section, not a field. Before the first section, or in one on pay, steps above their amounts are one.
 */
export function fieldOfTwoLines(
  text: string,
  lines: readonly Line[],
  at: number,
  inHeader: boolean,
  onPay: boolean,
): FieldOfLines | undefined {
  const steps = inHeader || onPay ? stepsAbove(text, lines[at], lines[at + 1]) : undefined;
  if (steps !== undefined) return steps;
  const label = lines[at];
  if (label === undefined || label.text.length > 60 || /:.*\S/.test(label.text.replace(/[*_]+$/, ''))) return undefined;
  // "Pay Range", "(min/mid/max):" and the amounts are three lines.
  const gap = lines[at + 1]?.text === '' || /^\([^()]{2,40}\):$/.test(lines[at + 1]?.text ?? '') ? 2 : 1;
  const value = lines[at + gap];
  if (value === undefined || value.text === '' || value.text.length > 160) return undefined;
  const topic = fieldTopic(label.text) ?? (inHeader ? unknownTopic(label.text, value.text) : undefined);
  if (topic === undefined || /^[#|]|^[^\p{L}\d]+$/u.test(value.text)) return undefined;
  // "Salary Information:" above the title of a class.
  if (topic === 'salary' && /information/i.test(label.text) && !/\d/.test(value.text)) return undefined;
  if (statusTopic(label.text) !== undefined && !/^(?:yes|no)$/i.test(value.text)) return undefined;
  const isStatus = statusTopic(value.text) === topic;
  const isShaped = isStatus || VALUE_SHAPE.test(value.text);
  if (markerLength(value.text) > 0 && !isShaped) return undefined;
  const isGrade = isGradePair(label.text, value.text);
  if (!isGrade && (isDocumentKind(label.text) || (topic === 'other' && !/title|:$/i.test(label.text))))
    return undefined;
  if (!isStatus && (topicOfLabel(value.text) !== undefined || isTitleLabel(value.text))) return undefined;
  if (/:$/.test(value.text) || fieldsOfLine(text, value, false).length > 0) return undefined;
  const after = lines[at + gap + 1];
  const single =
    after === undefined ||
    after.text === '' ||
    isFurniture(after.text) ||
    topicOfLabel(after.text) !== undefined ||
    isTitleLabel(after.text) ||
    /^[^:]{2,40}:/.test(after.text) ||
    (topic === 'agency' && isOrganisation(value.text));
  if (!single && !(isShaped && /:$/.test(label.text))) return undefined;
  if (gap === 2 && isCapitals(label.text) && topic === 'salary' && !isShaped) return undefined;
  const labelEnd = label.end - (/[:\s]*$/.exec(label.text)?.[0].length ?? 0);
  return {
    field: makeField(text, topic, { start: label.start, end: labelEnd }, { start: value.start, end: value.end }),
    lines: gap + 1,
  };
}

/** The head of a column of pay: a step, a time in the job, or an end of the range. */
const STEP =
  /^(?:step \w{1,2}(?:\s+step \w{1,2})*|start(?:ing)?|entry|hire|at hire|(?:after )?\d{1,2} ?(?:mos?|months?|yrs?|years?)\.?|year \d|min(?:imum)?\.?|mid(?:point)?\.?|max(?:imum)?\.?)$/i;

/** "Step A   Step B" above "$20.61   $21.64": one value of both lines. */
function stepsAbove(text: string, head: Line | undefined, amounts: Line | undefined): FieldOfLines | undefined {
  if (head === undefined || amounts === undefined || !STEP.test(head.text.split(/\s{2,}/, 1)[0] ?? ''))
    return undefined;
  const plain = head.text.replace(/\([^()]*\)/g, ' ').trim();
  const steps = /^step /i.test(plain) ? plain.split(/\s+(?=step )/i) : plain.split(/\s{2,}|\t+/);
  const words = [...amounts.text.replace(/\([^()]*\)/g, (remark) => ' '.repeat(remark.length)).matchAll(/\S+/g)];
  const cells = words.slice(-steps.length);
  const [first] = cells;
  if (steps.length < 2 || !steps.every((step) => STEP.test(step)) || first === undefined) return undefined;
  if (cells.length < steps.length || !cells.every(([cell]) => /^[$£€]?\d[\d,.]*$/.test(cell))) return undefined;
  if (!/^step /i.test(plain) && !/[$£€]/.test(first[0])) return undefined;
  const lead = amounts.text.slice(0, first.index).trimEnd();
  const label = { start: amounts.start, end: amounts.start + lead.length };
  const field = {
    ...makeField(text, 'salary', head, { start: amounts.start + first.index, end: amounts.end }),
    label: 'Steps',
  };
  if (lead === '') return { field, lines: 2 };
  // "Salary Range 28 $4,479 $4,690": the grade, and behind it what its steps pay.
  const grade = /^(.*\p{L})[\s:]+(\w{0,3}\d{1,3}\w?)$/u.exec(lead);
  const topic = topicOfLabel(grade?.[1] ?? lead)?.name;
  if (topic !== 'salary' && topic !== 'pay-grade') return undefined;
  if (grade?.[1] === undefined || grade[2] === undefined) return { field, lines: 2 };
  const value = { start: label.end - grade[2].length, end: label.end };
  const named = { start: label.start, end: label.start + grade[1].length };
  return { field, also: { ...makeField(text, 'pay-grade', named, value), end: amounts.end }, lines: 2 };
}
