/** Blocks as plain text: what is sent when Slack refuses the blocks. */
import type { types } from '@slack/bolt';
import { ACTIONS } from './controls.ts';
import { MAX_PLAIN } from './limits.ts';
import type { SlackBlock, SlackMessage } from './pages.ts';
import type { Leaf } from './rich-text.ts';
import { escapedPieces } from './text.ts';

function leafText(leaf: Leaf): string {
  if (leaf.type === 'text') return leaf.text;
  if (leaf.type === 'link') return leaf.text === undefined || leaf.text === leaf.url ? leaf.url : leaf.text;
  return '';
}

function leavesText(leaves: readonly Leaf[]): string {
  return leaves.map(leafText).join('');
}

function richTextLines({ elements }: types.RichTextBlock): string[] {
  return elements.flatMap((element) => {
    if (element.type === 'rich_text_list') return element.elements.map((item) => `• ${leavesText(item.elements)}`);
    return element.type === 'rich_text_quote' ? [`“${leavesText(element.elements)}”`] : [leavesText(element.elements)];
  });
}

function tableText({ rows }: types.TableBlock): string[] {
  return rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join(' | '));
}

function linesOfBlock(block: SlackBlock): string[] {
  if (block.type === 'rich_text') return richTextLines(block);
  if (block.type === 'table') return tableText(block);
  if (block.type !== 'actions') return [];
  const next = block.elements.flatMap((element) =>
    element.type === 'button' && element.action_id?.startsWith(ACTIONS.ask) ? [element.text.text] : [],
  );
  return next.length > 0 ? [`Next: ${next.join(' · ')}`] : [];
}

/** A message's words, a line for each of its lines. */
export function readableText({ blocks }: SlackMessage): string {
  const lines = blocks.flatMap(linesOfBlock).map((line) => line.trimStart());
  return lines.filter((line) => line !== '').join('\n');
}

/** A message's words as escaped texts without blocks, each short enough for one message; never none. */
export function plainTexts(message: SlackMessage): string[] {
  const pieces = escapedPieces(readableText(message), MAX_PLAIN).filter((piece) => piece.trim() !== '');
  return pieces.length > 0 ? pieces : [message.text];
}
