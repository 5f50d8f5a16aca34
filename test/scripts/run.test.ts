/** The launcher at work on a package of two files, in a folder of its own. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = "import('./later.ts').then(({ later }) => console.log(text, later, ...process.argv.slice(2)));\n";
const FILES = {
  'package.json': '{"type":"module"}',
  'src/main.ts': `import { text } from './text.ts';\n${MAIN}`,
  'src/text.ts': "export const text: string = 'one';\n",
  'src/later.ts': "export const later: string = '+';\n",
};

let built: string;
let root: string;
const write = (path: string, content: string): void => writeFileSync(join(root, path), content);
const run = (...args: string[]) => {
  const script = join(root, 'scripts/run.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'built-'));
  root = built;
  cpSync(join(repository, 'scripts'), join(root, 'scripts'), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'src'));
  for (const [path, content] of Object.entries(FILES)) write(path, content);
  expect(run('built')).toEqual({ status: 0, stdout: 'one + built\n', stderr: '' });
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launcher-'));
  cpSync(built, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe('the launcher', () => {
  it('runs the sources as they are, and nothing but the program writes to standard output', () => {
    write('src/text.ts', "export const text: string = 'two';\n");
    // Older than what it replaces, as from an archive.
    utimesSync(join(root, 'src/text.ts'), new Date(0), new Date(0));
    expect(run()).toEqual({ status: 0, stdout: 'two +\n', stderr: '' });

    write('src/words.ts', "export const text: string = 'three';\n");
    write('src/main.ts', `import { text } from './words.ts';\n${MAIN}`);
    rmSync(join(root, 'src/text.ts'));
    expect(run().stdout).toBe('three +\n');
  });

  it('leaves nothing in dist/ of what is gone from src/', () => {
    expect(readdirSync(join(root, 'dist'))).toContain('later.js');
    write('src/main.ts', "console.log('alone');\n");
    expect(run().stdout).toBe('alone\n');
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.stamp', 'main.js', 'package.json']);
  });

  it('builds again what has been deleted from dist/', () => {
    rmSync(join(root, 'dist/later.js'));
    rmSync(join(root, 'dist/main.js'));
    expect(run().stdout).toBe('one +\n');
  });

  it('says on standard error what can not be parsed, and does not run what was there before', () => {
    write('src/text.ts', "export const text = 'on;\n");
    const { status, stdout, stderr } = run();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('src/text.ts:1:');
  });

  it('builds once when several start at once', async () => {
    rmSync(join(root, 'dist'), { recursive: true });
    const outputs = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<string>((resolve) => {
            const child = spawn(process.execPath, [join(root, 'scripts/run.cjs')]);
            let output = '';
            for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
            child.on('close', () => resolve(output));
          }),
      ),
    );
    expect(outputs).toEqual(['one +\n', 'one +\n', 'one +\n']);
    expect(existsSync(join(root, 'dist/.lock'))).toBe(false);
  });

  it('does not wait for a build that has died', () => {
    rmSync(join(root, 'dist/.stamp'));
    const { pid } = spawnSync(process.execPath, ['--version']);
    write('dist/.lock', String(pid));
    expect(run().stdout).toBe('one +\n');
  });

  it('runs without sources and without a bundler, and passes the arguments on', () => {
    rmSync(join(root, 'node_modules'));
    expect(run('ask', 'a b').stdout).toBe('one + ask a b\n');
    // The times say nothing, the contents are the same: as in a copy of the folder.
    utimesSync(join(root, 'src/main.ts'), new Date(0), new Date(0));
    expect(run('ask', 'a b').stdout).toBe('one + ask a b\n');
    rmSync(join(root, 'src'), { recursive: true });
    expect(run('ask', 'a b').stdout).toBe('one + ask a b\n');
  });

  it('says what to do when it can not build what it must', () => {
    rmSync(join(root, 'node_modules'));
    write('src/text.ts', "export const text: string = 'two';\n");
    expect(run()).toEqual({
      status: 1,
      stdout: '',
      stderr: 'dist/ is not what src/ compiles to, and rolldown is not installed. Run `npm ci`.\n',
    });
  });
});
