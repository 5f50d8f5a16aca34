/** Replies as Slack messages: the answer first, then the cited passages, then what can be clicked. */
import type { Reply, ReplySource } from '../reply.ts';
import { controlBlocks } from './controls.ts';
import { MAX_SHOWN_SOURCES, MAX_SUMMARY } from './limits.ts';
import { jsonLength, type SlackBlock, toMessages, type Unit } from './pages.ts';
import {
  isLinkable,
  type Leaf,
  type Line,
  type Links,
  linesOf,
  linesOfBlock,
  linkLeaf,
  richText,
  textLeaf,
} from './rich-text.ts';
import { tableBlocks, tableLines } from './tables.ts';
import { escapeText, shorten } from './text.ts';

export interface SlackMessage {
  /** For notifications and screen readers: escaped. */
  text: string;
  blocks: SlackBlock[];
}

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

/** A text without the spaces and quotation marks that differ between an answer and its citations. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function linksOf(sources: readonly ReplySource[]): Links {
  return new Map(sources.flatMap(({ marker, link }) => (isLinkable(link) ? [[`[${marker}]`, link] as const] : [])));
}

/** A cited passage: where it stands, then its words. */
function sourceLines({ marker, place, quote, link }: ReplySource, withQuote: boolean): Line[] {
  const where: Leaf = isLinkable(link) ? linkLeaf(link, place) : textLeaf(place);
  return [
    ...linesOf([textLeaf(`[${marker}] `), where]),
    ...(withQuote ? linesOf([textLeaf(quote)], { kind: 'quote' }) : []),
  ];
}

/** The whole text of an answer, to see which quotes it shows already. */
function answerText(reply: Reply): string {
  const pieces = reply.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat(2) : [...block.pieces, { style: 'plain' as const, text: '\n' }],
  );
  return folded(pieces.map(({ text }) => text).join(''));
}

/** An answer's own blocks. `inView`: where no table block can stand. */
export function answerUnits(reply: Reply, inView: boolean): Unit[] {
  const links = linksOf(reply.sources);
  return reply.blocks.flatMap((block): Unit[] => {
    if (block.kind !== 'table') return linesOfBlock(block, links).map((line) => ({ line }));
    const tables = inView ? undefined : tableBlocks(block);
    return tables ? tables.map((table) => ({ block: table })) : tableLines(block).map((line) => ({ line }));
  });
}

/** The cited passages, all of them with their words. */
export function allSourceUnits(sources: readonly ReplySource[]): Unit[] {
  return sources.flatMap((source) => sourceLines(source, true).map((line) => ({ line })));
}

/** The cited passages below an answer: words that the answer has just quoted are not repeated. */
function shownSources(reply: Reply): Line[] {
  const answer = answerText(reply);
  const shown = reply.sources.slice(0, MAX_SHOWN_SOURCES);
  const lines = shown.flatMap((source) => sourceLines(source, !answer.includes(folded(source.quote))));
  const title = linesOf([textLeaf(shown.length === 1 ? 'Source' : 'Sources', { bold: true })]);
  return shown.length > 0 ? [...title, ...lines] : [];
}

function controlsOf(reply: Reply, { reference, canAskHr = false, canShare = false }: RenderOptions): SlackBlock[] {
  const cited = reply.sources.length;
  const allSources = cited > MAX_SHOWN_SOURCES ? cited : undefined;
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
  const sources = shownSources(reply);
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
  const text = escapeText(shorten(summary, MAX_SUMMARY)) || 'Answer';
  return pages.map((blocks, at) => ({ blocks, text: at === 0 ? text : `${text} (${at + 1} of ${pages.length})` }));
}

/** One sentence of our own as a message. */
export function renderNotice(notice: string, extra: readonly SlackBlock[] = []): SlackMessage {
  return { text: escapeText(shorten(notice, MAX_SUMMARY)), blocks: [richText(linesOf([textLeaf(notice)])), ...extra] };
}
