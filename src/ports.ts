/** The seams: what the core asks of its parts, in the core's own words. */
import type { IndexedDocument, RankedPassage, Turn } from './domain.ts';

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

/**
 * What chats leave behind for a while: whose turn it was to answer, and what was answered. Shared by the replicas that
 * use the same database. Every method may reject when the database is down; none may be called after `close`.
 */
export interface HistoryStore {
  /** A user's name in this store: the same for the same user, and not to be turned back into the id from outside. */
  pseudonym(user: string): Promise<string>;
  /** True for one caller alone, of all replicas, as long as the claim is remembered. */
  claim(id: string): Promise<boolean>;
  /** Takes a claim back: true for one caller alone, and only when there was one. */
  release(id: string): Promise<boolean>;
  /** Keeps a turn; one of the same thread and message is replaced in its place. */
  save(turn: Turn): Promise<void>;
  /** The turns of a thread that are remembered, oldest first. */
  turns(thread: string): Promise<Turn[]>;
  /** The turn with this reference, while it is remembered. */
  find(reference: string): Promise<Turn | undefined>;
  close(): Promise<void>;
}

/** Where questions without an answer and opinions on answers are kept, where that is switched on. */
export interface FeedbackLog {
  /** `user` is the platform's id; what is kept is a pseudonym. `documents` names the document set asked. */
  unanswered(entry: { question: string; user: string; documents?: string | undefined }): Promise<void>;
  reaction(entry: {
    reference: string;
    user: string;
    reaction: 'up' | 'down';
    reason?: string | undefined;
    /** The question answered, while it is remembered. */
    question?: string | undefined;
  }): Promise<void>;
}
