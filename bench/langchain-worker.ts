/**
 * LangChain's ordinary way over the same files with the project's own embedder: split at 1,000/200, embed, HNSWLib.
 * Its times start when its packages are loaded, and leave out saving (which the project's own time has in it).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { StaticEmbedder } from '../src/embeddings/static.ts';
import { peakMemoryMb, workerInput, workerOutput } from './processes.ts';
import { importBuilt } from './program.ts';

export interface LangchainInput {
  corpus: string;
  /** Asked after the ingest, each for its nearest chunks. */
  questions: readonly string[];
}

export interface LangchainResult {
  documents: number;
  chunks: number;
  ms: number;
  peakMb: number;
  questionMs: number[];
}

interface Chunk {
  pageContent: string;
}

interface HnswLibrary {
  HNSWLib: {
    fromDocuments(
      chunks: Chunk[],
      embeddings: Embeddings,
    ): Promise<{ similaritySearch(query: string, k: number): Promise<Chunk[]> }>;
  };
}

/** Not installed with the project, so not known to its type checker. */
const HNSWLIB_MODULE: string = '@langchain/community/vectorstores/hnswlib';
/** LangChain's default number of chunks. */
const NEAREST = 4;

class OwnEmbeddings extends Embeddings {
  readonly #embedder: StaticEmbedder;

  constructor(embedder: StaticEmbedder) {
    super({});
    this.#embedder = embedder;
  }

  embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#embedder.embedDocuments(texts);
  }

  embedQuery(text: string): Promise<number[]> {
    return this.#embedder.embedQuery(text);
  }
}

const { corpus, questions } = workerInput<LangchainInput>();
const { HNSWLib } = (await import(HNSWLIB_MODULE)) as HnswLibrary;
const { createStaticEmbedder } = await importBuilt<typeof import('../src/embeddings/static.ts')>('embeddings-static');

const started = performance.now();
const embeddings = new OwnEmbeddings(createStaticEmbedder());
const files = readdirSync(corpus).filter((name) => name.endsWith('.txt'));
const texts = files.map((name) => readFileSync(join(corpus, name), 'utf8'));
const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
const chunks = await splitter.createDocuments(
  texts,
  files.map((source) => ({ source })),
);
const store = await HNSWLib.fromDocuments(chunks, embeddings);
const ms = performance.now() - started;

const peakMb = peakMemoryMb();
const questionMs: number[] = [];
for (const question of questions) {
  const asked = performance.now();
  await store.similaritySearch(question, NEAREST);
  questionMs.push(performance.now() - asked);
}
workerOutput({ documents: files.length, chunks: chunks.length, ms, peakMb, questionMs } satisfies LangchainResult);
