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
  const tail = /(?:[\s.]{5,}|\]\([^)\s]*\)[\s*_|]*|[\s*_|]+)$/.exec(text.slice(from, to));
  if (tail !== null) to = from + tail.index;
  return { start: from, end: to };
}

/** A salary label often stands before a grade ("Pay Range: F-14"), and a grade's before an amount: the value decides. */
export function topicByValue(topic: string, value: string, label: string): string {
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
export function makeField(text: string, topic: string, label: Span, value: Span): Field {
  return {
    topic: isGradePair(text.slice(label.start, label.end), text.slice(value.start, value.end))
      ? 'pay-grade'
      : topicByValue(topic, text.slice(value.start, value.end), text.slice(label.start, label.end)),
    label: shownText(
      text
        .slice(label.start, label.end)
        .replace(/[[\]*_#|]/g, '')
        .replace(/(?:\.{3,}|\s)*:?\s*$/, ''),
    ),
    value: ticked(shownText(text.slice(value.start, value.end)).replace(/[ .]{5,}/g, ' ')),
    valueSpan: value,
    start: label.start,
    end: value.end,
  };
}
