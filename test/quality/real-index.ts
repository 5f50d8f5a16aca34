import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Answer } from '../../src/domain.ts';
import type { Corpus } from '../../src/ports.ts';
import { packageRoot } from '../bin.ts';
import { groundingProblems } from './grounding.ts';

export const SEEDS = join(packageRoot, 'seeds');
/** A folder of made-up employers in test/fixtures, by its name. */
export const fixtureFolder = (name: string): string => join(packageRoot, 'test/fixtures', name);
/** Made-up employers that the project is developed on. */
export const EMPLOYERS = fixtureFolder('employers');

/** An index of real documents with the program's own parts, as long as a suite runs. */
export interface RealIndex {
  readonly app: App;
  readonly corpus: Corpus;
  /** An answer whose citations have been checked from outside: throws what is wrong with them. */
  ask(text: string, history?: readonly string[]): Promise<Answer>;
}

/** Builds an index of files and folders once before a suite's tests, and removes it after them. */
export function useRealIndex(...paths: readonly string[]): RealIndex {
  let folder = '';
  let app: App | undefined;
  let corpus: Corpus | undefined;
  const built = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The index is built before the first test, not while tests are collected');
    return part;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'classwise-quality-'));
    const log = { line: () => undefined, progress: () => undefined, endProgress: () => undefined };
    app = createApp({ indexDirectory: join(folder, 'index'), seedsDirectory: SEEDS, log });
    await app.ingest(paths);
    corpus = await app.corpus();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get app() {
      return built(app);
    },
    get corpus() {
      return built(corpus);
    },
    async ask(text, history = []) {
      const { answer } = await built(app).ask({ text, history });
      const problems = groundingProblems(answer, built(corpus).documents);
      if (problems.length > 0) throw new Error(`The answer to a question is not grounded: ${problems.join('; ')}`);
      return answer;
    },
  };
}
