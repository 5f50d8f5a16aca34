import { closeSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../errors.ts';
import { GENERATION_NAME, MANIFEST_FILE, POINTER_FILE, type Pointer, readChecked } from './generation-file.ts';
import { damagedIndex, type Manifest, parseManifest } from './manifest.ts';

/** Ingests that may replace the index while one reader is opening it, before the reader gives up. */
const MAX_REOPENINGS = 5;

/** An open generation. Its files stay readable until `close`, also when a newer generation has taken its place. */
export interface Generation {
  readonly manifest: Manifest;
  readonly folder: string;
  /** A file's bytes; each can be read once. Throws `INDEX_CORRUPT` naming the file and what is wrong with it. */
  read(name: string): Uint8Array<ArrayBuffer>;
  /** Reads what has not been read yet, for its checks alone. */
  checkUnread(): void;
  close(): void;
}

/**
 * Opens the current generation and all its files, without reading them. Throws `INDEX_MISSING` when there is none,
 * `INDEX_CORRUPT` when it can't be used.
 */
export function openGeneration(directory: string): Generation {
  return followPointer(directory, (pointer) => {
    const manifest = readManifestOf(directory, pointer);
    const folder = join(directory, pointer.generation);
    const files = openFiles(folder, Object.keys(manifest.files));
    const read = (name: string) => {
      const file = files.get(name);
      if (file === undefined) throw damagedIndex(directory, `its manifest does not list \`${name}\``);
      files.delete(name);
      return readAndClose(file, () => readChecked(file, manifest.files[name]), directory, name);
    };
    return {
      manifest,
      folder,
      read,
      checkUnread() {
        for (const name of files.keys()) read(name);
      },
      close() {
        for (const file of files.values()) closeSync(file);
        files.clear();
      },
    };
  });
}

/** Reads the current manifest alone, which is cheap. Throws as `openGeneration` does. */
export function readManifest(directory: string): Manifest {
  return followPointer(directory, (pointer) => readManifestOf(directory, pointer));
}

/** The text of a manifest that fails its checks, or undefined when not even that can be read. */
export function readUncheckedManifest(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, readPointer(directory).generation, MANIFEST_FILE), 'utf8');
  } catch {
    return undefined;
  }
}

/** Name of the current generation: `undefined` when there is none, "unknown" when the pointer is damaged. */
export function readCurrentName(directory: string): string | undefined {
  try {
    return readPointer(directory).generation;
  } catch (error) {
    if (error instanceof AppError && error.code === 'INDEX_MISSING') return undefined;
    return 'unknown';
  }
}

/** Runs `use` on the pointer; again when a file was gone because the pointer has moved on meanwhile. */
function followPointer<T>(directory: string, use: (pointer: Pointer) => T): T {
  for (let attempt = 0; ; attempt++) {
    const pointer = readPointer(directory);
    try {
      return use(pointer);
    } catch (error) {
      if (error instanceof AppError) throw error;
      const hasMoved = attempt < MAX_REOPENINGS && readPointer(directory).generation !== pointer.generation;
      if (!hasMoved) throw unreadable(directory, error as NodeJS.ErrnoException);
    }
  }
}

function readPointer(directory: string): Pointer {
  let json: string;
  try {
    json = readFileSync(join(directory, POINTER_FILE), 'utf8');
  } catch (error) {
    const cause = error as NodeJS.ErrnoException;
    if (cause.code !== 'ENOENT') throw unreadable(directory, cause);
    throw new AppError('INDEX_MISSING', `There is no index at "${directory}".`, {
      hint: 'Run `npm run ingest` to build it.',
      cause,
    });
  }
  try {
    const { generation, manifest }: Pointer = JSON.parse(json);
    if (!GENERATION_NAME.test(generation)) throw new Error(`"${generation}" is no generation's name`);
    return { generation, manifest };
  } catch (cause) {
    throw damagedIndex(directory, `its pointer file \`${POINTER_FILE}\` names no generation`, cause);
  }
}

function readManifestOf(directory: string, { generation, manifest }: Pointer): Manifest {
  const file = openSync(join(directory, generation, MANIFEST_FILE), 'r');
  const data = readAndClose(file, () => readChecked(file, manifest), directory, MANIFEST_FILE);
  return parseManifest(Buffer.from(data.buffer).toString(), directory);
}

function openFiles(folder: string, names: readonly string[]): Map<string, number> {
  const files = new Map<string, number>();
  try {
    for (const name of names) files.set(name, openSync(join(folder, name), 'r'));
  } catch (error) {
    for (const file of files.values()) closeSync(file);
    throw error;
  }
  return files;
}

function readAndClose<T>(file: number, read: () => T, directory: string, name: string): T {
  try {
    return read();
  } catch (cause) {
    throw damagedIndex(directory, `its file \`${name}\` ${(cause as Error).message}`, cause);
  } finally {
    closeSync(file);
  }
}

function unreadable(directory: string, cause: NodeJS.ErrnoException): AppError {
  if (cause.code === 'ENOENT') {
    return damagedIndex(directory, `its file \`${basename(cause.path ?? 'unknown')}\` is missing`, cause);
  }
  return new AppError('INDEX_CORRUPT', `The index at "${directory}" can't be read: ${cause.message}.`, {
    hint: 'Check the permissions of the folder and its files.',
    cause,
  });
}
