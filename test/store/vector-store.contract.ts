import { describe, expect, test } from 'vitest';
import type { VectorStore } from '../../src/ports.ts';
import { createRandom, randomMatrix } from './random-vectors.ts';

type Create = (matrix: Float32Array, dimensions: number) => VectorStore | Promise<VectorStore>;

/** Three directions in the plane: east, north, and north-east. */
const PLANE = Float32Array.from([1, 0, 0, 1, Math.SQRT1_2, Math.SQRT1_2]);

/** What every vector store does, whatever it is made of. */
export function describeVectorStore(kind: VectorStore['kind'], create: Create): void {
  describe(`a ${kind} vector store`, () => {
    test('says its kind and size', async () => {
      const store = await create(PLANE, 2);
      expect([store.kind, store.size]).toEqual([kind, 3]);
    });

    test('gives the most similar rows first, with their cosine similarity', async () => {
      const hits = (await create(PLANE, 2)).search([0.6, 0.8], 2);
      expect(hits.map(({ row }) => row)).toEqual([2, 1]);
      expect(hits[0]?.similarity).toBeCloseTo(1.4 * Math.SQRT1_2, 5);
      expect(hits[1]?.similarity).toBeCloseTo(0.8, 5);
    });

    test('gives similarities below zero for opposite directions', async () => {
      expect((await create(PLANE, 2)).search([-1, 0], 3).at(-1)).toEqual({ row: 0, similarity: -1 });
    });

    test('puts equally similar rows in row order', async () => {
      const store = await create(Float32Array.from([0, 1, 1, 0, 1, 0, 0, 1, 1, 0]), 2);
      expect(store.search([1, 0], 3).map(({ row }) => row)).toEqual([1, 2, 4]);
    });

    test('gives every row when asked for more than it has, and none when asked for none', async () => {
      const store = await create(PLANE, 2);
      expect(store.search([1, 0], 1000)).toHaveLength(3);
      expect(store.search([1, 0], 0)).toEqual([]);
    });

    test('searches only the rows that are accepted, and misses none of them', async () => {
      const matrix = randomMatrix(600, 16, createRandom(1));
      const store = await create(matrix, 16);
      const query = matrix.slice(0, 16);
      for (const modulus of [2, 50, 599]) {
        const hits = store.search(query, 1000, (row) => row % modulus === 1);
        const expected = Array.from({ length: 600 }, (_, row) => row).filter((row) => row % modulus === 1);
        expect(hits.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected);
      }
      expect(store.search(query, 10, () => false)).toEqual([]);
    });

    test('takes typed arrays and lists alike', async () => {
      const store = await create(PLANE, 2);
      expect(store.search(Float32Array.from([0, 1]), 1)).toEqual(store.search([0, 1], 1));
    });

    test('holds no row at all', async () => {
      const store = await create(new Float32Array(0), 2);
      expect([store.size, store.search([1, 0], 5)]).toEqual([0, []]);
    });

    test('refuses a query of another dimension', async () => {
      const store = await create(PLANE, 2);
      expect(() => store.search([1, 0, 0], 1)).toThrow(new RangeError('A query vector has 3 dimensions, the store 2'));
    });
  });
}
