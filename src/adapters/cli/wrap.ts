/** Fits styled text into columns of a terminal. */
import type { Piece } from '../blocks.ts';

const NARROW_ONLY = /^[\u0020-\u02ff\u2010-\u2027\u2500-\u257f]*$/;
const ZERO_WIDTH = /\p{M}|[\u200b-\u200d]/u;
const DOUBLE_WIDTH =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns a text takes. */
export function displayWidth(text: string): number {
  if (NARROW_ONLY.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += ZERO_WIDTH.test(character) ? 0 : DOUBLE_WIDTH.test(character) ? 2 : 1;
  return width;
}

/** How many columns a line of pieces takes. */
export function lineWidth(line: readonly Piece[]): number {
  return line.reduce((sum, piece) => sum + displayWidth(piece.text), 0);
}

/** A word: pieces without a space between them, such as a bold word and the comma after it. */
type Word = Piece[];

function splitWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const { style, text } of pieces) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      const isSpace = part[0] === ' ';
      if (!isSpace && open) words.at(-1)?.push({ style, text: part });
      else if (!isSpace) words.push([{ style, text: part }]);
      open = !isSpace;
    }
  }
  return words;
}

/** Breaks a word that is wider than a whole line. */
function breakWord(word: Word, width: number): Word[] {
  if (lineWidth(word) <= width) return [word];
  const parts: Word[] = [[]];
  let used = 0;
  for (const { style, text } of word) {
    for (const character of text) {
      const size = displayWidth(character);
      if (used + size > width && used > 0) {
        parts.push([]);
        used = 0;
      }
      const part = parts.at(-1) ?? [];
      const last = part.at(-1);
      if (last?.style === style) last.text += character;
      else part.push({ style, text: character });
      used += size;
    }
  }
  return parts;
}

/** Breaks pieces into lines of at most `width` columns, between words where it can; runs of spaces become one. */
export function wrapPieces(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const word of splitWords(pieces).flatMap((whole) => breakWord(whole, width))) {
    const size = lineWidth(word);
    const line = lines.at(-1);
    if (line && used + 1 + size <= width) {
      const last = line.at(-1);
      const first = word[0];
      // The space takes its style from both sides, so that bold words stay one bold run.
      if (last && first && last.style === first.style) last.text += ` ${first.text}`;
      else line.push({ style: 'plain', text: ' ' }, ...(first ? [{ ...first }] : []));
      for (const piece of word.slice(1)) line.push({ ...piece });
      used += 1 + size;
    } else {
      lines.push(word.map((piece) => ({ ...piece })));
      used = size;
    }
  }
  return lines.length > 0 ? lines : [[]];
}
