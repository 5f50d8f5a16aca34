import type { Embedder } from '../../src/ports.ts';

export interface HashedEmbedder extends Embedder {
  /** Every text that was embedded as a document, in order. */
  readonly embedded: string[];
}

/** An embedder without a model: each word adds to a few dimensions, so that texts that share words are near. */
export function createHashedEmbedder({ id = 'hashed', dimensions = 32 } = {}): HashedEmbedder {
  const embedded: string[] = [];
  const embed = (text: string): number[] => {
    const vector = new Array<number>(dimensions).fill(0);
    for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
      let hash = 2166136261;
      for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
      for (const shift of [0, 8, 16]) {
        const at = (hash >>> shift) % dimensions;
        vector[at] = (vector[at] ?? 0) + ((hash >>> (shift + 7)) & 1 ? 1 : -1);
      }
    }
    const norm = Math.hypot(...vector);
    return norm === 0 ? vector : vector.map((value) => value / norm);
  };
  return {
    id,
    dimensions,
    embedded,
    embedQuery: async (text) => embed(text),
    embedDocuments: async (texts) => {
      embedded.push(...texts);
      return texts.map(embed);
    },
  };
}
