import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { PassageRows } from '../ingest/passage-rows.ts';
import type { VectorStore } from '../ports.ts';
import { type Bm25Index, buildKeywordTables, createKeywordIndex } from './bm25.ts';
import { createFlatStore } from './flat.ts';
import { createHnswStore, type Hnswlib, readHnswGraph, writeHnswGraph } from './hnsw.ts';
import type { Generation } from './open-generation.ts';
import type { GenerationDraft } from './snapshot.ts';

const ROW_STARTS = 'row-starts.u32';
const ROW_PASSAGES = 'row-passages.u32';
const KEYWORD_TERMS = 'keyword-terms.utf8';
const KEYWORD_STARTS = 'keyword-starts.u32';
const KEYWORD_POSTINGS = 'keyword-postings.u32';
const KEYWORD_LENGTHS = 'keyword-lengths.u32';
const VECTORS = 'vectors.f32';
const GRAPH = 'graph.hnsw';

/** A built graph and the library that it came from. */
export interface BuiltGraph {
  library: Hnswlib;
  graph: HierarchicalNSW;
}

/** Writes what searching needs: rows, keyword tables, vectors, and the graph over them when there is one. */
export function writeSearchFiles(
  draft: GenerationDraft,
  { rows, vectors }: { rows: PassageRows; vectors: Float32Array },
  built: BuiltGraph | undefined,
): void {
  const keyword = buildKeywordTables(rows.texts);
  draft.write(ROW_STARTS, bytesOf(rows.starts));
  draft.write(ROW_PASSAGES, bytesOf(rows.passages));
  draft.write(KEYWORD_TERMS, keyword.terms.join('\n'));
  draft.write(KEYWORD_STARTS, bytesOf(keyword.starts));
  draft.write(KEYWORD_POSTINGS, bytesOf(keyword.postings));
  draft.write(KEYWORD_LENGTHS, bytesOf(keyword.lengths));
  draft.write(VECTORS, bytesOf(vectors));
  if (built !== undefined) {
    writeHnswGraph(built.library, built.graph, join(draft.folder, GRAPH));
    draft.adopt(GRAPH);
  }
}

/** Which passages each row stands in. */
export function readRows(generation: Generation): Omit<PassageRows, 'texts'> {
  return {
    starts: new Uint32Array(generation.read(ROW_STARTS).buffer),
    passages: new Uint32Array(generation.read(ROW_PASSAGES).buffer),
  };
}

/** The row vectors, row-major. */
export function readVectors(generation: Generation): Float32Array {
  return new Float32Array(generation.read(VECTORS).buffer);
}

/** The keyword index. Throws, as everything here that reads, `INDEX_CORRUPT` when a file is damaged. */
export function readKeywordIndex(generation: Generation): Bm25Index {
  const terms = Buffer.from(generation.read(KEYWORD_TERMS).buffer).toString();
  return createKeywordIndex({
    terms: terms === '' ? [] : terms.split('\n'),
    starts: new Uint32Array(generation.read(KEYWORD_STARTS).buffer),
    postings: new Uint32Array(generation.read(KEYWORD_POSTINGS).buffer),
    lengths: new Uint32Array(generation.read(KEYWORD_LENGTHS).buffer),
  });
}

/**
 * The vector store: with the graph where the generation has one and the library can be loaded, else exact. The graph
 * is opened by the first search that needs it; when a newer generation has taken its place by then, an exact scan
 * stands in.
 */
export function readVectorStore(generation: Generation, load: () => Hnswlib | undefined): VectorStore {
  const { vectors: kind, embedder } = generation.manifest;
  const { dimensions } = embedder;
  const matrix = readVectors(generation);
  if (kind === 'flat') return createFlatStore(matrix, dimensions);
  const openGraph = () => {
    const library = load();
    if (library === undefined) return undefined;
    // The open file is checked; the library then reads it by its name.
    generation.read(GRAPH);
    try {
      return readHnswGraph(library, join(generation.folder, GRAPH), dimensions);
    } catch {
      return undefined;
    }
  };
  return createHnswStore({ matrix, dimensions, openGraph });
}

function bytesOf(array: Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
