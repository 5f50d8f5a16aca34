/** A row and how well it scored. */
interface ScoredRow {
  row: number;
  score: number;
}

/** Collects the best rows of a scan. */
export interface TopRows {
  offer(row: number, score: number): void;
  /** The best rows, best first; equal scores in row order, so that a result never depends on how it was computed. */
  take(): ScoredRow[];
}

/**
 * Keeps the `k` best of any number of offered rows in O(n log k): offers go to a buffer of 2k that is sorted and
 * cut when full, and what is worse than the cut is refused at once.
 */
export function createTopRows(k: number): TopRows {
  let kept: ScoredRow[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  const cut = () => {
    kept.sort((a, b) => b.score - a.score || a.row - b.row);
    kept = kept.slice(0, Math.max(0, k));
    floor = kept.length === k ? (kept.at(-1)?.score ?? floor) : floor;
  };
  return {
    offer(row, score) {
      if (!(score >= floor)) return;
      kept.push({ row, score });
      if (kept.length >= 2 * k + 16) cut();
    },
    take() {
      cut();
      return kept;
    },
  };
}
