import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { IndexContents, IndexStore } from '../ingest/index-store.ts';
import { acquireLock, type LockSubject } from '../process-lock.ts';
import { writeDocuments } from './document-files.ts';
import { buildHnswGraph, EXACT_UP_TO_ROWS, GraphFileError, type Hnswlib, loadHnswlib } from './hnsw.ts';
import { INDEX_FORMAT } from './manifest.ts';
import { readStart } from './previous-index.ts';
import { type BuiltGraph, writeSearchFiles } from './search-files.ts';
import { removeLeftovers, saveGeneration } from './snapshot.ts';

export interface IndexStoreOptions {
  /** How long to wait for another ingest before `INDEX_BUSY`. */
  lockWaitMs?: number;
  /** Loads the native library; by default hnswlib-node, where it is installed. */
  loadLibrary?: () => Hnswlib | undefined;
  /** Told what a person at the terminal should know: waiting for another ingest, searching without the library. */
  onNotice?: (message: string) => void;
}

/** Long enough for an ingest of some thousand documents to finish, short enough for a person to wait. */
const LOCK_WAIT_MS = 60_000;

const LOCK_FILE = 'ingest.lock';

/** Says who else is writing the index. */
function writing(directory: string): LockSubject {
  return {
    code: 'INDEX_BUSY',
    heldBy: (holder) => `Another ingest (${holder}) is writing the index at "${directory}"`,
    hint: 'Run the command again when it has finished.',
  };
}

/** The index in a folder, which is made when it isn't there. `update` is as ingest's `IndexStore` says. */
export function createIndexStore(directory: string, options: IndexStoreOptions = {}): IndexStore {
  const { lockWaitMs = LOCK_WAIT_MS, loadLibrary = loadHnswlib, onNotice = () => {} } = options;
  return {
    async update(change) {
      const lock = await asUnwritable(directory, () => {
        mkdirSync(directory, { recursive: true });
        return acquireLock(join(directory, LOCK_FILE), {
          subject: writing(directory),
          waitMs: lockWaitMs,
          onWait: onNotice,
        });
      });
      try {
        await asUnwritable(directory, () => removeLeftovers(directory));
        const contents = await change(readStart(directory));
        if (contents === undefined) return;
        const built = await buildGraph(contents, loadLibrary, onNotice);
        await asUnwritable(directory, () => save(directory, contents, built, () => lock.confirm()));
      } finally {
        lock.release();
      }
    },
  };
}

function save(directory: string, contents: IndexContents, built: BuiltGraph | undefined, confirm: () => void): void {
  const { sources, embedder, chunkerVersion, rows } = contents;
  saveGeneration(
    directory,
    (draft) => {
      const documents = writeDocuments(draft, contents.documents);
      writeSearchFiles(draft, contents, built);
      return {
        format: INDEX_FORMAT,
        builtAt: new Date().toISOString(),
        embedder,
        chunkerVersion,
        vectors: built === undefined ? 'flat' : 'hnsw',
        rows: rows.texts.length,
        sources,
        documents,
      };
    },
    confirm,
  );
}

async function buildGraph(
  { rows, vectors, embedder }: IndexContents,
  load: () => Hnswlib | undefined,
  onNotice: (message: string) => void,
): Promise<BuiltGraph | undefined> {
  const count = rows.texts.length;
  if (count <= EXACT_UP_TO_ROWS) return undefined;
  const library = load();
  if (library === undefined) {
    onNotice(`hnswlib-node is not available here; ${count} passages are searched exactly, which is slower.`);
    return undefined;
  }
  return { library, graph: await buildHnswGraph(library, vectors, embedder.dimensions) };
}

/** Runs a step that writes; a failure of the file system becomes `INDEX_UNWRITABLE`. */
async function asUnwritable<T>(directory: string, write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (!(cause instanceof GraphFileError) && (cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
    throw new AppError('INDEX_UNWRITABLE', `The index at "${directory}" can't be saved: ${(cause as Error).message}.`, {
      hint: 'Check the free space and the permissions of its folder. What it was before still stands.',
      cause,
    });
  }
}
