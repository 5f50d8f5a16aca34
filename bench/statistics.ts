/** The few statistics that a benchmark on a shared machine can stand behind: ranks, no means. */

/** The value below which `share` (0 to 1) of the values lie, by nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The middle of the pairs' quotients: what slowed the machine for a while slowed both of a pair. */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  return median(values.map((value, at) => value / (bases[at] ?? Number.NaN)));
}
