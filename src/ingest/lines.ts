/** A document's lines with their offsets, and how the document is laid out. */
import type { Span } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';

/** A line without its ending. `start` and `end` bound its visible text; both are equal for a blank line. */
export interface Line extends Span {
  /** Visible text: `text.slice(start, end)`. */
  text: string;
  /** Columns from the line's beginning to `start`. */
  indent: number;
}

/** What a document's layout lets headings and line breaks mean. */
export interface Layout {
  /** Most lines are in capitals: capitals make no heading. */
  shouting: boolean;
  /** Column at which the text was wrapped by hand or by an extractor; undefined when paragraphs are single lines. */
  wrapWidth: number | undefined;
}

/** Splits at LF, CRLF and lone CR. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]*/y;
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const raw = pattern.exec(text)?.[0] ?? '';
    const visible = raw.trim();
    const indent = visible === '' ? 0 : raw.indexOf(visible);
    lines.push({ start: at + indent, end: at + indent + visible.length, text: visible, indent });
    at += raw.length;
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return lines;
}

/** True for at least three letters, none of them lower case (joining words aside). */
export function isCapitals(text: string): boolean {
  const words = text.replace(/\b(?:and|or|of|the|for|to|in|at|a)\b/g, '').replace(/\([^)]*\)/g, '');
  return /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
}

const furniture = vocabularyPart<string[]>('furniture').map((pattern) => new RegExp(pattern, 'i'));

/** Lines as they repeat at the head and foot of every page: words only, so that page numbers do not tell them apart. */
function furnitureKey(text: string): string {
  return text.replace(/[\d\s]+/g, ' ').trim();
}

/**
 * Indexes of the lines that are page furniture: the ones that are by themselves, and lines beside a page number that
 * stand in the document more than once (its running heads). The first of those is left: it may name the class.
 */
export function furnitureLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    if (line.text === '') return;
    if (isFurniture(line.text)) found.add(index);
    const key = furnitureKey(line.text);
    const near = lines.slice(Math.max(0, index - 3), index + 4);
    if (seen.has(key) && key.length > 3 && near.some((other) => other !== line && /\bpage\s+\d+/i.test(other.text)))
      found.add(index);
    seen.add(key);
  });
  return found;
}

/** Page numbers, rules and other marks of layout that say nothing. */
export function isFurniture(text: string): boolean {
  return furniture.some((pattern) => pattern.test(text));
}

/** Fewer visible lines than this say nothing about a document's wrapping. */
const MIN_LINES_FOR_WRAP = 12;

/** Reads the layout off the lines. */
export function layoutOf(lines: readonly Line[]): Layout {
  const visible = lines.filter((line) => line.text !== '');
  const long = visible.filter((line) => line.text.length > 30);
  const capitals = long.filter((line) => isCapitals(line.text)).length;
  const widths = visible.map((line) => line.indent + line.text.length).sort((a, b) => a - b);
  const widest = widths[Math.floor(widths.length * 0.98)] ?? 0;
  const full = widths.filter((width) => width > widest * 0.8).length;
  const wrapped =
    visible.length >= MIN_LINES_FOR_WRAP && widest >= 50 && widest <= 140 && full >= visible.length * 0.25;
  return {
    shouting: long.length >= 4 && capitals > long.length * 0.6,
    wrapWidth: wrapped ? widest : undefined,
  };
}

/** True when the break between two adjacent lines only wraps a sentence: the next word had no room, or goes on in lower case. */
export function isWrapped(line: Line, next: Line, layout: Layout): boolean {
  if (line.text === '' || next.text === '' || /\s{4,}|\t/.test(line.text) || /\s{4,}|\t/.test(next.text)) return false;
  if (/^\p{Ll}/u.test(next.text) && !/[.!?:;]["')\]]*$/.test(line.text)) return true;
  if (layout.wrapWidth === undefined) return false;
  const firstWord = next.text.split(/\s/, 1)[0] ?? '';
  return line.indent + line.text.length + 1 + firstWord.length > layout.wrapWidth;
}

/** A list marker at the start of a line: bullets, numbers, letters, and a bullet before a number. */
const MARKER =
  /^(?:(?:[-–—*•●▪■◦‣·∙○❖➢✓\uF0A7\uF0B7\uF0D8]+|o(?=\s))\s*(?:\(?\d{1,3}[.)]\s+)?|\(?\d{1,3}[.)]\s+|\d{1,3}[.)](?=\p{Lu})|\(?[a-zA-Z][.)]\s+|\(?[ivx]{1,4}[.)]\s+)(?=\S)/u;

/** Length of a line's list marker with the space behind it; 0 when it has none. */
export function markerLength(text: string): number {
  const marker = MARKER.exec(text)?.[0];
  if (marker === undefined || marker.length === text.length) return 0;
  return /^[-–—*]\S/.test(marker) ? 0 : marker.length;
}
