/** Replies as Slack messages: the answer first, then the cited passages, then what can be clicked. */
import type { Reply } from '../reply.ts';
import { controlBlocks } from './controls.ts';
import { MAX_SUMMARY } from './limits.ts';
import { jsonLength, type SlackBlock, type SlackMessage, toMessages, type Unit } from './pages.ts';
import { readableText } from './plain.ts';
import { type Line, linesOf, linesOfBlock, richText, textLeaf } from './rich-text.ts';
import { linksOf, shownSources } from './sources.ts';
import { tableBlocks, tableLines } from './tables.ts';
import { escapeText, shorten } from './text.ts';

export interface RenderOptions {
  /** Names the answer in its buttons. */
  reference: string;
  /** Shown above the answer: who asked by a button, or who shares it. */
  by?: { user: string; verb: 'asked' | 'shared'; question: string };
  canAskHr?: boolean;
  canShare?: boolean;
}

/** An answer quotes at this length at most in what stands above it. */
const MAX_QUESTION = 300;

/** An answer's own blocks. `inView`: where no table block can stand. */
export function answerUnits(reply: Reply, inView: boolean): Unit[] {
  const links = linksOf(reply.sources);
  return reply.blocks.flatMap((block): Unit[] => {
    if (block.kind !== 'table') return linesOfBlock(block, links).map((line) => ({ line }));
    const tables = inView ? undefined : tableBlocks(block);
    return tables ? tables.map((table) => ({ block: table })) : tableLines(block).map((line) => ({ line }));
  });
}

function controlsOf(reply: Reply, { reference, canAskHr = false, canShare = false }: RenderOptions): SlackBlock[] {
  const allSources = shownSources(reply).areAll ? undefined : reply.sources.length;
  return controlBlocks({ reference, suggestions: reply.suggestions, allSources, canAskHr, canShare });
}

/** The last message of an answer that is not shown whole: why, and the answer's buttons. */
export function renderClosing(notice: string, reply: Reply, options: RenderOptions): SlackMessage {
  return renderNotice(notice, controlsOf(reply, options));
}

function byLine({ user, verb, question }: NonNullable<RenderOptions['by']>): Line[] {
  const asked = shorten(question, MAX_QUESTION);
  return linesOf([{ type: 'user', user_id: user }, textLeaf(` ${verb}: `), textLeaf(asked, { bold: true })]);
}

/** A reply as messages in order, each within Slack's limits; never none. */
export function renderReply(reply: Reply, options: RenderOptions): SlackMessage[] {
  const { by } = options;
  const { lines: sources } = shownSources(reply);
  const units: Unit[] = [
    ...(by ? [{ block: richText(byLine(by)) }] : []),
    ...answerUnits(reply, false),
    // A block of its own: the answer and its sources are told apart by the gap between them.
    ...(sources.length > 0 ? sourceUnits(sources) : []),
  ];
  return withSummaries(toMessages(units, controlsOf(reply, options)), reply.summary);
}

/** Sources in one block while they are short, else each in its own. */
function sourceUnits(lines: readonly Line[]): Unit[] {
  const block = richText(lines);
  return jsonLength(block) <= 3_000 ? [{ block }] : lines.map((line) => ({ line }));
}

function withSummaries(pages: readonly SlackBlock[][], summary: string): SlackMessage[] {
  // A table has no first sentence: then its beginning is what a notification shows and a screen reader reads.
  const said = summary || readableText({ text: '', blocks: pages[0] ?? [] }).replace(/\n/g, '. ');
  const text = escapeText(shorten(said, MAX_SUMMARY)) || 'Answer';
  return pages.map((blocks, at) => ({ blocks, text: at === 0 ? text : `${text} (${at + 1} of ${pages.length})` }));
}

/** One sentence of our own as a message. */
export function renderNotice(notice: string, extra: readonly SlackBlock[] = []): SlackMessage {
  return { text: escapeText(shorten(notice, MAX_SUMMARY)), blocks: [richText(linesOf([textLeaf(notice)])), ...extra] };
}
