/** The cited passages: below an answer in short, in a modal word for word. */
import type { Reply, ReplySource } from '../reply.ts';
import { MAX_SHOWN_SOURCES } from './limits.ts';
import type { Unit } from './pages.ts';
import { isLinkable, type Leaf, type Line, type Links, linesOf, linkLeaf, textLeaf } from './rich-text.ts';

/** Sources that stand in one section of one document, or one whose words are shown. */
interface Group {
  sources: ReplySource[];
  withQuote: boolean;
}

/** Lines of one section that are named together: more make a row of numbers that nobody reads. */
const MAX_TOGETHER = 8;

/** Links of markers ("[1]") to the passages behind them. */
export function linksOf(sources: readonly ReplySource[]): Links {
  return new Map(sources.flatMap(({ marker, link }) => (isLinkable(link) ? [[`[${marker}]`, link] as const] : [])));
}

function markerLeaf({ marker, link }: ReplySource): Leaf {
  return isLinkable(link) ? linkLeaf(link, `[${marker}]`) : textLeaf(`[${marker}]`);
}

/** "[1][2] file · Class · Section · lines 3, 5": where the passages stand, then the words where they are wanted. */
function groupLines({ sources, withQuote }: Group): Line[] {
  const [first] = sources;
  if (first === undefined) return [];
  const lines = sources.map(({ line }) => line);
  const where =
    sources.length === 1 ? first.place : first.place.replace(/line \d+$/, `lines ${[...new Set(lines)].join(', ')}`);
  return [
    ...linesOf([...sources.map(markerLeaf), textLeaf(` ${where}`)]),
    ...(withQuote ? linesOf([textLeaf(first.quote)], { kind: 'quote' }) : []),
  ];
}

/** A text without the white space that differs between an answer and its citations. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What an answer shows, to see which quotes stand in it already. */
function answerText({ blocks }: Reply): string {
  const pieces = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat(2) : [...block.pieces, { style: 'plain' as const, text: '\n' }],
  );
  return folded(pieces.map(({ text }) => text).join(''));
}

function sharePlace(a: ReplySource, b: ReplySource): boolean {
  return a.document === b.document && a.classTitle === b.classTitle && a.section === b.section;
}

/** Neighbours of one section together, as far as the answer quotes them. */
function groupsOf(reply: Reply): Group[] {
  const answer = answerText(reply);
  const groups: Group[] = [];
  for (const source of reply.sources) {
    const withQuote = !answer.includes(folded(source.quote));
    const last = groups.at(-1);
    const [neighbour] = last?.sources ?? [];
    const joins = !withQuote && last?.withQuote === false && neighbour !== undefined && sharePlace(neighbour, source);
    if (joins && last.sources.length < MAX_TOGETHER) last.sources.push(source);
    else groups.push({ sources: [source], withQuote });
  }
  return groups;
}

/** The passages below an answer, in short: words that the answer has just quoted are not repeated. */
export function shownSources(reply: Reply): { lines: Line[]; areAll: boolean } {
  const groups = groupsOf(reply);
  const title = linesOf([textLeaf(reply.sources.length === 1 ? 'Source' : 'Sources', { bold: true })]);
  const lines = groups.slice(0, MAX_SHOWN_SOURCES).flatMap(groupLines);
  return { lines: lines.length > 0 ? [...title, ...lines] : [], areAll: groups.length <= MAX_SHOWN_SOURCES };
}

/** The cited passages, all of them with their words. */
export function allSourceUnits(sources: readonly ReplySource[]): Unit[] {
  return sources.flatMap((source) => groupLines({ sources: [source], withQuote: true }).map((line) => ({ line })));
}
