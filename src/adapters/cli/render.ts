/** A reply as the terminal shows it: the answer, then where each passage stands, then what to ask next. */
import type { Block } from '../blocks.ts';
import type { Reply } from '../reply.ts';
import { type Style, stylePieces } from './style.ts';
import { renderTable } from './table.ts';
import { wrapPieces } from './wrap.ts';

export interface Layout {
  style: Style;
  /** Columns that text is wrapped to; Infinity leaves lines whole, so that what is piped on can be searched. */
  textWidth: number;
  /** Columns that tables are fitted into. */
  tableWidth: number;
}

function renderBlock(block: Block, layout: Layout): string[] {
  if (block.kind === 'table') return ['', ...renderTable(block, layout.tableWidth, layout.style), ''];
  const indent = block.kind === 'item' ? ' '.repeat(block.depth * 2) : '';
  const bullet = block.kind === 'item' ? `${indent}${block.bullet} ` : '';
  const lines = wrapPieces(block.pieces, layout.textWidth - bullet.length);
  const text = lines.map(
    (line, at) => (at === 0 ? bullet : ' '.repeat(bullet.length)) + stylePieces(line, layout.style),
  );
  return block.gap ? ['', ...text] : text;
}

/** Renders the blocks of an answer; never two blank lines in a row, none at either end. */
function renderBlocks(blocks: readonly Block[], layout: Layout): string {
  return blocks
    .flatMap((block) => renderBlock(block, layout))
    .filter((line, at, lines) => line !== '' || (at > 0 && at < lines.length - 1 && lines[at - 1] !== ''))
    .join('\n');
}

/** Renders a whole reply; `next` says how the suggestions are shown. */
export function renderReply(reply: Reply, layout: Layout, next: (suggestions: string[]) => string[]): string {
  const { style } = layout;
  const sources = reply.sources.map(({ marker, place }) => ` ${style.marker(`[${marker}]`)} ${style.dim(place)}`);
  const suggestions = reply.suggestions.length > 0 ? next(reply.suggestions).map(style.dim) : [];
  // What follows a table needs a blank line to stand apart from its rows.
  const apart = reply.blocks.at(-1)?.kind === 'table' && sources.length + suggestions.length > 0 ? [''] : [];
  return `${[renderBlocks(reply.blocks, layout), ...apart, ...sources, ...suggestions].join('\n')}\n`;
}

/** " Next: … · …": the suggestions of a one-shot answer. */
export function suggestionsInOneLine(suggestions: string[]): string[] {
  return [` Next: ${suggestions.join(' · ')}`];
}

/** One numbered line each: a REPL takes the number for the question. */
export function suggestionsAsChoices(suggestions: string[]): string[] {
  return suggestions.map((suggestion, at) => ` ${at + 1}  ${suggestion}`);
}
