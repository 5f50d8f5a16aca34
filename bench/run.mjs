/** `npm run bench`: builds the program and the benchmark as they are now, and measures. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { refresh } from '../scripts/build.mjs';
import { isFresh } from '../scripts/fresh.cjs';

function compileBench() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return spawnSync(process.execPath, [tsc, '-p', folder], { stdio: ['ignore', 2, 2] }).status === 0;
}

if ((isFresh() || (await refresh())) && compileBench()) {
  /** @type {import('./main.ts')} */
  await import('./dist/main.js');
} else {
  process.exitCode = 1;
}
