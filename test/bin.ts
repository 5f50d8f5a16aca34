/** Runs the program as a person does: as a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const packageRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const launcher = fileURLToPath(new URL('../scripts/run.cjs', import.meta.url));

export interface BinResult {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface BinOptions {
  /** Added to an environment without this project's variables and without npm's. */
  env?: Record<string, string>;
  cwd?: string;
  /** Standard input; empty when absent. */
  stdin?: string;
  /** Leaves standard input open after that. */
  keepOpen?: boolean;
  /** Called with each piece of standard output; may close the reader or send a signal. */
  onOutput?(child: ReturnType<typeof spawn>): void;
}

/** Starts `classwise` through the launcher of the npm scripts, so that it is never a stale build. */
export function runBin(args: readonly string[], options: BinOptions = {}): Promise<BinResult> {
  const { env = {}, cwd = packageRoot, stdin = '', keepOpen = false, onOutput } = options;
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [launcher, ...args], { cwd, env: { PATH, HOME, ...env }, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.(child);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, stdout, stderr }));
    // A program that ends without reading its input closes the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.write(stdin);
    if (!keepOpen) child.stdin.end();
  });
}
