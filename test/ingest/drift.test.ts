import { mkdir, mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeDrift, findDrift, type IndexRecord } from '../../src/ingest/drift.ts';

/** Index times far from the test's own, since nobody can set the time at which a file came to a folder. */
const LONG_AGO = new Date(0).toISOString();
const LATER = new Date(Date.now() + 3_600_000).toISOString();

let folder = '';
let record: IndexRecord;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'classwise-drift-'));
  await mkdir(join(folder, 'docs/inner'), { recursive: true });
  const paths = ['docs/a.txt', 'docs/inner/b.txt'].map((name) => join(folder, name));
  const documents = [];
  for (const path of paths) {
    await writeFile(path, 'CLASS SPECIFICATION');
    const { size, mtimeMs } = await stat(path);
    documents.push({ path, root: join(folder, 'docs'), sizeBytes: size, mtimeMs });
  }
  record = { builtAt: LONG_AGO, sources: [join(folder, 'docs')], documents };
});
afterEach(() => rm(folder, { recursive: true }));

const none = { changed: 0, added: 0, removed: 0, missingSources: [] };

test('files as they were are no drift', async () => {
  expect(await findDrift(record)).toEqual(none);
  expect(describeDrift(none)).toBeUndefined();
});

test('a file of another size or time has changed, one that is gone is removed', async () => {
  await utimes(join(folder, 'docs/a.txt'), new Date(0), new Date(0));
  expect(await findDrift(record)).toEqual({ ...none, changed: 1 });
  await writeFile(join(folder, 'docs/inner/b.txt'), 'longer than it was before');
  expect(await findDrift(record)).toEqual({ ...none, changed: 2 });
  await rm(join(folder, 'docs/a.txt'));
  const drift = await findDrift(record);
  expect(drift).toEqual({ ...none, changed: 1, removed: 1 });
  expect(describeDrift({ ...drift, added: 3 })).toBe('documents: 1 changed, 3 new, 1 gone');
});

test('a new file counts at any depth and behind a link, but not a hidden one or another format', async () => {
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere/linked.txt'), 'x');
  await symlink(join(folder, 'elsewhere'), join(folder, 'docs/link'));
  await symlink(join(folder, 'docs'), join(folder, 'docs/inner/loop'));
  await symlink(join(folder, 'nowhere'), join(folder, 'docs/broken'));
  await writeFile(join(folder, 'docs/inner/new.TXT'), 'x');
  await writeFile(join(folder, 'docs/.hidden.txt'), 'x');
  await writeFile(join(folder, 'docs/picture.png'), 'x');
  expect(await findDrift(record)).toEqual({ ...none, added: 2 });
});

test('a file that was there when the index was built and is not in it could not be read: no drift', async () => {
  await writeFile(join(folder, 'docs/unreadable.txt'), '');
  expect(await findDrift({ ...record, builtAt: LATER })).toEqual(none);
});

test('an old file moved in is new, whatever its time of change', async () => {
  await writeFile(join(folder, 'docs/old.txt'), 'x');
  await utimes(join(folder, 'docs/old.txt'), new Date(0), new Date(0));
  expect(await findDrift(record)).toEqual({ ...none, added: 1 });
});

test('a source that is not there tells nothing of its documents', async () => {
  await rm(join(folder, 'docs'), { recursive: true });
  expect(await findDrift(record)).toEqual({ ...none, missingSources: [join(folder, 'docs')] });
});

test('a source may be a single file', async () => {
  const path = join(folder, 'docs/a.txt');
  const documents = record.documents.filter((document) => document.path === path).map((d) => ({ ...d, root: path }));
  expect(await findDrift({ ...record, sources: [path], documents })).toEqual(none);
});
