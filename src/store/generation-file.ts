import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { FileCheck } from './manifest.ts';

/** The file of an index that names its current generation. */
export const POINTER_FILE = 'current';
export const MANIFEST_FILE = 'manifest.json';
/** Name of a generation's folder, `gen-<number>-<random>`; nothing else in an index is ever removed as one. */
export const GENERATION_NAME = /^gen-(\d+)-[0-9a-f]{8}$/;

/** What the pointer file holds: the generation, and how its manifest is checked. */
export interface Pointer {
  generation: string;
  manifest: FileCheck;
}

/** Writes a new file and forces it to the disk. Returns the check that reading it back must pass. Throws fs errors. */
export function writeDurably(path: string, data: Uint8Array): FileCheck {
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < data.length; ) written += writeSync(file, data, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { bytes: data.length, crc32: crc32(data) };
}

/** Forces a file that another library wrote to the disk. Returns the check that reading it back must pass. */
export function adoptDurably(path: string): FileCheck {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
    const data = readChecked(file, undefined);
    return { bytes: data.length, crc32: crc32(data) };
  } finally {
    closeSync(file);
  }
}

/** Forces a folder's entries to the disk. Not on Windows: a folder can't be opened there, and renames are durable. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Reads an open file whole, into memory that typed arrays of any kind can be laid over. Throws an Error whose message
 * says how the content fails the check ("is 10 bytes long, not 20").
 */
export function readChecked(file: number, check: FileCheck | undefined): Uint8Array<ArrayBuffer> {
  const length = fstatSync(file).size;
  if (check !== undefined && length !== check.bytes) throw new Error(`is ${length} bytes long, not ${check.bytes}`);
  const data = new Uint8Array(length);
  for (let read = 0; read < length; ) {
    const count = readSync(file, data, read, length - read, read);
    if (count === 0) throw new Error(`ends after ${read} of ${length} bytes`);
    read += count;
  }
  if (check !== undefined && crc32(data) !== check.crc32) throw new Error('does not match its checksum');
  return data;
}
