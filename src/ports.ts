/** The seams: what the core asks of its parts, in the core's own words. */
import type { IndexedDocument, RankedPassage } from './domain.ts';

/**
 * Turns text into unit vectors. Structurally LangChain's `EmbeddingsInterface` plus the identity the index
 * needs, so any LangChain provider can stand in.
 */
export interface Embedder {
  /** Names the model and its version; an index built by another id is stale. */
  readonly id: string;
  readonly dimensions: number;
  embedQuery(text: string): Promise<number[]>;
  embedDocuments(texts: string[]): Promise<number[][]>;
}

/** A row of a vector store and its cosine similarity to the query, -1 to 1. */
export interface VectorHit {
  row: number;
  similarity: number;
}

/** Nearest-neighbour search over unit vectors, rows numbered from 0 in the order they were given. */
export interface VectorStore {
  readonly kind: 'hnsw' | 'flat';
  readonly size: number;
  /** At most `k` hits, most similar first. `accept` restricts the rows searched. */
  search(vector: ArrayLike<number>, k: number, accept?: (row: number) => boolean): VectorHit[];
}

/** A text of a keyword index and its BM25+ score, larger is better. */
export interface KeywordHit {
  row: number;
  score: number;
}

/** Keyword search over texts, rows numbered from 0 in the order they were given. */
export interface KeywordIndex {
  readonly size: number;
  search(query: string, k: number, accept?: (row: number) => boolean): KeywordHit[];
}

/** Where to search and how much to return. */
export interface SearchScope {
  /** Indexes of the documents to search; all when absent. */
  documents?: ReadonlySet<number>;
  /** How many passages at most. */
  limit: number;
}

/** Hybrid search over the passages of an index. */
export interface Retriever {
  search(query: string, scope: SearchScope): Promise<RankedPassage[]>;
}

/** What answering needs of an index: its documents and a retriever over them. */
export interface Corpus {
  readonly documents: readonly IndexedDocument[];
  readonly retriever: Retriever;
  /** Embeds a text for nearness in meaning (understanding a question's words). */
  readonly embedder: Embedder;
  /** How rare a word's stem is among the index's passages: its inverse document frequency, larger is rarer, never negative. */
  rarity(stem: string): number;
  /** True for an English word, or where no word list is at hand for a word of the documents: its spelling is not to be mended. */
  knowsWord(word: string): boolean;
}
