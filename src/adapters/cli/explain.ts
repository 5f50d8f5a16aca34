/** `--explain`: what was understood, and why each passage found ranks where it does. */
import type { Explanation, RankedPassage } from '../../domain.ts';
import type { Piece } from '../blocks.ts';
import { cleanLine } from '../plain-text.ts';
import type { Layout } from './render.ts';
import { renderTable } from './table.ts';

const SHOWN_QUOTE = 100;
/** A search finds a hundred passages and more; why an answer is as it is shows among the first. */
const SHOWN_PASSAGES = 10;

function cell(text: string): Piece[] {
  return [{ style: 'plain', text: cleanLine(text) }];
}

function shorten(text: string): string {
  const line = cleanLine(text);
  return line.length > SHOWN_QUOTE ? `${line.slice(0, SHOWN_QUOTE)}…` : line;
}

function rank(position: number | undefined, value: number, digits: number): string {
  return position === undefined ? '–' : `${position} (${value.toFixed(digits)})`;
}

function rowOf(passage: RankedPassage & { source: string; quote: string }, at: number): Piece[][] {
  return [
    `${at + 1}`,
    passage.score.toFixed(4),
    rank(passage.keywordRank, passage.keywordScore, 2),
    rank(passage.vectorRank, passage.similarity, 3),
    passage.source,
    shorten(passage.quote),
  ].map(cell);
}

const HEADER = ['#', 'fused', 'keyword (BM25+)', 'vector (cosine)', 'document', 'passage'];

/** Renders an explanation as text, to stand below the answer. */
export function renderExplanation(explanation: Explanation, layout: Layout): string {
  const { kind, topics, classes, notes, retrieved } = explanation;
  const facts = [
    `kind: ${kind}`,
    `topics: ${topics.join(', ') || 'none'}`,
    ...(classes.length === 0 ? ['classes: none named'] : []),
    ...classes.map(({ title, source, how }) => `class: ${title} · ${source} · ${how}`),
    ...notes.map((note) => `note: ${note}`),
  ].map(cleanLine);
  const shown = retrieved.slice(0, SHOWN_PASSAGES);
  const rest = retrieved.length - shown.length;
  const table =
    retrieved.length === 0
      ? ['nothing was retrieved']
      : renderTable({ header: HEADER.map(cell), rows: shown.map(rowOf) }, layout.tableWidth, layout.style);
  const more = rest > 0 ? ['', `and ${rest} more: --json has them all`] : [];
  const { bold } = layout.style;
  return `\n${[bold('Understood'), ...facts, '', bold('Retrieved'), ...table, ...more].join('\n')}\n`;
}
