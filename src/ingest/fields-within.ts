/** What one labelled value says besides what its label is on: a status, a grade, a revision. */
import type { Field } from '../domain.ts';
import { statusTopic } from './labels.ts';

/** Labels behind which a status may stand among other things. */
const MIXED: readonly string[] = ['other', 'service', 'class-detail'];

/** A grade among other things. */
const GRADE = /^(?:(?:salary|pay) )?(?:range|grade|band) (?:[A-Z]{1,2}-?)?\d{1,3}[A-Z]?$/i;

/** The overtime status and the grade that stand among other things behind a label: "Status: Full time, FLSA exempt". */
function statusesIn(field: Field): Field[] {
  if (!MIXED.includes(field.topic)) return [];
  const parts = field.value.split(/[,;/|()]/).map((part) => part.trim());
  const status = parts.find((part) => statusTopic(part.replace(/^FLSA:? /i, '')) === 'flsa');
  const grade = parts.length > 1 ? parts.find((part) => GRADE.test(part)) : undefined;
  return [
    ...(status === undefined ? [] : [{ ...field, topic: 'flsa', value: status }]),
    ...(grade === undefined ? [] : [{ ...field, topic: 'pay-grade', value: grade }]),
  ];
}

/** A revision behind the date of adoption: "Adopted 10/2013; revised 6/2021". */
function revisionIn(field: Field): Field[] {
  if (field.topic !== 'established') return [];
  const found = /[;,·|•]\s*((?:last |latest )?(?:rev(?:ised|ision|\.)?|amended|updated)):?\s+(.*\d.*)$/i.exec(
    field.value,
  );
  return found?.[1] === undefined || found[2] === undefined
    ? []
    : [{ ...field, topic: 'revised', label: found[1], value: found[2] }];
}

/** The other facts that a field's value states; empty for most. */
export const fieldsWithin = (field: Field): Field[] => [...statusesIn(field), ...revisionIn(field)];
