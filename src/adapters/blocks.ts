/**
 * Reads the small markdown that answers are written in: paragraphs, bullets, numbered lines, tables, bold and
 * backslash escapes. Not a markdown library: an answer quotes documents, and whatever stray `*`, `_` or `#` they hold
 * has to come out as it stands.
 */

/** Text in one style. `marker` is a citation marker, "[1]". */
export interface Piece {
  style: 'plain' | 'bold' | 'marker';
  text: string;
}

/** `gap` says that a blank line stands before it. */
export type Block = { gap: boolean } & (
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'item'; bullet: string; depth: number; pieces: Piece[] }
  | { kind: 'table'; header: Piece[][]; rows: Piece[][][] }
);

const ITEM = /^( *)([-*•]|\d{1,3}[.)]) +(.*)$/;
const TABLE_ROW = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^[\s|:-]*-[\s|:-]*$/;
/** Bold needs text right inside its stars, so that a lone `**` in a quote stays what it is. */
const INLINE = /\\([!-/:-@[-`{-~])|\*\*(?=\S)((?:\\.|[^\\\n])*?\S)\*\*|(\[\d{1,3}\])/g;

/** Splits a line of markdown into styled pieces. */
export function parsePieces(line: string, style: 'plain' | 'bold' = 'plain'): Piece[] {
  const pieces: Piece[] = [];
  const push = (piece: Piece) => {
    const last = pieces.at(-1);
    if (last && last.style === piece.style && piece.style !== 'marker') last.text += piece.text;
    else if (piece.text !== '') pieces.push(piece);
  };
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    const [whole, escaped, bold, marker] = match;
    push({ style, text: line.slice(end, match.index) });
    if (escaped !== undefined) push({ style, text: escaped });
    else if (bold !== undefined) for (const piece of parsePieces(bold, 'bold')) push(piece);
    else if (marker !== undefined) push({ style: 'marker', text: marker });
    end = match.index + whole.length;
  }
  push({ style, text: line.slice(end) });
  return pieces;
}

/** Splits a table row at its unescaped bars. */
function parseRow(line: string): Piece[][] {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/);
  return cells.map((cell) => parsePieces(cell.trim()));
}

/** Reads a whole answer. Each line of text is a block of its own. */
export function parseBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let gap = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      gap = blocks.length > 0;
      continue;
    }
    const item = ITEM.exec(line);
    if (TABLE_ROW.test(line) && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const rows: Piece[][][] = [];
      for (at += 2; TABLE_ROW.test(lines[at] ?? ''); at++) rows.push(parseRow(lines[at] ?? ''));
      at--;
      blocks.push({ kind: 'table', gap, header: parseRow(line), rows });
    } else if (item) {
      const [, indent = '', bullet = '-', text = ''] = item;
      blocks.push({ kind: 'item', gap, bullet, depth: Math.floor(indent.length / 2), pieces: parsePieces(text) });
    } else {
      blocks.push({ kind: 'paragraph', gap, pieces: parsePieces(line.trim()) });
    }
    gap = false;
  }
  return blocks;
}
