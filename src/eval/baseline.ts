/**
 * The ordinary way, to compare with: LangChain's splitter at its usual 1,000/200, the same embedder, the exact nearest
 * chunks, and the chunks themselves as the answer. It never says that the documents don't say.
 */

import { AppError } from '../errors.ts';
import type { Corpus } from '../ports.ts';
import type { GoldCase } from './cases.ts';
import { countFound, type Recall, shareFound } from './metrics.ts';
import { findFaults } from './score.ts';

export interface Baseline {
  chunks: number;
  questions: number;
  correct: number;
  wrong: number;
  /** Share of the gold groups with a chunk among the first four (what the answer holds) and the first five. */
  recallAt4: number | undefined;
  recallAt5: number | undefined;
}

interface Chunk {
  source: string;
  quote: string;
}

const CHUNK_SIZE = 1000;
const CHUNK_OVERLAP = 200;
/** LangChain's default k. */
const ANSWER_CHUNKS = 4;

async function loadSplitter(): Promise<{ splitText(text: string): Promise<string[]> }> {
  try {
    const { RecursiveCharacterTextSplitter } = await import('@langchain/textsplitters');
    return new RecursiveCharacterTextSplitter({ chunkSize: CHUNK_SIZE, chunkOverlap: CHUNK_OVERLAP });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new AppError(
      'USAGE',
      '--baseline needs @langchain/textsplitters, a development dependency that is not installed.',
      {
        hint: 'Run `npm ci` (without --omit=dev) in the package and try again.',
        cause: error,
      },
    );
  }
}

async function splitCorpus(corpus: Corpus): Promise<Chunk[]> {
  const splitter = await loadSplitter();
  const chunks: Chunk[] = [];
  for (const { source, text } of corpus.documents) {
    for (const quote of await splitter.splitText(text)) chunks.push({ source, quote });
  }
  return chunks;
}

function similarity(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Answers the cases the ordinary way and counts by the same rule. */
export async function runBaseline(cases: readonly GoldCase[], corpus: Corpus): Promise<Baseline> {
  const chunks = await splitCorpus(corpus);
  const vectors = await corpus.embedder.embedDocuments(chunks.map(({ quote }) => quote));
  const recalls: { at4: Recall; at5: Recall }[] = [];
  let correct = 0;
  for (const gold of cases) {
    const query = await corpus.embedder.embedQuery(gold.question);
    const nearest = chunks
      .map((chunk, row) => ({ chunk, near: similarity(query, vectors[row] ?? []) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, 5)
      .map(({ chunk }) => chunk);
    const citations = nearest.slice(0, ANSWER_CHUNKS);
    const answer = citations.map(({ quote }) => quote).join('\n\n');
    if (findFaults(gold, { status: 'answered', answer, citations }).length === 0) correct++;
    recalls.push({ at4: countFound(gold, citations), at5: countFound(gold, nearest) });
  }
  return {
    chunks: chunks.length,
    questions: cases.length,
    correct,
    wrong: cases.length - correct,
    recallAt4: shareFound(recalls.map(({ at4 }) => at4)),
    recallAt5: shareFound(recalls.map(({ at5 }) => at5)),
  };
}
