import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { openSqliteHistory } from '../../src/history/sqlite.ts';
import { compileProgram } from '../built-program.ts';
import { tempDirectory } from '../temp-directory.ts';
import { createClock, describeHistoryStore, turnOf } from './history-store.contract.ts';

beforeAll(compileProgram, 120_000);

describeHistoryStore('SQLite', async (options) => {
  const store = await openSqliteHistory(join(tempDirectory(), 'state.db'), options);
  onTestFinished(() => store.close());
  return store;
});

const { now } = createClock();
const file = () => join(tempDirectory(), 'deep/er/state.db');

test('turns, claims and pseudonyms outlive the process that made them', async () => {
  const path = file();
  const first = await openSqliteHistory(path, { now });
  await first.claim('event');
  await first.save(turnOf({ question: 'one' }));
  const pseudonym = await first.pseudonym('U1');
  await first.close();
  const second = await openSqliteHistory(path, { now });
  expect(await second.claim('event')).toBe(false);
  expect(await second.turns('thread')).toHaveLength(1);
  expect(await second.pseudonym('U1')).toBe(pseudonym);
  await second.close();
});

test('a process that is killed while it writes keeps nobody from what it had written', async () => {
  const path = file();
  const writer = fileURLToPath(new URL('endless-writer.mjs', import.meta.url));
  const child = spawn(process.execPath, [writer, path, String(now())], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let saved = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    saved += text;
    if (saved.includes('\n120\n')) child.kill('SIGKILL');
  }
  await ended;
  const last = saved.slice(0, saved.lastIndexOf('\n')).split('\n').at(-1);
  expect(existsSync(`${path}.lock`)).toBe(true);
  const store = await openSqliteHistory(path, { now, lockWaitMs: 0 });
  expect(await store.find(`r${last}`)).toMatchObject({ question: `q${last}` });
  await store.save(turnOf({ question: 'after' }));
  await store.close();
});

test('a file that another process has open is waited for, then refused by name', async () => {
  const path = file();
  const first = await openSqliteHistory(path, { now });
  await expect(openSqliteHistory(path, { now, lockWaitMs: 0 })).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringMatching(/^The database ".*state\.db" is in use \(process \d+ on /),
  });
  const waiting = openSqliteHistory(path, { now, lockWaitMs: 10_000 });
  await first.close();
  await (await waiting).close();
});

test.each([
  ['a folder', (path: string) => mkdirSync(path, { recursive: true })],
  ['no database', (path: string) => writeFileSync(path, 'x'.repeat(5_000))],
])('%s in its place is an error that names the file', async (_, make) => {
  const path = join(tempDirectory(), 'state.db');
  make(path);
  await expect(openSqliteHistory(path, { now })).rejects.toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringContaining(`The database "${path}" can't be opened: `),
  });
  expect(existsSync(`${path}.pid`)).toBe(false);
});
