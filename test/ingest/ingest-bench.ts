import type { IngestParts, IngestReport } from '../../src/ingest/ingest.ts';
import { openIndex } from '../../src/store/open.ts';
import { ingestInto } from '../store/built-index.ts';
import { createHashedEmbedder, type HashedEmbedder } from '../store/hashed-embedder.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { parseLines } from './line-parser.ts';

/** A folder of documents and an index to ingest it into. */
export interface IngestBench {
  directory: string;
  docs: string;
  embedder: HashedEmbedder;
  /** Names of the files that were parsed, in order. */
  parsed: string[];
  ingest(paths?: readonly string[], parts?: Partial<IngestParts>): Promise<IngestReport>;
  sources(): Promise<string[]>;
}

/** Writes documents; nothing is ingested yet. */
export function createIngestBench(files: Record<string, string | Uint8Array>): IngestBench {
  const directory = tempDirectory();
  const docs = writeFiles(tempDirectory(), files);
  const embedder = createHashedEmbedder();
  const parsed: string[] = [];
  const parse: IngestParts['parse'] = (text, fileName) => {
    parsed.push(fileName);
    return parseLines(text, fileName);
  };
  return {
    directory,
    docs,
    embedder,
    parsed,
    ingest: (paths = [docs], parts = {}) => ingestInto(directory, paths, { embedder, parse, ...parts }),
    sources: async () => (await openIndex(directory, { embedder })).documents.map(({ source }) => source),
  };
}

/** What a report counts. */
export const counts = (added: number, updated: number, unchanged: number, removed: number) => ({
  added,
  updated,
  unchanged,
  removed,
});
export const AIDE = 'AIDE\nManages the office\nPerforms related work';
export const CLERK = 'CLERK\nKeeps the records\nPerforms related work';
