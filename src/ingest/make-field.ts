/** Makes a labelled value of where its label and its value stand. */
import type { Field, Span } from '../domain.ts';
import { isGradePair } from './labels.ts';
import { shownText } from './readable.ts';
import { choicesIn } from './ticks.ts';

/** A span without the white space and the marks of type around its words. */
export function unwrapped(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (
    from < to &&
    /[\s[*_|:–—.-]/.test(text[from] ?? '') &&
    !/^\[[ xX✓]\]/.test(text.slice(from, from + 3)) &&
    !/^-\d/.test(text.slice(from, to))
  )
    from++;
  const tail = /(?:[\s.]{5,}|\]\([^)\s]*\)[\s*_|]*|[\s*_|;•·]+)$/.exec(text.slice(from, to));
  if (tail !== null) to = from + tail.index;
  return { start: from, end: to };
}

/** A label of the class itself, before its number where the title stands elsewhere: "Class: 1406". */
const CLASS_LABEL = /^(?:job )?(?:class|classification)$/i;
/** Labels of dates with other words behind them: "Revised COB", "Class Established". */
const DATE_LABEL =
  /^(?:date )?(?:last |latest |class |spec(?:ification)?\.? )*(?:(revised|revision|updated|amended)|established|adopted|created|originated)\b/i;
/** A date, or a part of one, in figures or with its month. */
const DATE = /(?<!\d)\d{1,2}[/.-]\d{2}|(?:19|20)\d\d\b/;

/** The categories of employment reports, by their numbers and names. */
const EEO_CATEGORY =
  /\d|official|administrator|manager|professional|technician|protective|support|clerical|craft|maintenance|service|labou?rer|operative|sales/i;

/** The topic that a label which the vocabulary lacks gets by its value: a class's number, a date; "other" else. */
function otherByValue(label: string, value: string): string {
  if (CLASS_LABEL.test(label) && /^(?=.*\d)[A-Z]{0,4}-?\d{2,8}[A-Z]?$|^\d{1,2}[A-Z]{1,2}\d{2,4}$/.test(value))
    return 'class-code';
  // "Gauge Reader II Hourly salary: $30.63": pay of the class that its label names.
  if (/\b(?:salary|pay|wages?|rate|compensation)$/i.test(label) && /^[$£€]\s?\d/.test(value)) return 'salary';
  const date = DATE.test(value) ? DATE_LABEL.exec(label) : null;
  return date === null ? 'other' : date[1] === undefined ? 'established' : 'revised';
}

/** A salary label often stands before a grade ("Pay Range: F-14"), and a grade's before an amount: the value decides. */
export function topicByValue(topic: string, value: string, label: string): string {
  if (topic === 'other') return otherByValue(label.trim(), value);
  if (topic === 'eeo' && /^(?:job|occupational) category$/i.test(label) && !EEO_CATEGORY.test(value))
    return 'job-family';
  // "Job level: Professional" is a kind of work, no grade.
  if (
    topic === 'pay-grade' &&
    /^(?:job|class|position|classification) level$/i.test(label) &&
    !/\d|^\p{Lu}{1,2}$/u.test(value)
  )
    return 'other';
  if (topic === 'pay-grade' && /^schedule$/i.test(label) && /^\D*$|\b(?:hours?|days?|shifts?)\b/i.test(value))
    return 'hours';
  // "Overtime: Required to answer emergencies" says when, not whether it is paid.
  if (topic === 'flsa' && /^overtime$/i.test(label) && !/exempt|eligible|paid|^(?:yes|no|n\/a)\b/i.test(value))
    return 'hours';
  if (topic === 'pay-grade' && /^[$£€]\s?\d/.test(value)) return 'salary';
  if (/^step \w{1,2}\s*[:=–-]?\s*[$£€]/i.test(value)) return 'salary';
  return topic === 'salary' &&
    /^(?:(?:grade|range|band|level|step)\s+)?#?[A-Z]{0,4}[\s-]?\d{1,3}[A-Z]?\b(?![\d,.]|\s*(?:per|an|hour|to|-|–))/i.test(
      value,
    )
    ? 'pay-grade'
    : topic;
}

/** The ticked choices of "[X] Exempt [ ] Nonexempt"; a value without boxes as it is. */
function ticked(value: string): string {
  const found = choicesIn(value, { start: 0, end: value.length }, 1);
  const chosen = found?.choices
    .filter((choice) => choice.ticked)
    .map(({ words }) => value.slice(words.start, words.end));
  return chosen === undefined || chosen.length === 0 ? value : chosen.join(', ');
}

/** A labelled value of a topic, which the value itself may correct. */
export function makeField(text: string, topic: string, label: Span, whole: Span): Field {
  // "(Established May 25, 1974)": the value ends before the bracket that opened ahead of its label.
  const isBracketed = /^\(?[^()]*\)$/.test(text.slice(whole.start, whole.end)) && text[label.start] === '(';
  const value = { start: whole.start, end: whole.end - (isBracketed ? 1 : 0) };
  return {
    topic: isGradePair(text.slice(label.start, label.end), text.slice(value.start, value.end))
      ? 'pay-grade'
      : topicByValue(topic, text.slice(value.start, value.end), text.slice(label.start, label.end)),
    label: shownText(
      text
        .slice(label.start, label.end)
        .replace(/^\(|[[\]*_#|]/g, '')
        .replace(/(?:\.{3,}|\s)*:?\s*$/, ''),
    ),
    value: ticked(shownText(text.slice(value.start, value.end)).replace(/[ .]{5,}/g, ' ')),
    valueSpan: value,
    start: label.start,
    end: whole.end,
  };
}
