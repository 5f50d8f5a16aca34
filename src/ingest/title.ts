/** Finds the class title and the employer among the lines that precede the first section. */
import type { Field, Span } from '../domain.ts';
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { foldSpace, plainText } from '../words.ts';
import { isBareCode } from './fields.ts';
import { isCapitals, isFurniture, type Line } from './lines.ts';

interface TitleVocabulary {
  /** Lines that name no class. */
  generic: string[];
  /** Phrases that stand before or behind a title on its line. */
  prefixes: string[];
  titleLabels: string[];
  organisation: string[];
}

const titles = vocabularyPart<TitleVocabulary>('titles');
const generic = new Set([...titles.generic, ...titles.prefixes].map((phrase) => normaliseHeading(phrase)));
const titleLabels = new Set(titles.titleLabels.map((phrase) => normaliseHeading(phrase)));
const organisation = titles.organisation.map((pattern) => new RegExp(pattern, 'i'));

/** True for a line that names an employer rather than a class. */
function isOrganisation(text: string): boolean {
  const plain = foldSpace(text);
  return organisation.some((pattern) => pattern.test(plain));
}

/** The title and employer of a document. */
export interface Identity {
  title: string;
  titleSpan: Span | undefined;
  employer: string | undefined;
  /** Where a header line without a label names the employer. */
  employerSpan: Span | undefined;
}

/** How many header lines may hold the title. */
const HEADER_LINES = 12;
/** A title over two lines must beat its first line, which is named wherever the whole is. */
const TWO_LINES_BONUS = 3;
/** Below this a line neither is named in the text or the file name nor looks like a title. */
const MIN_TITLE_SCORE = 0.5;

interface Candidate extends Span {
  text: string;
  score: number;
}

const prefixPatterns = titles.prefixes.map((phrase) => phrase.replace(/ /g, '\\s+'));
const PREFIX = new RegExp(`^(?:${prefixPatterns.join('|')})(?:\\s*[:–—-]\\s*|\\s+)`, 'i');
const SUFFIX = new RegExp(`\\s*[-–—:|,]\\s*(?:${prefixPatterns.join('|')})$`, 'i');

