/**
 * Approximate search for large indexes, through hnswlib-node. The library is guarded on four sides: it is an optional
 * dependency (a machine without a compiler gets the exact store instead), its named exports fail at load (only the
 * default one works), it opens a graph of the wrong dimension without an error and throws when asked for more
 * neighbours than it holds. The caller checks dimension and checksum against the manifest before a graph is opened.
 */
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { VectorHit, VectorStore } from '../ports.ts';
import { checkedQuery, clampSimilarity, createFlatStore } from './flat.ts';

/**
 * Links of a node, candidates looked at when a row is inserted, and by a search. Set on the 21,724 passages of 683 job
 * bulletins with 172 questions: 16/40/800 has recall@10 0.97 (0.99 after fusion's exact look at the keyword
 * candidates), builds in 1.6 s and searches in 0.9 ms. 16/60/400 has the same recall, builds in 2.2 s and searches in
 * 0.5 ms; with 8 or 12 links more rows can't be reached (0.93 to 0.95), more than 16 gain nothing.
 */
const M = 16;
const EF_CONSTRUCTION = 40;
const EF_SEARCH = 800;
/** Fixed, so that the same documents give the same graph. */
const SEED = 100;

/**
 * Up to this many rows an exact scan takes under 2 ms, so that a graph is neither built nor asked: small indexes and
 * searches restricted to some classes are exact.
 */
export const EXACT_UP_TO_ROWS = 4_000;

/**
 * Searches answered by a scan before the graph is opened: reading it takes as long as five scans, which a process that
 * answers one question and ends does not get back.
 */
const EXACT_SEARCHES = 5;

export type Hnswlib = typeof import('hnswlib-node');

/** The library, or undefined where it is not installed or was not compiled for this machine. */
export function loadHnswlib(): Hnswlib | undefined {
  try {
    return createRequire(import.meta.url)('hnswlib-node') as Hnswlib;
  } catch {
    return undefined;
  }
}

/** Rows inserted before other work gets a turn: about 20 ms. */
const ROWS_PER_TURN = 200;

/** Builds the graph of the rows of `matrix` (unit vectors, row-major). The same rows give the same graph. */
export async function buildHnswGraph(
  { HierarchicalNSW }: Hnswlib,
  matrix: Float32Array,
  dimensions: number,
): Promise<HierarchicalNSW> {
  const size = matrix.length / dimensions;
  // Inner product is cosine for unit vectors, and saves the library a normalisation of every row.
  const graph = new HierarchicalNSW('ip', dimensions);
  graph.initIndex(size, M, EF_CONSTRUCTION, SEED);
  for (let row = 0; row < size; row++) {
    if (row % ROWS_PER_TURN === 0) await setImmediate();
    graph.addPoint(Array.from(matrix.subarray(row * dimensions, (row + 1) * dimensions)), row);
  }
  return graph;
}

/**
 * Writes a graph to `path` and reads it back: the library does not notice a full disk, only a file that is cut off.
 * Throws a `GraphFileError` when the file is not whole.
 */
export function writeHnswGraph(library: Hnswlib, graph: HierarchicalNSW, path: string): void {
  try {
    graph.writeIndexSync(path);
    readHnswGraph(library, path, graph.getNumDimensions());
  } catch (cause) {
    throw new GraphFileError(`the graph file "${path}" could not be written whole`, { cause });
  }
}

/** A graph file that was not written whole. */
export class GraphFileError extends Error {
  override readonly name = 'GraphFileError';
}

/** Reads a graph back. Throws the library's Error when the file is gone or no graph. */
export function readHnswGraph({ HierarchicalNSW }: Hnswlib, path: string, dimensions: number): HierarchicalNSW {
  const graph = new HierarchicalNSW('ip', dimensions);
  graph.readIndexSync(path);
  return graph;
}

export interface HnswStoreOptions {
  /** The row vectors that the graph was built from, row-major. */
  matrix: Float32Array;
  dimensions: number;
  /** Called once, when the graph is needed; undefined when there is none after all. */
  openGraph: () => HierarchicalNSW | undefined;
  exactUpToRows?: number;
  exactSearches?: number;
}

/**
 * A vector store that searches the graph where that pays. What is restricted to few rows is answered by an exact scan
 * of them, and so is what the graph finds fewer rows for than there are: a restricted search misses nothing.
 */
export function createHnswStore(options: HnswStoreOptions): VectorStore {
  const { matrix, dimensions, openGraph, exactUpToRows = EXACT_UP_TO_ROWS } = options;
  let exactSearches = options.exactSearches ?? EXACT_SEARCHES;
  const flat = createFlatStore(matrix, dimensions);
  let opened: { graph: HierarchicalNSW | undefined } | undefined;
  return {
    kind: 'hnsw',
    size: flat.size,
    search(vector, k, accept) {
      const accepted = accept === undefined ? flat.size : countAccepted(flat.size, accept);
      if (accepted <= exactUpToRows) return flat.search(vector, k, accept);
      if (exactSearches-- > 0) return flat.search(vector, k, accept);
      opened ??= { graph: openGraph() };
      if (opened.graph === undefined) return flat.search(vector, k, accept);
      const query = Array.from(checkedQuery(vector, dimensions));
      const wanted = Math.min(k, accepted);
      const hits = wanted <= 0 ? [] : searchGraph(opened.graph, query, wanted, accept);
      return hits.length === Math.max(0, wanted) ? hits : flat.search(vector, k, accept);
    },
  };
}

function searchGraph(
  graph: HierarchicalNSW,
  query: number[],
  k: number,
  accept: ((row: number) => boolean) | undefined,
): VectorHit[] {
  graph.setEf(Math.max(EF_SEARCH, k));
  const { neighbors, distances } = graph.searchKnn(query, k, accept);
  const hits = neighbors.map((row, i) => ({ row, similarity: clampSimilarity(1 - (distances[i] as number)) }));
  // The library orders equal distances by chance of its heap; rows decide, as in the flat store.
  return hits.sort((a, b) => b.similarity - a.similarity || a.row - b.row);
}

function countAccepted(size: number, accept: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < size; row++) if (accept(row)) count++;
  return count;
}
