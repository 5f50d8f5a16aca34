/** What a command of the terminal is given: its streams, the configuration and the way to open the app. */
import type { App } from '../../app.ts';
import type { ServerConfig } from '../../config/server.ts';
import type { Config } from '../../config.ts';
import type { Finding } from '../../doctor.ts';
import type { Log } from '../../log.ts';
import type { Layout } from './render.ts';
import { createStyle } from './style.ts';

export interface OutputStream {
  write(text: string, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Shell {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: OutputStream;
  config: Config;
  log: Log;
  /** Makes a path of the command line absolute. */
  resolvePath(path: string): string;
  /** Opens nothing until it is used. `index` overrides the configured index directory. */
  openApp(options: { index?: string | undefined }): App;
  /** Reads what only a server needs. Throws `CONFIG_INVALID`. */
  readServerConfig(): Promise<ServerConfig>;
  /** Looks at what is configured, reachable and out of date. */
  examine(options: { index?: string | undefined }): AsyncIterable<Finding>;
  /** Runs the chat platforms until the process is told to stop, and returns the exit status. */
  serve(options: { index?: string | undefined }): Promise<number>;
}

/** A command of `classwise`. `run` gets the arguments after its name and returns the exit status. */
export interface Command {
  help: string;
  run(args: string[], shell: Shell): Promise<number>;
}

const WIDEST_TEXT = 100;
const PIPED_TABLE_WIDTH = 120;

/** Writes to standard output and waits until it is taken, so that a slow reader bounds what is held in memory. */
export function print(shell: Shell, text: string): Promise<void> {
  return new Promise((done, fail) => {
    shell.stdout.write(text, (error) => (error ? fail(error) : done()));
  });
}

/** How answers are laid out on this standard output: a terminal gets colour and lines broken to its width. */
export function layoutOf(shell: Shell): Layout {
  const { isTTY, columns = 80 } = shell.stdout;
  if (!isTTY) return { style: createStyle(false), textWidth: Infinity, tableWidth: PIPED_TABLE_WIDTH };
  const textWidth = Math.max(20, Math.min(columns, WIDEST_TEXT));
  return { style: createStyle(!shell.config.noColor), textWidth, tableWidth: Math.max(20, columns) };
}
