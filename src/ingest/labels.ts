/** Recognises labels: what stands before a value, with a colon, without one, or as a status that needs none. */
import type { Span } from '../domain.ts';
import { normaliseHeading, type Topic, topicsOfHeading, vocabularyPart } from '../vocabulary.ts';

const { titleLabels, workingTitleLabels, gradeLabels, documentKind } = vocabularyPart<{
  titleLabels: string[];
  gradeLabels: string[];
  workingTitleLabels: string[];
  documentKind: string;
}>('titles');
const ofTitles = new Set([...titleLabels, ...workingTitleLabels].map((phrase) => normaliseHeading(phrase)));
const kind = new RegExp(`^(?:${documentKind})$`);
const statuses = Object.entries(vocabularyPart<Record<string, string>>('statuses')).map(
  ([topic, pattern]) => [topic, new RegExp(`^(?:${pattern})$`)] as const,
);

/** Longest label, in characters. */
const MAX_LABEL = 100;
/** Most words of a label. */
const MAX_LABEL_WORDS = 7;

/** True for a line that names the kind of document ("Class Specification") rather than a class. */
export function isDocumentKind(text: string): boolean {
  const [first = '', ...others] = text.split(' / ');
  if (text.length >= 120 || !kind.test(normaliseHeading(first))) return false;
  // In two languages: "Job Description / Description de poste".
  return others.every((side) => kind.test(normaliseHeading(side)) || /\b(?:de|du|des|del|la|le)\b/i.test(side));
}

const ofGrades = new Set(gradeLabels);

/** True for a grade behind a label that titles have too: "Classification: AO6", "Classification: Band 5". */
export function isGradePair(label: string, value: string): boolean {
  const isGrade = /^(?:[A-Z]{1,4}[ -]?\d{1,2}(?:\.\d)?|(?:band|level|grade|range) \w{1,3})$/i.test(value);
  return isGrade && ofGrades.has(normaliseHeading(label));
}

/** The topic of a value that says by itself what it is ("Non-Exempt", "Part time"); undefined for any other text. */
export function statusTopic(text: string): string | undefined {
  const normal = normaliseHeading(text);
  return statuses.find(([, pattern]) => pattern.test(normal))?.[0];
}

/** The topic of a whole label or heading; of its first side where it is given in two languages ("Title / Titre"). */
export function topicOfLabel(label: string): Topic | undefined {
  const whole = topicsOfHeading(label).whole;
  if (whole !== undefined || !label.includes('/') || /\/.*\d/.test(label)) return whole;
  return topicsOfHeading(label.slice(0, label.indexOf('/'))).whole;
}

/** True for a label of a class title ("Job Title"). */
export function isTitleLabel(label: string): boolean {
  if (label.length > MAX_LABEL) return false;
  const [first = label, ...more] = label.split(/\s*[/,]\s*/);
  return ofTitles.has(normaliseHeading(label)) || (more.length > 0 && isTitleLabel(first));
}

/** The field topic that a label stands for, "other" for a title's label; undefined when the label is none. */
export function fieldTopic(label: string): string | undefined {
  const topic = topicOfLabel(label);
  if (topic?.type === 'field') return topic.name;
  return topic === undefined && isTitleLabel(label) ? 'other' : undefined;
}

/** True for words of a form in parentheses that say what belongs into its blank: "(Position Title)". */
export function isBlankOf(text: string): boolean {
  const words = text.replace(/[():]/g, '').trim();
  return isTitleLabel(words) || fieldTopic(words) !== undefined;
}

/** A label found in a stretch of a line; offsets count from the stretch's beginning. */
export interface Label extends Span {
  topic: string;
  /** Where the value may begin. */
  valueStart: number;
}

/** What may stand before the first label of a line: nothing, a list marker, or a number or letter of an outline. */
const OUTLINE = /^\s*(?:[-*•]\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+)?$/;

/** False for the end of a remark in parentheses: "Title)" of "(Position Title)". */
const isWhole = (text: string): boolean => !text.includes(')') || text.includes('(');

