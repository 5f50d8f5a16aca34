import { cp, mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot, runBin } from './bin.ts';

const QUESTION = 'What distinguishes Coordinator II from III?';
let folder = '';
let index = '';

/** A folder of its own with a copy of the seeds, and an index of them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'classwise-main-'));
  index = join(folder, 'index');
  await cp(join(packageRoot, 'seeds'), join(folder, 'docs'), { recursive: true });
  await runBin(['ingest', join(folder, 'docs'), '--index', index]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('usage', () => {
  test.each([[['--help']], [['ask', '--help']], [['ingest', '-h']], [['chat', '--help']], [['eval', '--help']]])(
    '%j explains itself on standard output',
    async (args) => {
      const { status, stdout, stderr } = await runBin(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: classwise /);
    },
  );

  test('--version prints the version of package.json', async () => {
    const { status, stdout } = await runBin(['--version']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [[], 'classwise: There is no command.\n'],
    [['ingets'], 'classwise: Unknown command `ingets`.\nDid you mean `classwise ingest`?\n'],
    [['--verbose'], 'classwise: Unknown option `--verbose`.\n'],
    [['ask', '--jason', 'q'], 'classwise: Unknown option `--jason`.\nDid you mean --json?\nUsage: classwise ask'],
    [['ask', ''], 'classwise: There is no question.\n'],
    [['ask'], 'classwise: There is no question.\n'],
    [['ask', 'q', '--index', ''], 'classwise: A path is empty.\nGive a file or folder, or leave it out.\nUsage: '],
    [['ingest', ''], 'classwise: A path is empty.\n'],
    [['eval'], 'classwise: There is no gold file to score.\nUsage: classwise eval FILE.jsonl'],
  ])('%j is a usage error', async (args, message) => {
    const { status, stdout, stderr } = await runBin(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.slice(0, message.length)).toBe(message);
  });

  test('a bad environment is a configuration error that names the variable', async () => {
    const { status, stdout, stderr } = await runBin(['ask', 'q'], { env: { CLASSWISE_INDEX: ' ' } });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('CLASSWISE_INDEX is " "; expected the path of a directory');
  });
});

describe('ask', () => {
  test('the first question builds the index: progress on standard error, the answer alone on standard output', async () => {
    const directory = join(folder, 'first');
    const first = await runBin(['ask', '--json', '--index', directory, QUESTION]);
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ question: QUESTION, status: 'answered', abstained: false });
    expect(first.stderr).toBe(
      `There is no index at "${directory}" yet: building it from "${packageRoot}/seeds".\n` +
        '5 new, 0 updated, 0 unchanged, 0 removed\n',
    );
    const second = await runBin(['ask', '--index', directory, QUESTION]);
    expect({ status: second.status, stderr: second.stderr }).toEqual({ status: 0, stderr: '' });
    expect(second.stdout).toMatch(/^ \[1\] \S+\.txt · .+ · line \d+$/m);
  });

  test('a stale index is said to be in one line and brought up to date', async () => {
    await utimes(join(folder, 'docs/000_3e5838c4ff2251a0.txt'), new Date(0), new Date(0));
    const stale = await runBin(['ask', '--index', index, QUESTION]);
    expect(stale.stderr).toBe(
      `The index at "${index}" is out of date (documents: 1 changed): bringing it up to date.\n` +
        '0 new, 0 updated, 5 unchanged, 0 removed\n',
    );
    expect((await runBin(['ask', '--index', index, QUESTION])).stderr).toBe('');
  });

  test('the question may come from standard input, the index from the environment', async () => {
    const options = { stdin: `${QUESTION}\n`, env: { CLASSWISE_INDEX: 'index' }, cwd: folder };
    const { status, stdout, stderr } = await runBin(['ask', '--json'], options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).question).toBe(QUESTION);
  });

  test('run by npm, relative paths start where the user is', async () => {
    const env = { npm_lifecycle_event: 'ask', INIT_CWD: folder };
    const { status, stderr } = await runBin(['ask', '--index', 'index', QUESTION], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a question of 100,000 characters gets an answer', async () => {
    const question = `pay grade of Coordinator II ${'and also this '.repeat(7_200)}`.slice(0, 100_000);
    const { status, stdout } = await runBin(['ask', '--json', '--index', index, question]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).question).toHaveLength(100_000);
  });

  test('a batch answers line by line and survives a broken one', async () => {
    await writeFile(
      join(folder, 'batch.jsonl'),
      `{"id":"a","question":"${QUESTION}"}\n{oops\n\n{"id":"b","question":"x"}\n`,
    );
    const { status, stdout, stderr } = await runBin(['ask', '--json', '--batch', 'batch.jsonl', '--index', index], {
      cwd: folder,
    });
    const lines = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, line }) => [id, line])).toEqual([
      ['a', undefined],
      [undefined, 2],
      ['b', undefined],
    ]);
    expect(lines[1].error).toEqual({ code: 'USAGE', message: expect.stringContaining('The line is not JSON') });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '1 of 3 lines could not be answered.\n' });
  });

  test('a reader that closes the pipe ends it quietly', async () => {
    const questions = `{"question":"${QUESTION}"}\n`.repeat(2_000);
    const { status, stderr } = await runBin(['ask', '--json', '--batch', '-', '--index', index], {
      stdin: questions,
      onOutput: (child) => child.stdout?.destroy(),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a damaged index is a failure that says what to do', async () => {
    const damaged = join(folder, 'damaged');
    await cp(index, damaged, { recursive: true });
    const generation = (await readdir(damaged)).find((name) => name.startsWith('gen-')) ?? '';
    await truncate(join(damaged, generation, 'specs.json'), 10);
    const { status, stdout, stderr } = await runBin(['ask', '--index', damaged, QUESTION]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^classwise: The index at ".*damaged" is damaged: .+\nRun `npm run ingest` .+\n$/);
  });

  test('a stack trace comes only with DEBUG', async () => {
    const notADirectory = join(packageRoot, 'package.json');
    const plain = await runBin(['ask', '--index', notADirectory, 'q']);
    const debug = await runBin(['ask', '--index', notADirectory, 'q'], { env: { DEBUG: '1' } });
    expect([plain.status, debug.status]).toEqual([1, 1]);
    expect(plain.stderr).not.toContain('    at ');
    expect(debug.stderr).toContain('    at ');
  });
});

describe('ingest', () => {
  test('the counts are the last line; what cannot be read is named, the rest goes in', async () => {
    const docs = join(folder, 'mixed');
    await cp(join(packageRoot, 'seeds'), docs, { recursive: true });
    await writeFile(join(docs, 'empty.txt'), '');
    await writeFile(join(docs, 'bell\u0007\u001b[31m.txt'), '\u0000\u0001\u0002');
    const { status, stdout, stderr } = await runBin(['ingest', 'mixed', '--index', 'mixed-index'], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '5 new, 0 updated, 0 unchanged, 0 removed\n' });
    expect(stderr).toContain(`${docs}/empty.txt: `);
    expect(stderr).toContain('2 failed\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of control characters is the claim
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const again = await runBin(['ingest', 'mixed', '--index', 'mixed-index'], { cwd: folder });
    expect(again.stdout).toBe('0 new, 0 updated, 5 unchanged, 0 removed\n');
  });

  test('a path that is not there is a failure and changes nothing', async () => {
    const { status, stdout, stderr } = await runBin(['ingest', 'nowhere', '--index', 'index'], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`There is no file or folder "${join(folder, 'nowhere')}".`);
  });

  test('escape sequences in a document never reach the terminal raw', async () => {
    const docs = join(folder, 'hostile');
    const hostile = '\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e';
    await cp(join(packageRoot, 'seeds/002_37210b2b56b219ee.txt'), join(docs, `spec${hostile}.txt`));
    const text = `CLASS SPECIFICATION ZEPPELIN${hostile} PILOT\n\nPAY GRADE: 5${hostile}6\n\nDUTIES\n\n- Fly${hostile} the zeppelin.\n`;
    await writeFile(join(docs, 'zeppelin.txt'), text);
    const flags = ['--index', join(folder, 'hostile-index')];
    await runBin(['ingest', docs, ...flags]);
    for (const args of [
      ['What is the pay grade?'],
      ['What does a Zeppelin Pilot do?', '--explain'],
      [`fly ${hostile} zeppelin`],
    ]) {
      const { stdout, stderr } = await runBin(['ask', ...args, ...flags]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of control characters is the claim
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('chat', () => {
  test('one question a line, answers apart, no prompt', async () => {
    const options = { stdin: `${QUESTION}\n/sources\n/quit\n` };
    const { status, stdout, stderr } = await runBin(['chat', '--index', index], options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^ \[1\] \S+\.txt · .+ · line \d+$/m);
    expect(stdout).not.toContain('> ');
  });

  test('Ctrl-C ends it with the status of an interrupt', async () => {
    const result = await runBin(['chat', '--index', index], {
      stdin: `${QUESTION}\n`,
      keepOpen: true,
      onOutput: (child) => child.kill('SIGINT'),
    });
    expect(result).toMatchObject({ status: 130, stderr: '' });
  });
});
