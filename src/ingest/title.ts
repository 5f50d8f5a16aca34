/** Finds the class title and the employer among the lines that precede the first section. */
import type { Field, Passage, Span, SpecLevel } from '../domain.ts';
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { plainText } from '../words.ts';
import type { TableRow } from './columns.ts';
import { codeOf } from './document-fields.ts';
import { employerOf, letterheadOf } from './employer.ts';
import { definedLevels } from './levels-in-text.ts';
import type { Line } from './lines.ts';
import { shownText } from './readable.ts';
import { bestLine, fileWords, isCandidate, mentions } from './title-candidate.ts';
import { titleInText } from './title-in-text.ts';
import { codeBeside, titlePart } from './title-line.ts';

interface TitleVocabulary {
  /** Labels of the official title, and those that other things have too ("Position: Full-time"). */
  titleLabels: string[];
  /** Labels of a title that differs from the official one. */
  workingTitleLabels: string[];
}

const titles = vocabularyPart<TitleVocabulary>('titles');
const officialLabels = new Set(titles.titleLabels.map((phrase) => normaliseHeading(phrase)));
const workingLabels = new Set(titles.workingTitleLabels.map((phrase) => normaliseHeading(phrase)));

/** The title and employer of a document. */
export interface Identity {
  title: string;
  titleSpan: Span | undefined;
  /** The title stands in a sentence, or is a code: it has no line of its own. */
  isSaid?: boolean;
  /** The levels that only the text tells of. */
  levels?: SpecLevel[];
  employer: string | undefined;
  /** Where a header line without a label names the employer. */
  employerSpan: Span | undefined;
  /** The class code beside the title on its line, without a label of its own. */
  code: (Span & { text: string }) | undefined;
}

/** The words of a file name, without numbers and other marks of an archive; empty where it has none. */
function titleFromFile(fileName: string): string {
  const stem = stemOf(fileName);
  const words = shownText(
    (stem.split(/\s{2,}|\s-\s/, 1)[0] ?? stem).replace(/[_-]+/g, ' ').replace(/\b[0-9a-f]{8,}\b|\b\d{3,}\b/gi, ' '),
  );
  return /\p{L}{3}/u.test(words) ? words : '';
}

const stemOf = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');

/** What identifies a document is read from. */
export interface IdentityInput {
  /** The lines before the first section that are not fields. */
  header: readonly Line[];
  fields: readonly Field[];
  /** The classes of a table in the header. */
  rows: readonly TableRow[];
  text: string;
  passages: readonly Passage[];
  /** The levels of a series that head its sections. */
  headed: readonly SpecLevel[];
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
    if (field.topic === 'pay-grade' || ![label, first].some((name) => labels.has(normaliseHeading(name)))) continue;
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

/** What the levels of a series are called together: the name before their numerals, else all of their titles. */
function seriesOf(levels: readonly SpecLevel[]): Span & { text: string } {
  const titles = levels.map(({ title }) => title);
  const [base = ''] = titles.map((title) => title.replace(/ (?:[IVX]+|\d+)$/, ''));
  const text = titles.every((title) => title.startsWith(`${base} `)) ? base : titles.join(' / ');
  return { text, ...(levels[0]?.titleSpan ?? { start: 0, end: 0 }) };
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
function identityOf({ header, fields, rows, text, passages, headed, fileName }: IdentityInput): Identity {
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
  const best = bestLine({ header, fields, text, body, fileName });
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
    const levels = headed.length > 0 ? headed : definedLevels(text, passages);
    if (levels.length > 0) return { ...titled(seriesOf(levels)), levels: [...levels], isSaid: true };
    const file = titleFromFile(fileName);
    const said = file !== '' && isNamed(file) > 0 ? undefined : titleInText(text, passages);
    if (said !== undefined) return { ...titled(said), isSaid: true };
    const classCode = codeOf(fields);
    if (file !== '' || classCode === undefined)
      return { ...identity, title: file === '' ? stemOf(fileName) : file, titleSpan: undefined };
    const titleSpan = fields.find(({ topic, value }) => topic === 'class-code' && value.includes(classCode))?.valueSpan;
    return { ...identity, title: classCode, titleSpan, isSaid: true };
  }
  const found = { ...titled(best), code: codeBeside(best.line, best) };
  return employer === found.title ? { ...found, employer: undefined, employerSpan: undefined } : found;
}
