/** What `eval` prints: one object for programs, or a table for people. */
import type { Baseline } from './baseline.ts';
import type { FailedCase } from './failures.ts';
import { type Metrics, measure } from './metrics.ts';
import type { CaseReport } from './run.ts';

export interface EvalReport {
  files: string[];
  documents: number;
  embedder: string;
  overall: Metrics;
  kinds: Metrics[];
  baseline?: Baseline;
  failures?: FailedCase[];
}

const HEADER = [
  'kind',
  'questions',
  'correct',
  'wrong',
  'abstained',
  'verbatim',
  'p50 ms',
  'p95 ms',
  'keyword',
  'vector',
  'fused',
];

/** Puts the numbers of a run together. */
export function createReport(
  subject: { files: string[]; documents: number; embedder: string },
  cases: readonly CaseReport[],
  extras: { baseline?: Baseline | undefined; failures?: FailedCase[] | undefined },
): EvalReport {
  return {
    ...subject,
    ...measure(cases),
    ...(extras.baseline ? { baseline: extras.baseline } : {}),
    ...(extras.failures ? { failures: extras.failures } : {}),
  };
}

const share = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));

function rowOf(metrics: Metrics): string[] {
  const { kind, questions, correct, wrong, abstained, citations, verbatim, latencyMs, recallAt5 } = metrics;
  return [
    kind,
    `${questions}`,
    `${correct}`,
    `${wrong}`,
    `${abstained}`,
    `${verbatim}/${citations}`,
    latencyMs.p50.toFixed(1),
    latencyMs.p95.toFixed(1),
    share(recallAt5.keyword),
    share(recallAt5.vector),
    share(recallAt5.fused),
  ];
}

function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}

/** The report as a table, a row for each kind. */
export function renderReport(report: EvalReport): string {
  const { overall, kinds, baseline, documents, embedder, files } = report;
  const rate = ((100 * overall.correct) / Math.max(1, overall.questions)).toFixed(1);
  const lines = [
    alignColumns([HEADER, ...kinds.map(rowOf), rowOf(overall)]),
    '',
    `${overall.correct} of ${overall.questions} correct (${rate} %), ${overall.wrong} wrong, ${overall.abstained} abstained wrongly.`,
    'keyword, vector, fused: share of the passages to cite among the first five of a plain search for the question.',
    `${files.join(', ')} on ${documents} documents, ${embedder}.`,
  ];
  if (baseline) {
    lines.push(
      '',
      `The ordinary way (chunks of 1,000/200, the same embedder, the 4 nearest of ${baseline.chunks} as the answer): ` +
        `${baseline.correct} of ${baseline.questions} correct, ${baseline.wrong} wrong, ` +
        `recall@4 ${share(baseline.recallAt4)}, recall@5 ${share(baseline.recallAt5)}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
