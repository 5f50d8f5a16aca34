import { renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openIndex } from '../../src/store/open.ts';
import { generationOf } from '../store/built-index.ts';
import { createHashedEmbedder } from '../store/hashed-embedder.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { AIDE, CLERK, counts, createIngestBench } from './ingest-bench.ts';

describe('an ingest again', () => {
  test('of what has not changed parses, embeds and writes nothing', async () => {
    const { ingest, docs, directory, embedder, parsed } = createIngestBench({ 'aide.txt': AIDE, 'clerk.txt': CLERK });
    expect(await ingest()).toEqual({ ...counts(2, 0, 0, 0), skipped: 0, failed: [] });
    const generation = generationOf(directory);
    expect(embedder.embedded).toEqual(['Manages the office', 'Performs related work', 'Keeps the records']);
    expect(await ingest([docs, `${docs}/`])).toEqual({ ...counts(0, 0, 2, 0), skipped: 0, failed: [] });
    expect([generationOf(directory), parsed.length, embedder.embedded.length]).toEqual([generation, 2, 3]);
  });

  test('parses what is new or changed, embeds texts that are new, and drops what is gone', async () => {
    const { ingest, docs, embedder, parsed, sources } = createIngestBench({
      'aide.txt': AIDE,
      'b.txt': 'B\nOne',
      'clerk.txt': CLERK,
    });
    await ingest();
    writeFiles(docs, { 'clerk.txt': `${CLERK}\nAnswers the telephone`, 'driver.txt': 'DRIVER\nDrives the bus' });
    rmSync(join(docs, 'b.txt'));
    expect(await ingest()).toMatchObject(counts(1, 1, 1, 1));
    expect(parsed.slice(3)).toEqual(['clerk.txt', 'driver.txt']);
    expect(embedder.embedded.slice(4)).toEqual(['Answers the telephone', 'Drives the bus']);
    expect(await sources()).toEqual(['aide.txt', 'clerk.txt', 'driver.txt']);
  });

  test('takes a renamed file for one that is gone and one that is new, without embedding it', async () => {
    const { ingest, docs, embedder, sources } = createIngestBench({ 'aide.txt': AIDE });
    await ingest();
    renameSync(join(docs, 'aide.txt'), join(docs, 'office-aide.txt'));
    expect(await ingest()).toMatchObject(counts(1, 0, 0, 1));
    expect([embedder.embedded.length, await sources()]).toEqual([2, ['office-aide.txt']]);
  });

  test('takes a file with new times and old content for unchanged, and remembers the times', async () => {
    const { ingest, docs, directory, embedder, parsed } = createIngestBench({ 'aide.txt': AIDE });
    await ingest();
    utimesSync(join(docs, 'aide.txt'), 1e9, 1e9);
    expect(await ingest()).toMatchObject(counts(0, 0, 1, 0));
    const { documents } = await openIndex(directory, { embedder });
    expect([parsed.length, documents[0]]).toEqual([1, expect.objectContaining({ mtimeMs: 1e12 })]);
  });

  test('takes a file with the old size and time but other content for changed', async () => {
    const { ingest, docs } = createIngestBench({ 'aide.txt': AIDE });
    utimesSync(join(docs, 'aide.txt'), 1e9, 1e9);
    await ingest();
    writeFiles(docs, { 'aide.txt': AIDE.replace('office', 'OFFICE') });
    utimesSync(join(docs, 'aide.txt'), 1e9, 1e9);
    expect(await ingest()).toMatchObject(counts(0, 1, 0, 0));
  });

  test('by another parser parses every document again, those of other sources too, and embeds none', async () => {
    const { ingest, embedder, parsed } = createIngestBench({ 'aide.txt': AIDE });
    await ingest([writeFiles(tempDirectory(), { 'clerk.txt': CLERK })]);
    await ingest();
    expect(await ingest(undefined, { chunkerVersion: 2 })).toMatchObject(counts(0, 1, 0, 0));
    expect(parsed.slice(2).sort()).toEqual(['aide.txt', 'clerk.txt']);
    expect(embedder.embedded.length).toBe(3);
    expect(await ingest(undefined, { chunkerVersion: 2 })).toMatchObject(counts(0, 0, 1, 0));
  });

  test('with another embedder embeds every text again and parses none', async () => {
    const { ingest, directory, parsed } = createIngestBench({ 'aide.txt': AIDE });
    await ingest();
    const other = createHashedEmbedder({ id: 'other', dimensions: 8 });
    expect(await ingest(undefined, { embedder: other })).toMatchObject(counts(0, 0, 1, 0));
    expect([parsed.length, other.embedded.length]).toEqual([1, 2]);
    expect((await openIndex(directory, { embedder: other })).documents).toHaveLength(1);
  });
});

