/**
 * Whether an index still says what the files say, found out without reading them. On the way of every cold question,
 * so it neither lists sources as ingest does (50 ms for 700 files, most of it resolving links) nor loads its modules.
 */
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/** What an index tells of the files it was built from. */
export interface IndexRecord {
  /** ISO 8601. */
  builtAt: string;
  sources: readonly string[];
  documents: readonly { path: string; root: string; sizeBytes: number; mtimeMs: number }[];
}

export interface Drift {
  changed: number;
  added: number;
  removed: number;
  /** Sources that can't be found; their documents count as unchanged, for nothing is known of them. */
  missingSources: string[];
}

/** Compares times and sizes of the files with those of the index. */
export async function findDrift(record: IndexRecord): Promise<Drift> {
  const missingSources = record.sources.filter((source) => statOf(source) === undefined);
  const drift: Drift = { changed: 0, added: 0, removed: 0, missingSources };
  for (const { path, root, sizeBytes, mtimeMs } of record.documents) {
    if (missingSources.includes(root)) continue;
    const stats = statOf(path);
    if (stats === undefined) drift.removed++;
    else if (stats.size !== sizeBytes || stats.mtimeMs !== mtimeMs) drift.changed++;
  }
  const known = new Set(record.documents.map(({ path }) => path));
  const unknown = record.sources
    .filter((source) => !missingSources.includes(source))
    .flatMap((source) => filesUnder(realpathSync(source)))
    .filter((path) => !known.has(path) && cameAfter(path, Date.parse(record.builtAt)));
  if (unknown.length > 0) {
    const { EXTRACTORS } = await import('./load.ts');
    const readable = unknown.filter((path) => EXTRACTORS.has(path.slice(path.lastIndexOf('.')).toLowerCase()));
    drift.added = new Set(readable).size;
  }
  return drift;
}

/** The drift in words, or undefined when there is none to mend. */
export function describeDrift({ changed, added, removed }: Drift): string | undefined {
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    ...(removed > 0 ? [`${removed} gone`] : []),
  ];
  return parts.length > 0 ? `documents: ${parts.join(', ')}` : undefined;
}

/**
 * A file that the index lacks is news only if it came later: one that was there and could not be read must not have
 * every question start an ingest. By the time of the inode's change, which copying and moving set anew.
 */
function cameAfter(path: string, builtAtMs: number): boolean {
  const stats = statOf(path);
  return stats !== undefined && stats.ctimeMs > builtAtMs;
}

function filesUnder(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) return filesUnder(inner, seen);
        if (entry.isFile()) return [inner];
        return entry.isSymbolicLink() ? behindLink(inner, seen) : [];
      });
  } catch {
    // A source that is a file, which is among the documents, or a folder that can't be listed, which ingest reports.
    return [];
  }
}

function behindLink(path: string, seen: Set<string>): string[] {
  const stats = statOf(path);
  if (stats === undefined) return [];
  return stats.isDirectory() ? filesUnder(realpathSync(path), seen) : [realpathSync(path)];
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
