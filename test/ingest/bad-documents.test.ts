import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IngestParts } from '../../src/ingest/ingest.ts';
import { openIndex } from '../../src/store/open.ts';
import { writeFiles } from '../temp-directory.ts';
import { AIDE, CLERK, counts, createIngestBench } from './ingest-bench.ts';
import { parseLines } from './line-parser.ts';

describe('a document that can not be taken in', () => {
  const bad = {
    'empty.txt': '',
    'binary.txt': Uint8Array.of(65, 0, 66),
    'zip.md': 'PK\u0003\u0004',
    'spreadsheet.xlsx': 'x',
  };

  test('is reported by name and reason, and the rest goes in', async () => {
    const { ingest, docs, sources } = createIngestBench({ ...bad, 'aide.txt': AIDE });
    expect(await ingest()).toEqual({
      ...counts(1, 0, 0, 0),
      skipped: 1,
      failed: [
        { path: join(docs, 'binary.txt'), reason: 'it is a binary file, not text' },
        { path: join(docs, 'empty.txt'), reason: 'it holds no text' },
        { path: join(docs, 'zip.md'), reason: 'it is a Word, Excel or zip file, not text' },
      ],
    });
    expect(await sources()).toEqual(['aide.txt']);
  });

  test('keeps the version that the index has', async () => {
    const { ingest, docs, directory, embedder } = createIngestBench({ 'aide.txt': AIDE, 'clerk.txt': CLERK });
    await ingest();
    writeFiles(docs, { 'aide.txt': '' });
    const failed = [{ path: join(docs, 'aide.txt'), reason: 'it holds no text' }];
    for (let again = 0; again < 2; again++) expect(await ingest()).toMatchObject({ ...counts(0, 0, 1, 0), failed });
    const { documents, manifest } = await openIndex(directory, { embedder });
    expect(documents.map(({ text }) => text)).toEqual([AIDE, CLERK]);
    expect(manifest.documents[0]?.sizeBytes, 'of the file as it is, so that the index is not out of date').toBe(0);
    writeFiles(docs, { 'aide.txt': AIDE });
    expect(await ingest()).toMatchObject({ ...counts(0, 0, 2, 0), failed: [] });
  });

  test('because the parser fails on it is one of those', async () => {
    const { ingest, docs } = createIngestBench({ 'aide.txt': AIDE, 'clerk.txt': CLERK });
    const parse: IngestParts['parse'] = (text, fileName) => {
      if (text === AIDE) throw new RangeError('too deep');
      return parseLines(text, fileName);
    };
    const failed = [{ path: join(docs, 'aide.txt'), reason: 'too deep' }];
    expect(await ingest(undefined, { parse })).toMatchObject({ ...counts(1, 0, 0, 0), failed });
  });

  test('leaves no index behind when it was all there was', async () => {
    const { ingest, docs, directory, embedder } = createIngestBench(bad);
    const { failed } = await ingest([join(docs, 'spreadsheet.xlsx')]);
    expect(failed).toEqual([
      { path: join(docs, 'spreadsheet.xlsx'), reason: 'it is none of the formats that can be read (.md, .text, .txt)' },
    ]);
    await expect(openIndex(directory, { embedder })).rejects.toMatchObject({ code: 'INDEX_MISSING' });
  });
});

test('a text of 20 MB goes in, and is found in', async () => {
  const line = (i: number) => `Performs duty number ${i} of a very long list, and related work as it is required\r\n`;
  const text = `LONG\r\n${Array.from({ length: 260_000 }, (_, i) => line(i % 3000)).join('')}`;
  expect(text.length).toBeGreaterThan(20 * 1024 * 1024);
  const { ingest, directory, embedder } = createIngestBench({ 'long.txt': text });
  expect(await ingest()).toMatchObject(counts(1, 0, 0, 0));
  const { documents, manifest, retriever } = await openIndex(directory, { embedder });
  expect([documents[0]?.text.length, manifest.rows]).toEqual([text.length, 3000]);
  const found = await retriever.search('duty number 2999', { limit: 5 });
  expect(found.find(({ keywordRank }) => keywordRank === 1)?.passage).toBe(3000);
});
