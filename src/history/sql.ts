/** Conversations in a database, by statements that SQLite and PostgreSQL both understand. */
import { randomUUID } from 'node:crypto';
import type { Turn } from '../domain.ts';
import type { HistoryStore } from '../ports.ts';
import { HISTORY_LIMITS, type HistoryLimits } from './limits.ts';
import { createSecret, pseudonymOf } from './pseudonym.ts';

export type SqlValue = string | number;
export type SqlRow = Record<string, unknown>;

/** A database. `query` runs one statement with `$1`, `$2` … and gives its rows; it may run it twice after a failure. */
export interface SqlDatabase {
  query(statement: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
  close(): Promise<void>;
}

export interface SqlHistoryOptions {
  /** Milliseconds since 1970. Replicas should agree on it within a minute. */
  now(): number;
  limits?: HistoryLimits;
}

/** The tables, with the database's own way to number rows as they come. */
export function historyTables(numbered: string): string[] {
  return [
    'CREATE TABLE IF NOT EXISTS classwise_secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
    `CREATE TABLE IF NOT EXISTS classwise_claims
       (id TEXT PRIMARY KEY, token TEXT NOT NULL, expires_at BIGINT NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS classwise_turns
       (number ${numbered}, thread TEXT NOT NULL, message TEXT NOT NULL, reference TEXT NOT NULL UNIQUE,
        asked_at BIGINT NOT NULL, turn TEXT NOT NULL, UNIQUE (thread, message))`,
    'CREATE INDEX IF NOT EXISTS classwise_turns_by_age ON classwise_turns (asked_at)',
  ];
}

/** What is too old or too much is deleted at most this often; what is too old is not read in any case. */
const PRUNE_EVERY_MS = 60_000;

/**
 * The store over a database. Each statement may safely run twice: a connection that breaks leaves it open whether it
 * ran. So a claim carries a token, by which its maker knows it again.
 */
export function createSqlHistory(database: SqlDatabase, options: SqlHistoryOptions): HistoryStore {
  const { now, limits = HISTORY_LIMITS } = options;
  const { query } = database;
  let secret: string | undefined;
  let prunedAt = -Infinity;

  async function readSecret(): Promise<string> {
    if (secret !== undefined) return secret;
    await query("INSERT INTO classwise_secrets (name, value) VALUES ('users', $1) ON CONFLICT (name) DO NOTHING", [
      createSecret(),
    ]);
    const [row] = await query("SELECT value FROM classwise_secrets WHERE name = 'users'");
    secret = String(row?.value);
    return secret;
  }

  /** Ids of claims may hold those of users. */
  const claimed = async (id: string) => pseudonymOf(await readSecret(), `claim ${id}`);

  async function prune(): Promise<void> {
    if (now() - prunedAt < PRUNE_EVERY_MS) return;
    prunedAt = now();
    await query('DELETE FROM classwise_claims WHERE expires_at <= $1', [now()]);
    await query('DELETE FROM classwise_turns WHERE asked_at <= $1', [now() - limits.turnMs]);
    await query(
      `DELETE FROM classwise_turns WHERE thread NOT IN
         (SELECT thread FROM classwise_turns GROUP BY thread ORDER BY MAX(number) DESC LIMIT $1)`,
      [limits.threads],
    );
  }

  const readTurns = (rows: readonly SqlRow[]) => rows.map(({ turn }) => JSON.parse(String(turn)) as Turn);

  return {
    pseudonym: async (user) => pseudonymOf(await readSecret(), `user ${user}`),
    async claim(id) {
      const rows = await query(
        `INSERT INTO classwise_claims (id, token, expires_at) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at
         WHERE classwise_claims.expires_at <= $4 OR classwise_claims.token = excluded.token
         RETURNING id`,
        [await claimed(id), randomUUID(), now() + limits.claimMs, now()],
      );
      return rows.length > 0;
    },
    async release(id) {
      const rows = await query('DELETE FROM classwise_claims WHERE id = $1 AND expires_at > $2 RETURNING id', [
        await claimed(id),
        now(),
      ]);
      return rows.length > 0;
    },
    async save(turn) {
      const { thread, message, reference, askedAt } = turn;
      await query(
        `INSERT INTO classwise_turns (thread, message, reference, asked_at, turn) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (thread, message) DO UPDATE
         SET reference = excluded.reference, asked_at = excluded.asked_at, turn = excluded.turn`,
        [thread, message, reference, askedAt, JSON.stringify(turn)],
      );
      await query(
        `DELETE FROM classwise_turns WHERE thread = $1 AND number NOT IN
           (SELECT number FROM classwise_turns WHERE thread = $1 ORDER BY number DESC LIMIT $2)`,
        [thread, limits.turnsPerThread],
      );
      await prune();
    },
    async turns(thread) {
      const since = now() - limits.turnMs;
      return readTurns(
        await query('SELECT turn FROM classwise_turns WHERE thread = $1 AND asked_at > $2 ORDER BY number', [
          thread,
          since,
        ]),
      );
    },
    async find(reference) {
      const since = now() - limits.turnMs;
      const rows = await query('SELECT turn FROM classwise_turns WHERE reference = $1 AND asked_at > $2', [
        reference,
        since,
      ]);
      return readTurns(rows)[0];
    },
    close: () => database.close(),
  };
}
