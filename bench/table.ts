/** Tables of plain text: the first column is left-aligned, numbers right. */

/** Lays rows of equal length below a header. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lay = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head, ...body] = all.map((row) => row.map(lay).join('  ').trimEnd());
  return [head, rule, ...body].join('\n');
}

/** Three significant digits at the least, no more decimals than say something; "–" for what was not measured. */
export function digits(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A quotient as "3.1x". */
export function times(ratio: number | undefined): string {
  const shown = digits(ratio);
  return shown === '–' ? shown : `${shown}x`;
}
