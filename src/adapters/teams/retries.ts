/** Which failed calls to Teams are made again. */

/** Resolves after so many milliseconds. */
export type Delay = (milliseconds: number) => Promise<void>;

/**
 * What Microsoft's page on rate limits says to try again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.
 * Not 500, nor a connection lost on the way: the message may have arrived, and a second one would be worse than none.
 */
const RETRIED_STATUSES = new Set([412, 429, 502, 503, 504]);
/** Nobody has been reached, so nothing can have arrived. */
const RETRIED_ERRORS = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const ATTEMPTS = 4;
/** Milliseconds before the second attempt; doubled for each further one. */
const FIRST_WAIT = 1000;
/** Milliseconds: somebody is waiting for the answer. */
const LONGEST_WAIT = 30_000;
/** Milliseconds that one call may take. The SDK sets no limit, and stopping waits for every call. */
const CALL_TIMEOUT = 30_000;

interface CallError {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get(name: string): string | undefined | null } };
}

/** The HTTP status that a call to Teams failed with; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as CallError | undefined)?.statusCode;
}

/** Milliseconds that Teams asks to wait; undefined when it doesn't say. */
function retryAfterOf(error: unknown): number | undefined {
  const seconds = Number((error as CallError).response?.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function isRetried(error: unknown): boolean {
  const { statusCode, code } = error as CallError;
  return statusCode === undefined ? RETRIED_ERRORS.has(code ?? '') : RETRIED_STATUSES.has(statusCode);
}

const wait: Delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function withTimeout<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Teams did not answer within ${CALL_TIMEOUT / 1000} s`)), CALL_TIMEOUT);
  });
  try {
    return await Promise.race([call, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Makes a call, again when that is safe: at most four times. Rejects as the last attempt did. */
export async function sendWithRetries<T>(call: () => Promise<T>, delay: Delay = wait): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTimeout(call());
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetried(error)) throw error;
      // Jitter, so that what was refused together does not come back together.
      const backoff = FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
      await delay(Math.min(retryAfterOf(error) ?? backoff, LONGEST_WAIT));
    }
  }
}
