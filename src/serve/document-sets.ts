/** The document sets that questions are answered from: the index, and one for each folder that a channel has of its own. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type App, createApp } from '../app.ts';
import type { CorpusSummary } from '../conversations/surface.ts';
import type { Asked, Question } from '../domain.ts';
import { AppError } from '../errors.ts';
import { createLiveApp, type LiveApp } from '../live-app/live-app.ts';
import { describeCause, type Log } from '../log.ts';
import { currentGeneration } from '../store/open.ts';

export interface DocumentSetsOptions {
  indexDirectory: string;
  seedsDirectory: string;
  /** Absolute paths, each the name of its set. */
  folders: readonly string[];
  log: Log;
}

export interface DocumentSets {
  /** Opens all. Rejects when the main index can't be used; a channel's that can't is told and tried again when asked. */
  open(): Promise<void>;
  /** Rejects for a name that is none of the folders. */
  ask(question: Question, documents: string | undefined): Promise<Asked>;
  summary(documents?: string): CorpusSummary;
  isOpen(): boolean;
  /** Folders that can't be answered from. */
  unusable(): string[];
  close(): Promise<void>;
}

/**
 * Where a folder's own index stands: beside the main one, named for the folder so that people can tell them apart, and
 * by a hash of its path, so that two folders of one name have two.
 */
export function indexDirectoryFor(mainIndex: string, folder: string): string {
  const slug = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(dirname(mainIndex), `${basename(mainIndex)}-${slug}-${hash}`);
}

/** A channel's answers come from its folder alone: an index that somebody ingested other files into is refused. */
function requireOnlySource(sources: readonly string[], folder: string, index: string): void {
  const isFolder = (source: string) => source === folder || real(source) === real(folder);
  const other = sources.find((source) => !isFolder(source));
  if (other === undefined) return;
  throw new AppError('INDEX_STALE', `The index at "${index}" is for "${folder}" alone, but "${other}" is in it too.`, {
    hint: 'Delete that index; it is built anew from the folder.',
  });
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Opens nothing yet. */
export function createDocumentSets({
  indexDirectory,
  seedsDirectory,
  folders,
  log,
}: DocumentSetsOptions): DocumentSets {
  const main = createLiveApp({
    name: 'The index',
    create: () => createApp({ indexDirectory, seedsDirectory, log }),
    currentGeneration: () => currentGeneration(indexDirectory),
    log,
  });
  const sets = new Map<string, LiveApp>(folders.map((folder) => [folder, createSet(folder)]));

  function createSet(folder: string): LiveApp {
    const index = indexDirectoryFor(indexDirectory, folder);
    return createLiveApp({
      name: `The index of "${relative('.', folder) || folder}"`,
      create: (): App => createApp({ indexDirectory: index, seedsDirectory: folder, log }),
      currentGeneration: () => currentGeneration(index),
      accept: ({ manifest }) => requireOnlySource(manifest.sources, folder, index),
      log,
    });
  }

  function setOf(documents: string | undefined): LiveApp {
    const set = documents === undefined ? main : sets.get(documents);
    if (set === undefined) throw new Error(`There is no document set "${documents}".`);
    return set;
  }

  return {
    async open() {
      await main.open();
      for (const [folder, set] of sets) {
        await set.open().catch((error) => {
          log.line(`The channel of "${folder}" can't be answered yet: ${describeCause(error)}`);
        });
      }
    },
    ask: async (question, documents) => setOf(documents).ask(question),
    summary: (documents) => (sets.get(documents ?? '') ?? main).summary(),
    isOpen: () => main.isOpen(),
    unusable: () => [...sets].filter(([, set]) => !set.isOpen()).map(([folder]) => folder),
    async close() {
      await Promise.all([main, ...sets.values()].map((set) => set.close()));
    },
  };
}
