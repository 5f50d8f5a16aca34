/**
 * What a reader can check of an answer with the documents in hand, written without a look at how answers are made:
 * it shares nothing with the check that the program itself makes.
 */
import type { Answer, Citation, IndexedDocument } from '../../src/domain.ts';

type Documents = readonly Pick<IndexedDocument, 'source' | 'text' | 'spec'>[];

const MARKER = /(?<!\\)\[(\d+)\]/g;

function markersOf(text: string): number[] {
  return [...text.matchAll(MARKER)].map((match) => Number(match[1]));
}

/** Words as they read: markdown's backslashes taken back, one kind of quotation mark, single spaces. */
function asRead(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

function isPrinted(words: string, text: string): boolean {
  return asRead(text).toLowerCase().includes(asRead(words).toLowerCase());
}

/** Characters behind a series' name in which its levels are listed: "Clerk I / II / III", "Clerk I, II and III". */
const LEVELS_BEHIND = 30;

/** True for a level that a document names by its series and a list of numerals behind it. */
function isLevelPrinted(title: string, text: string): boolean {
  const [, name = '', numeral = ''] = /^(.+) ([IVX]+|\d)$/i.exec(asRead(title)) ?? [];
  if (name === '') return false;
  const read = asRead(text).toLowerCase();
  const behind = read
    .split(name.toLowerCase())
    .slice(1)
    .map((rest) => rest.slice(0, LEVELS_BEHIND));
  return behind.some((rest) => rest.split(/[^a-z0-9]+/).includes(numeral.toLowerCase()));
}

function citationProblems(citation: Citation, documents: Documents): string[] {
  const { marker, source, start, end, quote, line, classTitle, classCode } = citation;
  const named = documents.filter((document) => document.source === source);
  const document = named[0];
  if (document === undefined || named.length > 1) return [`[${marker}] names ${named.length} documents`];
  const { text, spec } = document;
  const lines = text.slice(0, start).split(/\r\n|\r|\n/).length;
  return [
    ...(quote.trim() === '' ? [`[${marker}] quotes nothing`] : []),
    ...(text.slice(start, end) === quote ? [] : [`[${marker}] is not the text at its offsets`]),
    ...(lines === line ? [] : [`[${marker}] says line ${line}, and stands in line ${lines}`]),
    // A document on a series of levels has more titles and codes than its own.
    ...(classTitle === spec.title || isPrinted(classTitle, text) || isLevelPrinted(classTitle, text)
      ? []
      : [`[${marker}] names another class`]),
    ...(classCode === undefined || isPrinted(classCode, text) ? [] : [`[${marker}] has another class code`]),
  ];
}

/** True when the parts of a shortened quotation follow each other in a passage, and are not all empty. */
function standInOrder(parts: readonly string[], passage: string): boolean {
  let rest: string | undefined = passage;
  for (const part of parts) {
    const at: number = rest?.indexOf(part) ?? -1;
    rest = at < 0 ? undefined : rest?.slice(at + part.length);
  }
  return rest !== undefined && parts.join('') !== '';
}

/** Quotations of a line that do not stand in a passage cited on that line. */
function quotationProblems(line: string, citations: readonly Citation[]): string[] {
  const markers = markersOf(line);
  const cited = citations.filter(({ marker }) => markers.includes(marker)).map(({ quote }) => asRead(quote));
  return [...line.matchAll(/“([^”]*)”/g)].flatMap(([, quotation = '']) => {
    if (markers.length === 0) return [`no marker in the line of “${quotation}”`];
    const words = asRead(quotation.replace(/\\([\\*_`|~<>#[\]])/g, '$1'));
    const parts = words.split('…').map((part) => part.trim());
    return cited.some((quote) => quote.includes(words) || standInOrder(parts, quote))
      ? []
      : [`“${quotation}” stands in no passage of its line`];
  });
}

/** Everything that a reader could hold against an answer's citations; empty for a sound answer. */
export function groundingProblems(answer: Answer, documents: Documents): string[] {
  const { answer: text, citations, status, abstained, suggestions } = answer;
  const used = new Set(markersOf(text));
  const made = citations.map(({ marker }) => marker);
  return [
    ...citations.flatMap((citation) => citationProblems(citation, documents)),
    ...(new Set(made).size === made.length ? [] : ['a marker stands for two citations']),
    ...[...used].filter((marker) => !made.includes(marker)).map((marker) => `[${marker}] has no citation`),
    ...made.filter((marker) => !used.has(marker)).map((marker) => `citation ${marker} is not used`),
    ...text.split('\n').flatMap((line) => quotationProblems(line, citations)),
    ...(abstained === (status === 'not-found') ? [] : ['abstained does not say what the status says']),
    ...(text.trim() === '' ? ['the answer is empty'] : []),
    ...(suggestions.length <= 3 ? [] : ['more than three suggestions']),
  ];
}
