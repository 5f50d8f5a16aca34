/** Asks the mixed list in one process: once to warm up, then again and again within a bounded time. */
import { peakMemoryMb, workerInput, workerOutput } from './processes.ts';
import { openApp } from './program.ts';
import { type BenchQuestion, createQuestions } from './questions.ts';

export interface QuestionsInput {
  index: string;
}

export interface QuestionsResult {
  documents: number;
  passages: number;
  questions: BenchQuestion[];
  /** Times of every measured round, by kind. */
  ms: Record<BenchQuestion['kind'], number[]>;
  /** After the first question, and at the end. */
  firstPeakMb: number;
  peakMb: number;
}

const ROUNDS = 5;
const BUDGET_MS = 20_000;

const app = await openApp(workerInput<QuestionsInput>().index);
const { documents } = await app.corpus();
const questions = createQuestions(documents.map(({ spec }) => spec.title));
const ms: QuestionsResult['ms'] = {
  field: [],
  section: [],
  compare: [],
  duty: [],
  list: [],
  'not found': [],
  pasted: [],
};
let firstPeakMb = 0;
const started = performance.now();
for (let round = 0; round <= ROUNDS && (round <= 1 || performance.now() - started < BUDGET_MS); round++) {
  for (const { kind, text } of questions) {
    const asked = performance.now();
    await app.ask({ text, history: [] });
    const took = performance.now() - asked;
    firstPeakMb ||= peakMemoryMb();
    if (round > 0) ms[kind].push(took);
  }
}
const peakMb = peakMemoryMb();
const passages = documents.reduce((sum, { spec }) => sum + spec.passages.length, 0);
await app.close();
workerOutput({
  documents: documents.length,
  passages,
  questions,
  ms,
  firstPeakMb,
  peakMb,
} satisfies QuestionsResult);
