/** Conversations kept in this process: gone with it, and not shared with other replicas. */
import type { Turn } from '../domain.ts';
import type { HistoryStore } from '../ports.ts';
import { HISTORY_LIMITS, type HistoryLimits } from './limits.ts';
import { createSecret, pseudonymOf } from './pseudonym.ts';

/** 64 MB of text at the most: threads of pasted documents are forgotten sooner than others. */
const MAX_CHARACTERS = 32_000_000;
/** Some 10 MB; beyond it the oldest claims are forgotten, hours after any platform delivers an event again. */
const MAX_CLAIMS = 100_000;

/** A turn as JSON, so that what a caller does to an object it got or gave changes nothing here. */
interface Kept {
  message: string;
  reference: string;
  askedAt: number;
  json: string;
}

/** The clock is in milliseconds since 1970. */
export function createMemoryHistory(now: () => number, limits: HistoryLimits = HISTORY_LIMITS): HistoryStore {
  const secret = createSecret();
  /** Expiry by claim; in the order they were made, which is the order they expire in. */
  const claims = new Map<string, number>();
  /** In the order they were last written to. */
  const threads = new Map<string, Kept[]>();
  const threadOf = new Map<string, string>();
  let characters = 0;

  function drop(turn: Kept): void {
    characters -= turn.json.length;
    threadOf.delete(turn.reference);
  }

  function remembered(thread: string): Kept[] {
    const oldest = now() - limits.turnMs;
    return (threads.get(thread) ?? []).filter(({ askedAt }) => askedAt > oldest);
  }

  function prune(): void {
    const oldest = now() - limits.turnMs;
    for (const [thread, turns] of threads) {
      const isForgotten = turns.every(({ askedAt }) => askedAt <= oldest);
      if (threads.size <= limits.threads && characters <= MAX_CHARACTERS && !isForgotten) return;
      turns.forEach(drop);
      threads.delete(thread);
    }
  }

  function pruneClaims(): void {
    for (const [id, expiresAt] of claims) {
      if (expiresAt > now() && claims.size <= MAX_CLAIMS) return;
      claims.delete(id);
    }
  }

  return {
    pseudonym: async (user) => pseudonymOf(secret, user),
    async claim(id) {
      pruneClaims();
      if (claims.has(id)) return false;
      claims.set(id, now() + limits.claimMs);
      return true;
    },
    async release(id) {
      pruneClaims();
      return claims.delete(id);
    },
    async save(given) {
      const { thread, message, reference, askedAt } = given;
      const turns = remembered(thread);
      (threads.get(thread) ?? []).filter((turn) => !turns.includes(turn)).forEach(drop);
      const kept = { message, reference, askedAt, json: JSON.stringify(given) };
      const at = turns.findIndex((other) => other.message === message);
      if (at < 0) turns.push(kept);
      else turns.splice(at, 1, kept).forEach(drop);
      turns.splice(0, Math.max(0, turns.length - limits.turnsPerThread)).forEach(drop);
      characters += kept.json.length;
      threadOf.set(reference, thread);
      threads.delete(thread);
      threads.set(thread, turns);
      prune();
    },
    turns: async (thread) => remembered(thread).map(({ json }) => JSON.parse(json) as Turn),
    async find(reference) {
      const thread = threadOf.get(reference);
      const turn = thread === undefined ? undefined : remembered(thread).find((kept) => kept.reference === reference);
      return turn && (JSON.parse(turn.json) as Turn);
    },
    close: async () => undefined,
  };
}
