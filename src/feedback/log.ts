/**
 * The file of questions without an answer and of opinions on answers: JSON lines, only ever appended to, by several
 * processes if need be. The secret that makes pseudonyms of users stands in a file beside it.
 */

import { randomUUID } from 'node:crypto';
import { appendFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../errors.ts';
import { createSecret, pseudonymOf } from '../history/pseudonym.ts';
import type { FeedbackLog } from '../ports.ts';
import { acquireLock } from '../process-lock.ts';
import type { FeedbackEntry } from './entries.ts';

export interface FeedbackLogOptions {
  /** Milliseconds since 1970. */
  now(): number;
  /** The file is set aside when it is larger, in place of the one that was set aside before. */
  maxBytes?: number;
}

/** Tens of thousands of lines; with the file set aside, twice as many. */
const MAX_BYTES = 10_000_000;
/** A pasted text is known by its beginning. */
const MAX_TEXT_LENGTH = 2_000;
const OWNER_ONLY = 0o600;

/** Where a log that has grown too large is set aside. */
export function asidePath(path: string): string {
  return `${path}.1`;
}

/** Reads the secret of a log, making it when there is none: of several processes that do so at once, one's is kept. */
async function readSecret(path: string): Promise<string> {
  const file = `${path}.secret`;
  const draft = `${file}.${randomUUID()}`;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await writeFile(draft, createSecret(), { mode: OWNER_ONLY });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

/** Appends to the file at an absolute path, which is made when it is not there. Rejects with errors of the file system. */
export function createFeedbackLog(path: string, { now, maxBytes = MAX_BYTES }: FeedbackLogOptions): FeedbackLog {
  let secret: Promise<string> | undefined;

  async function sizeOf(): Promise<number> {
    return (await stat(path).catch(() => undefined))?.size ?? 0;
  }

  /** Under a lock, with another look: two processes that both moved the file would lose it. */
  async function setAside(): Promise<void> {
    const subject = {
      code: 'FEEDBACK_UNWRITABLE' as const,
      heldBy: (holder: string) => `The feedback log "${path}" is being set aside (${holder})`,
      hint: `Remove "${path}.lock" if that process is gone.`,
    };
    const lock = await acquireLock(`${path}.lock`, { subject, waitMs: 2_000, pollMs: 10, staleMs: 10_000 });
    try {
      if ((await sizeOf()) > maxBytes) await rename(path, asidePath(path));
    } finally {
      lock.release();
    }
  }

  /** One write of one line at the end, which the system doesn't mix with another process's. */
  async function append(user: string, entryOf: (about: { at: string; user: string }) => FeedbackEntry): Promise<void> {
    try {
      await mkdir(dirname(path), { recursive: true });
      secret ??= readSecret(path);
      const pseudonym = pseudonymOf(await secret, user);
      if ((await sizeOf()) > maxBytes) await setAside();
      const entry = entryOf({ at: new Date(now()).toISOString(), user: pseudonym });
      await appendFile(path, `${JSON.stringify(entry)}\n`, { mode: OWNER_ONLY });
    } catch (error) {
      secret = undefined;
      if (error instanceof AppError) throw error;
      throw new AppError('FEEDBACK_UNWRITABLE', `"${path}" can't be written: ${(error as Error).message}.`, {
        hint: 'Check FEEDBACK_LOG and the permissions of its folder.',
        cause: error,
      });
    }
  }

  const shortened = (text: string) => text.slice(0, MAX_TEXT_LENGTH);

  return {
    unanswered: ({ user, question, documents }) =>
      append(user, (about) => ({ kind: 'unanswered', ...about, question: shortened(question), documents })),
    reaction: ({ user, reference, reaction, reason, question }) =>
      append(user, (about) => ({
        kind: 'reaction',
        ...about,
        reference,
        reaction,
        reason: reason && shortened(reason),
        question: question && shortened(question),
      })),
  };
}
