import { basename } from 'node:path';
import type { ClassSpec } from '../domain.ts';
import type { StampedDocument } from './index-store.ts';
import {
  type Extractors,
  extractorOf,
  type Failure,
  type Listing,
  listSource,
  loadFile,
  reasonOf,
  stampOf,
} from './load.ts';
import { belongsTo, findHeir, type Source, type SourcePlan, sourceAt } from './sources.ts';

/** Parses a document's text; the file name is the last resort for a title. */
export type ParseSpec = (text: string, fileName: string) => ClassSpec;

export interface ReconcileInput {
  plan: SourcePlan;
  /** Documents of the index as it is. */
  previous: readonly StampedDocument[];
  /** Whether the previous documents were parsed by the parser of today. */
  isParsedAlike: boolean;
  parse: ParseSpec;
  extractors: Extractors;
  onProgress: (done: number, total: number) => void;
}

export interface Reconciled {
  /** Every document of the index as it will be, in code-unit order of the paths. */
  documents: StampedDocument[];
  added: number;
  updated: number;
  unchanged: number;
  removed: number;
  /** Files of other formats that were left out. */
  skipped: number;
  failed: Failure[];
}

interface ListedSource extends Source, Listing {}

/**
 * Brings the documents in line with the files under the sources. What can't be read or parsed is reported, keeps the
 * version that the index has, and stops nothing. Documents of other sources are left alone, except that they are
 * parsed again when the parser has changed.
 */
export async function reconcile(input: ReconcileInput): Promise<Reconciled> {
  const listed = input.plan.read.map((path) => ({ ...sourceAt(path), ...listSource(path, input.extractors) }));
  const result: Reconciled = {
    documents: [],
    added: 0,
    updated: 0,
    unchanged: 0,
    removed: 0,
    skipped: listed.reduce((sum, { skipped }) => sum + skipped, 0),
    failed: listed.flatMap(({ failed }) => failed),
  };
  const known = new Map(input.previous.map((document) => [document.path, document]));
  const rootOf = rootsOf(listed, known);

  let done = 0;
  for (const [path, root] of rootOf) {
    input.onProgress(done++, rootOf.size);
    const old = known.get(path);
    await keepOnFailure(result, path, old, async () => {
      const document = await readDocument(path, root, old, input);
      if (old === undefined) result.added++;
      else if (document.spec === old.spec) result.unchanged++;
      else result.updated++;
      return document;
    });
  }
  const others = input.plan.keep.map(sourceAt);
  for (const old of input.previous) {
    if (rootOf.has(old.path)) continue;
    const kept = keepUnfound(old, listed, others);
    if (kept === undefined) result.removed++;
    else if (input.isParsedAlike) result.documents.push(kept);
    else
      await keepOnFailure(result, old.path, old, () => ({
        ...kept,
        spec: input.parse(kept.text, basename(kept.path)),
      }));
  }
  result.documents.sort((a, b) => (a.path < b.path ? -1 : 1));
  return result;
}

/** The files found, each with the source it counts for: the one it came through first, as long as that is known. */
function rootsOf(listed: readonly ListedSource[], known: ReadonlyMap<string, StampedDocument>): Map<string, string> {
  const rootOf = new Map<string, string>();
  for (const { path: source, files } of listed) {
    for (const file of files) if (!rootOf.has(file)) rootOf.set(file, known.get(file)?.root ?? source);
  }
  return rootOf;
}

async function keepOnFailure(
  result: Reconciled,
  path: string,
  old: StampedDocument | undefined,
  make: () => StampedDocument | Promise<StampedDocument>,
): Promise<void> {
  try {
    result.documents.push(await make());
  } catch (error) {
    result.failed.push({ path, reason: reasonOf(error) });
    // With the stamp of the file as it is now: the index must not look out of date as long as nothing has changed.
    if (old !== undefined) result.documents.push({ ...old, ...stampOf(path) });
  }
}

/** Reads and parses a file; an unchanged one keeps its text and specification. */
async function readDocument(
  path: string,
  root: string,
  old: StampedDocument | undefined,
  { extractors, isParsedAlike, parse }: ReconcileInput,
): Promise<StampedDocument> {
  const { bytes, ...stamp } = loadFile(path);
  if (old !== undefined && isParsedAlike && old.hash === stamp.hash) return { ...old, ...stamp, root };
  const text = await extractorOf(path, extractors)(bytes);
  return { path, source: basename(path), ...stamp, root, text, spec: parse(text, basename(path)) };
}

/** A document that no listing has: kept when it is another source's, or in a folder that could not be listed. */
function keepUnfound(
  old: StampedDocument,
  listed: readonly ListedSource[],
  others: readonly Source[],
): StampedDocument | undefined {
  const owners = listed.filter((source) => belongsTo(old, source));
  if (owners.length === 0) return old;
  if (owners.some(({ failed }) => failed.some(({ path }) => belongsTo(old, sourceAt(path))))) return old;
  const heir = findHeir(old, others);
  return heir === undefined ? undefined : { ...old, root: heir.path };
}
