/** Which of the lines that precede the first section is most like a class title. */
import type { Field, Span } from '../domain.ts';
import { isJobNoun, normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { singularOf } from '../words.ts';
import { isEmployerAndKind, isOrganisation } from './employer.ts';
import { isBareCode } from './fields.ts';
import { isFurniture, isNavigation } from './furniture.ts';
import { fieldTopic, isDocumentKind, isTitleLabel, statusTopic } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { titlePart } from './title-line.ts';
import { columnsBeside, joinedLines, linesOfTitle } from './title-lines.ts';

interface CandidateVocabulary {
  /** Lines that name no class. */
  generic: string[];
  /** Captions above the first values or text; their words may stand in titles. */
  captions: string[];
  /** Phrases that stand before or behind a title on its line. */
  prefixes: string[];
  /** Words that join the words of a title, and end none. */
  joining: string[];
  /** What a line of pay is told by ("hourly"): two of them, or one with a number, stand in no title. */
  payUnits: string;
  /** Verbs that make a sentence of a line. */
  sentence: string;
}

const titles = vocabularyPart<CandidateVocabulary>('titles');
const generic = new Set(
  [...titles.generic, ...titles.captions, ...titles.prefixes].map((phrase) => normaliseHeading(phrase)),
);
const joining = new Set(titles.joining);
const units = new RegExp(`\\b(?:${titles.payUnits})\\b`, 'gi');
const ranks = new Set(vocabularyPart<string[]>('rankOrder'));
const sentence = new RegExp(`\\b(?:${titles.sentence})\\b`);

/** How many header lines may hold the title. */
const HEADER_LINES = 12;
/** A title over two lines must beat its first line, which is named wherever the whole is. */
const TWO_LINES_BONUS = 3;
/** A line below a title's label outdoes what the text names often. */
const LABELLED_BONUS = 8;
/** What it speaks for a line that it says what somebody is, as titles do and letterheads seldom. */
const NOUN_BONUS = 2.5;
/** Below this a line neither is named in the text or the file name nor looks like a title. */
const MIN_TITLE_SCORE = 0.5;

/** A line that may be the title, and how much speaks for it. */
export interface Candidate extends Span {
  text: string;
  score: number;
  line: Line;
}

/** True for a phrase that says what somebody is, at its end or before "of", a comma or a dash: "Director of Parks". */
export function saysWhat(text: string): boolean {
  const [front = ''] = text.split(/ of | for |,|\s[-–—]\s|\(|\//i);
  return [text, front].some((phrase) => {
    const words = normaliseHeading(phrase.replace(/\([^)]*\)/g, ' ')).split(' ');
    const last = words.findLast((word) => !/^(?:[ivx]+|\d+)$/.test(word)) ?? '';
    return isJobNoun(singularOf(last));
  });
}

/** How often a title is named in the text, whole or without what stands behind it in brackets: "Clerk (Scribe)". */
function mentionsOfTitle(title: string, body: string): number {
  const plain = title.replace(/\s*\([^()]*\)$/, '');
  return Math.max(mentions(title, body), plain.includes(' ') ? mentions(plain, body) : 0);
}

/** How often a phrase is named in the text as words of its own; capped. */
export function mentions(phrase: string, body: string): number {
  const needle = ` ${normaliseHeading(phrase)} `;
  let count = 0;
  for (let at = body.indexOf(needle); at >= 0 && count < 6; at = body.indexOf(needle, at + 1)) count++;
  return count;
}

/** A line of an e-mail's head. */
const EMAIL_HEAD = /^(?:from|to|cc|sent|date|subject|attachments?):/i;

/** A date that stands alone: "February 2009". */
const DATE =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2},?)?(?:\s+(?:19|20)\d\d)\b/i;

/** A line that is the rank of the title on the next: "SENIOR". */
function isRankAlone(text: string): boolean {
  return /^\p{Lu}\p{L}+$/u.test(text) && ranks.has(text.toLowerCase());
}

/** True for a line of pay without amounts that could be told: "- Hourly / - BiWeekly /". */
function isPay(text: string): boolean {
  const found = text.match(units)?.length ?? 0;
  return found > 1 || (found === 1 && /\d|\//.test(text));
}

/** True for the head of a table: labels and short codes, and nothing that a class could be called. */
function isLabels(text: string): boolean {
  const cells = text.split(/\s*\/\s*|\s+/);
  const labels = cells.filter((cell) => fieldTopic(cell) !== undefined);
  return labels.length > 1 && cells.every((cell) => labels.includes(cell) || /^[A-Z]+-?\d+$/.test(cell));
}

/** Grades side by side: "T-3 (I) or T-5 (II)". */
const PAY_CODES = /^[A-Z]{1,3}-?\d{1,3}(?:\W*(?:(?:and|or|to)\b|[IVX]{1,4}\b|[A-Z]{1,3}-?\d{1,3}\b))+\W*$/;

/** True for a phrase that can be a class title. */
export function isCandidate(text: string): boolean {
  const normal = normaliseHeading(text);
  const words = normal.split(' ');
  if (normal === '' || text.length > 100 || words.length > 12) return false;
  if (generic.has(normal) || isDocumentKind(text) || statusTopic(text) !== undefined) return false;
  // "Hourly, non-exempt": a status among others is no part of a title.
  if (text.includes(';') || text.split(', ').some((part) => statusTopic(part) !== undefined)) return false;
  if (isTitleLabel(text) || isLabels(text)) return false;
  if (isFurniture(text) || isNavigation(text) || isBareCode(text) || EMAIL_HEAD.test(text) || isPay(text)) return false;
  const first = /^\S+/.exec(text)?.[0] ?? '';
  // "Tree Climber A": the letter is the class's level.
  const last = text.endsWith(' A') ? '' : (/\S+$/.exec(text)?.[0] ?? '');
  if ([first, last].some((word) => joining.has(word.toLowerCase())) || sentence.test(text)) return false;
  if (/\d\/\d|\d\/$|^(?:\d{1,2}|[a-z])[.)] .*:\s/.test(text)) return false;
  return (
    /\p{L}{2}/u.test(text) &&
    !PAY_CODES.test(text) &&
    !/[.:;?,]$/.test(text) &&
    !/^(?:[–—-]|\(.*\)$)/.test(text) &&
    !/[$£€]\s?\d|https?:|@/.test(text)
  );
}

