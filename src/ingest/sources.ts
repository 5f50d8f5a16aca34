import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { AppError } from '../errors.ts';
import type { StampedDocument, UpdateStart } from './index-store.ts';
import type { Failure } from './load.ts';

/** An ingested file or folder, as it was named and as the file system knows it. */
export interface Source {
  path: string;
  realPath: string;
}

/** Which sources an ingest reads and which it only has to keep. */
export interface SourcePlan {
  read: string[];
  keep: string[];
  /** Sources of a damaged index that are no longer there. */
  lost: Failure[];
}

/**
 * Plans an ingest of `paths`. After damage, which leaves nothing to keep, the sources that the index knew are read
 * too. Throws `SOURCE_MISSING` for a path that is not there, and says so when the index remembers it: a folder that
 * has vanished (a drive that is not mounted) is no reason to drop its documents.
 */
export function planSources(paths: readonly string[], { previous, lostSources }: UpdateStart): SourcePlan {
  const named = [...new Set(paths.map((path) => resolve(path)))];
  const remembered = previous?.sources ?? lostSources;
  for (const path of named) {
    if (!existsSync(path)) throw missingSource(path, remembered.includes(path));
  }
  const others = remembered.filter((path) => !named.includes(path));
  if (previous !== undefined) return { read: named, keep: others, lost: [] };
  const isThere = (path: string) => existsSync(path);
  const reason = 'it is no longer there, and the index that held its documents is damaged';
  return {
    read: [...others.filter(isThere), ...named],
    keep: [],
    lost: others.filter((path) => !isThere(path)).map((path) => ({ path, reason })),
  };
}

function missingSource(path: string, isRemembered: boolean): AppError {
  if (!isRemembered) {
    return new AppError('SOURCE_MISSING', `There is no file or folder "${path}".`, { hint: 'Check the path.' });
  }
  return new AppError('SOURCE_MISSING', `"${path}" was ingested before and is no longer there. Nothing was removed.`, {
    hint: 'Bring it back, or ingest the folder that it stood in to remove its documents.',
  });
}

/**
 * The sources to remember, those that the index knew first. Not one that has no document and is gone or could not be
 * read.
 */
export function rememberSources(
  known: readonly string[],
  { read, keep }: SourcePlan,
  documents: readonly StampedDocument[],
  failed: readonly Failure[],
): string[] {
  const withDocuments = new Set(documents.map(({ root }) => root));
  const unreadable = new Set(failed.map(({ path }) => path));
  const current = new Set([...read, ...keep]);
  const inOrder = [...new Set([...known.filter((path) => current.has(path)), ...current])];
  return inOrder.filter((path) => withDocuments.has(path) || (existsSync(path) && !unreadable.has(path)));
}

/** A source by its absolute path. One that is not there is its own real path. */
export function sourceAt(path: string): Source {
  try {
    return { path, realPath: realpathSync(path) };
  } catch {
    return { path, realPath: path };
  }
}

/** Whether a document was found through a source or its file lies inside it. */
export function belongsTo(document: StampedDocument, { path, realPath }: Source): boolean {
  const inside = realPath.endsWith(sep) ? realPath : realPath + sep;
  return document.root === path || document.path === realPath || document.path.startsWith(inside);
}

/** Another source that a document still belongs to which was not found under its own; none when its file is gone. */
export function findHeir(document: StampedDocument, others: readonly Source[]): Source | undefined {
  return existsSync(document.path) ? others.find((source) => belongsTo(document, source)) : undefined;
}
