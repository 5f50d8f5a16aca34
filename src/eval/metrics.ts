/** From the results of single questions to the numbers of a report. */
import type { RankedPassage } from '../domain.ts';
import type { GoldCase } from './cases.ts';
import { matchesGroup, type Score } from './score.ts';

/** How many of the gold groups a search found, out of all. */
export interface Recall {
  found: number;
  of: number;
}

export type Search = 'keyword' | 'vector' | 'fused';

/** What is known of one question after it was asked. */
export interface CaseResult {
  kind: string;
  score: Score;
  latencyMs: number;
  recall: Record<Search, Recall>;
}

export interface Metrics {
  kind: string;
  questions: number;
  correct: number;
  wrong: number;
  /** Not found, though the documents say. */
  abstained: number;
  citations: number;
  verbatim: number;
  latencyMs: { p50: number; p95: number };
  /** Share of the gold groups with a passage among the first five; undefined where nothing is to be cited. */
  recallAt5: Record<Search, number | undefined>;
}

const RECALL_DEPTH = 5;
const SEARCHES: readonly Search[] = ['keyword', 'vector', 'fused'];

/** The value that `share` of the values do not exceed (nearest rank); 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Counts the gold groups that one of the passages matches. */
export function countFound(gold: GoldCase, passages: readonly { source: string; quote: string }[]): Recall {
  const found = gold.cites.filter((group) => passages.some((passage) => matchesGroup(passage, group))).length;
  return { found, of: gold.cites.length };
}

/** Recall among the first five of the keyword list, the vector list and both fused (the order given). */
export function measureRecall(
  gold: GoldCase,
  retrieved: readonly (RankedPassage & { source: string; quote: string })[],
): Record<Search, Recall> {
  const within = (rank: number | undefined) => rank !== undefined && rank <= RECALL_DEPTH;
  return {
    keyword: countFound(
      gold,
      retrieved.filter(({ keywordRank }) => within(keywordRank)),
    ),
    vector: countFound(
      gold,
      retrieved.filter(({ vectorRank }) => within(vectorRank)),
    ),
    fused: countFound(gold, retrieved.slice(0, RECALL_DEPTH)),
  };
}

/** The share found over several questions; undefined when there was nothing to find. */
export function shareFound(recalls: readonly Recall[]): number | undefined {
  const of = recalls.reduce((sum, recall) => sum + recall.of, 0);
  return of === 0 ? undefined : recalls.reduce((sum, recall) => sum + recall.found, 0) / of;
}

function summarise(kind: string, results: readonly CaseResult[]): Metrics {
  const count = (outcome: Score['outcome']) => results.filter(({ score }) => score.outcome === outcome).length;
  const latencies = results.map(({ latencyMs }) => latencyMs);
  const recallAt5 = SEARCHES.map((search) => [search, shareFound(results.map(({ recall }) => recall[search]))]);
  return {
    kind,
    questions: results.length,
    correct: count('correct'),
    wrong: count('wrong'),
    abstained: count('abstained'),
    citations: results.reduce((sum, { score }) => sum + score.verbatim.of, 0),
    verbatim: results.reduce((sum, { score }) => sum + score.verbatim.held, 0),
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    recallAt5: Object.fromEntries(recallAt5) as Metrics['recallAt5'],
  };
}

/** Metrics of each kind, in the order the kinds first appear, and of all questions. */
export function measure(results: readonly CaseResult[]): { kinds: Metrics[]; overall: Metrics } {
  const byKind = new Map<string, CaseResult[]>();
  for (const result of results) byKind.set(result.kind, [...(byKind.get(result.kind) ?? []), result]);
  return {
    kinds: [...byKind].map(([kind, some]) => summarise(kind, some)),
    overall: summarise('all', results),
  };
}
