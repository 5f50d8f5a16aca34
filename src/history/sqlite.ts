/**
 * Conversations in a SQLite file: they outlive the process. One process at a time: the WebAssembly build of SQLite
 * locks by a folder, which a killed process leaves behind, and with that folder there it doesn't roll back what the
 * killed process had half written. So the file has a lock that knows its holder, the folder of a dead one is removed,
 * and changes go through a write-ahead log, which is read again whatever the folder says.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { AppError } from '../errors.ts';
import type { HistoryStore } from '../ports.ts';
import { acquireLock } from '../process-lock.ts';
import { createSqlHistory, historyTables, type SqlDatabase, type SqlHistoryOptions } from './sql.ts';

export interface SqliteOptions extends SqlHistoryOptions {
  /** How long to wait for a process that still has the file open (a restart: the old one is finishing). */
  lockWaitMs?: number;
}

/** Longer than the time within which a stopping process ends, and than a lock from another machine counts. */
const LOCK_WAIT_MS = 35_000;
const STALE_LOCK_MS = 30_000;

/**
 * Opens or creates the file at an absolute path, and the folders above it. Throws `DATABASE_UNAVAILABLE` when another
 * process has it open, when it can't be written, or when it is no database.
 */
export async function openSqliteHistory(path: string, options: SqliteOptions): Promise<HistoryStore> {
  const { lockWaitMs = LOCK_WAIT_MS } = options;
  const subject = {
    code: 'DATABASE_UNAVAILABLE' as const,
    heldBy: (holder: string) => `The database "${path}" is in use (${holder})`,
    hint: 'One process at a time can use a SQLite file: stop the other one, or use PostgreSQL.',
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = await acquireLock(`${path}.pid`, { subject, waitMs: lockWaitMs, staleMs: STALE_LOCK_MS });
    try {
      const database = openDatabase(path, () => lock.release());
      return createSqlHistory(database, options);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('DATABASE_UNAVAILABLE', `The database "${path}" can't be opened: ${(error as Error).message}.`, {
      hint: 'Check the path of DATABASE_URL and the permissions of its folder.',
      cause: error,
    });
  }
}

function openDatabase(path: string, onClose: () => void): SqlDatabase {
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(path);
  try {
    // In this order: with the exclusive mode set first, the log needs no memory shared between processes.
    for (const statement of [
      'PRAGMA locking_mode = EXCLUSIVE',
      'PRAGMA journal_mode = WAL',
      ...historyTables('INTEGER PRIMARY KEY AUTOINCREMENT'),
    ]) {
      database.exec(statement);
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    async query(statement, values = []) {
      const bound = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
      return database.all(statement, bound);
    },
    async close() {
      if (!database.isOpen) return;
      database.close();
      onClose();
    },
  };
}
