/** Long passages shown by the parts of them that were asked for. The citation behind them stays the whole passage. */
import type { Span } from '../../domain.ts';
import { wordsOf } from '../../words.ts';
import { standingOf } from '../words/relevance.ts';
import { type AnswerContext, documentAt } from './context.ts';
import { quotedText } from './draft.ts';

/** A passage up to this many characters is shown whole: about four lines, which a person reads at a glance. */
const GLANCE = 360;
/** Characters that the parts of a longer one may take together; the first part always has room. */
const ROOM = 300;
/** A first clause up to this many characters is shown too: it says what the others belong to ("Including knowledge of:"). */
const OPENING = 120;

/** A passage's clauses: what semicolons, colons and full stops part, and commas where a clause is longer than the room. */
function clausesOf(text: string): Span[] {
  const parts = (span: Span, mark: RegExp): Span[] => {
    const spans: Span[] = [];
    let start = span.start;
    for (const { index, 0: found } of text.slice(span.start, span.end).matchAll(mark)) {
      const end = span.start + index + found.length;
      spans.push({ start, end });
      start = end;
    }
    return start < span.end ? [...spans, { start, end: span.end }] : spans;
  };
  return parts({ start: 0, end: text.length }, /[;:.](?=\s)/g).flatMap((clause) =>
    clause.end - clause.start > ROOM ? parts(clause, /,(?=\s)/g) : [clause],
  );
}

/** The clauses that together hold the most of what is asked, in the text's order; empty when none holds anything. */
function telling(context: AnswerContext, text: string, clauses: readonly Span[]): Span[] {
  const terms = context.understanding.content;
  const rated = clauses.map((clause) => ({
    clause,
    ...standingOf(terms, text.slice(clause.start, clause.end), context.corpus),
  }));
  const covered = terms.map(() => 0);
  const chosen: Span[] = [];
  let room = ROOM;
  for (;;) {
    let best: { clause: Span; gain: number; standing: number[] } | undefined;
    for (const { clause, standing, weights } of rated) {
      if (chosen.includes(clause) || (chosen.length > 0 && clause.end - clause.start > room)) continue;
      const gain = standing.reduce(
        (sum, value, term) => sum + Math.max(0, value - (covered[term] ?? 0)) * (weights[term] ?? 0),
        0,
      );
      if (gain > (best?.gain ?? 0)) best = { clause, gain, standing };
    }
    if (best === undefined) break;
    chosen.push(best.clause);
    room -= best.clause.end - best.clause.start;
    for (const [term, value] of best.standing.entries()) covered[term] = Math.max(covered[term] ?? 0, value);
  }
  const [opening] = clauses;
  if (chosen.length > 0 && opening !== undefined && !chosen.includes(opening) && opening.end <= OPENING)
    chosen.push(opening);
  return chosen.sort((a, b) => a.start - b.start);
}

/** Clauses side by side as one. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last !== undefined && last.end === span.start) last.end = span.end;
    else all.push({ ...span });
  }
  return all;
}

/**
 * A passage in quotation marks with its marker, as `Citer.quote` gives it; a long one by the clauses that hold what is
 * asked, with `…` for what is left out. Every part stands in the passage cited, in this order.
 */
export function excerpt(context: AnswerContext, document: number, span: Span & { heading: string }): string {
  const { citer, corpus } = context;
  const text = documentAt(corpus, document).text.slice(span.start, span.end);
  const parts = text.length > GLANCE ? merged(telling(context, text, clausesOf(text))) : [];
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return citer.quote(document, span, span.heading);
  const shown = parts.map((part) => quotedText(text.slice(part.start, part.end))).join(' … ');
  const before = first.start > 0 ? '… ' : '';
  const behind = wordsOf(text.slice(last.end)).length > 0 ? ' …' : '';
  return `“${before}${shown}${behind}” ${citer.cite(document, span, span.heading)}`;
}
