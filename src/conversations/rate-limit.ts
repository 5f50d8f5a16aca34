/** How many questions a user may ask in a while: a sliding window. */

export interface RateLimit {
  /** Counts a question and returns 0, or returns the milliseconds after which the user may ask again. */
  take(user: string): number;
}

/** Users beyond this many have those forgotten who have not asked for a window: some megabytes at the most. */
const MAX_USERS = 10_000;

/** At most `questions` in any `windowMs`, by this clock (milliseconds). A refused question doesn't count. */
export function createRateLimit(limit: { questions: number; windowMs: number }, now: () => number): RateLimit {
  const { questions, windowMs } = limit;
  const asked = new Map<string, number[]>();

  function forgetIdle(since: number): void {
    for (const [user, times] of asked) if ((times.at(-1) ?? since) <= since) asked.delete(user);
  }

  return {
    take(user) {
      const since = now() - windowMs;
      if (asked.size > MAX_USERS) forgetIdle(since);
      const recent = (asked.get(user) ?? []).filter((time) => time > since);
      const oldest = recent[0];
      const isAllowed = oldest === undefined || recent.length < questions;
      if (isAllowed) recent.push(now());
      asked.set(user, recent);
      return isAllowed ? 0 : oldest - since;
    },
  };
}
