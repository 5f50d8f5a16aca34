/**
 * Several classes in one document, one behind the other: "FIREFIGHTER", its duties and requirements, then "FIRE
 * CAPTAIN" and the same again. Each is a class of its own from its title to the next.
 */
import type { SpecLevel } from '../domain.ts';
import { isOrganisation } from './employer.ts';
import { bareHeading, isTitleCase, NUMBERING } from './heading-text.ts';
import { isDocumentKind, topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { areSisters } from './sister-titles.ts';
import { isCandidate, saysWhat } from './title-candidate.ts';
import { codeBeside, GRADE_BEHIND, titlePart } from './title-line.ts';

/** Longest line of a title, in characters. */
const MAX_LINE = 80;
/** Most words of a title. */
const MAX_WORDS = 7;
/** Topics that a class's own part has at least, and shares with the other parts. */
const MIN_TOPICS = 2;
/** Of these, one heads a part of each class's text: what it does, or what it asks for. */
const TELLING = /^(?:definition|duties|qualifications|experience|education|education-experience|knowledge)$/;

/** A line that may head a class's part. */
interface Part {
  at: number;
  level: SpecLevel;
  topics: Set<string>;
}

/** The class that a line by itself names; undefined for any other line. */
function classOf(lines: readonly Line[], at: number): SpecLevel | undefined {
  const line = lines[at];
  if (line === undefined || line.text === '' || line.text.length > MAX_LINE || (lines[at - 1]?.text ?? '') !== '')
    return undefined;
  const number = NUMBERING.exec(line.text)?.[0].length ?? 0;
  const part = titlePart(line.text.slice(number).replace(GRADE_BEHIND, ''));
  const { text } = part;
  if (text.split(' ').length > MAX_WORDS || /[:.;|]/.test(text) || /:\s*\S/.test(line.text)) return undefined;
  if (!(isCapitals(text) || isTitleCase(text.replace(/[IVX\d]+$/, ''))) || !isCandidate(text) || !saysWhat(text))
    return undefined;
  if (topicOfLabel(text) !== undefined || isDocumentKind(text) || isOrganisation(text)) return undefined;
  const start = line.start + number + part.offset;
  const titleSpan = { start, end: start + text.length };
  return { title: text, titleSpan, classCode: codeBeside(line, titleSpan)?.text, start: line.start, end: line.end };
}

/** The topic that a line's heading or label is of: the whole line, or what a colon or full stop ends. */
function topicOfLine({ text }: Line): string | undefined {
  const label = /^[^:.|\t]{2,50}?(?=[:.]|\s{3}|\t|\s\||$)/.exec(bareHeading(text))?.[0];
  return label === undefined || text.length > 400 ? undefined : topicOfLabel(label)?.name;
}

/** The classes that head parts of a document with the same kinds of text in each; empty where there are not two. */
export function classParts(lines: readonly Line[]): Map<number, SpecLevel> {
  const found: Part[] = [];
  lines.forEach((line, at) => {
    const level = classOf(lines, at);
    const isNew = level !== undefined && !found.some((part) => part.level.title === level.title);
    if (level !== undefined && isNew) found.push({ at, level, topics: new Set() });
    else {
      const topic = topicOfLine(line);
      if (topic !== undefined) found.at(-1)?.topics.add(topic);
    }
  });
  const parts = found.filter(
    ({ topics }) => topics.size >= MIN_TOPICS && [...topics].some((name) => TELLING.test(name)),
  );
  const [first] = parts;
  const isShared = (name: string): boolean => parts.every(({ topics }) => topics.has(name));
  const shared = [...(first?.topics ?? [])].filter(isShared);
  const areSeries =
    areSisters(parts.map(({ level }) => level.title)) && parts.every(({ level }) => / [IVX\d]+$/.test(level.title));
  if (parts.length < 2 || areSeries || shared.length < MIN_TOPICS || !shared.some((name) => TELLING.test(name)))
    return new Map();
  const end = lines.at(-1)?.end ?? 0;
  return new Map(
    parts.map(({ at, level }, index) => [at, { ...level, end: lines[parts[index + 1]?.at ?? -1]?.start ?? end + 1 }]),
  );
}
