/** An answer as people see it, before any platform's own markup; all wording that the adapters share is here. */
import type { Answer, AnswerStatus, Citation } from '../domain.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { cleanLine, cleanText } from './plain-text.ts';

export interface ReplySource {
  marker: number;
  /** Where the passage stands: file, class, section, line. */
  place: string;
  /** The parts of `place`. */
  document: string;
  classTitle: string;
  section: string;
  line: number;
  quote: string;
  /** Where the passage can be read in its document, when there is such a page. */
  link?: string;
}

export interface Reply {
  status: AnswerStatus;
  mode: Answer['mode'];
  /** The answer's first line without markers: for notifications, screen readers and previews. */
  summary: string;
  blocks: Block[];
  sources: ReplySource[];
  suggestions: string[];
}

export interface ReplyOptions {
  /** The address of the page that shows a cited passage. */
  linkTo?(citation: Citation): string | undefined;
}

/** A class as citations name it: "Class title (code)". */
function classOf({ classTitle, classCode }: Citation): string {
  return cleanLine(classCode ? `${classTitle} (${classCode})` : classTitle);
}

/** Where a citation stands, in one line: "file · Class title (code) · Section · line 12". */
function placeOf(citation: Citation): string {
  const { source, section, line } = citation;
  return [cleanLine(source), classOf(citation), cleanLine(section), `line ${line}`].filter(Boolean).join(' · ');
}

function sourceOf(citation: Citation, { linkTo }: ReplyOptions): ReplySource {
  const link = linkTo?.(citation);
  return {
    marker: citation.marker,
    place: placeOf(citation),
    document: cleanLine(citation.source),
    classTitle: classOf(citation),
    section: cleanLine(citation.section),
    line: citation.line,
    quote: cleanLine(citation.quote),
    ...(link === undefined ? {} : { link }),
  };
}

/** The first line of an answer that says something, as plain text. */
function summaryOf(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const said = block.pieces.filter(({ style }) => style !== 'marker').map(({ text }) => text);
    const text = cleanLine(said.join('')).replace(/ +([.,;:])/g, '$1');
    if (text !== '') return text;
  }
  return '';
}

/** Turns an answer into what an adapter shows. Nothing in it can steer a terminal or a chat client. */
export function createReply(answer: Answer, options: ReplyOptions = {}): Reply {
  const blocks = parseBlocks(cleanText(answer.answer));
  return {
    status: answer.status,
    mode: answer.mode,
    summary: summaryOf(blocks),
    blocks,
    sources: answer.citations.map((citation) => sourceOf(citation, options)),
    suggestions: answer.suggestions.map(cleanLine),
  };
}
