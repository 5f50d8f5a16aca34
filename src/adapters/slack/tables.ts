/** Tables: Slack's `table` block where it fits, lines where it doesn't. */
import type { types } from '@slack/bolt';
import type { Block, Piece } from '../blocks.ts';
import { MAX_BLOCKS_JSON, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, MAX_TABLE_TEXT } from './limits.ts';
import { type Line, linesOf, textLeaf } from './rich-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Slack refuses an empty cell. */
const NOTHING = '–';
/** A cell longer than this makes a column that nobody reads; such a table is told in lines. */
const LONGEST_CELL = 2_000;

function cellText(pieces: readonly Piece[]): string {
  return (
    pieces
      .map(({ text }) => text)
      .join('')
      .trim() || NOTHING
  );
}

function cellsOf(cells: readonly Piece[][], columns: number): string[] {
  return Array.from({ length: columns }, (_, at) => cellText(cells[at] ?? []));
}

function tableBlock(rows: readonly string[][], columns: number): types.TableBlock {
  return {
    type: 'table',
    column_settings: Array.from({ length: columns }, () => ({ is_wrapped: true })),
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  };
}

function fits(rows: readonly string[][], columns: number): boolean {
  const characters = rows.flat().reduce((sum, text) => sum + text.length, 0);
  const json = JSON.stringify(tableBlock(rows, columns)).length;
  return rows.length <= MAX_TABLE_ROWS && characters <= MAX_TABLE_TEXT && json <= MAX_BLOCKS_JSON;
}

/**
 * The table as `table` blocks, each a message's only one, with the header repeated. Undefined when Slack can't show it:
 * too many columns, or a row that fills a message by itself.
 */
export function tableBlocks({ header, rows }: Table): types.TableBlock[] | undefined {
  const columns = Math.max(header.length, ...rows.map((row) => row.length));
  if (columns === 0 || columns > MAX_TABLE_COLUMNS) return undefined;
  const top = cellsOf(header, columns);
  const parts: string[][][] = [];
  for (const row of rows) {
    const cells = cellsOf(row, columns);
    if (cells.some((text) => text.length > LONGEST_CELL) || !fits([top, cells], columns)) return undefined;
    const last = parts.at(-1);
    if (last && fits([...last, cells], columns)) last.push(cells);
    else parts.push([top, cells]);
  }
  return parts.map((part) => tableBlock(part, columns));
}

/** The table as lines, for views and for tables that Slack can't show: each row's first cell, then what the others say. */
export function tableLines({ header, rows, gap }: Table): Line[] {
  return rows.flatMap((row, index) => {
    const [first = [], ...others] = row;
    const title = linesOf([textLeaf(cellText(first), { bold: true })], { glue: gap || index > 0 ? '\n\n' : '\n' });
    return [
      ...title,
      ...others.flatMap((cell, at) => {
        const label = cellText(header[at + 1] ?? []);
        const name = label === NOTHING ? [] : [textLeaf(`${label}: `, { bold: true })];
        return linesOf([...name, textLeaf(cellText(cell))], { kind: 'item' });
      }),
    ];
  });
}
