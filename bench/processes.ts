/** Child processes: whatever is measured runs alone in one, so that nothing is warm that should be cold. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, two above bench/dist/. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Far above what anything here takes: a child that hangs must not hang the benchmark. */
const TIMEOUT_MS = 180_000;

/**
 * Nothing of the caller's configuration or npm's: every run starts alike. A variable such as NODE_EXTRA_CA_CERTS alone
 * can double the start of a bare node, and so flatter what is compared with it.
 */
const ENVIRONMENT = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };

interface Finished {
  stdout: string;
  ms: number;
}

/** Runs node to its end and takes the time of the whole process. Throws what it printed when it fails. */
export function runNode(args: readonly string[]): Finished {
  const started = performance.now();
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [...args], {
    cwd: projectRoot,
    env: ENVIRONMENT,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: 2 ** 26,
  });
  const ms = performance.now() - started;
  if (status === 0) return { stdout, ms };
  const why = error?.message ?? (signal ? `ended by ${signal}` : `exit status ${status}`);
  throw new Error(`node ${args.join(' ')}: ${why}\n${stderr}`);
}

/** Runs one of this folder's workers, which prints one JSON object. */
export function runWorker<T>(name: string, input: object): T {
  const worker = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  return JSON.parse(runNode([worker, JSON.stringify(input)]).stdout) as T;
}

/** A worker's side: what `runWorker` gave it. */
export function workerInput<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

/** A worker's side: what `runWorker` returns. */
export function workerOutput(result: object): void {
  process.stdout.write(JSON.stringify(result));
}

/**
 * The most memory this process has held so far, in MB (2^20 bytes). On Linux by what the kernel counts from the
 * program's start: getrusage counts from the fork, with the pages of the process that started this one (proc(5)).
 */
export function peakMemoryMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

/** Gives `use` a folder that is gone afterwards. */
export function withTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'classwise-bench-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
