import type { PassageRef } from '../domain.ts';
import type { Embedder, KeywordHit, KeywordIndex, Retriever, SearchScope, VectorHit, VectorStore } from '../ports.ts';
import { type FusedRow, fuse } from './fuse.ts';

/**
 * Which passages hold the text of each row: the pairs `passages[2i], passages[2i + 1]` (document, passage) for `i`
 * from `starts[row]` to `starts[row + 1]`.
 */
export interface RowPassages {
  starts: Uint32Array;
  passages: Uint32Array;
}

export interface HybridParts {
  rows: RowPassages;
  keyword: KeywordIndex;
  vectors: VectorStore;
  embedder: Embedder;
}

/**
 * Rows taken from each list before fusion, at least. A row beyond place 100 in one list adds less than 1/160 and can
 * only reach the front by a place in the other, which brings it in anyway.
 */
const MIN_DEPTH = 100;

/** Copies of one text that always have a place: a sentence that a handful of classes share is an answer about each. */
const MIN_COPIES = 5;

/**
 * Hybrid search: BM25+ and vectors, fused by reciprocal rank. A text that stands in several documents gives one
 * passage for each document in scope, all with the same score; many copies take more than half of the limit only when
 * nothing else was found, so that boilerplate does not fill an answer. Rejects with what the embedder rejects with.
 */
export function createRetriever({ rows, keyword, vectors, embedder }: HybridParts): Retriever {
  return {
    async search(query, scope) {
      const accept = acceptRows(rows, scope.documents);
      const depth = Math.max(MIN_DEPTH, scope.limit);
      const vector = await embedder.embedQuery(query);
      const keywordHits = keyword.search(query, depth, accept);
      // A query without a known word has the zero vector, which is near nothing.
      const isKnown = vector.some((value) => value !== 0);
      const vectorHits = isKnown ? searchVectors(vectors, vector, depth, accept, keywordHits) : [];
      const keywordScores = new Map(keywordHits.map(({ row, score }) => [row, score]));
      const similarities = new Map(vectorHits.map(({ row, similarity }) => [row, similarity]));
      const fused = fuse([...keywordScores.keys()], [...similarities.keys()]);
      return spread(fused, rows, scope).map(({ ref, fused: { row, keywordRank, vectorRank, score } }) => ({
        ...ref,
        keywordRank,
        keywordScore: keywordScores.get(row) ?? 0,
        vectorRank,
        similarity: similarities.get(row) ?? 0,
        score,
      }));
    },
  };
}

/**
 * The nearest rows. What an approximate store misses but the words have found gets its place all the same: the keyword
 * hits are compared exactly, which lifts recall@10 from 0.975 to 0.99 on questions that use a passage's words.
 */
function searchVectors(
  vectors: VectorStore,
  vector: number[],
  depth: number,
  accept: ((row: number) => boolean) | undefined,
  keywordHits: readonly KeywordHit[],
): VectorHit[] {
  const hits = vectors.search(vector, depth, accept);
  if (vectors.kind === 'flat') return hits;
  // Bytes instead of a set: the store asks for every row, and 20,000 looks into a set take 0.3 ms.
  const missed = new Uint8Array(vectors.size);
  for (const { row } of keywordHits) missed[row] = 1;
  for (const { row } of hits) missed[row] = 0;
  const found = vectors.search(vector, depth, (row) => missed[row] === 1);
  return [...hits, ...found].sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, depth);
}

interface Placed {
  ref: PassageRef;
  fused: FusedRow;
  /** Where its row stands in the fused list. */
  place: number;
}

/** Rows to passages, at most `limit`, in the rows' order; copies of a text beyond half of it only if there's room. */
function spread(ranked: readonly FusedRow[], rows: RowPassages, { documents, limit }: SearchScope): Placed[] {
  const mostCopies = Math.max(MIN_COPIES, Math.ceil(limit / 2));
  const chosen: Placed[] = [];
  const spare: Placed[] = [];
  for (const [place, fused] of ranked.entries()) {
    if (chosen.length >= limit) break;
    const placed = refsOf(rows, fused.row, documents).map((ref) => ({ ref, fused, place }));
    chosen.push(...placed.slice(0, mostCopies));
    spare.push(...placed.slice(mostCopies));
  }
  return [...chosen, ...spare].slice(0, limit).sort((a, b) => a.place - b.place);
}

/** The first passage of each document in scope that holds the row's text. */
function refsOf({ starts, passages }: RowPassages, row: number, scope: ReadonlySet<number> | undefined): PassageRef[] {
  const refs: PassageRef[] = [];
  for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
    const document = passages[2 * i] as number;
    if (refs.at(-1)?.document === document || scope?.has(document) === false) continue;
    refs.push({ document, passage: passages[2 * i + 1] as number });
  }
  return refs;
}

/** Which rows stand in a document of the scope, looked up once for both searches. Undefined when all do. */
function acceptRows(
  { starts, passages }: RowPassages,
  scope: ReadonlySet<number> | undefined,
): ((row: number) => boolean) | undefined {
  if (scope === undefined) return undefined;
  // Bytes instead of the set in the inner loop: ten times as fast, 0.1 ms for 50,000 passages.
  const inScope = new Uint8Array(Math.max(-1, ...scope) + 1);
  for (const document of scope) inScope[document] = 1;
  const accepted = new Uint8Array(starts.length - 1);
  for (let row = 0; row < accepted.length; row++) {
    const end = starts[row + 1] as number;
    for (let i = starts[row] as number; i < end && accepted[row] === 0; i++) {
      accepted[row] = inScope[passages[2 * i] as number] ?? 0;
    }
  }
  return (row) => accepted[row] === 1;
}
