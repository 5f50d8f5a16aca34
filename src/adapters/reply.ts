/** An answer as people see it, before any platform's own markup; all wording that the adapters share is here. */
import type { Answer, Citation } from '../domain.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { cleanLine, cleanText } from './plain-text.ts';

export interface ReplySource {
  marker: number;
  /** Where the passage stands: file, class, section, line. */
  place: string;
  quote: string;
}

export interface Reply {
  blocks: Block[];
  sources: ReplySource[];
  suggestions: string[];
}

/** Where a citation stands, in one line: "file · Class title (code) · Section · line 12". */
function placeOf(citation: Citation): string {
  const { source, classTitle, classCode, section, line } = citation;
  const parts = [source, classCode ? `${classTitle} (${classCode})` : classTitle, section, `line ${line}`];
  return parts.map(cleanLine).filter(Boolean).join(' · ');
}

/** Turns an answer into what an adapter shows. Nothing in it can steer a terminal or a chat client. */
export function createReply(answer: Answer): Reply {
  return {
    blocks: parseBlocks(cleanText(answer.answer)),
    sources: answer.citations.map((citation) => ({
      marker: citation.marker,
      place: placeOf(citation),
      quote: cleanLine(citation.quote),
    })),
    suggestions: answer.suggestions.map(cleanLine),
  };
}
