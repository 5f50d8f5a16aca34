/** Keeps what documents, file names and questions contain from steering the terminal or chat client that shows it. */

/**
 * Escape sequences that are complete: strings (OSC, DCS …) with their end, CSI with its parameters. Of an incomplete
 * one only the introducer goes, so that no text is swallowed with it.
 */
const ESCAPE_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098\u009c-\u009f\n]*(?:\u0007|\u001b\\|\u009c)|(?:\u001b\[[0-?]*|\u009b[0-?]+)[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/g;

/** C0 and C1 control characters except the newline, and the characters that reorder text (bidi). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const CONTROL_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text without escape sequences, control characters (tabs and carriage returns become spaces) or bidi overrides. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(ESCAPE_SEQUENCE, '').replace(CONTROL, '');
}

/** `cleanText` on one line: what may stand inside a table cell, a list of sources or a log line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** JSON on one line that is safe to print: what JSON itself leaves raw (DEL, C1, bidi) is escaped too, losslessly. */
export function toSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    CONTROL_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
