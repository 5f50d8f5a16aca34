/** Colour and weight, or nothing: the caller decides once whether the output takes escape codes. */
import type { Piece } from '../blocks.ts';

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  marker(text: string): string;
}

const wrapWith = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
const unchanged = (text: string) => text;

/** The styles of a terminal with colour, or plain text. */
export function createStyle(color: boolean): Style {
  return color
    ? { bold: wrapWith(1, 22), dim: wrapWith(2, 22), marker: wrapWith(36, 39) }
    : { bold: unchanged, dim: unchanged, marker: unchanged };
}

/** One line of pieces as text. */
export function stylePieces(line: readonly Piece[], style: Style): string {
  return line.map(({ style: name, text }) => (name === 'plain' ? text : style[name](text))).join('');
}
