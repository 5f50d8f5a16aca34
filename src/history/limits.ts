/** How much of the conversations is kept, and for how long. */

export interface HistoryLimits {
  /** Milliseconds that a turn is remembered. */
  turnMs: number;
  /** Milliseconds that a claim is remembered. */
  claimMs: number;
  threads: number;
  turnsPerThread: number;
}

const HOUR_MS = 3_600_000;

/** A claim outlives a turn: Slack delivers an event again for up to 24 hours. */
export const HISTORY_LIMITS: HistoryLimits = {
  turnMs: 24 * HOUR_MS,
  claimMs: 25 * HOUR_MS,
  threads: 1_000,
  turnsPerThread: 20,
};
