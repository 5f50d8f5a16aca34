/** Lines for the person at the terminal, on standard error: standard output carries answers only. */

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
