/** Which earlier questions a question goes on from: the key under which conversations keep a thread. */

/**
 * How long somebody's last question is gone on from by a new message outside its thread, in seconds. Long enough for
 * "and its FLSA status?", too short for yesterday's class to answer today's question.
 */
const CARRY_OVER = 15 * 60;
/** Keys kept: the oldest go first, and their threads stand for themselves again. */
const MAX_KEPT = 5_000;

export interface Sessions {
  /** The thread below a message. With `at` (seconds), what follows in the scope outside threads goes on from it. */
  inThread(channel: string, threadTs: string, at?: number): string;
  /**
   * A question outside any thread, in the order they come: `scope` is whose or where, `id` the thread it begins. The
   * key of the question before it in the scope, when that was asked a moment ago (`at`, in seconds); else its own.
   */
  begin(scope: string, id: string, at: number): string;
}

/** Every question in Slack has its key made here; the platform's name stands before each. */
export function createSessions(): Sessions {
  const aliases = new Map<string, string>();
  const latest = new Map<string, { key: string; at: number }>();

  function keep<T>(map: Map<string, T>, name: string, value: T): void {
    map.delete(name);
    map.set(name, value);
    const oldest = map.size > MAX_KEPT ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
  }

  return {
    inThread(channel, threadTs, at) {
      const own = `slack:${channel}:${threadTs}`;
      const key = aliases.get(own) ?? own;
      if (at !== undefined) keep(latest, channel, { key, at });
      return key;
    },
    begin(scope, id, at) {
      const own = `slack:${scope}:${id}`;
      const known = aliases.get(own);
      if (known !== undefined) return known;
      const before = latest.get(scope);
      const key = before !== undefined && Math.abs(at - before.at) <= CARRY_OVER ? before.key : own;
      keep(aliases, own, key);
      keep(latest, scope, { key, at });
      return key;
    },
  };
}