/** Words of a file name that may name the class. */
export function fileWords(fileName: string): Set<string> {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  return new Set(
    normaliseHeading(stem.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'))
      .split(' ')
      .filter((word) => /[a-z]/.test(word)),
  );
}

/** Levels that a title prints side by side: its text names each by itself, and never all of them. */
const SEVERAL = /\s(?:[IVX]{1,4}|\d)(?:\s*[/,&–-]|\s+(?:and|or|to)\s).*$/;

interface Sight {
  body: string;
  named: ReadonlySet<string>;
}

function scored(line: Line, order: number, beforeCode: boolean, { body, named }: Sight): Candidate | undefined {
  const part = titlePart(line.text);
  if (!isCandidate(part.text) || DATE.test(line.text) || isRankAlone(line.text)) return undefined;
  if (isEmployerAndKind(part.text)) return undefined;
  const words = normaliseHeading(part.text).split(' ');
  const overlap = words.filter((word) => named.has(word)).length / words.length;
  const score =
    Math.min(mentionsOfTitle(part.text.replace(SEVERAL, ''), body), 4) * 1.5 +
    overlap * 3 +
    (beforeCode ? 1.5 : 0) +
    (isCapitals(part.text) ? 1 : 0) +
    (saysWhat(part.text) ? NOUN_BONUS : 0) +
    (/^#\s/.test(line.text) ? 2 : 0) +
    (line.text.length !== part.text.length ? 0.5 : 0) -
    (isOrganisation(part.text) && !/\(#/.test(line.text) ? 8 : 0) -
    (titles.generic.some((phrase) => ` ${words.join(' ')} `.includes(` ${phrase} `)) ? 3 : 0) -
    (words.length > 7 ? 1 : 0) -
    order * 0.25;
  const start = line.start + part.offset;
  return { text: part.text, score, line, start, end: start + part.text.length };
}

/** What the title's line is found by. */
export interface HeaderInput {
  header: readonly Line[];
  fields: readonly Field[];
  /** The document, at whose offsets the lines stand. */
  text: string;
  /** The document as `normaliseHeading` leaves it, with a space at either end. */
  body: string;
  fileName: string;
}

/** The header's line that is most like a title; undefined when none is. */
export function bestLine({ header, fields, text, body, fileName }: HeaderInput): Candidate | undefined {
  const sight = { body, named: fileWords(fileName) };
  const firstCode = fields.find((field) => field.topic === 'class-code')?.start;
  const last = header.filter((line) => firstCode !== undefined && line.end <= firstCode).at(-1);
  let best = undefined as Candidate | undefined;
  const consider = (line: Line, order: number, bonus: number, more: readonly Line[] = []) => {
    const { joined, placeOf } = joinedLines([line, ...more]);
    const candidate = scored(joined, order, line === last, sight);
    if (candidate === undefined) return;
    candidate.score += bonus;
    candidate.start = placeOf(candidate.start);
    candidate.end = placeOf(candidate.end - 1) + 1;
    if (best === undefined || candidate.score > best.score) best = candidate;
  };
  header.slice(0, HEADER_LINES).forEach((line, order) => {
    // A sentence that goes on below in lower case: "The / fundamental reason …".
    const goesOn = /^[ \t]*\r?\n[ \t]*\p{Ll}/u.test(text.slice(line.end, line.end + 40)) && !isCapitals(line.text);
    const above = header[order - 1]?.text.trim() ?? '';
    const labelled = /:$/.test(above) && isTitleLabel(above.replace(/\s*:$/, '')) ? LABELLED_BONUS : 0;
    if (!goesOn) for (const part of [line, ...columnsBeside(line)]) consider(part, order, labelled);
    const broken = linesOfTitle(header, order);
    if (broken.length > 0) consider(line, order, TWO_LINES_BONUS * broken.length, broken);
    const next = header[order + 1];
    // A value of two lines below its label, and the next label below it.
    if (
      labelled > 0 &&
      next !== undefined &&
      /^[ \t]*\r?\n[ \t]*[^\n:]{2,40}:/.test(text.slice(next.end, next.end + 80))
    )
      consider(line, order, labelled + TWO_LINES_BONUS, [next]);
    if (next === undefined || next.start - line.end > 2) return;
    if (!isCapitals(line.text) && !isRankAlone(line.text)) return;
    const named = mentions(titlePart(`${line.text} ${next.text}`).text, body) > 1;
    if (named || isRankAlone(line.text)) consider(line, order, TWO_LINES_BONUS, [next]);
  });
  return best === undefined || best.score < MIN_TITLE_SCORE ? undefined : best;
}
