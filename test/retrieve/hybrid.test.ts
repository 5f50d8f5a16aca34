import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeywordIndex, VectorStore } from '../../src/ports.ts';
import { reciprocalRank } from '../../src/retrieve/fuse.ts';
import { createRetriever, type RowPassages } from '../../src/retrieve/hybrid.ts';

/** Rows by the documents they stand in: in each at the passage that has the row's number. */
function rowsIn(documents: readonly (readonly number[])[]): RowPassages {
  const starts = [0];
  const passages: number[] = [];
  documents.forEach((list, row) => {
    for (const document of list) passages.push(document, row);
    starts.push(passages.length / 2);
  });
  return { starts: Uint32Array.from(starts), passages: Uint32Array.from(passages) };
}

/** A keyword index and a vector store that find these rows in this order, whatever is asked. */
function finding(keywordRows: readonly number[], vectorRows: readonly number[], kind: VectorStore['kind'] = 'flat') {
  const keyword: KeywordIndex = {
    size: 0,
    search: (_, k, accept = () => true) =>
      keywordRows
        .map((row, i) => ({ row, score: 100 - i }))
        .filter(({ row }) => accept(row))
        .slice(0, k),
  };
  const vectors: VectorStore = {
    kind,
    size: 10,
    search: (_, k, accept = () => true) =>
      vectorRows
        .map((row, i) => ({ row, similarity: 1 - i / 100 }))
        .filter(({ row }) => accept(row))
        .slice(0, k),
  };
  return { keyword, vectors };
}

const embedder = {
  id: 'fixed',
  dimensions: 2,
  embedQuery: async (text: string) => (text === 'no known word' ? [0, 0] : [1, 0]),
  embedDocuments: async () => [],
};

function retrieverOf(rows: RowPassages, found: ReturnType<typeof finding>) {
  return createRetriever({ rows, ...found, embedder });
}

const places = (hits: readonly { document: number; passage: number }[]) =>
  hits.map(({ document, passage }) => `${document}:${passage}`);

describe('hybrid search', () => {
  test('tells both ranks and both scores of a passage', async () => {
    const retriever = retrieverOf(rowsIn([[0], [0], [1]]), finding([0, 1], [1, 2]));
    expect(await retriever.search('q', { limit: 10 })).toEqual([
      {
        document: 0,
        passage: 1,
        keywordRank: 2,
        keywordScore: 99,
        vectorRank: 1,
        similarity: 1,
        score: 1 / 62 + 1 / 61,
      },
      {
        document: 0,
        passage: 0,
        keywordRank: 1,
        keywordScore: 100,
        vectorRank: undefined,
        similarity: 0,
        score: 1 / 61,
      },
      {
        document: 1,
        passage: 2,
        keywordRank: undefined,
        keywordScore: 0,
        vectorRank: 2,
        similarity: 0.99,
        score: 1 / 62,
      },
    ]);
  });

  test('gives a passage for each document that holds the text, the first of several in one', async () => {
    const rows = rowsIn([[0, 2, 3], [1]]);
    rows.passages[4] = 2;
    const hits = await retrieverOf(rows, finding([0, 1], [0, 1])).search('q', { limit: 10 });
    expect(places(hits)).toEqual(['0:0', '2:0', '1:1']);
  });

  test('keeps to the documents in scope', async () => {
    const retriever = retrieverOf(rowsIn([[0, 1], [1], [2]]), finding([0, 1, 2], [2, 1, 0]));
    expect(places(await retriever.search('q', { limit: 10, documents: new Set([1]) }))).toEqual(['1:0', '1:1']);
    expect(await retriever.search('q', { limit: 10, documents: new Set() })).toEqual([]);
    expect(await retriever.search('q', { limit: 10, documents: new Set([99]) })).toEqual([]);
  });

  test('gives boilerplate half of the places, and all that nothing else takes', async () => {
    const everywhere = Array.from({ length: 50 }, (_, document) => document);
    const others = Array.from({ length: 10 }, (_, i) => [100 + i]);
    const order = Array.from({ length: 11 }, (_, row) => row);
    const hits = await retrieverOf(rowsIn([everywhere, ...others]), finding(order, order)).search('q', { limit: 20 });
    expect(hits.filter(({ passage }) => passage === 0)).toHaveLength(10);
    const alone = await retrieverOf(rowsIn([everywhere]), finding([0], [0])).search('q', { limit: 20 });
    expect(alone).toHaveLength(20);
  });

  test('leaves the vectors out for a question without a known word', async () => {
    const retriever = retrieverOf(rowsIn([[0], [1]]), finding([0], [1, 0]));
    expect(places(await retriever.search('no known word', { limit: 10 }))).toEqual(['0:0']);
  });

  test('compares what the words found with the question when the vector store is approximate', async () => {
    const { keyword, vectors } = finding([5], [5, 1, 2], 'hnsw');
    const blind: VectorStore = {
      ...vectors,
      search: (vector, k, accept) => vectors.search(vector, k, accept ?? ((row) => row !== 5)),
    };
    const rows = rowsIn([[0], [1], [2], [3], [4], [5]]);
    const [first] = await createRetriever({ rows, keyword, vectors: blind, embedder }).search('q', { limit: 3 });
    expect(first).toMatchObject({ document: 5, keywordRank: 1, vectorRank: 1 });
  });

  test('for any lists and scope: at most the limit, best first, in scope, and each score explained by its ranks', async () => {
    const list = fc.uniqueArray(fc.nat(7), { maxLength: 8 });
    const documents = fc.array(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 }), {
      minLength: 8,
      maxLength: 8,
    });
    const scope = fc.option(fc.uniqueArray(fc.nat(4)), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        list,
        list,
        documents,
        scope,
        fc.integer({ min: 1, max: 12 }),
        async (a, b, where, only, limit) => {
          const rows = rowsIn(where.map((row) => row.toSorted((x, y) => x - y)));
          const hits = await retrieverOf(rows, finding(a, b)).search('q', {
            limit,
            ...(only === undefined ? {} : { documents: new Set(only) }),
          });
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(new Set(places(hits)).size).toBe(hits.length);
          for (const { document, keywordRank, vectorRank, score } of hits) {
            expect(only?.includes(document) ?? true).toBe(true);
            expect(score).toBe(reciprocalRank(keywordRank) + reciprocalRank(vectorRank));
          }
          const scores = hits.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((x, y) => y - x));
        },
      ),
    );
  });
});
