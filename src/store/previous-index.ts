import { AppError } from '../errors.ts';
import type { PreviousIndex, UpdateStart } from '../ingest/index-store.ts';
import { foldSpace } from '../words.ts';
import { readDocuments } from './document-files.ts';
import { salvageSources } from './manifest.ts';
import { type Generation, openGeneration, readUncheckedManifest } from './open-generation.ts';
import { readRows, readVectors } from './search-files.ts';

/**
 * What an ingest starts from. Every file of the index is read and checked, also those that nothing is taken from:
 * ingest is what mends a damaged index, so it must not leave one as it is because no document has changed.
 */
export function readStart(directory: string): UpdateStart {
  const start = { previous: undefined, damage: undefined, lostSources: [] };
  try {
    return { ...start, previous: readPrevious(openGeneration(directory)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'INDEX_MISSING') return start;
    return { ...start, damage: error.message, lostSources: salvageSources(readUncheckedManifest(directory) ?? '') };
  }
}

function readPrevious(generation: Generation): PreviousIndex {
  try {
    const { sources, embedder, chunkerVersion } = generation.manifest;
    const documents = readDocuments(generation);
    const vectors = readVectors(generation);
    const rows = readRows(generation);
    generation.checkUnread();
    let rowOf: Map<string, number> | undefined;
    return {
      sources,
      documents,
      embedderId: embedder.id,
      chunkerVersion,
      vectorOf(text) {
        rowOf ??= rowsByText(documents, rows);
        const row = rowOf.get(text);
        if (row === undefined) return undefined;
        return vectors.subarray(row * embedder.dimensions, (row + 1) * embedder.dimensions);
      },
    };
  } finally {
    generation.close();
  }
}

/** The rows by their texts, which are not saved again: each stands in a document. */
function rowsByText(
  documents: PreviousIndex['documents'],
  { starts, passages }: ReturnType<typeof readRows>,
): Map<string, number> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row + 1 < starts.length; row++) {
    const first = 2 * (starts[row] as number);
    const document = documents[passages[first] as number];
    const passage = document?.spec.passages[passages[first + 1] as number];
    if (passage !== undefined) rowOf.set(foldSpace(document?.text.slice(passage.start, passage.end) ?? ''), row);
  }
  return rowOf;
}
