/**
 * Rich text: blocks of answers as Slack's `rich_text`, whose texts are shown as they stand. Nothing in them is read as
 * markup, so that quotes come out word for word and no document can mention, link or format anything.
 */
import type { types } from '@slack/bolt';
import type { Block, Piece } from '../blocks.ts';
import { MAX_TEXT } from './limits.ts';
import { splitText } from './text.ts';

export type Leaf = types.RichTextElement;

/** A line or list item. `glue` is what stands between it and the line before, when both share a section. */
export interface Line {
  kind: 'line' | 'item' | 'quote';
  indent: number;
  glue: '' | '\n' | '\n\n';
  leaves: Leaf[];
}

/** A text as it stands. `linesOf` leaves out the empty ones, which Slack refuses. */
export function textLeaf(text: string, style?: { bold?: true; italic?: true }): Leaf {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

export function linkLeaf(url: string, text: string): Leaf {
  return { type: 'link', url, text };
}

/** An address that Slack takes for a link. */
export function isLinkable(url: string | undefined): url is string {
  return url !== undefined && url.length <= MAX_TEXT && /^https?:\/\/\S+$/.test(url);
}

/** Links of markers ("[1]") to the passages behind them. */
export type Links = ReadonlyMap<string, string>;

function leafOf({ style, text }: Piece, links: Links): Leaf {
  const link = style === 'marker' ? links.get(text) : undefined;
  if (link !== undefined) return linkLeaf(link, text);
  return style === 'bold' ? textLeaf(text, { bold: true }) : textLeaf(text);
}

/** A text in leaves that are small as JSON too: quotation marks and odd characters take several there. */
function smallLeaves(leaf: Leaf): Leaf[] {
  if (leaf.type !== 'text' || JSON.stringify(leaf.text).length <= MAX_TEXT) return [leaf];
  const pieces = splitText(leaf.text, Math.min(MAX_TEXT, Math.ceil(leaf.text.length / 2)));
  return pieces.flatMap((text) => smallLeaves({ ...leaf, text }));
}

/** Cuts what is too long for one line into lines that continue each other. */
function cutLine(line: Line): Line[] {
  const lines: Line[] = [{ ...line, leaves: [] }];
  let size = 0;
  for (const leaf of line.leaves.flatMap(smallLeaves)) {
    const length = JSON.stringify(leaf).length;
    if (size > 0 && size + length > MAX_TEXT) {
      lines.push({ kind: line.kind === 'quote' ? 'quote' : 'line', indent: 0, glue: '', leaves: [] });
      size = 0;
    }
    size += length;
    lines.at(-1)?.leaves.push(leaf);
  }
  return lines;
}

/** A line of leaves, in as many lines as its length needs; none when it is empty. */
export function linesOf(leaves: readonly Leaf[], options: Partial<Omit<Line, 'leaves'>> = {}): Line[] {
  const said = leaves.filter((leaf) => leaf.type !== 'text' || leaf.text !== '');
  return said.length === 0 ? [] : cutLine({ kind: 'line', indent: 0, glue: '\n', ...options, leaves: said });
}

/** A paragraph or item of an answer. Bullets become Slack's; a number stays the one that was written. */
export function linesOfBlock(block: Exclude<Block, { kind: 'table' }>, links: Links): Line[] {
  const leaves = block.pieces.map((piece) => leafOf(piece, links));
  const glue = block.gap ? '\n\n' : '\n';
  if (block.kind === 'paragraph') return linesOf(leaves, { glue });
  if (/^\d/.test(block.bullet)) return linesOf([textLeaf(`${block.bullet} `), ...leaves], { glue });
  return linesOf(leaves, { kind: 'item', glue, indent: Math.min(block.depth, 8) });
}

/** Lines as one rich text block: neighbours share a section, a list or a quote. */
export function richText(lines: readonly Line[]): types.RichTextBlock {
  const elements: types.RichTextBlockElement[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = elements.at(-1);
    const joins = before?.kind === line.kind && before.indent === line.indent;
    if (line.kind === 'item') {
      const item: types.RichTextSection = { type: 'rich_text_section', elements: line.leaves };
      if (joins && last?.type === 'rich_text_list') last.elements.push(item);
      else elements.push({ type: 'rich_text_list', style: 'bullet', indent: line.indent, elements: [item] });
    } else if (joins && (last?.type === 'rich_text_section' || last?.type === 'rich_text_quote')) {
      const glue = line.glue === '' ? [] : [textLeaf(line.glue)];
      last.elements.push(...glue, ...line.leaves);
    } else {
      const type = line.kind === 'quote' ? 'rich_text_quote' : 'rich_text_section';
      elements.push({ type, elements: [...line.leaves] });
    }
    before = line;
  }
  return { type: 'rich_text', elements };
}
