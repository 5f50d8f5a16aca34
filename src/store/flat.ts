import type { VectorStore } from '../ports.ts';
import { createTopRows } from './top-rows.ts';

/**
 * An exact vector store over one row-major matrix of unit vectors (`matrix.length = rows × dimensions`). Costs
 * about 0.4 ms per 1,000 rows of 256 dimensions searched, nothing to build and nothing to load.
 * Throws a RangeError when a query has another dimension.
 */
export function createFlatStore(matrix: Float32Array, dimensions: number): VectorStore {
  const size = matrix.length / dimensions;
  return {
    kind: 'flat',
    size,
    search(vector, k, accept) {
      const query = checkedQuery(vector, dimensions);
      const top = createTopRows(k);
      for (let row = 0; row < size; row++) {
        if (accept === undefined || accept(row)) top.offer(row, dot(matrix, row * dimensions, query));
      }
      return top.take().map(({ row, score }) => ({ row, similarity: clampSimilarity(score) }));
    },
  };
}

/** The query as a typed array of the store's dimension, or a RangeError that names both dimensions. */
export function checkedQuery(vector: ArrayLike<number>, dimensions: number): Float32Array {
  if (vector.length !== dimensions) {
    throw new RangeError(`A query vector has ${vector.length} dimensions, the store ${dimensions}`);
  }
  return Float32Array.from(vector);
}

/** A cosine that rounding has put a hair outside -1 to 1, put back. */
export function clampSimilarity(cosine: number): number {
  return Math.min(1, Math.max(-1, cosine));
}

/** Dot product of the query with the row that starts at `offset`. Four sums at once: twice as fast as one on V8. */
function dot(matrix: Float32Array, offset: number, query: Float32Array): number {
  const length = query.length;
  const whole = length - (length % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += (matrix[offset + i] as number) * (query[i] as number);
    b += (matrix[offset + i + 1] as number) * (query[i + 1] as number);
    c += (matrix[offset + i + 2] as number) * (query[i + 2] as number);
    d += (matrix[offset + i + 3] as number) * (query[i + 3] as number);
  }
  for (let i = whole; i < length; i++) a += (matrix[offset + i] as number) * (query[i] as number);
  return a + b + c + d;
}
