/**
 * One process at a time. The lock is a file that only one process can create. It names its holder, so that the lock of
 * a process that died is taken over at once on the same machine, and the holder touches it regularly, so that one left
 * behind on another machine (or by a process whose id was given out again) is taken over after a while.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode } from './errors.ts';

interface Holder {
  pid: number;
  host: string;
  token: string;
}

/** What a lock guards, as the error says it when somebody else holds it. */
export interface LockSubject {
  code: ErrorCode;
  /** "Another ingest (process 12 on host) is writing the index", without a full stop. */
  heldBy(holder: string): string;
  hint: string;
}

export interface LockOptions {
  subject: LockSubject;
  /** How long to wait for another holder before the subject's error. */
  waitMs: number;
  /** How often to look whether the lock is free. */
  pollMs?: number;
  /** A lock not touched for so long is taken over; far above any pause of a living holder. */
  staleMs?: number;
  /** Told once, when there is somebody to wait for. */
  onWait?: (message: string) => void;
}

export interface Lock {
  /** Throws the subject's error when another process has taken the lock over (this one was suspended, say). */
  confirm(): void;
  release(): void;
}

/** Tokens of the locks that this process holds: a lock with its id but none of these was left by a namesake. */
const held = new Set<string>();

/**
 * Takes the lock file at `path`, waiting for another holder if need be. Throws the subject's error when it stays held
 * for `waitMs`, and file-system errors when the lock can't be written.
 */
export async function acquireLock(path: string, options: LockOptions): Promise<Lock> {
  const { subject, waitMs, pollMs = 100, staleMs = 600_000, onWait } = options;
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  const deadline = performance.now() + waitMs;
  let hasTold = false;
  while (!tryCreate(path, holder)) {
    const other = readHolder(path);
    if (other === undefined) continue;
    if (isAbandoned(path, other, staleMs)) {
      removeAbandoned(path, other);
      continue;
    }
    if (performance.now() >= deadline) throw busyError(subject, other, waitMs);
    if (!hasTold) onWait?.(`${subject.heldBy(nameOf(other))}; waiting for it.`);
    hasTold = true;
    await sleep(pollMs);
  }
  held.add(holder.token);
  const touching = setInterval(() => touch(path, holder), staleMs / 10).unref();
  return {
    confirm() {
      const other = readHolder(path);
      if (other?.token !== holder.token) throw busyError(subject, other, 0);
    },
    release() {
      clearInterval(touching);
      held.delete(holder.token);
      if (readHolder(path)?.token === holder.token) rmSync(path, { force: true });
    },
  };
}

function tryCreate(path: string, holder: Holder): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, JSON.stringify(holder));
    return true;
  } catch (error) {
    // A full disk; a lock that names nobody would keep others waiting.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Who holds the lock; undefined when nobody does. A lock that says nothing (yet) has a nameless holder. */
function readHolder(path: string): Holder | undefined {
  try {
    const { pid, host, token }: Holder = JSON.parse(readFileSync(path, 'utf8'));
    return { pid, host, token };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { pid: 0, host: '', token: '' };
  }
}

function isAbandoned(path: string, { pid, host, token }: Holder, staleMs: number): boolean {
  if (pid !== 0 && host === hostname()) {
    if (pid === process.pid) return !held.has(token);
    if (!isRunning(pid)) return true;
  }
  const touchedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return touchedMs !== undefined && Date.now() - touchedMs > staleMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Moves an abandoned lock away before removing it: of several processes that wait, one wins the rename. If what was
 * moved is not the abandoned lock (another waiter was quicker and already has a new one), it is put back.
 */
function removeAbandoned(path: string, abandoned: Holder): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.token === abandoned.token) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function touch(path: string, holder: Holder): void {
  try {
    if (readHolder(path)?.token === holder.token) utimesSync(path, new Date(), new Date());
  } catch {
    // A lock that can't be touched now is touched at the next turn.
  }
}

function busyError({ code, heldBy, hint }: LockSubject, other: Holder | undefined, waitMs: number): AppError {
  const waited = waitMs === 0 ? '' : ` after ${Math.round(waitMs / 1000)} s of waiting`;
  return new AppError(code, `${heldBy(nameOf(other))}${waited}.`, { hint });
}

function nameOf(holder: Holder | undefined): string {
  return holder === undefined || holder.pid === 0
    ? 'its process is unknown'
    : `process ${holder.pid} on ${holder.host}`;
}
