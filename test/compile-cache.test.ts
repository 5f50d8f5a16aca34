/** Files compiled ahead, loaded by processes of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from './bin.ts';
import { compileProgram } from './built-program.ts';

const built = join(packageRoot, 'dist/compile-cache.js');
/** Tells of each script whether V8 took what it was given, before the program can. */
const WITNESS = `
const vm = require('node:vm');
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    if (options.cachedData) console.log(this.cachedDataRejected ? 'refused' : 'taken');
  }
};
`;
let folder: string;

const node = (script: string, ...options: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [...options, '-e', script], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};
const load = (...options: string[]): string =>
  node(
    `${WITNESS}require(${JSON.stringify(built)}).useCompileCache(${JSON.stringify(folder)});
     require(${JSON.stringify(join(folder, 'part.js'))}).say();`,
    ...options,
  );

beforeAll(async () => {
  await compileProgram();
  folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  writeFileSync(join(folder, 'other.js'), "exports.name = 'other';");
  writeFileSync(
    join(folder, 'part.js'),
    "exports.say = () => console.log(require('./other').name, __filename === module.filename);",
  );
}, 60_000);
beforeEach(() => {
  const paths = ['other.js', 'part.js'].map((name) => join(folder, name));
  node(`${JSON.stringify(paths)}.forEach(require(${JSON.stringify(built)}).compileAhead)`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files compiled ahead', () => {
  it('are taken as they are, and find each other', () => {
    expect(load()).toBe('taken\ntaken\nother true\n');
  });

  it('are compiled again where V8 can not use them', () => {
    expect(load('--no-opt')).toBe('refused\nrefused\nother true\n');
    writeFileSync(join(folder, 'part.js.cache'), 'no such thing');
    expect(load()).toBe('refused\ntaken\nother true\n');
  });

  it('need not be there', () => {
    rmSync(join(folder, 'part.js.cache'));
    expect(load()).toBe('taken\nother true\n');
  });

  it('are there for each part of the program', () => {
    const dist = join(packageRoot, 'dist');
    const parts = readdirSync(dist).filter((name) => name.endsWith('.js') && name !== 'main.js');
    expect(parts).toContain('answer-ask.js');
    expect(parts.filter((name) => !existsSync(join(dist, `${name}.cache`)))).toEqual([]);
    // In a file compiled ahead it would fail.
    expect(parts.filter((name) => /\bimport\(/.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
  });
});
