#!/usr/bin/env node
/** The bin: arguments and environment in, exit status out. The only file that touches `process`. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFailure } from './adapters/cli/failure.ts';
import { type Program, runProgram } from './adapters/cli/program.ts';
import type { Shell } from './adapters/cli/shell.ts';
import { cleanLine } from './adapters/plain-text.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { AppError, exitStatusOf } from './errors.ts';
import { createLog } from './log.ts';

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
  const log = createLog(process.stderr, cleanLine);
  const resolvePath = (path: string) => {
    // An empty path would mean the base directory: `--index "$UNSET"` must not write an index there.
    if (path.trim() === '')
      throw new AppError('USAGE', 'A path is empty.', { hint: 'Give a file or folder, or leave it out.' });
    return resolve(config.baseDirectory, path);
  };
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    config,
    log,
    resolvePath,
    openApp: ({ index }) =>
      createApp({
        indexDirectory:
          index === undefined ? (config.indexDirectory ?? resolve(packageRoot, '.classwise')) : resolvePath(index),
        seedsDirectory: resolve(packageRoot, 'seeds'),
        log,
      }),
  };
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

process.exitCode = await main();
