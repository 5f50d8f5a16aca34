/** The seam between ingest and the index on disk: what ingest needs of a store, in ingest's words. Types only. */
import type { IndexedDocument } from '../domain.ts';
import type { PassageRows } from './passage-rows.ts';

/** A document with what tells a changed file from an unchanged one without reading it. */
export interface StampedDocument extends IndexedDocument {
  sizeBytes: number;
  /** Time of last change, in milliseconds since 1970, with fractions. */
  mtimeMs: number;
}

/** Everything an index holds; what `update` saves is whole or not saved at all. */
export interface IndexContents {
  /** Ingested files and folders (absolute paths), in the order they first came. */
  sources: string[];
  documents: StampedDocument[];
  embedder: { id: string; dimensions: number };
  /** Version of the parser that cut the documents into passages. */
  chunkerVersion: number;
  rows: PassageRows;
  /** One unit vector for each row, row-major. */
  vectors: Float32Array;
}

/** The index as it stood before an ingest. */
export interface PreviousIndex {
  sources: string[];
  documents: StampedDocument[];
  embedderId: string;
  chunkerVersion: number;
  /** Vector of a passage's folded text, if the index has one. Reads the vectors on the first call. */
  vectorOf(text: string): Float32Array | undefined;
}

/** What an update starts from: the index, or why there is none and what could still be read of it. */
export interface UpdateStart {
  previous: PreviousIndex | undefined;
  /** Why an index that is there can't be used. Undefined when it can, and when there is none. */
  damage: string | undefined;
  /** Sources of a damaged index, as far as its manifest could be read. */
  lostSources: string[];
}

/** The index on disk, one writer at a time. */
export interface IndexStore {
  /**
   * Runs `change` while no other ingest can, and saves what it returns in one step; undefined saves nothing.
   * Throws `INDEX_BUSY` when another ingest holds the index too long, `INDEX_UNWRITABLE` when it can't be saved (the
   * old one stands).
   */
  update(change: (start: UpdateStart) => Promise<IndexContents | undefined>): Promise<void>;
}
