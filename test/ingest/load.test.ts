import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSource, loadFile } from '../../src/ingest/load.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';

const FORMATS = 'it is none of the formats that can be read (.md, .text, .txt)';

describe('a folder', () => {
  test('is listed at any depth, in the order of names, without what is hidden or of another format', () => {
    const folder = writeFiles(tempDirectory(), {
      'b.TXT': '',
      'B.txt': '',
      'a/z.md': '',
      'a/a.text': '',
      'c.png': '',
      README: '',
      '.hidden.txt': '',
      '.git/x.txt': '',
    });
    expect(listSource(folder)).toEqual({
      files: ['B.txt', 'a/a.text', 'a/z.md', 'b.TXT'].map((name) => join(folder, name)),
      skipped: 2,
      failed: [],
    });
  });

  test('with links gives each file once, by its real path, and ends', () => {
    const folder = writeFiles(tempDirectory(), { 'real/a.txt': '' });
    const outside = writeFiles(tempDirectory(), { 'b.txt': '' });
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('nowhere.txt', join(folder, 'broken.txt'));
    symlinkSync('real/a.txt', join(folder, 'again.txt'));
    symlinkSync(outside, join(folder, 'there'));
    const expected = { files: [join(folder, 'real/a.txt'), join(outside, 'b.txt')], skipped: 2, failed: [] };
    expect(listSource(folder)).toEqual(expected);
    symlinkSync(folder, join(outside, 'link'));
    expect(listSource(join(outside, 'link')).files.toSorted()).toEqual(expected.files.toSorted());
  });

  test.skipIf(process.platform === 'win32')('with a pipe in it does not wait for one to write', () => {
    const folder = tempDirectory();
    spawnSync('/usr/bin/env', ['mkfifo', join(folder, 'pipe.txt')]);
    expect(listSource(folder)).toEqual({ files: [], skipped: 1, failed: [] });
  });

  test('two hundred deep is listed', () => {
    const folder = tempDirectory();
    const deep = join(folder, 'd/'.repeat(200));
    mkdirSync(deep, { recursive: true });
    expect(listSource(writeFiles(deep, { 'a.txt': '' })).files).toHaveLength(1);
    expect(listSource(folder).files).toHaveLength(1);
  });
});

describe('a file that is named', () => {
  test('is listed whatever its name begins with', () => {
    const folder = writeFiles(tempDirectory(), { '.hidden.txt': '' });
    expect(listSource(join(folder, '.hidden.txt')).files).toEqual([join(folder, '.hidden.txt')]);
  });

  test('must be of a format that can be read', () => {
    const path = join(writeFiles(tempDirectory(), { 'a.xyz': '' }), 'a.xyz');
    expect(listSource(path)).toEqual({ files: [], skipped: 0, failed: [{ path, reason: FORMATS }] });
  });
});

describe('loading a file', () => {
  test('gives its bytes, their SHA-256, its size and its time', () => {
    const path = join(writeFiles(tempDirectory(), { 'a.txt': 'abc' }), 'a.txt');
    const { bytes, hash, sizeBytes, mtimeMs } = loadFile(path);
    expect([bytes.toString(), sizeBytes]).toEqual(['abc', 3]);
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(mtimeMs).toBeGreaterThan(0);
  });

  test('of more than 50 MB is refused before it is read', () => {
    const path = join(writeFiles(tempDirectory(), { 'a.txt': '' }), 'a.txt');
    truncateSync(path, 50 * 1024 * 1024 + 1);
    expect(() => loadFile(path)).toThrow(
      expect.objectContaining({
        code: 'DOCUMENT_UNREADABLE',
        message: 'it is 51 MB; documents may have 50 MB at most',
      }),
    );
  });
});
