/**
 * A history store that never rejects: while the database can't be used, this process remembers by itself what it did,
 * and nobody has to wait for an answer.
 */
import type { Log } from '../log.ts';
import type { HistoryStore } from '../ports.ts';
import { within } from './within.ts';

export interface SteadyStoreOptions {
  /** Opens the database; called again when it has failed. */
  open(): Promise<HistoryStore>;
  /** Answers while the database can't. */
  memory: HistoryStore;
  log: Log;
  /** Milliseconds. */
  now(): number;
  /** What a user may have to wait for the database, once. */
  timeoutMs?: number;
  /** How long to do without the database before trying again. */
  retryAfterMs?: number;
}

export interface SteadyStore extends HistoryStore {
  /** Whether the database took what it was last asked. */
  isUp(): boolean;
}

/** Opens the database when it is first used. It says once that the database can't be used, and once that it can again. */
export function createSteadyStore(options: SteadyStoreOptions): SteadyStore {
  const { open, memory, log, now, timeoutMs = 2_000, retryAfterMs = 5_000 } = options;
  let opening: Promise<HistoryStore> | undefined;
  let downSince: number | undefined;

  async function opened(): Promise<HistoryStore> {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  async function attempt<T>(use: (store: HistoryStore) => Promise<T>, instead: () => Promise<T> | T): Promise<T> {
    if (downSince !== undefined && now() - downSince < retryAfterMs) return instead();
    try {
      const work = opened().then(use);
      const result = await within(timeoutMs, work, `The database has not answered for ${timeoutMs} ms.`);
      if (downSince !== undefined) log.line('The database can be used again.');
      downSince = undefined;
      return result;
    } catch (error) {
      if (downSince === undefined)
        log.line(
          `${(error as Error).message} Until it can be used, questions are answered from what this process remembers.`,
        );
      downSince = now();
      return instead();
    }
  }

  return {
    isUp: () => downSince === undefined,
    pseudonym: (user) =>
      attempt(
        (store) => store.pseudonym(user),
        () => memory.pseudonym(user),
      ),
    async claim(id) {
      return (
        (await memory.claim(id)) &&
        attempt(
          (store) => store.claim(id),
          () => true,
        )
      );
    },
    async release(id) {
      const wasHere = await memory.release(id);
      return attempt(
        (store) => store.release(id),
        () => wasHere,
      );
    },
    async save(turn) {
      await memory.save(turn);
      await attempt(
        (store) => store.save(turn),
        () => undefined,
      );
    },
    turns: (thread) =>
      attempt(
        (store) => store.turns(thread),
        () => memory.turns(thread),
      ),
    async find(reference) {
      const turn = await attempt(
        (store) => store.find(reference),
        () => undefined,
      );
      return turn ?? memory.find(reference);
    },
    async close() {
      const store = await opening?.catch(() => undefined);
      await store?.close();
    },
  };
}
