import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireLock as acquire, type LockOptions } from '../src/process-lock.ts';
import { tempDirectory } from './temp-directory.ts';

const LOCK_FILE = 'guarded.lock';

function acquireLock(directory: string, options: Omit<LockOptions, 'subject'>) {
  const heldBy = (holder: string) => `Another ingest (${holder}) is writing the index at "${directory}"`;
  return acquire(join(directory, LOCK_FILE), { ...options, subject: { code: 'INDEX_BUSY', heldBy, hint: 'Wait.' } });
}

const QUICK = { waitMs: 60, pollMs: 5 };
/** No system gives out a process id this high. */
const DEAD_PROCESS = 2 ** 30;

function leaveLock(directory: string, content: unknown): string {
  const path = join(directory, LOCK_FILE);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a lock is free again after its release', async () => {
  const directory = tempDirectory();
  (await acquireLock(directory, QUICK)).release();
  const lock = await acquireLock(directory, QUICK);
  lock.confirm();
  lock.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('a held lock is waited for, which is said once, and then refused by name', async () => {
  const directory = tempDirectory();
  const lock = await acquireLock(directory, QUICK);
  const said: string[] = [];
  await expect(acquireLock(directory, { ...QUICK, onWait: (message) => said.push(message) })).rejects.toMatchObject({
    code: 'INDEX_BUSY',
    message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
  });
  expect(said).toEqual([
    `Another ingest (process ${process.pid} on ${hostname()}) is writing the index at "${directory}"; waiting for it.`,
  ]);
  lock.release();
});

test('who waits gets the lock when it is released', async () => {
  const directory = tempDirectory();
  const first = await acquireLock(directory, QUICK);
  const second = acquireLock(directory, { waitMs: 10_000, pollMs: 5, onWait: () => first.release() });
  (await second).release();
});

test('of many at once, one at a time holds the lock', async () => {
  const directory = tempDirectory();
  leaveLock(directory, { pid: DEAD_PROCESS, host: hostname(), token: 'left' });
  let holders = 0;
  const work = async () => {
    const lock = await acquireLock(directory, { waitMs: 10_000, pollMs: 1 });
    expect(++holders).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    holders--;
    lock.release();
  };
  await Promise.all(Array.from({ length: 12 }, work));
});

test.each([
  ['of a process that is dead', { pid: DEAD_PROCESS, host: hostname(), token: 'left' }],
  ['of an earlier process with the same id', { pid: process.pid, host: hostname(), token: 'left' }],
])('a lock %s is taken over', async (_, holder) => {
  const directory = tempDirectory();
  leaveLock(directory, holder);
  (await acquireLock(directory, QUICK)).release();
  expect(readdirSync(directory)).toEqual([]);
});

test.each([
  ['of another machine', { pid: DEAD_PROCESS, host: 'elsewhere', token: 'left' }],
  ['that says nothing', ''],
  ['that is not what it should be', 'null'],
])('a lock %s is respected while it is fresh, and taken over when it is old', async (_, content) => {
  const directory = tempDirectory();
  const path = leaveLock(directory, content);
  await expect(acquireLock(directory, QUICK)).rejects.toMatchObject({ code: 'INDEX_BUSY' });
  utimesSync(path, new Date(0), new Date(0));
  (await acquireLock(directory, QUICK)).release();
});

test('who has lost the lock to another learns it before saving, and leaves the other one alone', async () => {
  const directory = tempDirectory();
  const lock = await acquireLock(directory, QUICK);
  const path = leaveLock(directory, { pid: 1, host: 'elsewhere', token: 'other' });
  expect(() => lock.confirm()).toThrow('Another ingest (process 1 on elsewhere) is writing the index');
  lock.release();
  expect(existsSync(path)).toBe(true);
});

test('a folder that is not there is an error of the file system', async () => {
  await expect(acquireLock(join(tempDirectory(), 'none'), QUICK)).rejects.toMatchObject({ code: 'ENOENT' });
});
