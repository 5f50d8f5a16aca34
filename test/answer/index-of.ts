import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Answer } from '../../src/domain.ts';
import type { Corpus } from '../../src/ports.ts';
import { groundingProblems } from '../quality/grounding.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';

export interface IndexedFiles {
  corpus: Corpus;
  /** An answer whose citations have been checked from outside: throws what is wrong with them. */
  ask(text: string, history?: readonly string[]): Promise<Answer>;
}

/** An index of files written for one test, with the program's own parts. */
export async function indexOf(files: Record<string, string>): Promise<IndexedFiles> {
  const documents = writeFiles(tempDirectory(), files);
  const log = { line: () => undefined, progress: () => undefined, endProgress: () => undefined };
  const app = createApp({ indexDirectory: join(tempDirectory(), 'index'), seedsDirectory: documents, log });
  onTestFinished(() => app.close());
  await app.ingest([documents]);
  const corpus = await app.corpus();
  return {
    corpus,
    async ask(text, history = []) {
      const { answer } = await app.ask({ text, history });
      const problems = groundingProblems(answer, corpus.documents);
      if (problems.length > 0) throw new Error(`The answer is not grounded: ${problems.join('; ')}`);
      return answer;
    },
  };
}
