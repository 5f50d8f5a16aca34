/** Values that stand in a row without a label of their own: a status, a grade that begins its line. */
import type { Field, Span } from '../domain.ts';
import { isJobNoun } from '../vocabulary.ts';
import { singularOf } from '../words.ts';
import { statusTopic } from './labels.ts';
import { makeField } from './make-field.ts';

/** A class's number behind its title. */
const CLASS_NUMBER =
  /^(?:(?:class|job|spec|position)\.?\s*)?(?:code|no\.?|number|class|#)?[:\s]*[A-Z]{0,3}-?\d[\d.-]{2,8}$/i;
/** A grade without a colon: "Band C". */
const GRADE_ALONE = /^(?:(?:pay|salary) )?(?:band|grade|range|group)\s+(?=\p{Lu}\d{0,2}$)/iu;

/** True for a grade that a letter names. */
export const isLoneGrade = (text: string): boolean => GRADE_ALONE.test(text);

/** True for a title and its class's number side by side: "Tree Climber      Class 5.110". */
export function isTitleAndNumber(title: string, number: string): boolean {
  return CLASS_NUMBER.test(number) && isJobNoun(singularOf(title.split(' ').at(-1)?.toLowerCase() ?? ''));
}

/** The field of a stretch of a line that needs no label: an overtime status beside others, a grade at the line's beginning. */
export function loneField(text: string, segment: Span, inRow: boolean): Field | undefined {
  const content = text.slice(segment.start, segment.end);
  const status = inRow && /^\p{L}/u.test(content) ? statusTopic(content) : undefined;
  if (status === 'flsa') return makeField(text, status, { start: segment.start, end: segment.start }, segment);
  const grade = GRADE_ALONE.exec(content)?.[0].length;
  const before = text.slice(text.lastIndexOf('\n', segment.start - 1) + 1, segment.start);
  if (grade === undefined || before.trim() !== '') return undefined;
  const label = { start: segment.start, end: segment.start + grade };
  return makeField(text, 'pay-grade', label, { start: label.end, end: segment.end });
}
