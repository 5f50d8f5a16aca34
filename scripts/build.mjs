/**
 * Bundles src/ into dist/: `node scripts/build.mjs` does it in any case, scripts/run.cjs when it must. A question's
 * process starts from some twenty files instead of a hundred and fifty, which takes a quarter of its time away. Types
 * are taken off here, not checked: `npm run typecheck` does that.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, hashSources, isFresh, listSources, root, STAMP } from './fresh.cjs';

const LOCK = at('dist/.lock');

/** The program, and what the benchmark and the tests start processes of their own from. */
const ENTRIES = ['main', 'compile-cache', 'app', 'embeddings/static', 'feedback/log', 'history/sqlite'];

/**
 * What most commands share, in one file: each one more costs a start half a millisecond. Nothing of it does anything
 * when it is loaded, nor loads a package, or a part of Node.js that takes time.
 */
const SHARED =
  /[\\/]src[\\/](?:app|errors|log|package-file|config[\\/]reader|ingest[\\/](?:chunker-version|drift)|adapters[\\/](?:plain-text|reply|blocks|cli[\\/][\w-]+))\.ts$/;

/** A build takes seconds: whoever has held the lock for this long has died, whatever now has its process id. */
const LOCK_LIFETIME_MS = 120_000;
const LOCK_POLL_MS = 50;

/** Bundles, unless another process has just done it. True when dist/ is up to date. */
export async function refresh() {
  return withLock(async () => isFresh() || (await bundle()));
}

/** The bundler, or undefined in an install without development dependencies. */
async function loadBundler() {
  try {
    return (await import('rolldown')).rolldown;
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The name in dist/ of a module or chunk: its path in src/, all in one folder ("answer-ask"). */
const nameOf = (path) => path.replace(/\.ts$/, '').replaceAll(/[/\\]/g, '-');
const chunkName = ({ name, facadeModuleId, moduleIds }) => {
  const path = facadeModuleId ?? moduleIds.at(-1);
  // The bundler's own part has no file in src/.
  const isOurs = name !== 'shared' && path?.startsWith(at('src')) === true;
  return `${isOurs ? nameOf(relative(at('src'), path)) : name}.js`;
};

/** True when dist/ could be brought up to date; says why on standard error when it could not. */
async function bundle() {
  const rolldown = await loadBundler();
  if (rolldown === undefined) {
    console.error('dist/ is not what src/ compiles to, and rolldown is not installed. Run `npm ci`.');
    return false;
  }
  const list = listSources();
  const hash = hashSources();
  rmSync(STAMP, { force: true });
  removeCaches();
  const entries = ENTRIES.map((entry) => `src/${entry}.ts`).filter((path) => existsSync(at(path)));
  try {
    const build = await rolldown({
      cwd: root,
      input: Object.fromEntries(entries.map((path) => [nameOf(path.slice('src/'.length)), at(path)])),
      platform: 'node',
      // Packages stay where they are installed: only what is ours is bundled.
      external: /^(?![./])/,
      tsconfig: false,
      preserveEntrySignatures: 'allow-extension',
      checks: { ineffectiveDynamicImport: false },
      // Standard output is for answers.
      onLog: (_level, log) => console.error(log.message),
    });
    const { output } = await build.write({
      dir: at('dist'),
      // Not ES modules: only of these can what V8 compiles be kept (src/compile-cache.ts).
      format: 'cjs',
      dynamicImportInCjs: false,
      entryFileNames: '[name].js',
      chunkFileNames: chunkName,
      // A server that runs while dist/ is made anew may still load a part: names that stay give it a chance.
      minifyInternalExports: false,
      codeSplitting: { groups: [{ name: 'shared', test: SHARED, minShareCount: 2 }] },
      comments: { legal: false, annotation: false, jsdoc: false },
    });
    await build.close();
    removeAllBut(new Set(output.map(({ fileName }) => fileName)));
    writeFileSync(at('dist/package.json'), '{ "type": "commonjs" }\n');
    await writeCompileCache(output.map(({ fileName }) => fileName));
  } catch (error) {
    console.error(error.message);
    return false;
  }
  chmodSync(at('dist/main.js'), 0o755);
  // The sources as they were before: a file saved meanwhile is compiled by the next start.
  writeFileSync(STAMP, `${hash}\n${list}`);
  return true;
}

/** First of all: V8 tells by its length alone whether a file is what it compiled, and a build may be broken off. */
function removeCaches() {
  for (const name of readdirSync(at('dist'))) if (name.endsWith('.cache')) rmSync(at(`dist/${name}`));
}

/** Beside each file what V8 makes of it. */
async function writeCompileCache(names) {
  if (!names.includes('compile-cache.js')) return;
  const { compileAhead } = await import('../dist/compile-cache.js');
  for (const name of names) compileAhead(at(`dist/${name}`));
}

/** Empties dist/ of what earlier builds left. */
function removeAllBut(names) {
  for (const name of readdirSync(at('dist'))) {
    if (!names.has(name) && at(`dist/${name}`) !== LOCK) rmSync(at(`dist/${name}`), { recursive: true });
  }
}

/** Lets one process bundle at a time; the others wait and find the work done. */
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
  // npm runs `prepare` with every install: that must not fail for want of a bundler.
  const isPrepare = process.argv.includes('--prepare');
  if (!(isPrepare && (await loadBundler()) === undefined) && !(await withLock(bundle)) && !isPrepare)
    process.exitCode = 1;
}
