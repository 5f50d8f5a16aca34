/**
 * Whether dist/ is what src/ compiles to. The stamp in dist/ lists every source file with its time and size. Unlike "is
 * any file newer" that also notices a file that is gone, and one older than what it replaces.
 */
const { existsSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

const root = dirname(__dirname);
const at = (path) => `${root}/${path}`;
const STAMP = at('dist/.stamp');

function filesUnder(folder, extension) {
  if (!existsSync(at(folder))) return [];
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path, extension);
    return entry.name.endsWith(extension) ? [path] : [];
  });
}

/** Everything that dist/ is made from. */
const listed = () => ['scripts/build.mjs', ...filesUnder('src', '.ts')];

/** The sources by time and size: a millisecond or two. */
function listSources() {
  return listed()
    .map((path) => {
      const { mtimeMs, size } = statSync(at(path));
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

/** The sources by content: for when the times say nothing, as after a copy of the folder. */
function hashSources() {
  const { createHash } = require('node:crypto');
  const hash = createHash('sha256');
  for (const path of listed()) hash.update(`${path}\0`).update(readFileSync(at(path)));
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
function isFresh() {
  if (!existsSync(at('src'))) return true;
  const stamp = readStamp();
  if (stamp === undefined || !existsSync(at('dist/main.js'))) return false;
  const list = listSources();
  if (stamp.list === list) return true;
  if (stamp.hash !== hashSources()) return false;
  try {
    writeFileSync(STAMP, `${stamp.hash}\n${list}`);
  } catch {
    // A read-only checkout: the next start compares contents again.
  }
  return true;
}

module.exports = { at, hashSources, isFresh, listSources, root, STAMP };
