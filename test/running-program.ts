/** `classwise start` as a process of its own, told when to stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageRoot } from './bin.ts';

export interface RunningProgram {
  child: ChildProcess;
  /** Lines of standard error so far. */
  lines(): string[];
  /** The first line that matches; rejects when the program ends without one. */
  until(pattern: RegExp): Promise<string>;
  /** "http://127.0.0.1:…" */
  address(): Promise<string>;
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the compiled program with these variables and no others; it is killed when the test is over. */
export function runServer(environment: Record<string, string>): RunningProgram {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(packageRoot, 'dist/main.js'), 'start'], {
    cwd: '/',
    env: { PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const check of waiting) check();
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    tell();
  });
  let hasEnded = false;
  const ended = once(child, 'close').then(([status, signal]) => {
    hasEnded = true;
    tell();
    return { status, signal };
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = () => printed.split('\n').slice(0, -1);
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        const line = lines().find((other) => pattern.test(other));
        if (line === undefined && !hasEnded) return;
        waiting.delete(check);
        if (line === undefined) reject(new Error(`The program ended without ${pattern}:\n${printed}`));
        else resolve(line);
      };
      waiting.add(check);
      check();
    });
  return {
    child,
    lines,
    until,
    address: async () => /http\S+(?=\.$)/.exec(await until(/^Listening on /))?.[0] ?? '',
    ended,
  };
}
