import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import type { Corpus, Embedder } from '../ports.ts';
import { createRetriever } from '../retrieve/hybrid.ts';
import { readDocuments } from './document-files.ts';
import { createDocumentWords } from './document-words.ts';
import { type Hnswlib, loadHnswlib } from './hnsw.ts';
import { INGEST_HINT, type Manifest } from './manifest.ts';
import { openGeneration, readCurrentName, readManifest } from './open-generation.ts';
import { readKeywordIndex, readRows, readVectorStore } from './search-files.ts';

/** An index opened for questions. */
export interface OpenIndex extends Corpus {
  readonly manifest: Manifest;
  /** Name of the generation it was read from: another one has taken its place when `currentGeneration` differs. */
  readonly generation: string;
  /** Lets go of the files that no search has read yet. The documents stay usable. */
  close(): void;
}

export interface OpenOptions {
  /** Must be the embedder that built the index, by id and dimensions. One that knows words says which are known. */
  embedder: Embedder & { isWord?(word: string): boolean };
  /** Loads the native library; by default hnswlib-node, where it is installed. */
  loadLibrary?: () => Hnswlib | undefined;
}

/**
 * Opens an index. Documents are read at once, what searching needs at the first search, from the same generation even
 * when an ingest has replaced it meanwhile. Throws `INDEX_MISSING` when there is none, `INDEX_STALE` when another
 * embedder built it, `INDEX_CORRUPT` when it can't be used; a damaged search file shows when a search first needs it.
 */
export async function openIndex(directory: string, options: OpenOptions): Promise<OpenIndex> {
  const { embedder, loadLibrary = loadHnswlib } = options;
  const generation = openGeneration(directory);
  const { manifest } = generation;
  const close = () => generation.close();
  try {
    requireEmbedder(directory, manifest, embedder);
    const documents = readDocuments(generation);
    const keyword = once(() => readKeywordIndex(generation));
    const isDocumentWord = createDocumentWords(documents, keyword);
    const retriever = once(() => {
      const vectors = readVectorStore(generation, loadLibrary);
      return createRetriever({ rows: readRows(generation), keyword: keyword(), vectors, embedder });
    });
    return {
      documents,
      retriever: { search: async (query, scope) => retriever().search(query, scope) },
      embedder,
      rarity: (stem) => keyword().rarity(stem),
      knowsWord: (word) => (embedder.isWord === undefined ? isDocumentWord(word) : embedder.isWord(word)),
      manifest,
      generation: basename(generation.folder),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * What an index says of itself, from its manifest alone: for a status line, and to find out whether it is stale.
 * Throws `INDEX_MISSING` or `INDEX_CORRUPT`.
 */
export function inspectIndex(directory: string): Manifest {
  return readManifest(directory);
}

/** Name of the generation that stands in the folder now; undefined when there is no index. Reads one small file. */
export function currentGeneration(directory: string): string | undefined {
  return readCurrentName(directory);
}

function once<T extends object>(create: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= create();
    return made;
  };
}

function requireEmbedder(directory: string, { embedder: built }: Manifest, { id, dimensions }: Embedder): void {
  if (built.id === id && built.dimensions === dimensions) return;
  throw new AppError(
    'INDEX_STALE',
    `The index at "${directory}" was built with embedder \`${built.id}\` (${built.dimensions} dimensions); ` +
      `the configured one is \`${id}\` (${dimensions}).`,
    { hint: INGEST_HINT },
  );
}
