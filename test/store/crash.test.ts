/** What becomes of an index when the process that writes it dies, the disk is full, or two write at once. */
import { cpSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createStaticEmbedder } from '../../src/embeddings/static.ts';
import { parseSpec } from '../../src/ingest/parse-spec.ts';
import { loadHnswlib } from '../../src/store/hnsw.ts';
import { openIndex } from '../../src/store/open.ts';
import { compileProgram, runCompiled } from '../built-program.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { generationOf, ingestInto, manyLines } from './built-index.ts';

const embedder = createStaticEmbedder();
const OLD = 'CLERK\n\nDUTIES\n\nKeeps the records of the office.\n';
const NEW = 'CLERK\n\nDUTIES\n\nKeeps the records of the archive and answers the telephone.\n';
/** Spread over all changes of the file system that an ingest makes. */
const CRASHES = 10;

beforeAll(compileProgram, 60_000);

async function textsOf(directory: string): Promise<string[]> {
  return (await openIndex(directory, { embedder })).documents.map(({ text }) => text);
}

async function indexOf(text: string): Promise<{ directory: string; docs: string }> {
  const docs = writeFiles(tempDirectory(), { 'clerk.txt': text });
  const directory = tempDirectory();
  await ingestInto(directory, [docs], { embedder, parse: parseSpec });
  return { directory, docs };
}

describe.skipIf(process.platform === 'win32')('an ingest', () => {
  test('that is killed at any moment leaves the old index or the new one, and the next one tidies up', async () => {
    const { directory: before, docs } = await indexOf(OLD);
    writeFiles(docs, { 'clerk.txt': NEW });
    const crash = async (at: number) => {
      const directory = tempDirectory();
      cpSync(before, directory, { recursive: true });
      const nodeOptions = ['--import', fileURLToPath(new URL('crash-at.mjs', import.meta.url))];
      const child = await runCompiled(['ingest', docs, '--index', directory], {
        nodeOptions,
        env: { CRASH_AT: String(at) },
      });
      return { directory, ...child };
    };
    const whole = await crash(Number.POSITIVE_INFINITY);
    expect(whole).toMatchObject({ status: 0, stdout: '0 new, 1 updated, 0 unchanged, 0 removed\n' });
    const changes = Number(/changes: (\d+)/.exec(whole.stderr)?.[1]);
    expect(changes).toBeGreaterThan(3 * CRASHES);

    const outcomes = new Set<string>();
    for (let i = 1; i <= CRASHES; i++) {
      const at = Math.round((i * changes) / CRASHES);
      const { directory, signal } = await crash(at);
      expect(signal, `change ${at}`).toBe('SIGKILL');
      const [text = ''] = await textsOf(directory);
      expect([OLD, NEW], `change ${at}`).toContain(text);
      outcomes.add(text);
      await ingestInto(directory, [docs], { embedder, parse: parseSpec });
      expect(await textsOf(directory)).toEqual([NEW]);
      expect(readdirSync(directory)).toEqual(['current', basename(generationOf(directory))]);
    }
    expect(outcomes.size).toBe(2);
  });

  test('that may not write enough fails in words, and the old index stands alone', async () => {
    const { directory, docs } = await indexOf(OLD);
    const names = readdirSync(directory);
    writeFiles(docs, { 'clerk.txt': NEW, 'more.txt': `MORE\n\n${'Writes reports on many subjects.\n\n'.repeat(500)}` });
    // In blocks of 512 bytes (1 KB in some shells): less than the new texts.
    const child = await runCompiled(['ingest', docs, '--index', directory], { prelude: 'ulimit -f 8' });
    expect(child).toMatchObject({ status: 1, stdout: '' });
    expect(child.stderr).toContain(`The index at "${directory}" can't be saved: EFBIG: file too large, write.`);
    expect(child.stderr).toContain('Check the free space and the permissions of its folder.');
    expect(await textsOf(directory)).toEqual([OLD]);
    expect(readdirSync(directory)).toEqual(names);
  });

  test.skipIf(loadHnswlib() === undefined)('notices that the library could not write its graph whole', async () => {
    const { directory } = await indexOf(OLD);
    const docs = writeFiles(tempDirectory(), { 'large.txt': `LARGE\n\nDUTIES\n\n${manyLines(4400)}` });
    // 4.6 MB: enough for the vectors, too little for the graph, which holds them and its links.
    const child = await runCompiled(['ingest', docs, '--index', directory], { prelude: 'ulimit -f 9216' });
    expect(child).toMatchObject({ status: 1, stdout: '' });
    expect(child.stderr).toContain('graph.hnsw" could not be written whole.');
    expect(await textsOf(directory)).toEqual([OLD]);
  });

  test('waits for another that has begun, and both go in', async () => {
    const directory = tempDirectory();
    const [first, second] = [OLD, NEW].map((text) => writeFiles(tempDirectory(), { 'clerk.txt': text }));
    const children = await Promise.all(
      [first, second].map((docs) => runCompiled(['ingest', docs ?? '', '--index', directory])),
    );
    for (const { status, stdout } of children) {
      expect([status, stdout]).toEqual([0, '1 new, 0 updated, 0 unchanged, 0 removed\n']);
    }
    const { documents } = await openIndex(directory, { embedder });
    expect(new Set(documents.map(({ text }) => text))).toEqual(new Set([OLD, NEW]));
    expect(new Set(documents.map(({ source }) => source)).size).toBe(2);
  });
});
