import { Readable } from 'node:stream';
import type { OutputStream, Shell } from '../../../src/adapters/cli/shell.ts';
import type { App } from '../../../src/app.ts';
import type { Answer, Asked } from '../../../src/domain.ts';

/** An answer of the domain's shape; tests give what they are about. */
export function answerOf(parts: Partial<Answer> & { question: string }): Answer {
  const { status = 'answered' } = parts;
  return {
    status,
    abstained: status === 'not-found',
    answer: `Answer to ${parts.question}`,
    citations: [],
    suggestions: [],
    mode: 'extractive',
    timings: { totalMs: 1 },
    ...parts,
  };
}

/** What `ask` gives for an answer. */
export function askedOf(answer: Answer): Asked {
  return { answer, explanation: { kind: 'field', topics: [], classes: [], notes: [], retrieved: [] } };
}

const unexpected = (): never => {
  throw new Error('not expected in this test');
};

/** An app whose answers are made by `ask`; anything else it is asked to do fails the test. */
export function appThat(ask: App['ask']): App {
  return { ask, corpus: unexpected, ingest: unexpected, close: async () => undefined };
}

export interface RecordedShell extends Shell {
  /** What was written to standard output. */
  printed(): string;
  /** Lines on standard error. */
  logged: string[];
}

/** A shell on strings instead of the process's streams. */
export function createShell(
  app: App,
  options: { stdin?: string; stdout?: { isTTY: boolean; columns: number }; noColor?: boolean } = {},
): RecordedShell {
  let printed = '';
  const logged: string[] = [];
  const stdout: OutputStream = {
    ...options.stdout,
    write(text, done) {
      printed += text;
      done?.();
    },
  };
  return {
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout,
    config: { indexDirectory: undefined, debug: false, noColor: options.noColor ?? false, baseDirectory: '/' },
    log: { line: (text) => logged.push(text), progress: () => undefined, endProgress: () => undefined },
    resolvePath: (path) => path,
    openApp: () => app,
    readServerConfig: unexpected,
    examine: unexpected,
    serve: unexpected,
    printed: () => printed,
    logged,
  };
}
