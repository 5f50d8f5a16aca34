/** Text blocks in the markdown that Teams knows: bold, lists and paragraphs; no headings, tables or rules. */
import type { Block, Piece } from '../blocks.ts';

export type TextBlock = Exclude<Block, { kind: 'table' }>;
export type TableBlock = Extract<Block, { kind: 'table' }>;

/**
 * Character references instead of backslashes: Teams turns markdown into HTML, and every HTML view decodes them, also
 * where its markdown knows no backslash.
 */
const ESCAPED: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '*': '&#42;',
  _: '&#95;',
  '`': '&#96;',
  '~': '&#126;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  '\\': '&#92;',
};
/** Shows nothing, and keeps apart what would make a citation or a link together: clients look for both in what they show. */
const JOINER = '\u2060';
/** What would be a list, heading, quote or rule at the start of a line: its deciding character. */
const LINE_START = /^(\s*)(?:([#+=-])|(\d{1,9})([.)]))/;

const reference = (character: string) => `&#${character.codePointAt(0)};`;

/** The text so that it shows as it is: no markup, mention, link or entity of its own takes effect. */
export function escapeText(text: string): string {
  return text
    .replace(/\[(?=\d+\])|:(?=\/\/)|\bwww(?=\.)|\S(?=@\S)/gi, (found) => found + JOINER)
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replace(/[<>*_`~[\]|\\]/g, (character) => ESCAPED[character] ?? character);
}

/** `escapeText` for text that begins a line. */
function escapeLine(line: string): string {
  return line.replace(LINE_START, (_, space: string, mark?: string, digits?: string, point?: string) =>
    mark ? `${space}${reference(mark)}` : `${space}${digits}${reference(point ?? '.')}`,
  );
}

/** Pieces in a line of markdown; markers stay bare, for Teams to make citations of. */
export function renderPieces(pieces: readonly Piece[]): string {
  const parts = pieces.map(({ style, text }) => {
    if (style === 'marker') return text;
    const escaped = escapeText(text);
    return style === 'bold' ? `**${escaped}**` : escaped;
  });
  return escapeLine(parts.join('').trim());
}

function renderText(block: TextBlock, index: number, blocks: readonly TextBlock[]): string {
  const isAlone = blocks[index - 1]?.kind !== 'item' && blocks[index + 1]?.kind !== 'item';
  if (block.kind === 'paragraph') return renderPieces(block.pieces);
  // A list of one is a quotation: lists with nothing between their items are not looked through for citations.
  if (isAlone) return `> ${renderPieces(block.pieces)}`;
  // Four spaces are inside the item above, whether that has a bullet or a number.
  const indent = ' '.repeat(block.depth * 4);
  const bullet = /^\d/.test(block.bullet) ? block.bullet : '-';
  return `${indent}${bullet} ${renderPieces(block.pieces)}`;
}

/**
 * Blocks as markdown. A blank line between any two: where a client shows no lists (Teams on phones), items would
 * otherwise run together in one paragraph.
 */
export function renderBlocks(blocks: readonly TextBlock[]): string {
  return blocks.map(renderText).join('\n\n');
}

/** Pieces as they read, without any markup. */
export function plainPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** A table said in words, a paragraph for each row with an item for each of its cells: for where no table can be. */
export function tableAsText({ header, rows }: TableBlock): TextBlock[] {
  return rows.flatMap((row): TextBlock[] => [
    {
      kind: 'paragraph',
      gap: true,
      pieces: (row[0] ?? []).map((piece) => (piece.style === 'plain' ? { ...piece, style: 'bold' } : piece)),
    },
    ...row.slice(1).map(
      (cell, index): TextBlock => ({
        kind: 'item',
        gap: false,
        bullet: '-',
        depth: 0,
        pieces: [
          { style: 'bold', text: plainPieces(header[index + 1] ?? []) },
          { style: 'plain', text: ': ' },
          ...cell,
        ],
      }),
    ),
  ]);
}
