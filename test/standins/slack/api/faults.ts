/** What can go wrong between an app and Slack, on demand. */

export type Fault =
  /** `{ok: false}` with this code. */
  | { kind: 'error'; error: string; details?: Record<string, unknown> }
  /** An HTTP status with a page instead of JSON, as from a gateway. */
  | { kind: 'status'; status: number }
  /** 429 with Retry-After in seconds. */
  | { kind: 'rate-limited'; retryAfter: number }
  /** The connection breaks before anything is done. */
  | { kind: 'reset' }
  /** It is done, but the connection breaks before the answer. */
  | { kind: 'reset-after' }
  /** It is done, but the answer is this status. */
  | { kind: 'status-after'; status: number }
  /** It is done as ever, after this many milliseconds. */
  | { kind: 'slow'; milliseconds: number };

export interface Faults {
  /** The next `times` calls of a method (or of `*`, or posts to a `response_url`) go wrong. */
  next: (method: string, fault: Fault, times?: number) => void;
  /** Nothing answers: every connection breaks. */
  down: (isDown: boolean) => void;
  /** Whether Slack's limit of one message per second and channel holds (off unless switched on). */
  limitMessages: (isLimited: boolean) => void;
  isDown: () => boolean;
  /** The fault for this call, used up. */
  take: (method: string) => Fault | undefined;
  /** Seconds to wait when the channel's next message comes too early. */
  tooSoon: (method: string, channel: string) => number | undefined;
}

export function createFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  const lastPosts = new Map<string, number>();
  let down = false;
  let areLimited = false;
  return {
    next: (method, fault, times = 1) => {
      queues.set(method, [...(queues.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    down: (isDown) => {
      down = isDown;
    },
    limitMessages: (isLimited) => {
      areLimited = isLimited;
    },
    isDown: () => down,
    take: (method) => queues.get(method)?.shift() ?? queues.get('*')?.shift(),
    tooSoon: (method, channel) => {
      if (!areLimited || method !== 'chat.postMessage') return undefined;
      const now = Date.now();
      const wait = (lastPosts.get(channel) ?? 0) + 1000 - now;
      if (wait > 0) return Math.ceil(wait / 1000);
      lastPosts.set(channel, now);
      return undefined;
    },
  };
}
