import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadHnswlib } from '../../src/store/hnsw.ts';
import { createIndexStore } from '../../src/store/index-store.ts';
import { inspectIndex, type OpenIndex, openIndex } from '../../src/store/open.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { generationOf, ingestInto, manyLines } from './built-index.ts';
import { createHashedEmbedder } from './hashed-embedder.ts';

const embedder = createHashedEmbedder();

function seeded(): { directory: string; docs: string } {
  const docs = writeFiles(tempDirectory(), {
    'aide.txt': 'AIDE\r\nManages the office\r\nPerforms related work\r\n',
    'clerk.txt': '\ufeffCLERK\nKeeps the récords 📁\nPerforms related  work\n',
  });
  return { directory: join(tempDirectory(), 'index'), docs };
}

describe('an opened index', () => {
  test('has the documents as they were ingested, text and specification', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    const { documents } = await openIndex(directory, { embedder });
    expect(documents.map(({ source, root, text }) => [source, root, text])).toEqual([
      ['aide.txt', docs, readFileSync(join(docs, 'aide.txt'), 'utf8')],
      ['clerk.txt', docs, readFileSync(join(docs, 'clerk.txt'), 'utf8')],
    ]);
    const passages = documents.map(({ text, spec }) => spec.passages.map(({ start, end }) => text.slice(start, end)));
    expect(passages[1]).toEqual(['CLERK', 'Keeps the récords 📁', 'Performs related  work']);
  });

  test('finds passages by words and by nearness, with where they stand', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    const { retriever } = await openIndex(directory, { embedder });
    const [first] = await retriever.search('Who keeps the records?', { limit: 5 });
    expect(first).toMatchObject({ document: 1, passage: 1, keywordRank: 1 });
    const related = await retriever.search('performs related work', { limit: 2 });
    expect(related.map(({ document, passage }) => [document, passage])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('knows how rare a word is, and the words of its documents unless the embedder knows words', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    const index = await openIndex(directory, { embedder });
    expect(index.rarity('qwertz')).toBeGreaterThan(index.rarity('work'));
    expect(['manage', 'clerk', 'the', 'qwertz'].map(index.knowsWord)).toEqual([true, true, true, false]);
    const worded = await openIndex(directory, { embedder: { ...embedder, isWord: (word) => word === 'zebra' } });
    expect(['manage', 'zebra'].map(worded.knowsWord)).toEqual([false, true]);
  });

  test('says what built it', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs], { chunkerVersion: 7 });
    const { files, documents, builtAt, ...rest } = inspectIndex(directory);
    expect(rest).toEqual({
      format: 1,
      embedder: { id: 'hashed', dimensions: 32 },
      chunkerVersion: 7,
      vectors: 'flat',
      rows: 3,
      sources: [docs],
    });
    expect(documents.map(({ path }) => path)).toEqual([join(docs, 'aide.txt'), join(docs, 'clerk.txt')]);
    expect(Object.keys(files).sort()).toEqual(
      readdirSync(generationOf(directory)).filter((n) => n !== 'manifest.json'),
    );
    expect(Date.parse(builtAt)).not.toBeNaN();
  });

  test('answers from its own generation when a newer one has taken its place', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    const old = await openIndex(directory, { embedder });
    writeFiles(docs, { 'aide.txt': 'AIDE\nDrives the bus\n' });
    await ingestInto(directory, [docs]);
    const [hit] = await old.retriever.search('manages the office', { limit: 1 });
    expect(hit).toMatchObject({ document: 0, passage: 1 });
    const [moved] = await (await openIndex(directory, { embedder })).retriever.search('drives the bus', { limit: 1 });
    expect(moved).toMatchObject({ document: 0, passage: 1 });
  });

  test('can be closed before and after its first search', async () => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    (await openIndex(directory, { embedder })).close();
    const index = await openIndex(directory, { embedder });
    await index.retriever.search('office', { limit: 1 });
    index.close();
    expect((await index.retriever.search('office', { limit: 1 })).length).toBe(1);
  });

  test('holds no document at all', async () => {
    const directory = tempDirectory();
    await ingestInto(directory, [tempDirectory()]);
    const index = await openIndex(directory, { embedder });
    expect([index.documents, await index.retriever.search('office', { limit: 3 })]).toEqual([[], []]);
  });
});

describe('a large index', () => {
  const large = async () => {
    const directory = tempDirectory();
    const docs = writeFiles(tempDirectory(), { 'large.txt': manyLines(4200) });
    return { directory, docs };
  };
  /** Searches often enough that the graph is opened where there is one. */
  const search = async ({ retriever }: OpenIndex) => {
    for (let i = 0; i < 5; i++) await retriever.search('Line 1', { limit: 1 });
    return retriever.search('Line 4000 of 23 and 84', { limit: 1 });
  };

  test.skipIf(loadHnswlib() === undefined)('has a graph, and is searched exactly where that is gone', async () => {
    const { directory, docs } = await large();
    await ingestInto(directory, [docs]);
    const index = await openIndex(directory, { embedder });
    const found = await search(index);
    expect([index.manifest.vectors, found[0]?.passage, found[0]?.vectorRank]).toEqual(['hnsw', 4000, 1]);
    expect(await search(await openIndex(directory, { embedder, loadLibrary: () => undefined }))).toEqual(found);
    const opened = await openIndex(directory, { embedder });
    rmSync(join(generationOf(directory), 'graph.hnsw'));
    expect(await search(opened)).toEqual(found);
  });

  test('is searched exactly where the library is missing, and ingest says so', async () => {
    const { directory, docs } = await large();
    const notices: string[] = [];
    const onNotice = (message: string) => notices.push(message);
    await ingestInto(directory, [docs], {
      store: createIndexStore(directory, { loadLibrary: () => undefined, onNotice }),
    });
    expect(notices).toEqual([
      'hnswlib-node is not available here; 4199 passages are searched exactly, which is slower.',
    ]);
    expect((await search(await openIndex(directory, { embedder })))[0]?.passage).toBe(4000);
  });
});

describe('an index is refused', () => {
  test('when there is none', async () => {
    const directory = join(tempDirectory(), 'none');
    await expect(openIndex(directory, { embedder })).rejects.toMatchObject({
      code: 'INDEX_MISSING',
      message: `There is no index at "${directory}".`,
      hint: 'Run `npm run ingest` to build it.',
    });
  });

  test.each([
    ['another embedder', { id: 'other' }, '`other` (32)'],
    ['another dimension', { dimensions: 64 }, '`hashed` (64)'],
  ])('when %s is configured', async (_, change, configured) => {
    const { directory, docs } = seeded();
    await ingestInto(directory, [docs]);
    await expect(openIndex(directory, { embedder: createHashedEmbedder(change) })).rejects.toMatchObject({
      code: 'INDEX_STALE',
      message:
        `The index at "${directory}" was built with embedder \`hashed\` (32 dimensions); ` +
        `the configured one is ${configured}.`,
    });
  });

  test('when its place is a file', async () => {
    const path = join(tempDirectory(), 'file');
    writeFileSync(path, '');
    await expect(openIndex(path, { embedder })).rejects.toMatchObject({ code: 'INDEX_CORRUPT' });
  });
});
