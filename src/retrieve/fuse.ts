/**
 * The constant of reciprocal rank fusion, from the paper that introduced it: it keeps a first place in one list from
 * outweighing good places in both (Cormack, Clarke and Büttcher, SIGIR 2009,
 * https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf).
 */
const K = 60;

/** A row with its 1-based rank in each list; undefined in a list that it is not in. */
export interface FusedRow {
  row: number;
  keywordRank: number | undefined;
  vectorRank: number | undefined;
  score: number;
}

/** What a place in a list is worth: 1 / (60 + rank), and nothing outside the list. */
export function reciprocalRank(rank: number | undefined): number {
  return rank === undefined ? 0 : 1 / (K + rank);
}

/**
 * Fuses two ranked lists of distinct rows, best first, into one by the sum of their reciprocal ranks. Equal scores go
 * by the better single rank, then by row, so that the order is always the same.
 */
export function fuse(keywordRows: readonly number[], vectorRows: readonly number[]): FusedRow[] {
  const fused = new Map<number, FusedRow>();
  const at = (row: number): FusedRow => {
    const known = fused.get(row) ?? { row, keywordRank: undefined, vectorRank: undefined, score: 0 };
    fused.set(row, known);
    return known;
  };
  keywordRows.forEach((row, i) => {
    at(row).keywordRank = i + 1;
  });
  vectorRows.forEach((row, i) => {
    at(row).vectorRank = i + 1;
  });
  for (const entry of fused.values()) {
    entry.score = reciprocalRank(entry.keywordRank) + reciprocalRank(entry.vectorRank);
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || bestRank(a) - bestRank(b) || a.row - b.row);
}

function bestRank({ keywordRank, vectorRank }: FusedRow): number {
  return Math.min(keywordRank ?? Number.POSITIVE_INFINITY, vectorRank ?? Number.POSITIVE_INFINITY);
}
