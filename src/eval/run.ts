/** Asks every gold question and scores what comes back. */
import type { Asked, Question, RankedPassage } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import type { GoldCase } from './cases.ts';
import { type CaseResult, measureRecall } from './metrics.ts';
import { type Score, scoreAnswer, type TextOf } from './score.ts';

export interface CaseReport extends CaseResult {
  gold: GoldCase;
  /** Undefined when asking failed; `score.faults` says why then. */
  asked: Asked | undefined;
  retrieved: (RankedPassage & { source: string; quote: string })[];
}

/**
 * Deep enough that the first five of the keyword list and of the vector list are in the fused list: a passage that is
 * fifth in one list alone can be passed by all that stand in both.
 */
const SEARCH_LIMIT = 200;

/** Finds documents' texts by their names in citations. */
function createTextOf(corpus: Corpus): TextOf {
  const texts = new Map(corpus.documents.map(({ source, text }) => [source, text]));
  return (source) => texts.get(source);
}

/** Runs the cases one after the other. Recall is measured on the bare question, as a search without understanding. */
export async function runCases(
  cases: readonly GoldCase[],
  corpus: Corpus,
  ask: (question: Question) => Promise<Asked>,
): Promise<CaseReport[]> {
  const textOf = createTextOf(corpus);
  const reports: CaseReport[] = [];
  for (const gold of cases) {
    const start = performance.now();
    const { asked, failure } = await attempt(() => ask({ text: gold.question, history: gold.history }));
    const latencyMs = performance.now() - start;
    const retrieved = (await corpus.retriever.search(gold.question, { limit: SEARCH_LIMIT })).map((ranked) => ({
      ...ranked,
      ...quoteOf(corpus, ranked),
    }));
    const score = asked ? scoreAnswer(gold, asked.answer, textOf) : failedScore(failure);
    reports.push({ gold, kind: gold.kind, asked, score, latencyMs, retrieved, recall: measureRecall(gold, retrieved) });
  }
  return reports;
}

async function attempt(ask: () => Promise<Asked>): Promise<{ asked?: Asked; failure?: unknown }> {
  try {
    return { asked: await ask() };
  } catch (failure) {
    return { failure };
  }
}

/** A question that could not be answered at all counts as wrong: nothing better can be said of it. */
function failedScore(failure: unknown): Score {
  const message = failure instanceof Error ? failure.message : String(failure);
  return { outcome: 'wrong', faults: [`asking failed: ${message}`], verbatim: { held: 0, of: 0 } };
}

function quoteOf(corpus: Corpus, ranked: RankedPassage): { source: string; quote: string } {
  const document = corpus.documents[ranked.document];
  const passage = document?.spec.passages[ranked.passage];
  if (!document || !passage) return { source: '', quote: '' };
  return { source: document.source, quote: document.text.slice(passage.start, passage.end) };
}
