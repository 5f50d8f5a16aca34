/**
 * The files of dist/, compiled when they are built: compiling takes a fifth of the time of a process that answers one
 * question. Nothing depends on it: what V8 can't use (another Node.js made it) is compiled as ever.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** What Node.js calls with the text of every CommonJS file. */
type Compile = (this: { exports: unknown }, content: string, filename: string, format?: string) => unknown;

/**
 * V8 compiles a regular expression to machine code when it is tried the second time, which takes longer than most are
 * worth to one question: here the eleventh time. Set in both halves, as V8 refuses what was compiled with other flags.
 */
const REGEXP_FLAG = '--regexp-tier-up-ticks=10';

const cacheOf = (filename: string): string => `${filename}.cache`;

/** A file's text as the function that Node.js makes of it. */
const wrapped = (content: string): string =>
  `(function (exports, require, module, __filename, __dirname) { ${content}\n})`;

/**
 * Writes beside a file of dist/ what V8 makes of all its functions.
 * @public scripts/build.mjs calls it.
 */
export function compileAhead(filename: string): void {
  const content = readFileSync(filename, 'utf8');
  // Loaded before the cache is used.
  if (content.startsWith('#!')) return;
  setFlagsFromString(REGEXP_FLAG);
  setFlagsFromString('--no-lazy');
  const script = new Script(wrapped(content), { filename });
  setFlagsFromString('--lazy');
  writeFileSync(cacheOf(filename), script.createCachedData());
}

/** From now on, files of a folder are loaded as they were compiled ahead. They must have no `import()`. */
export function useCompileCache(folder: string): void {
  setFlagsFromString(REGEXP_FLAG);
  const prototype = Module.prototype as unknown as { _compile: Compile };
  const compile = prototype._compile;
  prototype._compile = function (content, filename, format) {
    if (dirname(filename) !== folder || !existsSync(cacheOf(filename)))
      return compile.call(this, content, filename, format);
    const script = new Script(wrapped(content), { filename, cachedData: readFileSync(cacheOf(filename)) });
    return script.runInThisContext().call(this.exports, this.exports, createRequire(filename), this, filename, folder);
  };
}
