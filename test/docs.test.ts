/** Documents that a change of the code must not leave behind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'models/embed-en-256/README.md'].filter((path) => read(path));

/** Variables that other programs set and nobody writes into an .env. */
const SET_BY_NPM = ['INIT_CWD'];

describe('CONTRIBUTING.md', () => {
  const map = all(read('CONTRIBUTING.md'), /^- `([^`]+)`: ./gm);

  it('has each source file on its map, in one line', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${name.replaceAll('\\', '/')}`);
    expect(map.filter((path) => path.startsWith('src/')).sort()).toEqual(sources.sort());
  });

  it('maps nothing that is not there', () => {
    expect(map.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('has the variables that config.ts reads', () => {
    const variables = all(read('src/config.ts'), /(?:environment\.|name: ')([A-Z][A-Z0-9_]+)/g);
    const described = all(read('.env.example'), /^#?([A-Z][A-Z0-9_]+)=/gm);
    const expected = [...new Set(variables)].filter((name) => !SET_BY_NPM.includes(name));
    expect(described.sort()).toEqual(expected.sort());
  });
});

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = all(text, /\bnpm run (?:-s |--silent )?([\w:-]+)/g);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = all(text, /\]\((?!https?:|#|mailto:)([^)#]+)/g);
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });
});
