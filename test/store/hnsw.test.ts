import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFlatStore } from '../../src/store/flat.ts';
import {
  buildHnswGraph,
  createHnswStore,
  GraphFileError,
  type Hnswlib,
  loadHnswlib,
  readHnswGraph,
  writeHnswGraph,
} from '../../src/store/hnsw.ts';
import { tempDirectory } from '../temp-directory.ts';
import { createRandom, randomMatrix } from './random-vectors.ts';
import { describeVectorStore } from './vector-store.contract.ts';

// An optional dependency: where it could not be compiled, the exact store is what there is to test.
const library = loadHnswlib() as Hnswlib;
const isMissing = library === undefined;

async function createStore(matrix: Float32Array, dimensions: number, exactUpToRows = 0) {
  const graph = await buildHnswGraph(library, matrix, dimensions);
  return createHnswStore({ matrix, dimensions, openGraph: () => graph, exactUpToRows, exactSearches: 0 });
}

describe.skipIf(isMissing)('through hnswlib-node', () => describeVectorStore('hnsw', createStore));

describe.skipIf(isMissing)('the graph', () => {
  const matrix = randomMatrix(5000, 32, createRandom(7));
  const queries = Array.from({ length: 50 }, (_, i) => randomMatrix(1, 32, createRandom(100 + i)));

  test('finds at least 95 of the 100 nearest tens that an exact search finds', async () => {
    const flat = createFlatStore(matrix, 32);
    const store = await createStore(matrix, 32);
    let found = 0;
    for (const query of queries) {
      const nearest = new Set(flat.search(query, 10).map(({ row }) => row));
      found += store.search(query, 10).filter(({ row }) => nearest.has(row)).length;
    }
    expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  test('is opened neither for a search restricted to few rows, which is exact, nor for the first five others', () => {
    const openGraph = () => {
      throw new Error('the graph was opened');
    };
    const store = createHnswStore({ matrix, dimensions: 32, openGraph });
    const isAccepted = (row: number) => row % 100 === 0;
    for (const query of queries) {
      expect(store.search(query, 10, isAccepted)).toEqual(createFlatStore(matrix, 32).search(query, 10, isAccepted));
    }
    const query = queries[0] as Float32Array;
    for (let i = 0; i < 5; i++) expect(store.search(query, 1)).toHaveLength(1);
    expect(() => store.search(query, 10)).toThrow('the graph was opened');
  });

  test('is opened once, and an exact search stands in where there is none', () => {
    let opened = 0;
    const openGraph = () => {
      opened++;
      return undefined;
    };
    const store = createHnswStore({ matrix, dimensions: 32, openGraph });
    for (const query of queries) {
      expect(store.search(query, 10)).toEqual(createFlatStore(matrix, 32).search(query, 10));
    }
    expect(opened).toBe(1);
  });

  test('is the same file for the same rows, and searches the same when read back', async () => {
    const paths = ['a.hnsw', 'b.hnsw'].map((name) => join(tempDirectory(), name)) as [string, string];
    const graph = await buildHnswGraph(library, matrix, 32);
    writeHnswGraph(library, graph, paths[0]);
    writeHnswGraph(library, await buildHnswGraph(library, matrix, 32), paths[1]);
    expect(readFileSync(paths[0]).equals(readFileSync(paths[1]))).toBe(true);
    const [built, read] = [graph, readHnswGraph(library, paths[0], 32)].map((openGraphed) =>
      createHnswStore({ matrix, dimensions: 32, openGraph: () => openGraphed, exactSearches: 0 }),
    );
    for (const query of queries) expect(read?.search(query, 10)).toEqual(built?.search(query, 10));
  });

  test('that is cut off is refused', async () => {
    const path = join(tempDirectory(), 'graph.hnsw');
    writeHnswGraph(library, await buildHnswGraph(library, matrix.subarray(0, 320), 32), path);
    truncateSync(path, 1000);
    expect(() => readHnswGraph(library, path, 32)).toThrow();
  });

  test('that can not be written whole is an error of the file', async () => {
    const graph = await buildHnswGraph(library, matrix.subarray(0, 320), 32);
    const path = join(tempDirectory(), 'no-such-folder', 'graph.hnsw');
    expect(() => writeHnswGraph(library, graph, path)).toThrow(GraphFileError);
  });
});
