/** A document's lines with their offsets. */
import type { Span } from '../domain.ts';

/** A line without its ending. `start` and `end` bound its visible text; both are equal for a blank line. */
export interface Line extends Span {
  /** Visible text: `text.slice(start, end)`. */
  text: string;
  /** Columns from the line's beginning to `start`. */
  indent: number;
  /** A form feed stands before its visible text. */
  isPageStart: boolean;
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
    lines.push({
      start: at + indent,
      end: at + indent + visible.length,
      text: visible,
      indent,
      isPageStart: (visible === '' ? raw : raw.slice(0, indent)).includes('\f'),
    });
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

/** The part of a line from an offset on, in its column. */
export const restOf = (line: Line, from: number): Line => ({
  ...line,
  start: from,
  text: line.text.slice(from - line.start),
  indent: line.indent + from - line.start,
});
