/** The rule by which an answer is correct. It is the gold files' own rule, taken literally. */
import type { Answer, Citation } from '../domain.ts';
import { foldSpace } from '../words.ts';
import type { GoldCase, GoldQuote } from './cases.ts';

/** "abstained" is not-found where the documents do say; "wrong" is answered, but not correct. */
export type Outcome = 'correct' | 'wrong' | 'abstained';

export interface Score {
  outcome: Outcome;
  /** What is missing or must not be there, one phrase each; empty when correct. */
  faults: string[];
  /** Citations whose quote stands in their source, and all of them. */
  verbatim: { held: number; of: number };
}

/** Finds the text of a document by the name citations use. */
export type TextOf = (source: string) => string | undefined;

/** A quote inside the gold quote counts from this length: gold/README.md. Shorter ones match by accident. */
const MIN_CONTAINED_LENGTH = 12;

/** Whether a text is the gold quote by the rule: it contains it, or is a long enough part of it. */
export function quoteMatches(text: string, gold: string): boolean {
  const quote = foldSpace(text);
  const wanted = foldSpace(gold);
  return quote.includes(wanted) || (quote.length >= MIN_CONTAINED_LENGTH && wanted.includes(quote));
}

/** Whether a passage of a document is one that a gold group asks for. */
export function matchesGroup(passage: { source: string; quote: string }, group: readonly GoldQuote[]): boolean {
  return group.some(({ source, quote }) => source === passage.source && quoteMatches(passage.quote, quote));
}

/**
 * Whether a quote is the source's own text at its offsets. A quote shortened with "…" holds when each of its parts
 * stands there, in order; the source's own "…" is tried first, as text like any other.
 */
export function isVerbatim(citation: Pick<Citation, 'quote' | 'start' | 'end'>, text: string | undefined): boolean {
  if (text === undefined || citation.quote === '') return false;
  const passage = text.slice(citation.start, citation.end);
  if (passage === citation.quote) return true;
  let from = 0;
  const parts = citation.quote.split('…').map((part) => part.trim());
  const inOrder = parts.every((part) => {
    const at = passage.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
  return inOrder && parts.length > 1 && parts.some((part) => part !== '');
}

/** What keeps an answer from being correct by its gold case, one phrase each. */
export function findFaults(
  gold: GoldCase,
  answer: Pick<Answer, 'status' | 'answer'> & { citations: readonly { source: string; quote: string }[] },
): string[] {
  const abstained = answer.status === 'not-found';
  const uncited = gold.cites.filter((group) => !answer.citations.some((citation) => matchesGroup(citation, group)));
  return [
    ...(gold.abstain && !abstained ? ["answered, though the documents don't say"] : []),
    ...(!gold.abstain && abstained ? ['not found, though the documents say'] : []),
    ...gold.answer.filter((pattern) => !pattern.test(answer.answer)).map((pattern) => `lacks /${pattern.source}/`),
    ...gold.forbid.filter((pattern) => pattern.test(answer.answer)).map((pattern) => `has /${pattern.source}/`),
    ...uncited.map((group) => `not cited: ${group.map(({ source, quote }) => `${source} "${quote}"`).join(' or ')}`),
  ];
}

/** Scores an answer against its gold case; a citation that does not stand in its source makes it wrong. */
export function scoreAnswer(gold: GoldCase, answer: Answer, textOf: TextOf): Score {
  const bent = answer.citations.filter((citation) => !isVerbatim(citation, textOf(citation.source)));
  const faults = [
    ...findFaults(gold, answer),
    ...bent.map(({ source, quote }) => `not verbatim: ${source} "${quote}"`),
  ];
  const abstained = answer.status === 'not-found' && !gold.abstain;
  return {
    outcome: faults.length === 0 ? 'correct' : abstained ? 'abstained' : 'wrong',
    faults,
    verbatim: { held: answer.citations.length - bent.length, of: answer.citations.length },
  };
}
