import fc from 'fast-check';
import { expect, it } from 'vitest';
import { similarityOf, vectorsOf } from '../../../src/answer/words/word-vectors.ts';
import type { Corpus } from '../../../src/ports.ts';

it('says of two words how near they are, and 0 where that is less than is asked for', async () => {
  const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 70, maxLength: 70 });
  await fc.assert(
    fc.asyncProperty(vector, vector, fc.double({ min: -2, max: 2, noNaN: true }), async (a, b, least) => {
      const embedder = {
        embedDocuments: async (words: readonly string[]) => words.map((word) => (word === 'a' ? a : b)),
      };
      const vectors = await vectorsOf(new Set(['a', 'b']), { embedder } as unknown as Corpus);
      const [one, other] = [vectors.get('a'), vectors.get('b')];
      if (one === undefined || other === undefined) throw new Error('A word has no vector.');
      const exact = one.vector.reduce((sum, value, at) => sum + value * (other.vector[at] ?? 0), 0);
      expect(similarityOf(one, other, least)).toBe(exact < least ? 0 : exact);
    }),
    { numRuns: 200 },
  );
});
