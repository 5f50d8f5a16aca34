/** Vectors of words and texts, and how near two of them are. */
import type { Corpus } from '../../ports.ts';

/** Most words whose vectors are remembered for an index, about 20 MB. */
const MAX_VECTORS = 20_000;

const wordVectors = new WeakMap<Corpus, Map<string, WordVector>>();

/** The vectors of an index's words and a question's, each embedded once. */
export async function vectorsOf(words: ReadonlySet<string>, corpus: Corpus): Promise<ReadonlyMap<string, WordVector>> {
  const known = wordVectors.get(corpus);
  const vectors = known === undefined || known.size > MAX_VECTORS ? new Map<string, WordVector>() : known;
  wordVectors.set(corpus, vectors);
  const missing = [...words].filter((word) => !vectors.has(word));
  const embedded = await corpus.embedder.embedDocuments(missing);
  for (const [index, word] of missing.entries()) vectors.set(word, measured(new Float32Array(embedded[index] ?? [])));
  return vectors;
}

/** The dot product of two vectors: of unit vectors, the cosine of their angle. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** A word's vector, and how long what is left of it is behind each block of components. */
interface WordVector {
  vector: Float32Array;
  rest: Float64Array;
}

/** Components after which it is looked whether two vectors can still be near. */
const BLOCK = 32;

function measured(vector: Float32Array): WordVector {
  const rest = new Float64Array(Math.ceil(vector.length / BLOCK));
  let squares = 0;
  for (let i = vector.length - 1; i >= 0; i--) {
    if ((i + 1) % BLOCK === 0) rest[(i + 1) / BLOCK - 1] = Math.sqrt(squares);
    squares += (vector[i] ?? 0) ** 2;
  }
  return { vector, rest };
}

const at = (vector: Float32Array, i: number): number => vector[i] ?? 0;

/** Rounding may not make two vectors less near than they are. */
const ROUNDING = 1e-6;

/**
 * The dot product of two vectors, or 0 where it is below `least`. By Cauchy and Schwarz the components
 * behind a block add no more than the product of the lengths that are left: most pairs are settled in the first blocks.
 */
export function similarityOf(one: WordVector, other: WordVector, least: number): number {
  let similarity = 0;
  const a = one.vector;
  const b = other.vector;
  for (let from = 0, block = 0; from < a.length; from += BLOCK, block++) {
    const to = Math.min(a.length, from + BLOCK);
    for (let i = from; i < to; i += 4)
      similarity =
        similarity +
        at(a, i) * at(b, i) +
        at(a, i + 1) * at(b, i + 1) +
        at(a, i + 2) * at(b, i + 2) +
        at(a, i + 3) * at(b, i + 3);
    const left = (one.rest[block] ?? 0) * (other.rest[block] ?? 0);
    if (similarity + left + ROUNDING < least) return 0;
  }
  return similarity < least ? 0 : similarity;
}
