import { expect, test } from 'vitest';
import { embedTexts } from '../../src/ingest/embed.ts';
import { createHashedEmbedder } from '../store/hashed-embedder.ts';

const silent = { vectorOf: () => undefined, onProgress: () => undefined };

test('each text has its vector, in order, also when there are more than go at once', async () => {
  const embedder = createHashedEmbedder({ dimensions: 4 });
  const texts = Array.from({ length: 1100 }, (_, i) => `text ${i}`);
  const progress: number[][] = [];
  const matrix = await embedTexts(texts, embedder, { ...silent, onProgress: (...args) => progress.push(args) });
  expect(matrix.length).toBe(4400);
  expect([...matrix.slice(4 * 1099)]).toEqual([...Float32Array.from(await embedder.embedQuery('text 1099'))]);
  expect(progress).toEqual([
    [0, 1100],
    [512, 1100],
    [1024, 1100],
  ]);
});

test('a text that has a vector already is not embedded', async () => {
  const embedder = createHashedEmbedder({ dimensions: 2 });
  const vectorOf = (text: string) => (text === 'known' ? Float32Array.of(0.6, 0.8) : undefined);
  const matrix = await embedTexts(['new', 'known'], embedder, { ...silent, vectorOf });
  expect([...matrix.slice(2)]).toEqual([...Float32Array.of(0.6, 0.8)]);
  expect(embedder.embedded).toEqual(['new']);
});

test.each([
  ['other dimensions', [[1, 0, 0]], '3'],
  ['too few vectors', [], 'no'],
])('an embedder that answers with %s is refused', async (_, answer, found) => {
  const embedder = { ...createHashedEmbedder({ dimensions: 2 }), embedDocuments: async () => answer };
  await expect(embedTexts(['text'], embedder, silent)).rejects.toMatchObject({
    code: 'EMBEDDER_UNAVAILABLE',
    message: `The embedder \`hashed\` answered with ${found} dimensions; it should have 2.`,
  });
});
