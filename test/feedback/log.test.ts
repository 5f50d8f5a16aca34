import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { asidePath, createFeedbackLog } from '../../src/feedback/log.ts';
import { readFeedback } from '../../src/feedback/read.ts';
import { compileProgram } from '../built-program.ts';
import { tempDirectory } from '../temp-directory.ts';

beforeAll(compileProgram, 120_000);

const now = () => Date.UTC(2026, 0, 1);
const newPath = () => join(tempDirectory(), 'deep/feedback.jsonl');

test('what is kept has a pseudonym for the user, the same in every process, and nothing else of the id', async () => {
  const path = newPath();
  const [one, other] = [createFeedbackLog(path, { now }), createFeedbackLog(path, { now })];
  await Promise.all([
    one.unanswered({ question: 'Telework?', user: 'U-SOMEBODY' }),
    other.reaction({ reference: 'r', user: 'U-SOMEBODY', reaction: 'down', reason: 'No.', question: 'Pay?' }),
  ]);
  const { entries, unreadable } = await readFeedback(path);
  expect(unreadable).toBe(0);
  expect(new Set(entries.map(({ user }) => user)).size).toBe(1);
  expect(entries).toContainEqual({
    kind: 'unanswered',
    at: '2026-01-01T00:00:00.000Z',
    user: expect.any(String),
    question: 'Telework?',
  });
  const folder = join(path, '..');
  expect(readdirSync(folder).sort()).toEqual(['feedback.jsonl', 'feedback.jsonl.secret']);
  expect(readFileSync(path, 'utf8')).not.toContain('SOMEBODY');
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});

test('processes that write at once lose nothing and mix nothing up, also while the file is set aside', async () => {
  const path = newPath();
  const writer = fileURLToPath(new URL('many-lines.mjs', import.meta.url));
  // Of some 80,000 bytes, the file is set aside once.
  const writers = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, [writer, path, name, '150', '50000'], { stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const statuses = await Promise.all(writers.map(async (child) => (await once(child, 'exit'))[0]));
  expect(statuses).toEqual([0, 0, 0]);
  const { entries, unreadable } = await readFeedback(path);
  expect(unreadable).toBe(0);
  const questions = entries.map((entry) => entry.question);
  expect(new Set(questions).size).toBe(450);
  expect(statSync(asidePath(path)).size).toBeGreaterThan(50_000);
});

test('the file is set aside when it is too large, and then what was set aside before is gone', async () => {
  const path = newPath();
  const log = createFeedbackLog(path, { now, maxBytes: 1_000 });
  for (let n = 0; n < 60; n++) await log.unanswered({ question: `Question ${n}`, user: 'U1' });
  expect(statSync(path).size + statSync(asidePath(path)).size).toBeLessThan(2_500);
  const { entries } = await readFeedback(path);
  expect(entries.at(-1)?.question).toBe('Question 59');
});

test('lines that are no entries are left out and counted', async () => {
  const path = newPath();
  await createFeedbackLog(path, { now }).unanswered({ question: 'one', user: 'U1' });
  appendFileSync(path, '{"kind":"unanswered","at":"2026\n[]\nnull\n{"kind":"other"}\n');
  expect(await readFeedback(path)).toMatchObject({ entries: [{ question: 'one' }], unreadable: 4 });
});

test('a pasted text is kept by its beginning', async () => {
  const path = newPath();
  await createFeedbackLog(path, { now }).unanswered({ question: 'x'.repeat(40_000), user: 'U1' });
  expect((await readFeedback(path)).entries[0]?.question).toHaveLength(2_000);
});

test('a file that cannot be written is an error that names it', async () => {
  const path = newPath();
  mkdirSync(path, { recursive: true });
  await expect(createFeedbackLog(path, { now }).unanswered({ question: 'one', user: 'U1' })).rejects.toMatchObject({
    code: 'FEEDBACK_UNWRITABLE',
    message: expect.stringContaining(`"${path}" can't be written: `),
  });
});

test('a log that is not there is empty', async () => {
  expect(await readFeedback(newPath())).toEqual({ entries: [], unreadable: 0 });
});