describe('sources', () => {
  test('are brought in line one by one, and the others are left alone', async () => {
    const { ingest, docs, sources } = createIngestBench({ 'aide.txt': AIDE });
    const others = writeFiles(tempDirectory(), { 'clerk.txt': CLERK });
    await ingest();
    expect(await ingest([others])).toMatchObject(counts(1, 0, 0, 0));
    rmSync(join(docs, 'aide.txt'));
    expect(await ingest([others])).toMatchObject(counts(0, 0, 1, 0));
    expect(await sources()).toContain('aide.txt');
    expect(await ingest()).toMatchObject(counts(0, 0, 0, 1));
    expect(await sources()).toEqual(['clerk.txt']);
  });

  test('that overlap hold a file once, and it stays as long as one of them has it', async () => {
    const { ingest, docs, sources } = createIngestBench({ 'city/aide.txt': AIDE, 'clerk.txt': CLERK });
    await ingest([docs]);
    expect(await ingest([join(docs, 'city'), docs])).toMatchObject(counts(0, 0, 2, 0));
    const links = tempDirectory();
    symlinkSync(join(docs, 'city/aide.txt'), join(links, 'link.txt'));
    expect(await ingest([links])).toMatchObject(counts(0, 0, 1, 0));
    rmSync(join(links, 'link.txt'));
    expect(await ingest([links])).toMatchObject(counts(0, 0, 0, 0));
    expect(await sources()).toEqual(['aide.txt', 'clerk.txt']);
  });

  test('that hold a link to a file outside forget it with the link, unless another source has it', async () => {
    const outside = writeFiles(tempDirectory(), { 'aide.txt': AIDE });
    const { ingest, docs, sources } = createIngestBench({ 'clerk.txt': CLERK });
    symlinkSync(join(outside, 'aide.txt'), join(docs, 'link.txt'));
    await ingest([docs]);
    await ingest([outside]);
    rmSync(join(docs, 'link.txt'));
    expect(await ingest([docs])).toMatchObject(counts(0, 0, 1, 0));
    expect((await sources()).sort()).toEqual(['aide.txt', 'clerk.txt']);
    rmSync(join(outside, 'aide.txt'));
    expect(await ingest([outside])).toMatchObject(counts(0, 0, 0, 1));
  });

  test('that are not there stop the ingest before anything is done', async () => {
    const { ingest, docs, directory, embedder } = createIngestBench({ 'aide.txt': AIDE });
    const missing = join(docs, 'no-such-folder');
    await expect(ingest([docs, missing])).rejects.toMatchObject({
      code: 'SOURCE_MISSING',
      message: `There is no file or folder "${missing}".`,
    });
    await expect(openIndex(directory, { embedder })).rejects.toMatchObject({ code: 'INDEX_MISSING' });
  });

  test('that have vanished keep their documents, and the error says so', async () => {
    const { ingest, docs, sources } = createIngestBench({ 'aide.txt': AIDE });
    await ingest();
    renameSync(docs, `${docs}-moved`);
    await expect(ingest()).rejects.toMatchObject({
      code: 'SOURCE_MISSING',
      message: `"${docs}" was ingested before and is no longer there. Nothing was removed.`,
    });
    expect(await sources()).toEqual(['aide.txt']);
    renameSync(`${docs}-moved`, docs);
  });

  test('that have vanished are forgotten with the folder that they stood in', async () => {
    const { ingest, docs, directory, embedder } = createIngestBench({ 'city/aide.txt': AIDE, 'clerk.txt': CLERK });
    await ingest([join(docs, 'city')]);
    rmSync(join(docs, 'city'), { recursive: true });
    expect(await ingest([docs])).toMatchObject(counts(1, 0, 0, 1));
    expect((await openIndex(directory, { embedder })).manifest.sources).toEqual([docs]);
  });

  test('share a file name: the names for people tell them apart, as long as they must', async () => {
    const { ingest, docs, sources } = createIngestBench({ 'city/clerk.txt': CLERK, 'county/clerk.txt': `${CLERK}.` });
    await ingest();
    expect(await sources()).toEqual(['city/clerk.txt', 'county/clerk.txt']);
    rmSync(join(docs, 'city/clerk.txt'));
    await ingest();
    expect(await sources()).toEqual(['clerk.txt']);
  });
});

test('an embedder that fails leaves the index as it was', async () => {
  const { ingest, docs, sources } = createIngestBench({ 'aide.txt': AIDE });
  await ingest();
  writeFiles(docs, { 'clerk.txt': CLERK });
  const embedder = { ...createHashedEmbedder(), embedDocuments: () => Promise.reject(new Error('no network')) };
  await expect(ingest(undefined, { embedder })).rejects.toThrow('no network');
  expect(await sources()).toEqual(['aide.txt']);
  expect(await ingest()).toMatchObject(counts(1, 0, 1, 0));
});
