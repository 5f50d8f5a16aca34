/** What the doctor says of one thing. */
export interface Finding {
  /** "Index", "Slack": the same for several findings on one thing. */
  subject: string;
  /** `note` is worth knowing and nothing to mend. */
  state: 'ok' | 'note' | 'problem';
  /** A sentence, without anything secret. */
  text: string;
  /** What to do about a problem. */
  remedy?: string;
}

/** Findings on one thing, as its check makes them. */
export function about(subject: string) {
  return {
    ok: (text: string): Finding => ({ subject, state: 'ok', text }),
    note: (text: string): Finding => ({ subject, state: 'note', text }),
    problem: (text: string, remedy: string): Finding => ({ subject, state: 'problem', text, remedy }),
  };
}

/** Beyond it, what does not answer counts as not reachable. */
export const CHECK_TIMEOUT_MS = 5_000;

/** Sends a form and reads the JSON that comes back. Rejects with one sentence when there is none in time. */
export async function postForm(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const host = new URL(url).host;
  let response: Response;
  try {
    const signal = AbortSignal.timeout(CHECK_TIMEOUT_MS);
    response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, signal });
  } catch (cause) {
    const { name, cause: inner } = cause as Error & { cause?: { code?: string; message?: string } };
    const why =
      name === 'TimeoutError'
        ? `no answer within ${CHECK_TIMEOUT_MS / 1000} s`
        : (inner?.code ?? inner?.message ?? name);
    throw new Error(`${host} can't be reached (${why}).`, { cause });
  }
  const body = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) throw new Error(`${host} answered ${response.status} without JSON.`);
  return { status: response.status, headers: response.headers, body: body as Record<string, unknown> };
}
