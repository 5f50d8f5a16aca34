/** The map of DESIGN.md, section 4, as a test: what a folder may know of the others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findBreaches, findNames } from './architecture/rules.ts';
import { readSourceFacts } from './architecture/source-facts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function readFiles(folder: string, extension: RegExp): { path: string; text: string }[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((n) => extension.test(n));
  return names.sort().map((name) => {
    const path = `${folder}/${name.replaceAll('\\', '/')}`;
    return { path, text: readFileSync(join(root, path), 'utf8') };
  });
}

/**
 * Names that the seeds print at their head: short lines of words only, the words of a form left out. Roughly read,
 * since a test that used the project's own parser would go blind with it.
 */
function readSeedNames(): string[] {
  const names = new Set<string>();
  for (const { path, text } of readFiles('seeds', /./)) {
    names.add(path.replace('seeds/', ''));
    const head = text.split('\n').map((line) => line.replace(/^.*class(ification)? specification/i, '').trim());
    for (const line of head.filter(Boolean).slice(0, 6)) {
      for (const [code] of line.matchAll(/\b\d{6,}\b/g)) names.add(code);
      const isForm =
        /\b(class|classification|page|pay|grade|nature|work|characteristics|established|effective)\b/i.test(line);
      if (!isForm && /^[\p{L} ]{8,40}$/u.test(line) && line.includes(' ')) names.add(line);
    }
  }
  return [...names];
}

describe('the sources', () => {
  const sources = readFiles('src', /\.ts$/).map(({ path, text }) => readSourceFacts(path, text));

  it('import only what their place allows', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(findBreaches(sources)).toEqual([]);
  });

  it('know no class of the seeds by its title, its code, its employer or its file', () => {
    const names = readSeedNames();
    // One file name each, and a title or a code each, at the least.
    expect(names.length).toBeGreaterThanOrEqual(2 * readdirSync(join(root, 'seeds')).length);
    const texts = [...sources, ...readFiles('vocabulary', /./), ...readFiles('prompts', /./)];
    expect(findNames(texts, names)).toEqual([]);
  });
});

describe('the checker', () => {
  const breachesOf = (files: Record<string, string>): string[] =>
    findBreaches(Object.entries(files).map(([path, text]) => readSourceFacts(path, text)));

  it.each([
    ['a noun that imports', 'src/domain.ts', "import { AppError } from './errors.ts';", 'domain may not import errors'],
    ['a stage that knows a store', 'src/answer/field.ts', "import '../store/flat.ts';", 'answer may not import store'],
    ['a part that knows its whole', 'src/answer/words/a.ts', "import '../ask.ts';", 'may not import answer/ask'],
    ['a stage that knows another', 'src/retrieve/a.ts', "import '../ingest/b.ts';", 'retrieve may not import ingest'],
    [
      'a type of a store',
      'src/understand/a.ts',
      "import type { A } from '../store/b.ts';",
      'understand may not import store',
    ],
    [
      'a lazy import',
      'src/ingest/a.ts',
      "await import('../embeddings/static.ts');",
      'ingest may not import embeddings',
    ],
    ['a re-export', 'src/ingest/a.ts', "export * from '../app.ts';", 'ingest may not import app'],
    ['an imported type', 'src/ingest/a.ts', "type A = import('../app.ts').App;", 'ingest may not import app'],
    [
      'an adapter that knows another',
      'src/adapters/slack/a.ts',
      "import '../teams/b.ts';",
      'may not import adapters/teams',
    ],
    [
      'more of app than its types',
      'src/adapters/web/a.ts',
      "import { createApp } from '../../app.ts';",
      'may not import app',
    ],
    ['a folder nobody placed', 'src/extras/a.ts', '', 'has no entry in the table'],
    ['a vendor outside its folder', 'src/app.ts', "import bolt from '@slack/bolt';", 'which belongs in adapters/slack'],
    ['a vendor in the wrong stage', 'src/answer/list.ts', "import 'langchain/x';", 'which belongs in answer/model'],
    ['a vendor by require', 'src/app.ts', "require('hnswlib-node');", 'which belongs in store'],
    ['the environment', 'src/config.ts', 'const a = process.env.PORT;', 'uses process.env'],
    ['the process by import', 'src/config.ts', "import { env } from 'node:process';", 'imports node:process'],
    [
      'a lost cause',
      'src/log.ts',
      "try { a(); } catch (error) { throw new AppError('A', 'b'); }",
      'drops what it caught',
    ],
    ['a long file', 'src/log.ts', 'a();\n'.repeat(251), 'has 251 lines'],
  ])('finds %s', (_name, path, text, breach) => {
    expect(breachesOf({ [path]: text })).toEqual([expect.stringContaining(breach)]);
  });

  it('finds a package imported in two folders', () => {
    const files = { 'src/ingest/a.ts': "import 'mammoth';", 'src/answer/b.ts': "import 'mammoth/lib';" };
    expect(breachesOf(files)).toEqual(['mammoth is imported in more than one folder: src/ingest, src/answer']);
  });

  it('finds a name in whatever case, in a comment too', () => {
    const texts = [{ path: 'src/a.ts', text: "const a = 1;\n// like a Night Watchman's" }];
    expect(findNames(texts, ['NIGHT WATCHMAN'])).toEqual(['src/a.ts:2 names "NIGHT WATCHMAN"']);
  });

  it('lets pass what is allowed', () => {
    const files = {
      'src/answer/ask.ts': "import { a } from '../understand/a.ts';\nimport { b } from './list.ts';",
      'src/adapters/cli/a.ts': "import type { App } from '../../app.ts';\nimport { type B } from '../../config.ts';",
      'src/adapters/slack/b.ts': "import bolt from '@slack/bolt';\nimport { reply } from '../reply.ts';",
      'src/store/c.ts': "import type { Rows } from '../ingest/rows.ts';\nimport hnsw from 'hnswlib-node';",
      'src/log.ts': "try { a(); } catch (error) { throw new AppError('A', 'b', { cause: error }); }\n// process.env",
    };
    expect(breachesOf(files)).toEqual([]);
  });
});
