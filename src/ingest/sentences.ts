/** Splits a block of text into sentences, and long sentences into clauses. */
import type { Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';

const abbreviations = new Set(vocabularyPart<string[]>('abbreviations'));
/** A time of day before a word that does not go on with it: "… and 6 p.m. Remote work is …" are two sentences. */
const TIME = /\d\s*[ap]\.m\.$/i;
const goesOnWithTime = new RegExp(`^\\s+(?:${vocabularyPart<string>('behindTimes')})\\b`, 'i');

/** A sentence longer than this, in characters, is split at its semicolons. */
const LONG_SENTENCE = 240;
/** Shortest clause worth quoting alone, in characters. */
const MIN_CLAUSE = 40;

/** One to three words with a full stop, the first of which is no verb ("Mows lawns."), before a sentence: what it is about. */
const NAME = /^\p{Lu}[\p{L}-]*[^s\P{L}](?: (?:and )?[\p{L}-]+){0,2}\.$/u;

/** A sentence that begins with what somebody does. */
const DOES = /^\s+\p{Lu}\p{Ll}+[^s\P{Ll}]s\s/u;

/** What stands behind a duty in a column of its own: its share of the time, or a letter for what kind it is. */
const BEHIND = /^\s+\(?(?:\d{1,3}\s?%?|\p{Lu})\)?$/u;

/** Leaders between columns ("Filing ..... 20%") end no sentence. */
const BOUNDARY = /(?<!\.{3}|\. \.)[.!?]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\d])/gu;

function endsInAbbreviation(before: string): boolean {
  const word = /([\p{L}][\p{L}.]*)\.$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return /(?:^|\s)\d{1,2}\.$/.test(before);
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}

function trimSpan(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}

/** The sentences of `text` within a span: disjoint, in order, holding all its visible text. */
export function sentencesIn(text: string, span: Span): Span[] {
  const block = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const boundary of block.matchAll(BOUNDARY)) {
    const end = boundary.index + boundary[0].trimEnd().length;
    const before = block.slice(start, end).replace(/["'”’)\]]+$/, '');
    const endsInTime =
      TIME.test(before) && /^\s+\p{Lu}\p{Ll}/u.test(block.slice(end)) && !goesOnWithTime.test(block.slice(end));
    if (endsInAbbreviation(before) && !endsInTime) continue;
    if (BEHIND.test(block.slice(end))) continue;
    // "Triage. Sees each patient.": the name of a duty says nothing by itself.
    if (start === 0 && NAME.test(block.slice(0, end)) && DOES.test(block.slice(end))) continue;
    sentences.push(trimSpan(text, span.start + start, span.start + end));
    start = boundary.index + boundary[0].length;
  }
  const last = trimSpan(text, span.start + start, span.end);
  if (last.end > last.start) sentences.push(last);
  return sentences;
}

/** The clauses of a sentence: the sentence itself unless it is long and has semicolons. */
export function clausesIn(text: string, sentence: Span): Span[] {
  if (sentence.end - sentence.start <= LONG_SENTENCE) return [sentence];
  const clauses: Span[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at < sentence.end; at++) {
    if (text[at] !== ';' || at + 1 - start < MIN_CLAUSE || sentence.end - at - 1 < MIN_CLAUSE) continue;
    clauses.push(trimSpan(text, start, at + 1));
    start = at + 1;
  }
  clauses.push(trimSpan(text, start, sentence.end));
  return clauses;
}
