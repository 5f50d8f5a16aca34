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

describe('the variables of the configuration', () => {
  const configuration = ['config.ts', 'config/server.ts', 'config/slack.ts', 'config/teams.ts'];
  const variables = configuration.flatMap((name) =>
    all(read(`src/${name}`), /(?:environment\.|name: '|read\w*\(\s*')([A-Z][A-Z0-9_]+)/g),
  );
  const expected = [...new Set(variables)].filter((name) => !SET_BY_NPM.includes(name)).sort();

  it('are found', () => {
    expect(expected).toContain('SLACK_BOT_TOKEN');
    expect(expected).toContain('CLASSWISE_INDEX');
  });

  it.each([
    ['.env.example', /^#?([A-Z][A-Z0-9_]+)=/gm],
    ['README.md', /^\| `([A-Z][A-Z0-9_]+)` +\| (?=.+ \| .+ \|$)/gm],
  ])('are all in %s, which has no others', (path, pattern) => {
    const section =
      read(path)
        .split(/^## /m)
        .find((part) => part.startsWith('Configuration\n')) ?? read(path);
    expect(all(section, pattern).sort()).toEqual(expected);
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
