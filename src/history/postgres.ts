/** Conversations in PostgreSQL: shared by several replicas. */
import pg from 'pg';
import { AppError } from '../errors.ts';
import type { HistoryStore } from '../ports.ts';
import { createSqlHistory, historyTables, type SqlDatabase, type SqlHistoryOptions } from './sql.ts';

export interface PostgresOptions extends SqlHistoryOptions {
  /** Connections at the most. */
  connections?: number;
}

const CONNECT_TIMEOUT_MS = 3_000;
const QUERY_TIMEOUT_MS = 5_000;
/** An arbitrary number that replicas agree on, so that one of them at a time creates the tables. */
const TABLES_LOCK = 0x0c1a551e;

/** Classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html: broken or ended connections. */
const LOST_CONNECTION = /^(?:08|57P0)/;

function isLostConnection(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code !== undefined) return LOST_CONNECTION.test(code) || code === 'ECONNRESET' || code === 'EPIPE';
  return message.startsWith('Connection terminated');
}

/** The database's host and name, without user and password: what may be said in messages. */
export function describePostgres(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL at ${hostname}${port ? `:${port}` : ''}${pathname}`;
}

/**
 * Connects when it is first used, and creates its tables then. A statement whose connection breaks is run once more on
 * a new one. Rejects with `DATABASE_UNAVAILABLE`.
 */
export function createPostgresHistory(url: string, options: PostgresOptions): HistoryStore {
  return createSqlHistory(connect(url, options.connections ?? 5), options);
}

function connect(url: string, connections: number): SqlDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'classwise',
  });
  // A connection that breaks while nobody uses it: the next statement gets a new one.
  pool.on('error', () => undefined);
  let tables: Promise<void> | undefined;

  async function createTables(): Promise<void> {
    const client = await pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(${TABLES_LOCK})`);
      for (const statement of historyTables('BIGSERIAL PRIMARY KEY')) await client.query(statement);
      await client.query('COMMIT');
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // A connection that failed inside the transaction is not given to anybody else.
      client.release(failure);
    }
  }

  async function ready(): Promise<void> {
    tables ??= createTables();
    try {
      await tables;
    } catch (error) {
      tables = undefined;
      throw error;
    }
  }

  async function attempt(statement: string, values: unknown[]) {
    await ready();
    return (await pool.query(statement, values)).rows;
  }

  return {
    async query(statement, values = []) {
      try {
        return await attempt(statement, [...values]).catch((error) => {
          if (!isLostConnection(error)) throw error;
          return attempt(statement, [...values]);
        });
      } catch (cause) {
        const message = `${describePostgres(url)} can't be used: ${(cause as Error).message || (cause as { code?: string }).code}.`;
        throw new AppError('DATABASE_UNAVAILABLE', message, {
          hint: 'Check DATABASE_URL, and that the database is running and lets this user create tables.',
          cause,
        });
      }
    },
    close: () => pool.end(),
  };
}
