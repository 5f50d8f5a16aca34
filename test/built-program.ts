import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type BinResult, packageRoot, runBin } from './bin.ts';

export interface ChildOptions {
  /** Options of node itself, before the program. */
  nodeOptions?: readonly string[];
  env?: Record<string, string>;
  /** Commands of the shell before the program, such as a limit that only it should have. */
  prelude?: string;
  /** User to run as; only root may choose. */
  uid?: number;
}

/** Compiles the sources if need be, so that `runCompiled` runs what they say. */
export async function compileProgram(): Promise<void> {
  const { status, stderr } = await runBin(['--version']);
  if (status !== 0) throw new Error(`The program could not be compiled: ${stderr}`);
}

/** Runs the compiled program without its launcher: the process that is limited or killed is the program itself. */
export function runCompiled(args: readonly string[], options: ChildOptions = {}): Promise<BinResult> {
  const { nodeOptions = [], env = {}, prelude = ':', uid } = options;
  const { PATH = '' } = process.env;
  const command = [process.execPath, ...nodeOptions, join(packageRoot, 'dist/main.js'), ...args];
  const script = `${prelude}; exec "$@"`;
  return new Promise((done, fail) => {
    const child = spawn('/bin/sh', ['-c', script, 'sh', ...command], {
      cwd: '/',
      env: { PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, stdout, stderr }));
  });
}
