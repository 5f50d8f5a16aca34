/** What headings are made of: their text without marks, and where they stand. */
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { topicOfLabel } from './labels.ts';
import type { Layout } from './layout.ts';
import { isCapitals, type Line } from './lines.ts';
import { shownText } from './readable.ts';

/** A heading found on a line. */
export interface Heading {
  topic: string;
  /** As printed, white space folded, without markup and closing colon. */
  text: string;
  /** End of the heading, where it shares its line with text (a run-in heading). */
  runInEnd: number | undefined;
  /** Prominence: 0 capitals or markdown, 1 mixed case, 2 run-in or always subordinate. */
  rank: number;
  /** The vocabulary knows its words. */
  known: boolean;
  /** Its line says something by itself (a share of time, points) and is a sentence of the section, to be quoted. */
  isStatement?: boolean;
  /** Its letter or number sets it apart: it shares its line with text, and goes on past blank lines to the next. */
  outlined?: boolean;
}

/** Where a line stands. */
export interface Place {
  lines: readonly Line[];
  at: number;
  layout: Layout;
  /** Topic of the section that the line stands in; empty before the first. */
  inside: string;
  /** The line of the open section's heading; empty before the first. */
  mainHeading: string;
  /** The line before it is a labelled value. */
  afterField: boolean;
}

const connectors = new Set(vocabularyPart<string[]>('connectors'));

/** A line that only joins two requirements ("AND"). */
export function isConnector(text: string): boolean {
  return connectors.has(text.toLowerCase().replace(/\W+/g, ' ').trim());
}

/** Headings of no topic that people ask about. */
const others = new RegExp(`^(?:${vocabularyPart<string>('otherHeadings')})$`);

/** True for a heading that the vocabulary knows, and that is of no topic ("Our Values"). */
export function isOtherHeading(text: string): boolean {
  return others.test(normaliseHeading(text));
}

/** The number of a section. */
export const NUMBERING = /^(?:(?:section|part)\s+)?(?:[IVX]{1,5}[.):]|\d{1,2}(?:\.\d{1,2})*[.):]?|[A-H][.)])\s+/i;
/** Dashes, equals signs and brackets around a heading: "=== DUTIES ===", "[ Duties ]", ">> Duties". */
export const DECORATION = /^(?:(?:[-=~>#.+]{2,}|\*{3,}|_{3,})\s*|\[\s+)(?=\p{L})/u;

/** True when the words of a text begin with capitals, joining words aside. */
export function isTitleCase(text: string): boolean {
  const words = text.replace(/\([^)]*\)/g, '').match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const joining = /^(?:and|or|of|the|for|to|in|on|at|a|an|with|by|per|from|as|vs)$/;
  return (
    words.length > 0 &&
    words.every((word) => /^\p{Lu}/u.test(word) || joining.test(word)) &&
    /^\p{Lu}/u.test(words[0] ?? '')
  );
}

/** A heading's text without markdown, decoration, numbering and closing colon. */
export function bareHeading(text: string): string {
  const plain = text
    .replace(/^#{1,6}\s+/, '')
    .replace(DECORATION, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s*(?:[-=*~_<#.+]{2,}|(?<=\s)\])$/, '')
    .replace(/\s*:\s*$/, '');
  const unnumbered = plain.replace(NUMBERING, '');
  const isName = isCapitals(unnumbered) || isTitleCase(unnumbered) || topicOfLabel(unnumbered) !== undefined;
  return shownText(unnumbered !== plain && isName ? unnumbered : plain);
}
