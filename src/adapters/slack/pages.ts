/** Lines and blocks → messages or one view, each within Slack's limits. */
import type { types } from '@slack/bolt';
import { MAX_BLOCKS, MAX_BLOCKS_JSON } from './limits.ts';
import { type Line, richText } from './rich-text.ts';

export type SlackBlock = types.KnownBlock;

export interface SlackMessage {
  /** For notifications and screen readers: escaped. */
  text: string;
  blocks: SlackBlock[];
}

/** What is laid out: a line joins its neighbours in one rich text block, a block stands by itself. */
export type Unit = { line: Line } | { block: SlackBlock };

interface Room {
  blocks: number;
  json: number;
}

/** Characters of rich text in one block, as JSON. Several make one message; none is as large as to be cut off. */
const RICH_TEXT_JSON = 3_000;

export function jsonLength(value: unknown): number {
  return JSON.stringify(value).length;
}

/** Lines that stand together as rich text blocks of bounded size, all else as it is. */
function toBlocks(units: readonly Unit[]): SlackBlock[] {
  const blocks: SlackBlock[] = [];
  let lines: Line[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push(richText(lines));
    lines = [];
  };
  for (const unit of units) {
    if ('block' in unit) {
      flush();
      blocks.push(unit.block);
    } else {
      if (lines.length > 0 && jsonLength(richText([...lines, unit.line])) > RICH_TEXT_JSON) flush();
      lines.push(unit.line);
    }
  }
  flush();
  return blocks;
}

function fits(blocks: readonly SlackBlock[], { blocks: most, json }: Room): boolean {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  return blocks.length <= most && tables <= 1 && jsonLength(blocks) <= json;
}

/** Takes the last block of a page that has others, if there is room for it beside `last`. */
function takeEnd(page: SlackBlock[] | undefined, last: readonly SlackBlock[], room: Room): SlackBlock[] {
  const end = page && page.length > 1 ? page.at(-1) : undefined;
  if (page === undefined || end === undefined || !fits([end, ...last], room)) return [];
  page.pop();
  return [end];
}

/**
 * The units as messages, in order. `last` (buttons) stays whole and stands at the end of the last one, which is made
 * for it when there is no room left.
 */
export function toMessages(units: readonly Unit[], last: readonly SlackBlock[]): SlackBlock[][] {
  const room: Room = { blocks: MAX_BLOCKS, json: MAX_BLOCKS_JSON };
  const pages: SlackBlock[][] = [];
  for (const block of toBlocks(units)) {
    const page = pages.at(-1);
    if (page && fits([...page, block], room)) page.push(block);
    else pages.push([block]);
  }
  const page = pages.at(-1);
  if (page && fits([...page, ...last], room)) page.push(...last);
  // Buttons don't stand alone: the end of the text comes along.
  else if (last.length > 0) pages.push([...takeEnd(page, last, room), ...last]);
  return pages;
}

/** The units as one view: what has no room is left out, and `more` says so at the end. */
export function toView(units: readonly Unit[], room: Room, more: SlackBlock): SlackBlock[] {
  const blocks = toBlocks(units);
  if (fits(blocks, room)) return blocks;
  const kept: SlackBlock[] = [];
  for (const block of blocks) {
    if (!fits([...kept, block, more], room)) break;
    kept.push(block);
  }
  return [...kept, more];
}
