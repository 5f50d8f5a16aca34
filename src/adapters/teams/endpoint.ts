/** `POST /api/messages`: checks what comes in, acknowledges it at once, and hands it on. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Route } from '../../conversations/surface.ts';
import { describeCause, type Log } from '../../log.ts';
import { type IncomingActivity, readActivity } from './activities.ts';
import { type Connector, Refusal } from './bot-framework.ts';

/** Bytes. Teams' own messages have at most 100 KB in UTF-16; the rest is for attachments' descriptions. */
const BODY_LIMIT = 262_144;

export interface EndpointOptions {
  connector: Connector;
  /** The only tenant that is served; undefined means that nothing proves who calls: loopback alone is served then. */
  tenantId: string | undefined;
  /** Handles what needs no reply in the response. Begun after the response is out. */
  handle(activity: IncomingActivity): Promise<void>;
  /** The body that answers an invoke; undefined for one that is not known. */
  invoke(activity: IncomingActivity): Promise<object | undefined>;
  /** True once nothing new is to be taken. */
  isStopping(): boolean;
  log: Log;
}

function respond(response: ServerResponse, status: number, body?: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...(body ? { 'content-type': 'application/json' } : {}), ...headers });
  response.end(body ? JSON.stringify(body) : undefined);
}

const refuse = (response: ServerResponse, status: number, error: string, headers: Record<string, string> = {}) =>
  respond(response, status, { error }, headers);

/** Reads the body; undefined when it is larger than allowed. Rejects when the connection breaks. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Without destroying the request at a return: the refusal must still get out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True for 127.0.0.0/8, ::1 and localhost, as an address of a socket or the host of an address. */
function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|\[?::1\]?|localhost)$/i.test(host);
}

/**
 * Without credentials anybody could make the bot send anything anywhere. So both ends must be this machine, with no
 * proxy or tunnel before it, and replies stay here too.
 */
function refusalWithoutCredentials({ socket, headers }: IncomingMessage, serviceUrl: string): string | undefined {
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  if (!isLoopback(socket.localAddress) || !isLoopback(socket.remoteAddress) || isForwarded)
    return 'Without TEAMS_APP_ID and its credentials, only this machine itself is served.';
  return isLoopback(new URL(serviceUrl).hostname)
    ? undefined
    : 'Without TEAMS_APP_ID and its credentials, replies go to this machine only.';
}

/** The route. Answers every request, and never rejects. */
export function createEndpoint(options: EndpointOptions): Route {
  const { connector, tenantId, log } = options;

  async function authorize(request: IncomingMessage, activity: IncomingActivity): Promise<void> {
    const { serviceUrl, channelId } = activity.address;
    if (tenantId === undefined) {
      const reason = refusalWithoutCredentials(request, serviceUrl);
      if (reason !== undefined) throw new Refusal(403, reason);
    }
    await connector.authenticate(activity, request.headers.authorization ?? '');
    if (tenantId === undefined) return;
    // The token says that Microsoft sends it, not from whose chat.
    if (channelId !== 'msteams') throw new Refusal(403, 'Only Microsoft Teams is served.');
    if (tenantId !== 'botframework.com' && activity.tenantId?.toLowerCase() !== tenantId.toLowerCase())
      throw new Refusal(403, 'This tenant is not served.');
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'Send activities by POST.', { allow: 'POST' });
    // Pages in a browser can't send this type to another site without being allowed to.
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      return refuse(response, 415, 'Send activities as application/json.');
    const body = await readBody(request);
    if (body === undefined) {
      request.resume();
      return refuse(response, 413, `An activity has at most ${BODY_LIMIT} bytes.`, { connection: 'close' });
    }
    const activity = readActivity(parseJson(body));
    if (activity === undefined)
      return refuse(response, 400, 'This is no activity: it needs a type, a serviceUrl and a conversation.');
    await authorize(request, activity);
    if (options.isStopping()) return refuse(response, 503, 'Going down. Send it again.', { 'retry-after': '10' });
    if (activity.type === 'invoke') {
      const result = await options.invoke(activity);
      return respond(response, result === undefined ? 501 : 200, result);
    }
    // Teams delivers again what is not acknowledged within 15 seconds. The answer goes out by itself.
    respond(response, 200);
    // Answering keeps this process busy: let the acknowledgement get out first.
    await finished(response).catch(() => {});
    await options.handle(activity);
  }

  return async (request, response) => {
    try {
      await serve(request, response);
    } catch (error) {
      if (error instanceof Refusal) {
        log.line(`Teams: refused a request with ${error.status}: ${error.message.slice(0, 200)}`);
        return refuse(response, error.status, error.status === 401 ? 'The token is not valid.' : error.message);
      }
      if (response.headersSent || request.destroyed) return;
      log.line(`Teams: a request failed: ${describeCause(error)}`);
      refuse(response, 500, 'Something failed here.');
    }
  };
}
