/** The Bot Connector as a bot sees it: takes messages, changes and deletes them, refuses what Teams refuses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusalOf } from './message-rules.ts';

export interface Delivery {
  method: string;
  conversation: string;
  /** Of the message: what it got when it was posted, or what a change names. */
  id: string;
  /** The message that is replied to, from the path. */
  replyTo: string | undefined;
  /** As they came in. */
  bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was sent
  activity: any;
  status: number;
}

export interface ConnectorService {
  url: string;
  /** Every call, in order, also those that were refused. */
  deliveries: Delivery[];
  /** Accepted messages other than typing. */
  messages(): Delivery[];
  /** The next `times` calls for messages are answered with this status. "reset": the connection is cut. */
  failNext(status: number | 'reset', times?: number, headers?: Record<string, string>): void;
  /** Resolves when so many messages have been accepted. */
  untilMessages(count: number): Promise<Delivery[]>;
  close(): Promise<void>;
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?$/;

export async function startConnectorService(accepts: (token: string) => boolean): Promise<ConnectorService> {
  const deliveries: Delivery[] = [];
  const failures: { status: number | 'reset'; headers: Record<string, string> }[] = [];
  const waiting = new Set<() => void>();
  let nextId = 1;

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const [, conversation = '', target] = PATH.exec(request.url ?? '') ?? [];
    const method = request.method ?? '';
    const activity = bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
    const isPost = method === 'POST';
    const answer = (status: number, body?: object, headers: Record<string, string> = {}) => {
      deliveries.push({
        method,
        conversation: decodeURIComponent(conversation),
        id: isPost ? String((body as { id?: string } | undefined)?.id ?? '') : (target ?? ''),
        replyTo: isPost ? target : undefined,
        bytes,
        activity,
        status,
      });
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body ? JSON.stringify(body) : undefined);
      for (const check of waiting) check();
    };
    if (conversation === '') return answer(404);
    if (!accepts(request.headers.authorization?.replace(/^Bearer /, '') ?? '')) return answer(401);
    const failure = activity?.type === 'typing' ? undefined : failures.shift();
    if (failure?.status === 'reset') {
      request.socket.destroy();
      return;
    }
    if (failure) return answer(failure.status, { error: { code: 'Failed' } }, failure.headers);
    if (method === 'DELETE') return answer(200);
    const refused = refusalOf(activity, bytes);
    if (refused) return answer(refused.status, { error: { code: refused.code, message: refused.message } });
    return answer(isPost ? 201 : 200, { id: isPost ? `sent-${nextId++}` : target });
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
  const messages = () => deliveries.filter(({ activity, status }) => status < 300 && activity?.type === 'message');

  return {
    url: `http://127.0.0.1:${port}/`,
    deliveries,
    messages,
    failNext(status, times = 1, headers = {}) {
      for (let time = 0; time < times; time++) failures.push({ status, headers });
    },
    untilMessages: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (messages().length < count) return;
          waiting.delete(check);
          resolve(messages());
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
