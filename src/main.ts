#!/usr/bin/env node
/** The bin: arguments and environment in, exit status out. The only file that touches `process`. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFailure } from './adapters/cli/failure.ts';
import { type Program, runProgram } from './adapters/cli/program.ts';
import type { Shell } from './adapters/cli/shell.ts';
import { cleanLine } from './adapters/plain-text.ts';
import { createApp } from './app.ts';
import { useCompileCache } from './compile-cache.ts';
import type { ServerConfig } from './config/server.ts';
import { type Config, readConfig } from './config.ts';
import { AppError, exitStatusOf } from './errors.ts';
import { createLog, describeCause, hideSecrets, type Log } from './log.ts';

const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Each command is loaded when it is called: `ask` must not pay for the others. */
const program: Program = {
  commands: {
    ask: {
      summary: 'answer one question, or a file of them (--batch)',
      load: async () => (await import('./adapters/cli/ask.ts')).ask,
    },
    ingest: {
      summary: 'read files or folders into the index',
      load: async () => (await import('./adapters/cli/ingest.ts')).ingest,
    },
    chat: {
      summary: 'ask and ask on, in one conversation',
      load: async () => (await import('./adapters/cli/chat.ts')).chat,
    },
    start: {
      summary: 'run Slack and Teams, whichever is configured',
      load: async () => (await import('./adapters/cli/start.ts')).start,
    },
    gaps: {
      summary: 'list what people ask in vain, and answers they find bad',
      load: async () => (await import('./adapters/cli/gaps.ts')).gaps,
    },
    doctor: {
      summary: 'look at what is configured, reachable and stale, and how to mend it',
      load: async () => (await import('./adapters/cli/doctor.ts')).doctor,
    },
    eval: {
      summary: 'score gold files of questions with known answers',
      load: async () => (await import('./adapters/cli/eval.ts')).evaluate,
    },
  },
  async version() {
    const { readFile } = await import('node:fs/promises');
    const { version } = JSON.parse(await readFile(resolve(packageRoot, 'package.json'), 'utf8')) as { version: string };
    return version;
  },
};

function createShell(config: Config): Shell {
  const log = createLog(process.stderr, (text) => hideSecrets(cleanLine(text)));
  const seedsDirectory = resolve(packageRoot, 'seeds');
  const resolvePath = (path: string) => {
    // An empty path would mean the base directory: `--index "$UNSET"` must not write an index there.
    if (path.trim() === '')
      throw new AppError('USAGE', 'A path is empty.', { hint: 'Give a file or folder, or leave it out.' });
    return resolve(config.baseDirectory, path);
  };
  const indexAt = (index: string | undefined) =>
    index === undefined ? (config.indexDirectory ?? resolve(packageRoot, '.classwise')) : resolvePath(index);
  return {
    // Opened when it is read: most commands don't.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    config,
    log,
    resolvePath,
    openApp: ({ index }) => createApp({ indexDirectory: indexAt(index), seedsDirectory, log }),
    readServerConfig: () => readServerConfig(config),
    async *examine({ index }) {
      const { examine } = await import('./doctor.ts');
      const { baseDirectory } = config;
      const place = { baseDirectory, indexDirectory: indexAt(index), seedsDirectory };
      yield* examine({ ...place, environment: process.env, nodeVersion: process.version });
    },
    async serve({ index }) {
      const { serve } = await import('./serve.ts');
      const indexDirectory = indexAt(index);
      surviveSurprises(log);
      const stop = takeOverSignals();
      const options = { config: await readServerConfig(config), indexDirectory, seedsDirectory, log, stop };
      const status = await serve({ ...options, now: Date.now });
      // What a platform's library still holds open must not keep the process.
      process.exit(status);
    },
  };
}

async function readServerConfig({ baseDirectory }: Config): Promise<ServerConfig> {
  const { readServerConfig: read } = await import('./config/server.ts');
  return read(process.env, baseDirectory);
}

/** npm hands a signal on to what it runs, which gets it from the terminal as well: within this long it is one. */
const SAME_SIGNAL_MS = 500;

/** The first signal to stop aborts, the second ends the process at once. */
function takeOverSignals(): AbortSignal {
  const stop = new AbortController();
  let abortedAt = 0;
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (stop.signal.aborted && performance.now() - abortedAt > SAME_SIGNAL_MS) process.exit(status);
      if (!stop.signal.aborted) abortedAt = performance.now();
      stop.abort();
    });
  }
  return stop.signal;
}

/** One platform's library that trips must not take the others down: it is told, and every question is on its own. */
function surviveSurprises(log: Log): void {
  const tell = (error: unknown) => log.line(`Unexpected, going on: ${describeCause(error)}`);
  process.on('unhandledRejection', tell);
  process.on('uncaughtException', tell);
}

/** Variables of `.env` beside package.json, under those that are set already. */
function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile(resolve(packageRoot, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function main(): Promise<number> {
  // A reader that has seen enough (`| head`) closes the pipe; there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  // Through `exit`, so that what must be tidied up at the end (the index lock) is.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  try {
    loadEnvironmentFile();
    const config = readConfig(process.env, { cwd: process.cwd(), packageRoot });
    return await runProgram(process.argv.slice(2), program, createShell(config), process.stderr);
  } catch (error) {
    process.stderr.write(describeFailure(error, { debug: Boolean(process.env.DEBUG) }));
    return exitStatusOf(error);
  }
}

useCompileCache(dirname(fileURLToPath(import.meta.url)));
void main().then((status) => {
  process.exitCode = status;
});
