/** Slack's addresses on loopback: the Web API, response URLs, uploads and downloads, Socket Mode's upgrade. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Fields } from '../blocks/check.ts';
import type { Sockets } from '../delivery/socket.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import { parseFields, readBody, uploadedBytes } from './requests.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { WebApi } from './web-api.ts';

/** What a gateway says when it has no answer. */
const UPSTREAM_ERROR = '<html><body>upstream error</body></html>';

interface Answer {
  status: number;
  body: Fields | string;
  headers?: Record<string, string>;
}

interface Parts {
  api: WebApi;
  faults: Faults;
  files: Files;
  responseUrls: ResponseUrls;
  sockets: Sockets;
  happened: () => void;
}

export interface SlackServer {
  url: () => string;
  /** Requests being answered. */
  busy: () => number;
  listen: () => Promise<void>;
  close: () => Promise<void>;
}

function send(
  response: ServerResponse,
  status: number,
  body: Fields | string | Buffer,
  headers: Record<string, string> = {},
): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** `parts` may be completed after the server is made: it is asked for at each request. */
export function createSlackServer(parts: () => Parts): SlackServer {
  let busy = 0;
  const open = new Set<Socket>();

  /** Answers with what `work` gives, unless a fault of this name is waiting. */
  async function withFaults(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    work: (body: Buffer) => Answer,
  ): Promise<void> {
    const { api, faults } = parts();
    const body = await readBody(request);
    const fault = faults.take(name);
    const note = (result: string) => api.calls.push({ method: name, args: {}, at: Date.now(), result });
    if (fault?.kind === 'reset') {
      note('reset');
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'status') {
      note(`status ${fault.status}`);
      return send(response, fault.status, UPSTREAM_ERROR, { 'content-type': 'text/html' });
    }
    if (fault?.kind === 'error') {
      note(fault.error);
      return send(response, 200, { ok: false, error: fault.error, ...fault.details });
    }
    const parsed = parseFields(body, String(request.headers['content-type'] ?? ''));
    const channel = 'fields' in parsed ? String(parsed.fields.channel ?? '') : '';
    const wait = fault?.kind === 'rate-limited' ? fault.retryAfter : faults.tooSoon(name, channel);
    if (wait !== undefined) {
      note('ratelimited');
      return send(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(wait) });
    }
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    const answer = work(body);
    if (fault?.kind === 'reset-after') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'status-after')
      return send(response, fault.status, UPSTREAM_ERROR, { 'content-type': 'text/html' });
    send(response, answer.status, answer.body, answer.headers);
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { api, files, responseUrls } = parts();
    const [, first = '', second = '', third = ''] = new URL(request.url ?? '/', 'http://slack.test').pathname.split(
      '/',
    );
    const type = String(request.headers['content-type'] ?? '');
    if (first === 'api')
      return withFaults(request, response, second, (body) => api.answer(second, body, request.headers));
    if (first === 'actions') {
      return withFaults(request, response, 'response_url', (body) => {
        const parsed = parseFields(body, type);
        if ('error' in parsed) return { status: 400, body: { ok: false, error: parsed.error } };
        return responseUrls.answer(third, parsed.fields);
      });
    }
    if (first === 'upload') {
      const bytes = await uploadedBytes(await readBody(request), type);
      const { status, text } = files.receive(third, bytes);
      return send(response, status, text);
    }
    if (first === 'files-pri') {
      const { status, file } = files.download(second, request.headers.authorization);
      if (status === 302) return send(response, 302, '', { location: '/?redir=login' });
      return file === undefined
        ? send(response, status, '')
        : send(response, 200, file.content, { 'content-type': file.mimetype });
    }
    send(response, 404, 'not found');
  }

  const server: Server = createServer((request, response) => {
    if (parts().faults.isDown()) {
      request.socket.destroy();
      return;
    }
    busy += 1;
    route(request, response)
      .catch((error: unknown) => send(response, 500, String(error)))
      .finally(() => {
        busy -= 1;
        parts().happened();
      });
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    if (parts().faults.isDown()) socket.destroy();
    else parts().sockets.upgrade(request, socket, head);
  });

  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    busy: () => busy,
    listen: () => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
