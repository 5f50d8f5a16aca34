/** Failures a person can act on. Anything thrown that is not an `AppError` is a bug and keeps its stack. */

export type ErrorCode =
  | 'CONFIG_INVALID'
  | 'USAGE'
  | 'DOCUMENT_UNREADABLE'
  | 'DOCUMENT_EMPTY'
  | 'SOURCE_MISSING'
  | 'INDEX_MISSING'
  | 'INDEX_STALE'
  | 'INDEX_CORRUPT'
  | 'INDEX_BUSY'
  | 'INDEX_UNWRITABLE'
  | 'DATABASE_UNAVAILABLE'
  | 'FEEDBACK_UNWRITABLE'
  | 'PORT_UNAVAILABLE'
  | 'EMBEDDER_UNAVAILABLE'
  | 'SLACK_REFUSED'
  | 'SLACK_UNREACHABLE'
  | 'TEAMS_REFUSED'
  | 'ANSWER_UNGROUNDED';

/** An expected failure. The message says what failed, on what, and why; `hint` says what to do about it. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** Exit status of a failed command: 2 for what the caller got wrong, 1 for what went wrong. */
export function exitStatusOf(error: unknown): 1 | 2 {
  return error instanceof AppError && (error.code === 'CONFIG_INVALID' || error.code === 'USAGE') ? 2 : 1;
}
