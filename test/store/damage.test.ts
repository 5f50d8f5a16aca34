/** Every way a file of an index can be damaged is noticed, named, and mended by the next ingest. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { openIndex } from '../../src/store/open.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { generationOf, ingestInto, manyLines } from './built-index.ts';
import { createHashedEmbedder } from './hashed-embedder.ts';

const embedder = createHashedEmbedder({ dimensions: 8 });
const TEXT = `TITLE\n${manyLines(4200)}`;

async function built(text: string): Promise<{ directory: string; docs: string }> {
  const docs = writeFiles(tempDirectory(), { 'class.txt': text });
  const directory = tempDirectory();
  await ingestInto(directory, [docs], { embedder });
  return { directory, docs };
}

/** Opens an index and searches it freely, often enough that every file of it is read. */
async function use(directory: string): Promise<unknown> {
  try {
    const { retriever } = await openIndex(directory, { embedder });
    for (let i = 0; i < 5; i++) await retriever.search('Line 4000 of 23 and 84', { limit: 1 });
    return (await retriever.search('Line 4000 of 23 and 84', { limit: 1 })).length;
  } catch (error) {
    return error;
  }
}

const damages: Record<string, (path: string) => void> = {
  'is missing': (path) => rmSync(path),
  'is 1 bytes long, not ': (path) => truncateSync(path, 1),
  'does not match its checksum': (path) => {
    const bytes = readFileSync(path);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
};

describe('a file of an index that', () => {
  test.each(Object.entries(damages))('%s is named, whichever it is', async (what, damage) => {
    const { directory } = await built(TEXT);
    const folder = generationOf(directory);
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names) {
      const path = join(folder, name);
      const whole = readFileSync(path);
      damage(path);
      const error = await use(directory);
      expect(error, name).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'INDEX_CORRUPT', hint: 'Run `npm run ingest` to build it anew.' });
      expect((error as AppError).message).toContain(
        `The index at "${directory}" is damaged: its file \`${name}\` ${what}`,
      );
      writeFileSync(path, whole);
    }
    expect(await use(directory)).toBe(1);
  });
});

test.each([
  ['nothing', ''],
  ['no JSON', 'gen-1-00000000'],
  ['null', 'null'],
  ['a path', '{"generation":"../../etc","manifest":{"bytes":1,"crc32":1}}'],
])('a pointer file that holds %s is named', async (_, content) => {
  const { directory } = await built('TITLE\nText');
  writeFileSync(join(directory, 'current'), content);
  expect(await use(directory)).toMatchObject({
    code: 'INDEX_CORRUPT',
    message: `The index at "${directory}" is damaged: its pointer file \`current\` names no generation.`,
  });
});

test('a pointer to a generation that is gone is damage, not a reason to try for ever', async () => {
  const { directory } = await built('TITLE\nText');
  rmSync(generationOf(directory), { recursive: true });
  expect(await use(directory)).toMatchObject({
    code: 'INDEX_CORRUPT',
    message: `The index at "${directory}" is damaged: its file \`manifest.json\` is missing.`,
  });
});

test('an index of another format version is refused with both versions', async () => {
  const { directory } = await built('TITLE\nText');
  const path = join(generationOf(directory), 'manifest.json');
  const other = Buffer.from(readFileSync(path, 'utf8').replace('"format":1', '"format":2'));
  writeFileSync(path, other);
  const pointer = JSON.parse(readFileSync(join(directory, 'current'), 'utf8'));
  const { crc32 } = await import('node:zlib');
  pointer.manifest = { bytes: other.length, crc32: crc32(other) };
  writeFileSync(join(directory, 'current'), JSON.stringify(pointer));
  expect(await use(directory)).toMatchObject({
    code: 'INDEX_CORRUPT',
    message: `The index at "${directory}" has format 2; this version of Classwise reads format 1.`,
  });
});

describe('an ingest mends', () => {
  test.each(['vectors.f32', 'keyword-postings.u32', 'passages.json', 'manifest.json'])(
    'an index whose %s is damaged, although no document has changed, from all its sources',
    async (name) => {
      const { directory, docs } = await built('TITLE\nText of the first');
      const other = writeFiles(tempDirectory(), { 'other.txt': 'OTHER\nText of the second' });
      await ingestInto(directory, [other], { embedder });
      const path = join(generationOf(directory), name);
      writeFileSync(path, `${readFileSync(path, 'utf8')} `);
      const notices: string[] = [];
      const report = await ingestInto(directory, [other], { embedder, onNotice: (text) => notices.push(text) });
      expect(report).toMatchObject({ added: 2, failed: [] });
      expect(notices).toEqual([expect.stringMatching(/is damaged: its file `.*\. It is built anew\.$/)]);
      const { documents, manifest } = await openIndex(directory, { embedder });
      expect(manifest.sources).toEqual([docs, other]);
      expect(documents.map(({ source }) => source).sort()).toEqual(['class.txt', 'other.txt']);
    },
  );

  test('an index whose pointer is lost, from what is named; a source that is gone is reported', async () => {
    const { directory, docs } = await built('TITLE\nText');
    const gone = writeFiles(tempDirectory(), { 'gone.txt': 'GONE\nText' });
    await ingestInto(directory, [gone], { embedder });
    rmSync(gone, { recursive: true });
    rmSync(join(generationOf(directory), 'vectors.f32'));
    const { added, failed } = await ingestInto(directory, [docs], { embedder });
    expect({ added, failed }).toEqual({
      added: 1,
      failed: [{ path: gone, reason: 'it is no longer there, and the index that held its documents is damaged' }],
    });
    writeFileSync(join(directory, 'current'), 'lost');
    expect(await ingestInto(directory, [docs], { embedder })).toMatchObject({ added: 1, failed: [] });
    expect((await openIndex(directory, { embedder })).documents).toHaveLength(1);
  });
});
