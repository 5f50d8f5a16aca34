/** Delivery to the app's request URL, signed as Slack signs. */
import { createHmac } from 'node:crypto';
import type { Fields } from '../blocks/check.ts';
import type { App } from '../world/model.ts';
import { type EnvelopeKind, NotAcknowledged, type Retry, type Transport } from './deliveries.ts';

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
function sign(signingSecret: string, timestamp: number | string, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function form(fields: Fields): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)] as [string, string])).toString();
}

/** The bytes of a request: events are JSON, commands a form, interactions a form with JSON in `payload`. */
function encode(kind: EnvelopeKind, payload: Fields): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const contentType = 'application/x-www-form-urlencoded';
  if (kind === 'slash_commands') return { body: form(payload), contentType };
  return { body: form({ payload: JSON.stringify(payload) }), contentType };
}

export interface HttpDelivery {
  transport: Transport;
  /** Sends one request as it is and gives back what the app answered. */
  post: (
    body: string,
    options?: { contentType?: string; headers?: Record<string, string>; ageSeconds?: number; secret?: string },
  ) => Promise<Response>;
  /** Slack's check of the request URL: true when the challenge comes back. */
  verifyUrl: () => Promise<boolean>;
  /** Slack's check of the certificate: the answer's status. */
  sslCheck: () => Promise<number>;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function createHttpDelivery({ url, app, ackTime }: { url: string; app: App; ackTime: number }): HttpDelivery {
  const closing = new AbortController();

  const post: HttpDelivery['post'] = (
    body,
    { contentType = 'application/json', headers = {}, ageSeconds = 0, secret } = {},
  ) => {
    const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret ?? app.signingSecret, timestamp, body),
        ...headers,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ackTime)]),
    });
  };

  async function send(kind: EnvelopeKind, payload: Fields, retry: Retry): Promise<unknown> {
    const { body, contentType } = encode(kind, payload);
    const headers: Record<string, string> =
      retry.num === 0 ? {} : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
    let response: Response;
    let text: string;
    try {
      response = await post(body, { contentType, headers });
      text = await response.text();
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      throw new NotAcknowledged(isTimeout ? 'http_timeout' : 'connection_failed', closing.signal.aborted);
    }
    if (response.status < 200 || response.status > 299) {
      throw new NotAcknowledged('http_error', response.headers.get('x-slack-no-retry') === '1');
    }
    return parse(text);
  }

  return {
    post,
    verifyUrl: async () => {
      const challenge = 'challenge-of-the-harbor';
      const response = await post(
        JSON.stringify({ token: app.verificationToken, challenge, type: 'url_verification' }),
      );
      const text = await response.text();
      const answer = parse(text);
      return response.ok && (text === challenge || (answer as Fields | undefined)?.challenge === challenge);
    },
    sslCheck: async () => {
      const response = await post(form({ ssl_check: 1, token: app.verificationToken }), {
        contentType: 'application/x-www-form-urlencoded',
      });
      await response.body?.cancel();
      return response.status;
    },
    transport: {
      send,
      close: async () => {
        closing.abort();
      },
    },
  };
}
