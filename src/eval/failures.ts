/** `--failures`: each question that was not answered correctly, with what there is to see why. */
import type { Citation, Explanation } from '../domain.ts';
import { foldSpace } from '../words.ts';
import type { CaseReport } from './run.ts';
import type { Outcome } from './score.ts';

export interface FailedCase {
  id: string;
  kind: string;
  question: string;
  history: string[];
  outcome: Outcome;
  faults: string[];
  /** Status and text; undefined when asking failed. */
  answer: { status: string; text: string } | undefined;
  citations: Citation[];
  understood: Omit<Explanation, 'retrieved'> | undefined;
  /** What a plain search for the question finds first. */
  retrieved: { source: string; quote: string; score: number }[];
}

const RETRIEVED_SHOWN = 5;
/** Characters of a quote in the text; `--json` has it whole. */
const QUOTE_SHOWN = 160;

function withoutRetrieved({ kind, topics, classes, notes }: Explanation): Omit<Explanation, 'retrieved'> {
  return { kind, topics, classes, notes };
}

function describe({ gold, asked, score, retrieved }: CaseReport): FailedCase {
  const { id, kind, question, history } = gold;
  return {
    id,
    kind,
    question,
    history,
    outcome: score.outcome,
    faults: score.faults,
    answer: asked && { status: asked.answer.status, text: asked.answer.answer },
    citations: asked?.answer.citations ?? [],
    understood: asked && withoutRetrieved(asked.explanation),
    retrieved: retrieved
      .slice(0, RETRIEVED_SHOWN)
      .map(({ source, quote, score: fused }) => ({ source, quote, score: fused })),
  };
}

/** The cases that were not answered correctly. */
export function describeFailures(cases: readonly CaseReport[]): FailedCase[] {
  return cases.filter(({ score }) => score.outcome !== 'correct').map(describe);
}

const indent = (text: string) => text.replace(/\n/g, '\n    ');

function shorten(quote: string): string {
  const line = foldSpace(quote);
  return line.length > QUOTE_SHOWN ? `${line.slice(0, QUOTE_SHOWN)}…` : line;
}

function renderUnderstood({ kind, topics, classes, notes }: Omit<Explanation, 'retrieved'>): string[] {
  const named = classes.map(({ title, source }) => `${title} (${source})`);
  return [
    `  understood: ${kind}; topics ${topics.join(', ') || 'none'}; classes ${named.join(', ') || 'none'}`,
    ...notes.map((note) => `  note: ${note}`),
  ];
}

/** The failures as text, an empty line after each. */
export function renderFailures(failures: readonly FailedCase[]): string {
  return failures
    .map(({ id, kind, outcome, history, question, faults, answer, citations, understood, retrieved }) =>
      [
        `${id} (${kind}, ${outcome}): ${[...history, question].join(' → ')}`,
        ...faults.map((fault) => `  fault: ${fault}`),
        ...(answer ? [`  answer (${answer.status}): ${indent(answer.text)}`] : []),
        ...citations.map(
          ({ marker, source, section, line, quote }) =>
            `  [${marker}] ${source} · ${section} · line ${line}: ${shorten(quote)}`,
        ),
        ...(understood ? renderUnderstood(understood) : []),
        ...retrieved.map(({ source, quote }, at) => `  retrieved ${at + 1}: ${source}: ${shorten(quote)}`),
      ].join('\n'),
    )
    .map((text) => `${text}\n\n`)
    .join('');
}
