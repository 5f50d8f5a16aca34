/** Recognises lines that are one field by what parts a label from its value: dotted leaders, a slash, boxes. */
import type { Field } from '../domain.ts';
import { fieldTopic, statusTopic, topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { choicesIn, hasTick } from './ticks.ts';

/** Longest value taken for an unknown label. */
export const MAX_OTHER_VALUE = 120;

/** Dotted leaders between a label and its value: "Pay Grade ........ 15", "FLSA Status . . . . . Exempt". */
const LEADERS = /^(.{2,60}?)\s?(?:\.{4,}|(?<=\s)\.{3}(?=\s)|(?:\. ){4,})\s*:?\s*(?=[^\s.:])/;

/** The field of a line that is a label with ticked choices, or choices of which the ticked one says what it is. */
export function choiceField(text: string, line: Line, inHeader: boolean): Field | undefined {
  const found = hasTick(line.text) ? choicesIn(text, line, 2) : undefined;
  if (found?.choices.some((choice) => choice.ticked) !== true) return undefined;
  const { lead, choices } = found;
  const label = text.slice(lead.start, lead.end).replace(/\s*[:–—-]*$/, '');
  if (/:\s*\S|\t|\s{3}|^\W*\d/.test(label) || text.slice(choices[0]?.start, line.end).includes(':')) return undefined;
  const chosen = choices.find((choice) => choice.ticked) ?? choices[0];
  const name = { start: lead.start, end: lead.start + label.length };
  const topic =
    label === ''
      ? statusTopic(text.slice(chosen?.words.start, chosen?.words.end))
      : (topicOfLabel(label)?.name ?? (inHeader && label.length < MAX_OTHER_VALUE ? 'other' : undefined));
  if (topic === undefined) return undefined;
  return makeField(text, topic, name, { start: choices[0]?.start ?? line.start, end: line.end });
}

/** The number or letter of an entry: "A.  Pay band .... 6". */
const ENTRY = /^\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]\s+/;

/** The field of a line with dotted leaders behind a known label. */
export function leaderField(text: string, line: Line): Field | undefined {
  if (!line.text.includes('...') && !line.text.includes('. .')) return undefined;
  const from = ENTRY.exec(line.text)?.[0].length ?? 0;
  const leaders = LEADERS.exec(line.text.slice(from));
  const topic = leaders?.[1] === undefined ? undefined : fieldTopic(leaders[1]);
  if (leaders?.[1] === undefined || topic === undefined) return undefined;
  const label = { start: line.start + from, end: line.start + from + leaders[1].length };
  return makeField(text, topic, label, { start: line.start + from + leaders[0].length, end: line.end });
}

/** A label in capitals that a slash parts from its value: "DATE REVIEWED / 27 June 2016". */
export function slashField(text: string, line: Line): Field | undefined {
  const found = /^(\p{Lu}[\p{Lu} /().-]{2,50}?)\s+\/\s+(?=\S)/u.exec(line.text);
  const topic = found?.[1] === undefined ? undefined : (topicOfLabel(found[1])?.name ?? fieldTopic(found[1]));
  const value = line.text.slice(found?.[0].length);
  if (found?.[1] === undefined || topic === undefined || (isCapitals(value) && !/\d/.test(value))) return undefined;
  const label = { start: line.start, end: line.start + found[1].length };
  return makeField(text, topic, label, { start: line.start + found[0].length, end: line.end });
}

/** A grade and a bargaining unit by their codes alone on a line: "SR-20, BU-13". */
export function gradeAndUnit(text: string, line: Line): Field[] {
  const found = /^([A-Z]{2}-\d{1,2}),?\s+(BU-\d{2})$/.exec(line.text);
  if (found?.[1] === undefined || found[2] === undefined) return [];
  const nothing = { start: line.start, end: line.start };
  const unit = { start: line.end - found[2].length, end: line.end };
  const grade = { start: line.start, end: line.start + found[1].length };
  return [
    makeField(text, 'pay-grade', nothing, grade),
    makeField(text, 'bargaining-unit', { start: unit.start, end: unit.start }, unit),
  ];
}

/** A label with its value in bold type: "Bargaining Unit **Clerical**". */
const IN_BOLD = /(\p{Lu}[\p{L} .'’&-]{1,40}?)(?:[:.]?)\s+(\*\*[^*]{1,80}\*\*)/gu;

/** The fields of a line that is nothing but labels, each with its value in bold type, of which some are known. */
export function boldFields(text: string, line: Line): Field[] {
  if (!line.text.includes('**') || line.text.startsWith('*')) return [];
  const rest = line.text.replace(IN_BOLD, '').replace(/\([^()]{1,60}\)/g, '');
  if (/[\p{L}\d]/u.test(rest)) return [];
  const found = [...line.text.matchAll(IN_BOLD)].map(({ index, 0: whole, 1: label = '', 2: value = '' }) => ({
    topic: fieldTopic(label),
    label: { start: line.start + index, end: line.start + index + label.length },
    value: { start: line.start + index + whole.length - value.length, end: line.start + index + whole.length },
  }));
  if (!found.some(({ topic }) => topic !== undefined)) return [];
  return found.map(({ topic, label, value }) => {
    const inner = { start: value.start + 2, end: value.end - 2 };
    return { ...makeField(text, topic ?? 'other', label, inner), end: value.end };
  });
}
