/** Opens what DATABASE_URL names; each kind of database is loaded when it is used. */
import type { HistoryStore } from '../ports.ts';

/** Where conversations are kept, as the configuration reads `DATABASE_URL`. */
export type HistoryPlace =
  | { kind: 'memory' }
  | { kind: 'sqlite' /** Absolute. */; path: string }
  | { kind: 'postgres' /** Holds a password: never to be shown. */; url: string };

/** The place in words, without its secrets. */
export async function describePlace(place: HistoryPlace): Promise<string> {
  if (place.kind === 'memory') return 'memory';
  if (place.kind === 'sqlite') return `SQLite at "${place.path}"`;
  return (await import('./postgres.ts')).describePostgres(place.url);
}

/** Rejects with `DATABASE_UNAVAILABLE`; PostgreSQL does so when it is first used. `now`: milliseconds since 1970. */
export async function openHistory(
  place: HistoryPlace,
  options: { now: () => number; lockWaitMs?: number },
): Promise<HistoryStore> {
  if (place.kind === 'sqlite') return (await import('./sqlite.ts')).openSqliteHistory(place.path, options);
  if (place.kind === 'postgres') return (await import('./postgres.ts')).createPostgresHistory(place.url, options);
  return (await import('./memory.ts')).createMemoryHistory(options.now);
}
