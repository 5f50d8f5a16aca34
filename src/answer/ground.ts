/**
 * The check that every answer passes before anyone sees it. It looks at the finished answer from outside, as a reader
 * would, and trusts nothing of how it was made.
 */
import type { Citation, IndexedDocument } from '../domain.ts';
import { AppError } from '../errors.ts';
import { quotedText } from './draft/draft.ts';

const MARKER = /(?<!\\)\[(\d+)\]/g;
/** A quotation that does not end goes on to the end of its line. */
const QUOTATION = /“([^”\n]*)(?:”|$)((?:\s*\[\d+\])*)/gm;

/** True when a quotation stands in a quote: whole, or shortened with `…`, every part of it in order. */
function holds(quote: string, quotation: string): boolean {
  if (quote.includes(quotation)) return true;
  const parts = quotation.split('…').map((part) => part.trim());
  let from = 0;
  for (const part of parts) {
    const at = quote.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return parts.some((part) => part !== '');
}

function problemsOf(text: string, citations: readonly Citation[], documents: readonly IndexedDocument[]): string[] {
  const problems: string[] = [];
  const bySource = new Map(documents.map((document) => [document.source, document.text]));
  const byMarker = new Map(citations.map((citation) => [citation.marker, citation]));
  for (const { source, start, end, quote, marker } of citations) {
    if (quote.trim() === '') problems.push(`citation [${marker}] quotes nothing`);
    if (bySource.get(source)?.slice(start, end) !== quote)
      problems.push(`citation [${marker}] is not the text of "${source}" at ${start}–${end}`);
  }
  for (const citation of citations)
    if (byMarker.get(citation.marker) !== citation)
      problems.push(`marker [${citation.marker}] stands for two passages`);
  const used = new Set([...text.matchAll(MARKER)].map((match) => Number(match[1])));
  for (const marker of used) if (!byMarker.has(marker)) problems.push(`marker [${marker}] has no citation`);
  for (const marker of byMarker.keys())
    if (!used.has(marker)) problems.push(`citation [${marker}] stands behind no statement`);
  for (const [, quotation = '', markers = ''] of text.matchAll(QUOTATION)) {
    const cited = [...markers.matchAll(MARKER)].map((match) => byMarker.get(Number(match[1])));
    const stands = cited.some((citation) => citation !== undefined && holds(quotedText(citation.quote), quotation));
    if (!stands) problems.push(`the quotation “${quotation.slice(0, 60)}” does not stand in a passage cited behind it`);
  }
  return problems;
}

/**
 * Throws `ANSWER_UNGROUNDED` unless every citation's quote is its document's text at its offsets, every marker has a
 * citation and every citation a marker, and every quotation stands in a passage cited directly behind it, whole or
 * shortened with `…`.
 */
export function requireGrounded(
  text: string,
  citations: readonly Citation[],
  documents: readonly IndexedDocument[],
): void {
  const problems = problemsOf(text, citations, documents);
  if (problems.length === 0) return;
  throw new AppError(
    'ANSWER_UNGROUNDED',
    `An answer failed the check of its citations and is withheld: ${problems.slice(0, 3).join('; ')}.`,
    {
      hint: 'Ask again after `npm run ingest`; if it fails again, report the question as a bug.',
    },
  );
}
