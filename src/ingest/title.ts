/** Finds the class title and the employer among the lines that precede the first section. */
import type { Field, Span } from '../domain.ts';
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { plainText } from '../words.ts';
import type { TableRow } from './columns.ts';
import { employerOf, isOrganisation, letterheadOf } from './employer.ts';
import { isBareCode } from './fields.ts';
import { isFurniture } from './furniture.ts';
import { isDocumentKind, statusTopic } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';
import { shownText } from './readable.ts';
import { codeBeside, titlePart } from './title-line.ts';

interface TitleVocabulary {
  /** Lines that name no class. */
  generic: string[];
  /** Phrases that stand before or behind a title on its line. */
  prefixes: string[];
  /** Labels of the official title, and those that other things have too ("Position: Full-time"). */
  titleLabels: string[];
  /** Labels of a title that differs from the official one. */
  workingTitleLabels: string[];
}

const titles = vocabularyPart<TitleVocabulary>('titles');
const generic = new Set([...titles.generic, ...titles.prefixes].map((phrase) => normaliseHeading(phrase)));
const officialLabels = new Set(titles.titleLabels.map((phrase) => normaliseHeading(phrase)));
const workingLabels = new Set(titles.workingTitleLabels.map((phrase) => normaliseHeading(phrase)));

/** The title and employer of a document. */
export interface Identity {
  title: string;
  titleSpan: Span | undefined;
  employer: string | undefined;
  /** Where a header line without a label names the employer. */
  employerSpan: Span | undefined;
  /** The class code beside the title on its line, without a label of its own. */
  code: (Span & { text: string }) | undefined;
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
  line: Line;
}

/** How often a phrase is named in the text as words of its own; capped. */
function mentions(phrase: string, body: string): number {
  const needle = ` ${normaliseHeading(phrase)} `;
  let count = 0;
  for (let at = body.indexOf(needle); at >= 0 && count < 6; at = body.indexOf(needle, at + 1)) count++;
  return count;
}

/** A line of an e-mail's head. */
const EMAIL_HEAD = /^(?:from|to|cc|sent|date|subject|attachments?):/i;

function isCandidate(text: string): boolean {
  const normal = normaliseHeading(text);
  if (normal === '' || text.length > 100 || normal.split(' ').length > 12) return false;
  if (generic.has(normal) || isDocumentKind(text) || statusTopic(text) !== undefined) return false;
  if (isFurniture(text) || isBareCode(text) || EMAIL_HEAD.test(text)) return false;
  if (/\d\/\d|\d\/$|^(?:\d{1,2}|[a-z])[.)] .*:\s/.test(text)) return false;
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
  const words = shownText(
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
  return { text: part.text, score, line, start, end: start + part.text.length };
}

/** What identifies a document is read from. */
export interface IdentityInput {
  /** The lines before the first section that are not fields. */
  header: readonly Line[];
  fields: readonly Field[];
  /** The classes of a table in the header. */
  rows: readonly TableRow[];
  text: string;
  fileName: string;
}

/** A labelled title, without a code that shares its value where the label names both ("Title / Series / Grade"). */
interface LabelledTitle extends Span {
  text: string;
  field: Field;
}

/** The value of the first field with one of `labels` that can be a title. */
function labelledTitle(fields: readonly Field[], labels: ReadonlySet<string>): LabelledTitle | undefined {
  for (const field of fields) {
    const { label, value, valueSpan } = field;
    const [first = '', ...more] = label.split(/[/,]/);
    if (![label, first].some((name) => labels.has(normaliseHeading(name)))) continue;
    const part = more.length > 0 ? titlePart(value) : { text: value, offset: 0 };
    if (!isCandidate(part.text) || /^\W*(?:classified|certificated)\b|\d{3}/i.test(part.text)) continue;
    const start = valueSpan.start + part.offset;
    return { field, text: part.text, start, end: part.text === value ? valueSpan.end : start + part.text.length };
  }
  return undefined;
}

