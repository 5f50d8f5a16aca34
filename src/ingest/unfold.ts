/**
 * Documents whose lines an extractor ran together into one: line breaks are put back before known headings and labels,
 * list markers and codes of pay. Every break takes the place of a space, so that every offset stays true.
 */
import { isDocumentKind, topicOfLabel } from './labels.ts';

/** A shorter line is a paragraph, in characters. */
const MIN_FOLDED = 400;
/** Share of a document's text that its longest line holds where lines were run together. */
const FOLDED_SHARE = 0.6;
/** Fewer headings and labels than this may be words of a sentence. */
const MIN_BREAKS = 3;
/** Most words of a heading or label. */
const MAX_WORDS = 6;

/** A heading in capitals, before text or a list. */
const CAPITALS = /(?<=[.;):\d]\s+)\p{Lu}[\p{Lu} ,&/-]{4,60}\p{Lu}(?=\s+(?:\p{Lu}\p{Ll}|\p{Lu}\.\s|\d))/gu;
/** What stands before a title: "Class Specifications for the Class: PUMP MENDER", "COUNTY JOB DESCRIPTION Pump Mender". */
const BEFORE_TITLE =
  /(?<=\bfor the (?:[Cc]lass|[Pp]osition|[Jj]ob):)\s|(?<=\b\p{Lu}{3,} \p{Lu}{5,})\s(?=\p{Lu}\p{Ll})/gu;

/** The beginning of a list item behind the end of a sentence or heading. */
const ITEM = /\s(?=[•▪●◦])|(?<=[.;:])\s(?=(?:\d{1,2}|[A-Z])\.\s\p{Lu})/gu;
/** A grade and a bargaining unit: "SR-20, BU-13". */
const GRADE_AND_UNIT = /\s(?=[A-Z]{2}-\d{1,2},? BU-\d{2}\b)|(?<=\bBU-\d{2})\s/g;

/** Where a known heading or label begins that ends at a colon; undefined when none does. */
function labelStart(line: string, colon: number): number | undefined {
  const before = line.slice(Math.max(0, colon - 80), colon).trimEnd();
  const offset = Math.max(0, colon - 80);
  const starts = [...before.matchAll(/(?<=^|\s)\p{Lu}/gu)].map(({ index }) => index).slice(-MAX_WORDS);
  const start = starts.find((at) => {
    const topic = topicOfLabel(before.slice(at));
    const ends = /[.;)\d]\s*$/.test(before.slice(0, at));
    return topic !== undefined && (topic.type === 'field' || (ends && topic.weak !== true));
  });
  return start === undefined ? undefined : offset + start;
}

/** The places of a line's headings and labels: where a break belongs before them, and behind those in capitals. */
function headingBreaks(line: string): number[] {
  const breaks: number[] = [];
  for (const { index } of line.matchAll(/:(?=\s)/g)) {
    const start = labelStart(line, index);
    if (start !== undefined) breaks.push(start - 1);
    else if (breaks.length > 0) {
      // "Job Code: 4000 Mgt. Approval: …": a label that the vocabulary lacks ends the value before it.
      const unknown = /(?<=\S)\s(?=(?:\p{Lu}[\p{L}.]* )?\p{Lu}\p{L}+\s?$)/u.exec(
        line.slice((breaks.at(-1) ?? 0) + 1, index),
      );
      const value = line.slice((breaks.at(-1) ?? 0) + 1, index);
      if (unknown !== null && value.length < 80 && value.includes(':'))
        breaks.push((breaks.at(-1) ?? 0) + 1 + unknown.index);
    }
  }
  for (const { index, 0: heading } of line.matchAll(CAPITALS)) {
    if (topicOfLabel(heading) !== undefined) breaks.push(index - 1, index + heading.length);
  }
  return breaks;
}

/** Where a title begins behind what it is a document of. */
function titleBreaks(line: string): number[] {
  return [...line.matchAll(BEFORE_TITLE)].flatMap(({ index }) => {
    const words = line.slice(0, index).split(' ');
    return /:$/.test(words.at(-1) ?? '') || isDocumentKind(words.slice(-2).join(' ')) ? [index] : [];
  });
}

/** The text with its lines told apart where an extractor ran them together; any other text as it is. Same length. */
export function unfolded(text: string): string {
  const lines = text.split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest < MIN_FOLDED || longest < text.trim().length * FOLDED_SHARE) return text;
  return lines
    .map((line) => {
      const headings = line.length < MIN_FOLDED ? [] : headingBreaks(line);
      if (headings.length < MIN_BREAKS) return line;
      const marks = [...line.matchAll(ITEM), ...line.matchAll(GRADE_AND_UNIT)].map(({ index }) => index);
      const others = [...marks, ...titleBreaks(line)];
      const signs = line.split('');
      for (const at of [...headings, ...others]) if (/\s/.test(signs[at] ?? '')) signs[at] = '\n';
      return signs.join('');
    })
    .join('\n');
}
