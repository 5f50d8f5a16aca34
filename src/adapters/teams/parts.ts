/** A reply in parts that one message each can hold: some text, and a table at most. Parts that are too large are halved. */
import type { Block, Piece } from '../blocks.ts';
import { type TableBlock, type TextBlock, tableAsText } from './markdown.ts';

export interface Part {
  texts: TextBlock[];
  table?: TableBlock;
}

/** Cuts a reply after each table, so that text and tables keep their order. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let texts: TextBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      parts.push({ texts, table: block });
      texts = [];
    } else texts.push(block);
  }
  if (texts.length > 0) parts.push({ texts });
  return parts;
}

/** Where to cut a text in two: after the word nearest before its middle, and never inside a character. */
function middleOf(text: string): number {
  const middle = Math.ceil(text.length / 2);
  const space = text.lastIndexOf(' ', middle);
  if (space > 0) return space + 1;
  return /[\ud800-\udbff]/.test(text[middle - 1] ?? '') ? middle + 1 : middle;
}

/** Pieces cut in two near the middle of their text. */
function halvePieces(pieces: readonly Piece[]): [Piece[], Piece[]] {
  if (pieces.length === 1) {
    const [{ style, text }] = pieces as [Piece];
    const middle = middleOf(text);
    return [[{ style, text: text.slice(0, middle) }], [{ style, text: text.slice(middle) }]];
  }
  const half = Math.ceil(pieces.length / 2);
  return [pieces.slice(0, half), pieces.slice(half)];
}

/** True for a part that can't be cut any further: a character. */
export function isAtom({ texts, table }: Part): boolean {
  const length = texts.flatMap(({ pieces }) => pieces).reduce((sum, { text }) => sum + text.length, 0);
  return table === undefined && length <= 1;
}

/**
 * Parts that say together what the one said, each smaller.
 * A table too large with one row is said in words, which can be cut further.
 */
export function halvesOf({ texts, table }: Part): Part[] {
  if (table && texts.length > 0) return [{ texts }, { texts: [], table }];
  if (table && table.rows.length > 1) {
    const half = Math.ceil(table.rows.length / 2);
    return [table.rows.slice(0, half), table.rows.slice(half)].map((rows) => ({
      texts: [],
      table: { ...table, rows },
    }));
  }
  if (table) return [{ texts: tableAsText(table) }];
  if (texts.length > 1) {
    const half = Math.ceil(texts.length / 2);
    return [{ texts: texts.slice(0, half) }, { texts: texts.slice(half) }];
  }
  const [block] = texts as [TextBlock];
  const [head, tail] = halvePieces(block.pieces);
  return [{ texts: [{ ...block, pieces: head }] }, { texts: [{ kind: 'paragraph', gap: false, pieces: tail }] }];
}
