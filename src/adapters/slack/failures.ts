/** What a failed call to Slack means for what was to be done. */
import { RespondError, webApi } from '@slack/bolt';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi;

/**
 * - `limited`: nothing was done; allowed again after `seconds`.
 * - `unsent`: nobody was reached, so nothing was done.
 * - `unclear`: Slack, or the way there, broke down: it may have been done.
 * - `refused`: Slack read it and did nothing; `error` is its word for why.
 */
export type Failure =
  | { kind: 'limited'; seconds: number }
  | { kind: 'unsent' | 'unclear'; error: string }
  | { kind: 'refused'; error: string };

/** Errors of Slack's that are its own breakdowns; what was asked may have been done. */
const BREAKDOWNS = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The system's code of an error, which fetch keeps one or two causes down. */
function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && !code.startsWith('slack_')) return code;
    if (at instanceof AggregateError) return codeOf(at.errors[0]);
  }
  return undefined;
}

/** Tells what became of a call that threw. Anything unknown is `unclear`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const { error: word, response_metadata: metadata } = error.data;
    if (word === 'ratelimited') return { kind: 'limited', seconds: metadata?.retryAfter ?? 1 };
    return { kind: BREAKDOWNS.has(word) ? 'unclear' : 'refused', error: word };
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode } = error;
    return { kind: statusCode >= 500 ? 'unclear' : 'refused', error: `HTTP ${statusCode}` };
  }
  if (error instanceof RespondError) {
    const { statusCode } = error;
    // The header that says how long to wait is not handed on.
    if (statusCode === 429) return { kind: 'limited', seconds: 2 };
    return { kind: statusCode >= 500 ? 'unclear' : 'refused', error: `HTTP ${statusCode}` };
  }
  const original = error instanceof WebAPIRequestError ? error.original : error;
  const code = codeOf(original);
  if (code !== undefined && UNSENT.has(code)) return { kind: 'unsent', error: code };
  return { kind: 'unclear', error: code ?? (original instanceof Error ? original.name : 'unknown error') };
}

/** For a log line: why a call failed, without what was in it. */
export function describeSlackFailure(error: unknown): string {
  const failure = failureOf(error);
  return failure.kind === 'limited' ? 'too many calls' : failure.error;
}

/** True when Slack refused how a message is made, so that its bare words may pass. */
export function isAboutForm(failure: Failure): boolean {
  return (
    failure.kind === 'refused' && /block|table|attachment|metadata|too_long|invalid_arg|HTTP 400/.test(failure.error)
  );
}

/** True when Slack no longer takes the token. */
export function isAboutToken(failure: Failure): boolean {
  return (
    failure.kind === 'refused' &&
    /^(invalid_auth|not_authed|account_inactive|token_(revoked|expired)|not_allowed_token_type|no_permission)$/.test(
      failure.error,
    )
  );
}
