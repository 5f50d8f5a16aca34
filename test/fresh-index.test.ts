import { expect, test } from 'vitest';
import { AppError } from '../src/errors.ts';
import { openFreshIndex } from '../src/fresh-index.ts';

const report = { added: 1, updated: 0, unchanged: 0, removed: 0, skipped: 0, failed: [] };

interface Index {
  name: string;
  manifest: { builtAt: string; sources: string[]; documents: never[]; chunkerVersion: number };
  close(): void;
}

function indexNamed(name: string, manifest: Partial<Index['manifest']> = {}): Index {
  const builtAt = new Date().toISOString();
  return {
    name,
    manifest: { builtAt, sources: [], documents: [], chunkerVersion: 1, ...manifest },
    close: () => undefined,
  };
}

/** Parts whose `open` gives or throws these in turn. */
function partsOf(opened: (Index | AppError)[], failure?: AppError) {
  const lines: string[] = [];
  const ingested: (readonly string[])[] = [];
  const parts = {
    indexDirectory: '/index',
    seedsDirectory: '/seeds',
    chunkerVersion: 1,
    async open() {
      const next = opened.shift();
      if (next === undefined) throw new Error('opened once too often');
      if (next instanceof AppError) throw next;
      return next;
    },
    inspect: () => indexNamed('inspected', { sources: [import.meta.dirname] }).manifest,
    async ingest(paths: readonly string[]) {
      ingested.push(paths);
      if (failure) throw failure;
      return report;
    },
    log: { line: (text: string) => lines.push(text), progress: () => undefined, endProgress: () => undefined },
  };
  return { parts, lines, ingested };
}

const counts = '1 new, 0 updated, 0 unchanged, 0 removed';

test('a fresh index is opened and nothing is said', async () => {
  const { parts, lines, ingested } = partsOf([indexNamed('fresh')]);
  expect((await openFreshIndex(parts)).name).toBe('fresh');
  expect({ lines, ingested }).toEqual({ lines: [], ingested: [] });
});

test('without an index one is built from the seeds', async () => {
  const { parts, lines, ingested } = partsOf([new AppError('INDEX_MISSING', 'none'), indexNamed('built')]);
  expect((await openFreshIndex(parts)).name).toBe('built');
  expect(ingested).toEqual([['/seeds']]);
  expect(lines).toEqual(['There is no index at "/index" yet: building it from "/seeds".', counts]);
});

test("another embedder's index is rebuilt from its own sources", async () => {
  const { parts, lines, ingested } = partsOf([new AppError('INDEX_STALE', 'other'), indexNamed('rebuilt')]);
  expect((await openFreshIndex(parts)).name).toBe('rebuilt');
  expect(ingested).toEqual([[import.meta.dirname]]);
  expect(lines[0]).toBe('The index at "/index" is out of date (another embedder built it): bringing it up to date.');
});

test('an older parser and a missing source are said; the source that is there is read', async () => {
  const old = indexNamed('old', { chunkerVersion: 0, sources: ['/not/there', import.meta.dirname] });
  const { parts, lines, ingested } = partsOf([old, indexNamed('rebuilt')]);
  expect((await openFreshIndex(parts)).name).toBe('rebuilt');
  expect(ingested).toEqual([[import.meta.dirname]]);
  expect(lines).toEqual([
    '"/not/there" is no longer there: its documents are answered from as they were when they were ingested.',
    'The index at "/index" is out of date (another version of the parser built it): bringing it up to date.',
    counts,
  ]);
});

test('a stale index that cannot be saved anew still answers', async () => {
  const failure = new AppError('INDEX_UNWRITABLE', "The index can't be saved.");
  const { parts, lines } = partsOf([indexNamed('old', { chunkerVersion: 0 })], failure);
  expect((await openFreshIndex(parts)).name).toBe('old');
  expect(lines.at(-1)).toBe("The index can't be saved. The answer comes from the index as it was.");
});

test("another embedder's index that cannot be rebuilt fails, as does a damaged one", async () => {
  const failure = new AppError('INDEX_BUSY', 'busy');
  await expect(openFreshIndex(partsOf([new AppError('INDEX_STALE', 'other')], failure).parts)).rejects.toBe(failure);
  const damage = new AppError('INDEX_CORRUPT', 'damaged');
  await expect(openFreshIndex(partsOf([damage]).parts)).rejects.toBe(damage);
});
