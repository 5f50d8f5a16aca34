/** Who may import whom in src/, and the checks that read it. */
import type { SourceFacts } from './source-facts.ts';

/** What every stage of the core may use. */
const CORE = ['domain', 'errors', 'log', 'ports', 'text-pattern', 'vocabulary', 'words'];
/** What ingest hands over to be kept has its form there. Only opening an index makes it searchable. */
const STORE = ['domain', 'errors', 'log', 'ports', 'process-lock', 'words', 'types of ingest'];
/** What every kind of answer is made with. */
const ANSWER = [...CORE, 'answer/draft', 'answer/evidence', 'answer/reading', 'answer/words'];
/** The kinds of answers. Each may build on those that say what one class states, and what lists ask for. */
const KIND = [...ANSWER, 'answer/conditions', 'answer/levels', 'answer/one-class'];
const KINDS = ['answer/compare', 'answer/duties', 'answer/ladder', 'answer/lists', 'answer/qualify'];
const ADAPTER = [
  'domain',
  'errors',
  'log',
  'words',
  'adapters',
  'types of app',
  'types of config',
  'types of conversations',
];

/**
 * For each unit, the units it may import; its own files always. A unit is a file or folder of src/, the longest entry
 * that fits a file. "types of x" allows type-only imports. Stages meet in `domain` and `ports` alone; `app` wires.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  errors: [],
  ports: ['domain'],
  log: ['domain', 'errors', 'ports'],
  words: ['domain'],
  'process-lock': ['errors'],
  'package-file': [],
  'text-pattern': [],
  'compile-cache': [],
  vocabulary: ['domain', 'errors', 'package-file', 'text-pattern', 'words'],
  config: ['errors', 'types of history'],
  ingest: CORE,
  understand: CORE,
  retrieve: CORE,
  'answer/words': CORE,
  'answer/draft': [...CORE, 'answer/words'],
  'answer/reading': [...CORE, 'answer/words'],
  'answer/levels': [...CORE, 'answer/reading'],
  'answer/evidence': ANSWER,
  'answer/conditions': ANSWER,
  'answer/one-class': [...ANSWER, 'answer/conditions', 'answer/levels'],
  'answer/compare': KIND,
  'answer/ladder': KIND,
  'answer/lists': KIND,
  'answer/duties': [...KIND, 'answer/lists'],
  'answer/qualify': KIND,
  'answer/described': [...KIND, 'answer/duties'],
  answer: [...KIND, ...KINDS],
  'answer/ask': [...KIND, ...KINDS, 'answer', 'answer/described', 'retrieve', 'understand'],
  embeddings: ['domain', 'errors', 'log', 'package-file', 'ports'],
  store: STORE,
  'store/open': [...STORE, 'store', 'retrieve'],
  eval: ['domain', 'errors', 'log', 'ports', 'words'],
  history: ['domain', 'errors', 'ports', 'process-lock'],
  feedback: ['domain', 'errors', 'history', 'log', 'ports', 'process-lock', 'vocabulary', 'words'],
  conversations: ['domain', 'errors', 'log', 'ports', 'words', 'types of app', 'types of config'],
  adapters: ADAPTER,
  'adapters/cli': [...ADAPTER, 'eval', 'feedback', 'types of doctor'],
  'adapters/slack': ADAPTER,
  'adapters/teams': ADAPTER,
  'adapters/web': ADAPTER,
  'fresh-index': ['errors', 'ingest', 'log'],
  app: [...CORE, 'answer/ask', 'embeddings', 'fresh-index', 'ingest', 'retrieve', 'store', 'store/open'],
  'live-app': [
    ...CORE,
    'answer/draft',
    'ingest',
    'store',
    'types of app',
    'types of conversations',
    'types of store/open',
  ],
  serve: [
    'adapters',
    'adapters/slack',
    'adapters/teams',
    'adapters/web',
    'app',
    'config',
    'conversations',
    'domain',
    'errors',
    'feedback',
    'history',
    'live-app',
    'log',
    'ports',
    'store/open',
    'types of adapters/cli',
    'words',
  ],
  doctor: ['config', 'embeddings', 'errors', 'history', 'ingest', 'serve', 'store', 'store/open', 'words'],
  main: ['adapters', 'adapters/cli', 'app', 'compile-cache', 'config', 'doctor', 'errors', 'log', 'serve'],
};

/** Where a vendor's packages may be imported: in paths that begin like this. */
const VENDORS: readonly { packages: RegExp; places: readonly string[] }[] = [
  { packages: /^@slack\//, places: ['adapters/slack'] },
  { packages: /^(botbuilder|botframework|@microsoft\/)/, places: ['adapters/teams'] },
  { packages: /^hnswlib-node$/, places: ['store'] },
  { packages: /^(langchain$|@langchain\/)/, places: ['answer/model', 'embeddings', 'eval', 'ingest'] },
];
/** Small general-purpose packages that stand for no vendor. */
const ANYWHERE = /^(node:.*|zod|fastest-levenshtein|stemmer)$/;

const MAX_LINES = 250;

function unitOf(path: string): string | undefined {
  const inner = path.replace(/^src\//, '').replace(/\.ts$/, '');
  return Object.keys(MAY_IMPORT)
    .filter((unit) => inner === unit || inner.startsWith(`${unit}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function checkImports({ path, imports }: SourceFacts): string[] {
  const unit = unitOf(path);
  if (unit === undefined) return [`${path} has no entry in the table of test/architecture/rules.ts`];
  const allowed = MAY_IMPORT[unit] ?? [];
  return imports.flatMap(({ line, target, isTypeOnly }) => {
    const other = target.startsWith('src/') ? unitOf(target) : undefined;
    if (other === undefined || other === unit || allowed.includes(other)) return [];
    if (isTypeOnly && allowed.includes(`types of ${other}`)) return [];
    return [`${path}:${line} imports ${target}: ${unit} may not import ${other}`];
  });
}

function checkVendors({ path, imports }: SourceFacts): string[] {
  return imports.flatMap(({ line, target }) => {
    const places = VENDORS.find(({ packages }) => packages.test(target))?.places;
    if (places === undefined || places.some((place) => path.startsWith(`src/${place}`))) return [];
    return [`${path}:${line} imports ${target}, which belongs in ${places.join(', ')}`];
  });
}

/** Packages that no rule places: one folder each all the same. */
function checkOneFolderPerPackage(sources: readonly SourceFacts[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    for (const { target, isOwn } of imports) {
      if (isOwn || ANYWHERE.test(target) || VENDORS.some(({ packages }) => packages.test(target))) continue;
      folders.set(target, (folders.get(target) ?? new Set()).add(path.slice(0, path.lastIndexOf('/'))));
    }
  }
  return [...folders]
    .filter(([, found]) => found.size > 1)
    .map(([name, found]) => `${name} is imported in more than one folder: ${[...found].join(', ')}`);
}

function checkFile({ path, text, processUses, imports, lostCauses }: SourceFacts): string[] {
  const lines = text.trimEnd().split('\n').length;
  const isMain = path === 'src/main.ts';
  return [
    ...(lines > MAX_LINES ? [`${path} has ${lines} lines, more than ${MAX_LINES}`] : []),
    ...(isMain ? [] : processUses.map(({ line, member }) => `${path}:${line} uses ${member}, which is main.ts's`)),
    ...imports
      .filter(({ target }) => target === 'node:process' && !isMain)
      .map(({ line }) => `${path}:${line} imports node:process, which is main.ts's`),
    ...lostCauses.map((line) => `${path}:${line} drops what it caught: give it to the AppError as its cause`),
  ];
}

/** Every breach of the rules, each as a sentence with its place. */
export function findBreaches(sources: readonly SourceFacts[]): string[] {
  return [
    ...sources.flatMap(checkImports),
    ...sources.flatMap(checkVendors),
    ...checkOneFolderPerPackage(sources),
    ...sources.flatMap(checkFile),
  ];
}

/** Every place where a text names what only the documents may know: comments are text too. */
export function findNames(texts: readonly { path: string; text: string }[], names: readonly string[]): string[] {
  return texts.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const folded = line.toLowerCase();
      const found = names.filter((name) => folded.includes(name.toLowerCase()));
      return found.map((name) => `${path}:${index + 1} names "${name}"`);
    }),
  );
}
