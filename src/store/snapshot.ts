/**
 * Atomic saving. An index is a folder with one generation folder and a pointer file `current` that names it. A new
 * generation is written whole and forced to the disk before one rename moves the pointer, so that a crash at any
 * moment leaves the old index or the new one.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  adoptDurably,
  GENERATION_NAME,
  MANIFEST_FILE,
  POINTER_FILE,
  type Pointer,
  syncFolder,
  writeDurably,
} from './generation-file.ts';
import type { FileCheck, Manifest } from './manifest.ts';
import { readCurrentName } from './open-generation.ts';

/** A generation being written. */
export interface GenerationDraft {
  readonly folder: string;
  write(name: string, data: Uint8Array | string): void;
  /** Takes in a file that a library has written into the folder itself. */
  adopt(name: string): void;
}

/**
 * Saves a new generation: `fill` writes its files and returns the rest of its manifest, `confirm` runs just before the
 * pointer moves and may throw. On any failure the new generation is removed, the error thrown on, and the old index
 * stands. Older generations are removed at the end.
 */
export function saveGeneration(
  directory: string,
  fill: (draft: GenerationDraft) => Omit<Manifest, 'files'>,
  confirm: () => void,
): void {
  const generation = `gen-${nextNumber(directory)}-${randomName()}`;
  const folder = join(directory, generation);
  const newPointer = join(directory, `${POINTER_FILE}.${randomName()}`);
  try {
    mkdirSync(folder);
    const manifest = writeFiles(folder, fill);
    const pointer: Pointer = { generation, manifest };
    writeDurably(newPointer, Buffer.from(`${JSON.stringify(pointer)}\n`));
    confirm();
    renameSync(newPointer, join(directory, POINTER_FILE));
  } catch (error) {
    removeIfPossible(folder);
    removeIfPossible(newPointer);
    throw error;
  }
  syncFolder(directory);
  removeLeftovers(directory);
}

function writeFiles(folder: string, fill: (draft: GenerationDraft) => Omit<Manifest, 'files'>): FileCheck {
  const files: Record<string, FileCheck> = {};
  const rest = fill({
    folder,
    write(name, data) {
      files[name] = writeDurably(join(folder, name), typeof data === 'string' ? Buffer.from(data) : data);
    },
    adopt(name) {
      files[name] = adoptDurably(join(folder, name));
    },
  });
  const check = writeDurably(join(folder, MANIFEST_FILE), Buffer.from(JSON.stringify({ ...rest, files })));
  syncFolder(folder);
  return check;
}

/**
 * Removes every generation but the current one, and pointers that never took their place: what a replaced index and a
 * crash leave behind. Only who holds the write lock may call it. Removes nothing while the pointer can't be read.
 */
export function removeLeftovers(directory: string): void {
  const current = readCurrentName(directory);
  if (current === 'unknown') return;
  for (const name of readdirSync(directory)) {
    const isOld = GENERATION_NAME.test(name) && name !== current;
    if (isOld || /^current\.[0-9a-f]{8}$/.test(name)) removeIfPossible(join(directory, name));
  }
}

/** What can't be removed now (Windows keeps a file that a reader has open) is removed by a later ingest. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Tidying up must not hide the outcome of saving.
  }
}

function nextNumber(directory: string): number {
  const numbers = readdirSync(directory).map((name) => Number(GENERATION_NAME.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

function randomName(): string {
  return randomBytes(4).toString('hex');
}