/** The words that the titles of a series begin with, when there are at least two and none is the document's own. */
function seriesTitle(rows: readonly TableRow[]): (Span & { text: string }) | undefined {
  const first = rows[0]?.title;
  if (first === undefined || rows.length < 2) return undefined;
  const words = first.text.split(' ');
  while (
    words.length > 0 &&
    !rows.every(({ title }) => `${title?.text} `.toLowerCase().startsWith(`${words.join(' ')} `.toLowerCase()))
  )
    words.pop();
  const text = words.join(' ');
  return text === '' ? undefined : { text, start: first.start, end: first.start + text.length };
}

/** Chooses the title, and the employer that header or fields name, or else a letterhead that is not the title. */
export function identify(input: IdentityInput): Identity {
  const found = identityOf(input);
  const letterhead =
    found.employer === undefined && found.titleSpan !== undefined ? letterheadOf(input.header, found.title) : undefined;
  if (letterhead === undefined) return found;
  const { name, start, end } = letterhead;
  return { ...found, employer: name, employerSpan: { start, end } };
}

/**
 * A labelled title, else the line of the header that is most like one. A class is named
 * again in its own text, an employer's slogan is not.
 */
function identityOf({ header, fields, rows, text, fileName }: IdentityInput): Identity {
  const body = ` ${plainText(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')} `;
  const named = employerOf(header);
  const employer = named?.name ?? fields.find((field) => field.topic === 'agency')?.value;
  const identity = { employer, employerSpan: named && { start: named.start, end: named.end }, code: undefined };
  const titled = (title: Span & { text: string }): Identity => ({
    ...identity,
    title: shownText(title.text),
    titleSpan: { start: title.start, end: title.end },
  });
  const labelled = labelledTitle([...fields, ...(rows.length === 1 ? (rows[0]?.fields ?? []) : [])], officialLabels);
  const working = labelledTitle(fields, workingLabels);
  // Where both are labelled, the first is the one that the document calls the class by.
  const first = working !== undefined && labelled !== undefined && working.start < labelled.start ? working : labelled;
  const best = bestLine({ header, fields, body, fileName });
  // "Job Classification: Professional": a label without "title" or "name" must not hide what the text calls the class.
  const isNamed = (text: string): number => mentions(text, body);
  const words = fileWords(fileName);
  const inFileName = (name: string): boolean => [...fileWords(name)].every((word) => words.has(word));
  const hides =
    first !== undefined &&
    best !== undefined &&
    !/title|name/i.test(first.field.label) &&
    !first.text.toLowerCase().startsWith(best.text.toLowerCase()) &&
    (isNamed(best.text) > isNamed(first.text) || (inFileName(best.text) && !inFileName(first.text)));
  if (first !== undefined && !hides) {
    const { valueSpan } = first.field;
    const whole = { ...valueSpan, text: text.slice(valueSpan.start, valueSpan.end) };
    return { ...titled(first), code: codeBeside(whole, first) };
  }
  const series = rows.length > 1 ? seriesTitle(rows) : undefined;
  const isOfSeries = best?.text.toLowerCase().startsWith(series?.text.toLowerCase() ?? '') !== false;
  if (series?.text.includes(' ') === true && !isOfSeries) return titled(series);
  if (best === undefined) {
    const other = rows.length === 1 ? rows[0]?.title : seriesTitle(rows);
    if (other !== undefined) return titled(other);
    if (working !== undefined) return titled(working);
    return { ...identity, title: titleFromFile(fileName), titleSpan: undefined };
  }
  const found = { ...titled(best), code: codeBeside(best.line, best) };
  return employer === found.title ? { ...found, employer: undefined, employerSpan: undefined } : found;
}

interface HeaderInput {
  header: readonly Line[];
  fields: readonly Field[];
  /** The document as `normaliseHeading` leaves it, with a space at either end. */
  body: string;
  fileName: string;
}

/** The header's line that is most like a title; undefined when none is. */
function bestLine({ header, fields, body, fileName }: HeaderInput): Candidate | undefined {
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
  return best === undefined || best.score < MIN_TITLE_SCORE ? undefined : best;
}
