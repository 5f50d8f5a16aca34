/** Lines for the person at the terminal, on standard error: standard output carries answers only. */
import { AppError } from './errors.ts';

export interface LogTarget {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Log {
  /** A line that stays. */
  line(text: string): void;
  /** Where a long job is: overwritten in place on a terminal, left out elsewhere. */
  progress(text: string): void;
  /** Takes the progress line away, before anything is written that does not go through this log. */
  endProgress(): void;
}

const ERASE_LINE = '\r\u001b[2K';

/** Writes to `target`, one line each; `clean` takes out what must not reach a terminal (file names are data too). */
export function createLog(target: LogTarget, clean: (text: string) => string): Log {
  let progressShown = false;
  const erase = () => {
    if (progressShown) target.write(ERASE_LINE);
    progressShown = false;
  };
  return {
    line(text) {
      erase();
      target.write(`${clean(text)}\n`);
    },
    progress(text) {
      if (!target.isTTY) return;
      erase();
      target.write(clean(text).slice(0, (target.columns ?? 80) - 1));
      progressShown = true;
    },
    endProgress: erase,
  };
}

/** Tokens of Slack, what follows "Bearer", and passwords in addresses: they get into messages of errors. */
const SECRETS: readonly [RegExp, string][] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/gi, 'xo…'],
  [/\b(bearer\s+)[\w.~+/=-]{8,}/gi, '$1…'],
  [/(:\/\/[^\s:/@]{0,200}:)[^\s@/]{1,200}@/g, '$1…@'],
];

/** The text without what looks like a token or a password. */
export function hideSecrets(text: string): string {
  return SECRETS.reduce((shown, [secret, instead]) => shown.replace(secret, instead), text);
}

/** Longer than any message that helps; a stack goes on for pages. */
const MAX_MESSAGE_LENGTH = 500;
const MAX_FRAMES = 5;
const MAX_CAUSES = 3;
/** A text is looked for by its beginning: messages quote what they are about, and cut it off. */
const QUOTED_LENGTH = 20;

/** The message up to where it begins to quote `text`. */
function withoutQuote(message: string, text: string): string {
  const at = text.length < 3 ? -1 : message.indexOf(text.slice(0, QUOTED_LENGTH));
  return at < 0 ? message : `${message.slice(0, at)}…`;
}

/**
 * What an error was, for the log: its message and those of its causes, and where it came from if nobody expected it.
 * What it quotes of `hidden` is left out.
 */
export function describeCause(error: unknown, hidden = '', depth = 0): string {
  const message = error instanceof Error ? error.message : String(error);
  const shown = hideSecrets(withoutQuote(message, hidden)).slice(0, MAX_MESSAGE_LENGTH);
  if (!(error instanceof Error)) return shown;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line));
  const from =
    error instanceof AppError ? '' : ` ${frames.slice(0, MAX_FRAMES).join('').replace(/ +/g, ' ')}`.trimEnd();
  if (error.cause === undefined || depth === MAX_CAUSES) return shown + from;
  return `${shown}${from} Cause: ${describeCause(error.cause, hidden, depth + 1)}`;
}
