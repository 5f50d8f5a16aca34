import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../../src/adapters/cli/ask.ts';
import { AppError } from '../../../src/errors.ts';
import { answerOf, appThat, askedOf, createShell } from './fake-shell.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'classwise-batch-'));
});
afterAll(() => rm(directory, { recursive: true }));

const echo = appThat(async ({ text, history }) => {
  if (text === 'bug') throw new TypeError('x is undefined');
  if (text === 'ungrounded') throw new AppError('ANSWER_UNGROUNDED', 'A citation does not hold.');
  if (text === 'no index') throw new AppError('INDEX_CORRUPT', 'The index is damaged.');
  return askedOf(answerOf({ question: text, answer: [...history, text].join(' → ') }));
});

async function run(content: string | Buffer, flags: string[] = []) {
  const file = join(directory, 'batch.jsonl');
  await writeFile(file, content);
  const shell = createShell(echo);
  const status = await ask.run(['--json', '--batch', file, ...flags], shell);
  const lines = shell.printed().split('\n').slice(0, -1);
  return { status, lines: lines.map((line) => JSON.parse(line)), logged: shell.logged };
}

test('one object a line, in order, with id and history', async () => {
  const { status, lines } = await run(
    '{"id":"a","question":"one"}\r\n\n{"id":7,"question":"two","history":["zero","one"]}\n   \n{"question":"three","id":null}',
  );
  expect(status).toBe(0);
  expect(lines.map(({ id, answer }) => [id, answer])).toEqual([
    ['a', 'one'],
    [7, 'zero → one → two'],
    [undefined, 'three'],
  ]);
  expect(Object.keys(lines[0])[0]).toBe('id');
});

test('a broken line gets an error object with its line number, and the rest are answered', async () => {
  const { status, lines, logged } = await run(
    [
      '{"id":"1","question":"one"',
      '',
      '[1]',
      'null',
      '{"id":"5","question":5}',
      '{"id":"6","question":"  "}',
      '{"id":"7","question":"q","history":"earlier"}',
      '{"id":"8","question":"q","history":[1]}',
      '{"id":{},"question":"q"}',
      '{"id":"10","question":"bug"}',
      '{"id":"11","question":"ungrounded"}',
      '{"id":"12","question":"fine"}',
    ].join('\n'),
  );
  expect(status).toBe(0);
  expect(lines.map(({ id, line, error, answer }) => [id, line, error?.code ?? answer])).toEqual([
    [undefined, 1, 'USAGE'],
    [undefined, 3, 'USAGE'],
    [undefined, 4, 'USAGE'],
    ['5', 5, 'USAGE'],
    ['6', 6, 'USAGE'],
    ['7', 7, 'USAGE'],
    ['8', 8, 'USAGE'],
    [undefined, 9, 'USAGE'],
    ['10', 10, 'INTERNAL'],
    ['11', 11, 'ANSWER_UNGROUNDED'],
    ['12', undefined, 'fine'],
  ]);
  expect(lines[3].error.message).toBe('"question" is not a string.');
  expect(logged).toEqual(['10 of 11 lines could not be answered.']);
});

test('a file in which nothing can be answered fails, an empty file does not', async () => {
  expect((await run('nonsense\n')).status).toBe(1);
  expect(await run('\n\n')).toEqual({ status: 0, lines: [], logged: [] });
});

test('an index that cannot be used fails the whole batch instead of every line', async () => {
  await expect(run('{"question":"no index"}\n{"question":"q"}')).rejects.toMatchObject({ code: 'INDEX_CORRUPT' });
});

test('a byte order mark and the line separators that JSON allows in strings break nothing', async () => {
  const { lines } = await run('\ufeff{"question":"a\u2028b"}\n{"question":"é🙂"}');
  expect(lines.map(({ question }) => question)).toEqual(['a\u2028b', 'é🙂']);
});

test('a question of 100,000 characters and a line of a megabyte are read whole', async () => {
  const long = 'x'.repeat(1_000_000);
  const { lines } = await run(`{"question":"${long}"}\n{"question":"after"}\n`);
  expect(lines.map(({ question }) => question.length)).toEqual([1_000_000, 5]);
});

test('--explain reaches every line; "-" reads standard input', async () => {
  const shell = createShell(echo, { stdin: '{"question":"q"}\n' });
  expect(await ask.run(['--json', '--explain', '--batch', '-'], shell)).toBe(0);
  expect(JSON.parse(shell.printed()).explanation.kind).toBe('field');
});

test.each([
  ['missing.jsonl', 'ENOENT'],
  ['.', 'EISDIR'],
])('a batch file that cannot be read is told: %s', async (name, code) => {
  const path = join(directory, name);
  const reading = ask.run(['--json', '--batch', path], createShell(echo));
  await expect(reading).rejects.toMatchObject({
    code: 'USAGE',
    message: `The batch file \`${path}\` can't be read: ${code}.`,
  });
});