/** A word in capitals behind a value: a label that the vocabulary lacks, where the other labels of the line are in capitals. */
const CAPITAL_LABEL = /(?<=\S\s)\p{Lu}[\p{Lu}\d/&#-]{1,20}$/u;

/** Labels that end in a colon within a segment; the first must stand at its beginning. */
export function colonLabels(segment: string, inHeader: boolean): Label[] {
  const labels: Label[] = [];
  for (const colon of segment.matchAll(/:(?=[\s*_]|$|[$\d\p{Lu}])/gu)) {
    const before = segment.slice(labels.at(-1)?.valueStart ?? 0, colon.index);
    const offset = colon.index - before.length;
    const word = inHeader && labels.length === 0 ? /(?<=^|\s)[[*]*\p{L}/gu : /(?<=^|\s)[[*]*\p{Lu}/gu;
    const starts = [...before.matchAll(word)].map((match) => match.index).slice(-MAX_LABEL_WORDS);
    const topicFrom = (at: number): string | undefined => {
      const topic = fieldTopic(before.slice(at));
      return topic === 'other' && !inHeader ? undefined : topic;
    };
    const start = starts.find(
      (at) =>
        topicFrom(at) !== undefined &&
        isWhole(before.slice(at)) &&
        (labels.length > 0 || OUTLINE.test(before.slice(0, at))),
    );
    if (start === undefined) {
      const last = labels.at(-1);
      if (last === undefined) return [];
      const other =
        inHeader && !/\p{Ll}/u.test(segment.slice(last.start, last.end)) ? CAPITAL_LABEL.exec(before) : null;
      if (other !== null)
        labels.push({
          topic: 'other',
          start: offset + other.index,
          end: colon.index,
          valueStart: colon.index + 1,
        });
      continue;
    }
    labels.push({
      topic: topicFrom(start) ?? 'other',
      start: offset + start,
      end: colon.index,
      valueStart: colon.index + 1,
    });
  }
  return labels;
}

/** True for a line of labelled values that semicolons part: "CLASS: 4127; EST: 4/1/1999; REV: 8/15/2020;". */
export const isDetailLine = (text: string): boolean =>
  text.length < 120 && text.split(/;\s*/).filter((part) => colonLabels(part, true).length === 1).length > 2;

/** What a value without a colon before it must begin with: a number, an amount, a code, or a month. */
const BARE_VALUE =
  /^#?(?:[$£€]?\d|[A-Z]{1,4}-?\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*\b|\.))/i;

/** A label followed by its value without a colon: "Salary Grade 56", "CLASS CODE 4123", "Reports to the City Clerk". */
export function bareLabel(segment: string): Label | undefined {
  if (segment.length >= 90) return undefined;
  const words = [...segment.matchAll(/\S+/g)];
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const value = words[count];
    const last = words[count - 1];
    if (value === undefined || last === undefined) continue;
    const end = last.index + last[0].length;
    const label = segment.slice(0, end);
    // "Step 7 - 1426 Clerk" is a remark on a step, "Step 7 $21.50" its pay.
    if (/^step \d/i.test(label) && !/^[$£€]|\.\d\d/.test(value[0])) continue;
    const topic = fieldTopic(label);
    const isStatus = topic !== undefined && statusTopic(segment.slice(value.index)) === topic;
    if (!isStatus && !BARE_VALUE.test(value[0]) && !isReportingLine(segment, label, value[0])) continue;
    // "GRADE EEO-4 CODE" are heads of columns.
    if (!isStatus && topicOfLabel(segment.slice(value.index)) !== undefined) continue;
    if (topic !== undefined && topic !== 'other') return { topic, start: 0, end, valueStart: end };
  }
  return undefined;
}

/** "Reports to the Plant Manager": a label that is a verb, and a title behind it. */
function isReportingLine(segment: string, label: string, value: string): boolean {
  return / to$/i.test(label) && topicOfLabel(label)?.name === 'reports-to' && /^(?:the$|\p{Lu})/u.test(value)
    ? !/[.;]$|,.*\bto\b/.test(segment)
    : false;
}

/** Most words of a label that only the capital of its value ends. */
const MAX_CAPITAL_LABEL = 5;

/**
 * A label that only capitals part from its value: without a space ("Class1406", "Effective dateMay 3, 2018"), in small
 * letters before a capital ("Labor agreement Local 12"), or in capitals before small letters ("CLASSIFICATION Exempt").
 */
export function labelBeforeCapital(segment: string): Label | undefined {
  if (segment.length >= 90 || /[.;:]$/.test(segment)) return undefined;
  if (topicOfLabel(segment) !== undefined || isDocumentKind(segment)) return undefined;
  for (const joint of segment.matchAll(/(?<=[\p{Ll})])(?=[\p{Lu}\d$£€])|(?<=\S)\s+(?=[\p{Lu}\d$£€])/gu)) {
    const label = segment.slice(0, joint.index);
    const value = segment.slice(joint.index + joint[0].length);
    const words = label.split(/\s+/);
    if (words.length > MAX_CAPITAL_LABEL) return undefined;
    const ends = joint[0] === '' || endsBySmallLetters(words) || endsByCapitals(label, value);
    const topic = ends ? topicOfLabel(label) : undefined;
    const named = topic?.type === 'field' ? topic.name : ends && isTitleLabel(label) ? 'other' : undefined;
    if (named === undefined || (joint[0] !== '' && topic?.weak === true)) continue;
    if (topicOfLabel(value) !== undefined && statusTopic(value) === undefined) continue;
    return { topic: named, start: 0, end: joint.index, valueStart: joint.index + joint[0].length };
  }
  return undefined;
}

const endsBySmallLetters = (words: readonly string[]): boolean =>
  words.length > 1 && words.slice(1).every((word) => /^\p{Ll}/u.test(word));

const endsByCapitals = (label: string, value: string): boolean =>
  /^\p{Lu}[\p{Lu} /]{2,}\p{Lu}$/u.test(label) &&
  /^\p{Lu}\p{Ll}/u.test(value) &&
  !/[,.]\s.*\b(?:is|are|and)\b/.test(value);
