/** The one HTTP server: routes by exact path, everything it says itself as JSON. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from '../conversations/surface.ts';
import { AppError } from '../errors.ts';
import { describeCause, type Log } from '../log.ts';

export interface HttpOptions {
  host: string;
  port: number;
  /** Undefined for a path that nobody serves. Asked for each request. */
  routeOf(path: string): Route | undefined;
  log: Log;
}

export interface HttpServer {
  /** "http://127.0.0.1:3978", with the port that was given out. */
  readonly address: string;
  /** Takes no new connection and waits for the answers that were begun. */
  close(): Promise<void>;
}

/** Headers in 10 s, the whole request in 30 s: a platform's requests are small. Node looks every `checkMs`. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const CHECK_MS = 5_000;
/** Above any header that a platform sends, tokens included. */
const MAX_HEADER_BYTES = 16_384;

/** Answers with a JSON object. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(text);
}

async function handle(request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> {
  try {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const route = options.routeOf(path);
    if (route === undefined) sendJson(response, 404, { error: 'There is nothing at this path.' });
    else await route(request, response);
  } catch (error) {
    options.log.line(`A request failed: ${describeCause(error)}`);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { error: 'Something went wrong here.' });
  }
}

function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      const why =
        { EADDRINUSE: 'is in use', EACCES: 'may not be used by this user', EADDRNOTAVAIL: 'is not of this machine' }[
          cause.code ?? ''
        ] ?? `can't be used (${cause.message})`;
      reject(
        new AppError('PORT_UNAVAILABLE', `Port ${port} of ${host} ${why}.`, {
          hint: 'Stop the program that has it, or set PORT (and HOST) to another.',
          cause,
        }),
      );
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** Listens. Rejects with `PORT_UNAVAILABLE`. */
export async function startHttpServer(options: HttpOptions): Promise<HttpServer> {
  const limits = { ...TIMEOUTS, connectionsCheckingInterval: CHECK_MS, maxHeaderSize: MAX_HEADER_BYTES };
  const server = createServer(limits, (request, response) => void handle(request, response, options));
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `http://${host}:${port}`,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      return closed;
    },
  };
}
