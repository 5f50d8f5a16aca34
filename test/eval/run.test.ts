import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Question } from '../../src/domain.ts';
import { runBaseline } from '../../src/eval/baseline.ts';
import { type GoldCase, parseCases } from '../../src/eval/cases.ts';
import { describeFailures, renderFailures } from '../../src/eval/failures.ts';
import { createReport, renderReport } from '../../src/eval/report.ts';
import { runCases } from '../../src/eval/run.ts';
import type { Corpus } from '../../src/ports.ts';
import { answerOf, askedOf } from '../adapters/cli/fake-shell.ts';
import { packageRoot } from '../bin.ts';

const fareMedia = { source: '003_320ab25437e92a4c.txt', quote: 'Organize the distribution of fare media' };
const gold = [
  {
    id: 'right',
    kind: 'duty',
    question: 'Which class handles fare media?',
    answer: ['coordinator'],
    cites: [[fareMedia]],
  },
  { id: 'wrong', kind: 'duty', question: 'Who distributes fare media?', answer: ['zeppelin'], cites: [[fareMedia]] },
  { id: 'none', kind: 'abstain', question: "What's the weather?", abstain: true },
  { id: 'crash', kind: 'abstain', question: 'crash', abstain: true, history: ['before'] },
];

let folder = '';
let app: App;
let corpus: Corpus;
let cases: GoldCase[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'classwise-eval-'));
  const log = { line: () => undefined, progress: () => undefined, endProgress: () => undefined };
  app = createApp({ indexDirectory: join(folder, 'index'), seedsDirectory: join(packageRoot, 'seeds'), log });
  corpus = await app.corpus();
  cases = parseCases(gold.map((one) => JSON.stringify(one)).join('\n'), 'gold.jsonl');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function ask({ text }: Question) {
  if (text === 'crash') throw new TypeError('x is undefined');
  if (text.startsWith('What')) return askedOf(answerOf({ question: text, status: 'not-found' }));
  const document = corpus.documents.find(({ source }) => source === fareMedia.source);
  const start = document?.text.indexOf(fareMedia.quote) ?? -1;
  const place = { start, end: start + fareMedia.quote.length, line: 1, marker: 1, section: 'Duties', classTitle: 'C' };
  return askedOf(
    answerOf({ question: text, answer: 'Customer Services Coordinator [1]', citations: [{ ...fareMedia, ...place }] }),
  );
}

test('questions are scored, searched for and reported', async () => {
  const results = await runCases(cases, corpus, ask);
  expect(results.map(({ gold: { id }, score }) => [id, score.outcome])).toEqual([
    ['right', 'correct'],
    ['wrong', 'wrong'],
    ['none', 'correct'],
    ['crash', 'wrong'],
  ]);
  expect(results[0]?.recall.keyword).toEqual({ found: 1, of: 1 });
  expect(results[0]?.retrieved.length).toBeGreaterThan(5);

  const failures = describeFailures(results);
  const text = renderFailures(failures);
  expect(text).toContain('wrong (duty, wrong): Who distributes fare media?\n  fault: lacks /zeppelin/\n');
  expect(text).toContain('crash (abstain, wrong): before → crash\n  fault: asking failed: x is undefined\n');

  const report = createReport({ files: ['gold.jsonl'], documents: 5, embedder: 'e' }, results, { failures });
  expect(report.overall).toMatchObject({ questions: 4, correct: 2, wrong: 2, abstained: 0, citations: 2, verbatim: 2 });
  expect(report.kinds.map(({ kind }) => kind)).toEqual(['duty', 'abstain']);
  expect(report.failures?.map(({ id }) => id)).toEqual(['wrong', 'crash']);
  const table = renderReport(report);
  expect(table).toMatch(/^duty +2 +1 +1 +0 +2\/2 /m);
  expect(table).toContain('2 of 4 correct (50.0 %), 2 wrong, 0 abstained wrongly.\n');
});

test('the ordinary way is measured by the same rule, and never abstains', async () => {
  const baseline = await runBaseline(cases, corpus);
  expect(baseline).toMatchObject({ questions: 4, correct: 1, wrong: 3, recallAt4: 1, recallAt5: 1 });
  expect(baseline.chunks).toBeGreaterThan(corpus.documents.length);
  const report = createReport({ files: [], documents: 5, embedder: 'e' }, [], { baseline });
  expect(renderReport(report)).toContain('1 of 4 correct, 3 wrong, recall@4 1.00, recall@5 1.00.');
});
