/** The whole life of one question: node starts, reads the index, answers, ends. */
import { join } from 'node:path';
import { projectRoot, runNode } from './processes.ts';

export interface ColdResult {
  bareMs: number[];
  /** By question, each run beside one of `bareMs`. */
  askMs: number[][];
}

/** What the npm scripts start. */
const launcher = join(projectRoot, 'scripts/run.cjs');

/** Asks each question in a process of its own, in turn with a bare `node -e 0`. */
export function measureCold(index: string, questions: readonly string[], runs: number): ColdResult {
  const result: ColdResult = { bareMs: [], askMs: questions.map(() => []) };
  // The first run of all reads everything into the disk cache.
  for (let run = -1; run < runs; run++) {
    const bare = runNode(['-e', '0']).ms;
    const asks = questions.map((question) => runNode([launcher, 'ask', question, '--index', index]).ms);
    if (run < 0) continue;
    result.bareMs.push(bare);
    asks.forEach((ms, at) => {
      result.askMs[at]?.push(ms);
    });
  }
  return result;
}
