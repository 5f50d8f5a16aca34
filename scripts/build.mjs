/**
 * Compiles src/ into dist/, and tells whether that is needed: `node scripts/build.mjs` compiles in any case,
 * scripts/run.mjs when it must. The stamp in dist/ lists every compiled file with its time and size. Unlike "is any
 * file newer" that also notices a file that is gone, and one older than what it replaces.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (path) => join(root, path);
const STAMP = at('dist/.stamp');
const LOCK = at('dist/.lock');
const TSCONFIGS = ['tsconfig.json', 'tsconfig.build.json'];

/** A build takes seconds: whoever has held the lock for this long has died, whatever now has its process id. */
const LOCK_LIFETIME_MS = 120_000;
const LOCK_POLL_MS = 50;

/** What tsc exits with when it found type errors and wrote its output all the same. */
const TSC_TYPE_ERRORS = 2;

function filesUnder(folder, extension) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path, extension);
    return entry.name.endsWith(extension) ? [path] : [];
  });
}

/** The sources by time and size: a millisecond or two. */
function listSources() {
  return [...TSCONFIGS, ...filesUnder('src', '.ts')]
    .map((path) => {
      const { mtimeMs, size } = statSync(at(path));
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

/** The sources by content: for when the times say nothing, as after a copy of the folder. */
async function hashSources() {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const path of [...TSCONFIGS, ...filesUnder('src', '.ts')])
    hash.update(`${path}\0`).update(readFileSync(at(path)));
  return hash.digest('hex');
}

function readStamp() {
  try {
    const [hash, ...list] = readFileSync(STAMP, 'utf8').split('\n');
    return { hash, list: list.join('\n') };
  } catch {
    return undefined;
  }
}

/** Whether dist/ is what src/ compiles to. Always, in an installed package: it has no src/. */
export async function isFresh() {
  if (!existsSync(at('src'))) return true;
  const stamp = readStamp();
  if (stamp === undefined || !existsSync(at('dist/main.js'))) return false;
  const list = listSources();
  if (stamp.list === list) return true;
  if (stamp.hash !== (await hashSources())) return false;
  try {
    writeFileSync(STAMP, `${stamp.hash}\n${list}`);
  } catch {
    // A read-only checkout: the next start compares contents again.
  }
  return true;
}

/** Compiles, unless another process has just done it. True when dist/ is up to date, type errors or not. */
export async function refresh() {
  return withLock(async () => (await isFresh()) || (await compile()) !== undefined);
}

/** TypeScript's compiler, or undefined in an install without development dependencies. */
function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    return undefined;
  }
}

/** Exit status of tsc, or undefined when dist/ could not be brought up to date. */
async function compile() {
  const tsc = findCompiler();
  if (tsc === undefined) {
    console.error('dist/ is not what src/ compiles to, and TypeScript is not installed. Run `npm ci`.');
    return undefined;
  }
  const list = listSources();
  const hash = await hashSources();
  rmSync(STAMP, { force: true });
  // tsc writes only what it believes has changed: it must not believe in a dist/ that is gone.
  if (!existsSync(at('dist/main.js'))) rmSync(at('dist/.tsbuildinfo'), { force: true });
  const { spawnSync } = await import('node:child_process');
  // Standard output is for answers: the compiler speaks to standard error.
  const { status } = spawnSync(process.execPath, [tsc, '-p', at('tsconfig.build.json')], { stdio: ['ignore', 2, 2] });
  if (status !== 0 && status !== TSC_TYPE_ERRORS) return undefined;
  for (const path of filesUnder('dist', '.js')) {
    if (!existsSync(at(path.replace(/^dist/, 'src').replace(/\.js$/, '.ts')))) rmSync(at(path));
  }
  chmodSync(at('dist/main.js'), 0o755);
  // The sources as they were before: a file saved meanwhile is compiled by the next start.
  writeFileSync(STAMP, `${hash}\n${list}`);
  return status;
}

/** Lets one process compile at a time; the others wait and find the work done. */
async function withLock(action) {
  mkdirSync(at('dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(LOCK, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
  try {
    return await action();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(LOCK).mtimeMs > LOCK_LIFETIME_MS) return true;
    const holder = Number(readFileSync(LOCK, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // npm runs `prepare` with every install: that must not fail for want of a compiler, nor for a type error.
  const isPrepare = process.argv.includes('--prepare');
  const status = isPrepare && findCompiler() === undefined ? undefined : await withLock(compile);
  if (!isPrepare) process.exitCode = status ?? 1;
}
