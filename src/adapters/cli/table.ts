/** A table as aligned columns that fit the terminal. */
import type { Piece } from '../blocks.ts';
import { type Style, stylePieces } from './style.ts';
import { lineWidth, wrapPieces } from './wrap.ts';

const GUTTER = '  ';
/** Below this a column holds no words to read; a table with too many columns then runs over the edge instead. */
const MIN_COLUMN_WIDTH = 8;

/**
 * Column widths within `width`: columns that need less than an even share get what they need, the others share the
 * rest evenly.
 */
function fitColumns(natural: readonly number[], width: number): number[] {
  let room = width - GUTTER.length * (natural.length - 1);
  const widths = natural.map(() => 0);
  const narrowFirst = natural.map((need, column) => ({ need, column })).sort((a, b) => a.need - b.need);
  narrowFirst.forEach(({ need, column }, position) => {
    const share = Math.floor(room / (natural.length - position));
    const given = Math.max(Math.min(need, share), Math.min(need, MIN_COLUMN_WIDTH));
    widths[column] = given;
    room -= given;
  });
  return widths;
}

/** Renders a table as lines. Rows are set apart by a blank line as soon as one of them takes several lines. */
export function renderTable(table: { header: Piece[][]; rows: Piece[][][] }, width: number, style: Style): string[] {
  const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  const header = table.header.map((cell) => cell.map((piece) => ({ ...piece, style: 'bold' as const })));
  const natural = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...[header, ...table.rows].map((row) => lineWidth(row[column] ?? []))),
  );
  const widths = fitColumns(natural, width);
  const renderRow = (row: Piece[][]): string[] => {
    const cells = widths.map((columnWidth, column) => wrapPieces(row[column] ?? [], columnWidth));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((cell, column) => {
          const line = cell[at] ?? [];
          return stylePieces(line, style) + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lineWidth(line)));
        })
        .join(GUTTER)
        .trimEnd(),
    );
  };
  const rows = table.rows.map(renderRow);
  const spaced = rows.some((lines) => lines.length > 1);
  return [
    ...renderRow(header),
    style.dim(widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GUTTER)),
    ...rows.flatMap((lines, index) => (spaced && index > 0 ? ['', ...lines] : lines)),
  ];
}
