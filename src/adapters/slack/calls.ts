/** Calls to Slack that are made again when that is safe, and messages in a channel one after the other. */
import { type Failure, failureOf } from './failures.ts';

export interface Pace {
  /** Milliseconds between two messages in one channel: Slack allows one a second. */
  betweenMessages: number;
  /** Milliseconds before a failed call is made again; doubled each time. */
  beforeRetry: number;
}

export const SLACK_PACE: Pace = { betweenMessages: 1_050, beforeRetry: 1_000 };

/** Calls made for one thing before it is given up. */
const MAX_CALLS = 5;
/** Seconds that one is ready to wait because of too many calls, over all. Whoever asked is gone by then. */
const MAX_WAIT = 300;

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Makes a call until it succeeds or can't. `settle` is asked when it is unclear whether the call was carried out: it
 * gives the result if it was, undefined if it surely was not, and throws when that can't be known, which leaves one
 * more call. `unknowable` says that beforehand; `repeatable` that a second time does no harm.
 */
export async function callSafely<T>(
  pace: Pace,
  call: () => Promise<T>,
  settle: 'repeatable' | 'unknowable' | (() => Promise<T | undefined>),
): Promise<T> {
  let waited = 0;
  let isBlind = false;
  for (let made = 1; ; made++) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' || made >= MAX_CALLS || isBlind) throw error;
      const seconds = waitFor(failure, pace, made);
      waited += seconds;
      if (waited > MAX_WAIT) throw error;
      await sleep(seconds * 1000);
      if (failure.kind !== 'unclear' || settle === 'repeatable') continue;
      isBlind = settle === 'unknowable';
      if (settle === 'unknowable') continue;
      try {
        const done = await callSafely(pace, settle, 'repeatable');
        if (done !== undefined) return done;
      } catch {
        isBlind = true;
      }
    }
  }
}

function waitFor(failure: Failure, pace: Pace, made: number): number {
  return failure.kind === 'limited' ? failure.seconds : (pace.beforeRetry / 1000) * 2 ** (made - 1);
}

export interface Lanes {
  /** Runs what posts to a channel when all before it there is out, at Slack's pace. Other channels don't wait. */
  run<T>(channel: string, post: () => Promise<T>): Promise<T>;
}

export function createLanes(pace: Pace): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(channel, post) {
      const before = tails.get(channel);
      const result = (before ?? Promise.resolve()).then(post);
      const tail = result.then(
        () => sleep(pace.betweenMessages),
        () => undefined,
      );
      tails.set(channel, tail);
      void tail.then(() => {
        if (tails.get(channel) === tail) tails.delete(channel);
      });
      return result;
    },
  };
}
