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
  if (whole !== undefined || !label.includes('/')) return whole;
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

/** A label found in a stretch of a line; offsets count from the stretch's beginning. */
export interface Label extends Span {
  topic: string;
  /** Where the value may begin. */
  valueStart: number;
}

/** What may stand before the first label of a line: nothing, a list marker, or a number or letter of an outline. */
const OUTLINE = /^\s*(?:[-*•]\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+)?$/;

/** Labels that end in a colon within a segment; the first must stand at its beginning. */
export function colonLabels(segment: string, inHeader: boolean): Label[] {
  const labels: Label[] = [];
  for (const colon of segment.matchAll(/:(?=[\s*_]|$|[$\d])/g)) {
    const before = segment.slice(labels.at(-1)?.valueStart ?? 0, colon.index);
    const offset = colon.index - before.length;
    const word = inHeader && labels.length === 0 ? /(?<=^|\s)[[*]*\p{L}/gu : /(?<=^|\s)[[*]*\p{Lu}/gu;
    const starts = [...before.matchAll(word)].map((match) => match.index).slice(-MAX_LABEL_WORDS);
    const topicFrom = (at: number): string | undefined => {
      const topic = fieldTopic(before.slice(at));
      return topic === 'other' && !inHeader ? undefined : topic;
    };
    const start = starts.find(
      (at) => topicFrom(at) !== undefined && (labels.length > 0 || OUTLINE.test(before.slice(0, at))),
    );
    if (start === undefined) {
      if (labels.length === 0) return [];
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
    const topic = fieldTopic(label);
    const isStatus = topic !== undefined && statusTopic(segment.slice(value.index)) === topic;
    if (!isStatus && !BARE_VALUE.test(value[0]) && !isReportingLine(segment, label, value[0])) continue;
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
