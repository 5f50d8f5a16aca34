/** All that is measured on one corpus, in an order that keeps one process busy at a time. */
import { join } from 'node:path';
import { type ColdResult, measureCold } from './cold.ts';
import type { IngestInput, IngestResult } from './ingest-worker.ts';
import type { LangchainInput, LangchainResult } from './langchain-worker.ts';
import { runWorker, withTemporaryFolder } from './processes.ts';
import type { BenchQuestion } from './questions.ts';
import type { QuestionsInput, QuestionsResult } from './questions-worker.ts';

export interface Corpus {
  name: string;
  folder: string;
  ingestRuns: number;
  coldRuns: number;
}

export interface Measured {
  corpus: Corpus;
  ingest: IngestResult[];
  /** Beside each of `ingest`, when there is a peer. */
  langchain: LangchainResult[];
  asking: QuestionsResult;
  coldQuestions: { label: string; text: string }[];
  cold: ColdResult;
}

/** Kinds of question that are also asked cold: one that needs no search, and one that is all search. */
const COLD_KINDS: readonly BenchQuestion['kind'][] = ['field', 'duty'];

/** Ingests, asks warm, asks cold. */
export function measureCorpus(corpus: Corpus, hasPeer: boolean, say: (text: string) => void): Measured {
  return withTemporaryFolder((temporary) => {
    const indexOf = (run: number): string => join(temporary, `index-${run}`);
    const ingestOnce = (run: number): IngestResult =>
      runWorker('ingest-worker', { corpus: corpus.folder, index: indexOf(run) } satisfies IngestInput);
    const index = indexOf(0);

    say(`${corpus.name}: ingest`);
    const ingest = [ingestOnce(0)];
    say(`${corpus.name}: warm questions`);
    const asking: QuestionsResult = runWorker('questions-worker', { index } satisfies QuestionsInput);

    const questions = asking.questions.map(({ text }) => text);
    const langchainOnce = (): LangchainResult =>
      runWorker('langchain-worker', { corpus: corpus.folder, questions } satisfies LangchainInput);
    say(`${corpus.name}: ingest again${hasPeer ? ', in turn with LangChain' : ''}`);
    const langchain = hasPeer ? [langchainOnce()] : [];
    for (let run = 1; run < corpus.ingestRuns; run++) {
      ingest.push(ingestOnce(run));
      if (hasPeer) langchain.push(langchainOnce());
    }

    say(`${corpus.name}: cold questions`);
    const coldQuestions = COLD_KINDS.flatMap((kind) => {
      const question = asking.questions.find((other) => other.kind === kind);
      return question ? [{ label: kind, text: question.text }] : [];
    });
    const texts = coldQuestions.map(({ text }) => text);
    const cold = measureCold(index, texts, corpus.coldRuns);
    return { corpus, ingest, langchain, asking, coldQuestions, cold };
  });
}
