/** What may not be read or written. Root may do everything, so that the program runs as nobody then. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createStaticEmbedder } from '../../src/embeddings/static.ts';
import { openIndex } from '../../src/store/open.ts';
import { compileProgram, runCompiled } from '../built-program.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';

const NOBODY = 65534;
const uid = process.getuid?.() === 0 ? NOBODY : process.getuid?.();
const embedder = createStaticEmbedder();

beforeAll(compileProgram, 60_000);

/** A folder for the documents and one for the index, which anybody may enter. */
function openFolders(): { docs: string; directory: string } {
  const docs = writeFiles(tempDirectory(), {
    'aide.txt': 'AIDE\n\nDUTIES\n\nManages the office.\n',
    'city/clerk.txt': 'CLERK\n\nDUTIES\n\nKeeps the records.\n',
    'driver.txt': 'DRIVER\n\nDUTIES\n\nDrives the bus.\n',
  });
  const directory = join(tempDirectory(), 'index');
  mkdirSync(directory);
  for (const path of [docs, join(directory, '..'), directory]) chmodSync(path, 0o777);
  return { docs, directory };
}

// Windows has neither these permissions nor user ids.
describe.skipIf(uid === undefined)('without permission', () => {
  const run = (docs: string, directory: string) =>
    runCompiled(['ingest', docs, '--index', directory], uid === undefined ? {} : { uid });
  const namesIn = async (directory: string) =>
    (await openIndex(directory, { embedder })).documents.map(({ source }) => source);

  test('to read a file or a folder, these are reported, the rest goes in, and what the index has of them stays', async () => {
    const { docs, directory } = openFolders();
    chmodSync(join(docs, 'aide.txt'), 0);
    const first = await run(docs, directory);
    expect(first).toMatchObject({ status: 1, stdout: '2 new, 0 updated, 0 unchanged, 0 removed\n' });
    expect(first.stderr).toContain(`${join(docs, 'aide.txt')}: permission denied\n`);
    chmodSync(join(docs, 'city'), 0);
    const second = await run(docs, directory);
    expect(second).toMatchObject({ status: 1, stdout: '0 new, 0 updated, 1 unchanged, 0 removed\n' });
    expect(second.stderr).toContain(`${join(docs, 'city')}: permission denied\n`);
    expect(await namesIn(directory)).toEqual(['clerk.txt', 'driver.txt']);
    chmodSync(join(docs, 'city'), 0o755);
  });

  test('to write the index, the old one stands and the error names its folder', async () => {
    const { docs, directory } = openFolders();
    await run(docs, directory);
    chmodSync(directory, 0o555);
    writeFiles(docs, { 'guard.txt': 'GUARD\n\nDUTIES\n\nWatches the door.\n' });
    const { status, stderr } = await run(docs, directory);
    expect(status).toBe(1);
    expect(stderr).toContain(`The index at "${directory}" can't be saved: EACCES: permission denied`);
    expect(await namesIn(directory)).toEqual(['aide.txt', 'clerk.txt', 'driver.txt']);
    chmodSync(directory, 0o755);
  });
});