/** The part of a line that can be a title: without markup, a generic phrase, a code in front or behind. */
function titlePart(text: string): { text: string; offset: number } {
  let offset = 0;
  let rest = text;
  const drop = (pattern: RegExp) => {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined && found.length < rest.length) {
      offset += found.length;
      rest = rest.slice(found.length);
    }
  };
  drop(/^(?:#{1,6}\s+|\*\*|__|\[|["“])+/);
  drop(PREFIX);
  drop(/^(?:[A-Z]{0,3}\d{4,8}\s*[-–—:]?|\d{3,8}\s*[-–—:])\s+(?=\p{L})/u);
  rest = rest.split(/\t|\s{3,}/, 1)[0] ?? rest;
  rest = rest.replace(/(?:\*\*|__|\]\([^)]*\)|["”])+\s*$/, '');
  rest = rest.replace(SUFFIX, '').replace(/\s+\(?rev(?:ised|\.)?\)?(?:\s+[\d/-]+)?$/i, '');
  rest = rest.replace(
    /\s*(?:\((?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8}\)|[-–—,]?\s*(?:(?:class|job|position)\s+)?(?:code|no\.?|#)?[:\s]*#?[A-Z]{0,3}-?\d{3,8})$/i,
    '',
  );
  return { text: rest.trim(), offset };
}

/** How often a phrase is named in the text as words of its own; capped. */
function mentions(phrase: string, body: string): number {
  const needle = ` ${normaliseHeading(phrase)} `;
  let count = 0;
  for (let at = body.indexOf(needle); at >= 0 && count < 6; at = body.indexOf(needle, at + 1)) count++;
  return count;
}

function isCandidate(text: string): boolean {
  const normal = normaliseHeading(text);
  if (normal === '' || text.length > 100 || normal.split(' ').length > 12) return false;
  if (generic.has(normal) || isFurniture(text) || isBareCode(text)) return false;
  return /\p{L}{2}/u.test(text) && !/[.:;]$/.test(text) && !/^\(.*\)$/.test(text) && !/[$£€]\s?\d|https?:|@/.test(text);
}

/** Words of a file name that may name the class. */
function fileWords(fileName: string): Set<string> {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  return new Set(
    normaliseHeading(stem.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'))
      .split(' ')
      .filter((word) => /[a-z]/.test(word)),
  );
}

function titleFromFile(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const words = foldSpace(
    (stem.split(/\s{2,}|\s-\s/, 1)[0] ?? stem).replace(/[_-]+/g, ' ').replace(/\b[0-9a-f]{8,}\b|\b\d{3,}\b/gi, ' '),
  );
  return words === '' ? stem : words;
}

function scored(
  line: Line,
  order: number,
  body: string,
  named: ReadonlySet<string>,
  beforeCode: boolean,
): Candidate | undefined {
  const part = titlePart(line.text);
  if (!isCandidate(part.text)) return undefined;
  const words = normaliseHeading(part.text).split(' ');
  const overlap = words.filter((word) => named.has(word)).length / words.length;
  const score =
    Math.min(mentions(part.text, body), 4) * 1.5 +
    overlap * 3 +
    (beforeCode ? 1.5 : 0) +
    (isCapitals(part.text) ? 1 : 0) +
    (/^#\s/.test(line.text) ? 2 : 0) +
    (line.text.length !== part.text.length ? 0.5 : 0) -
    (isOrganisation(part.text) ? 8 : 0) -
    (titles.generic.some((phrase) => ` ${words.join(' ')} `.includes(` ${phrase} `)) ? 3 : 0) -
    (words.length > 7 ? 1 : 0) -
    order * 0.25;
  const start = line.start + part.offset;
  return { text: part.text, score, start, end: start + part.text.length };
}

/**
 * Chooses title and employer. `header` holds the lines before the first section that are not fields; `body` is the
 * document as `normaliseHeading` leaves it, with a space at either end: a class is named again in its own text,
 * an employer's slogan is not.
 */
export function identify(header: readonly Line[], fields: readonly Field[], text: string, fileName: string): Identity {
  const body = ` ${plainText(text).replace(/[^a-z0-9]+/g, ' ')} `;
  const labelled = fields.find((field) => titleLabels.has(normaliseHeading(field.label)) && isCandidate(field.value));
  const organisations = header.filter(
    (line) => isOrganisation(line.text.split(/\s{3,}|\t/, 1)[0] ?? '') && line.text.length < 90,
  );
  const employerSpan =
    organisations[0] === undefined ? undefined : { start: organisations[0].start, end: organisations[0].end };
  const employer =
    organisations[0] === undefined
      ? fields.find((field) => field.topic === 'agency')?.value
      : foldSpace(
          organisations[0].text
            .split(/\s{3,}|\t/, 1)[0]
            ?.replace(/^#+\s+|\*\*/g, '')
            .replace(/^\w+:\s+/, '') ?? '',
        );
  if (labelled !== undefined) return { title: labelled.value, titleSpan: labelled.valueSpan, employer, employerSpan };
  const named = fileWords(fileName);
  const firstCode = fields.find((field) => field.topic === 'class-code')?.start;
  const last = header.filter((line) => firstCode !== undefined && line.end <= firstCode).at(-1);
  let best = undefined as Candidate | undefined;
  const consider = (line: Line, order: number, bonus: number) => {
    const candidate = scored(line, order, body, named, line === last);
    if (candidate === undefined) return;
    candidate.score += bonus;
    if (best === undefined || candidate.score > best.score) best = candidate;
  };
  header.slice(0, HEADER_LINES).forEach((line, order) => {
    consider(line, order, 0);
    const next = header[order + 1];
    if (next === undefined || next.start - line.end > 2 || !isCapitals(line.text)) return;
    const both = { ...line, end: next.end, text: `${line.text} ${next.text}` };
    if (mentions(both.text, body) > 1) consider(both, order, TWO_LINES_BONUS);
  });
  if (best === undefined || best.score < MIN_TITLE_SCORE)
    return { title: titleFromFile(fileName), titleSpan: undefined, employer, employerSpan };
  const title = foldSpace(best.text);
  if (employer === title)
    return { title, titleSpan: { start: best.start, end: best.end }, employer: undefined, employerSpan: undefined };
  return { title, titleSpan: { start: best.start, end: best.end }, employer, employerSpan };
}
