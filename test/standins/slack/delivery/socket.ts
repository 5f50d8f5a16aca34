/** Socket Mode: WebSocket connections of the app, and envelopes over them. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Changes } from '../world/changes.ts';
import { NotAcknowledged, type Transport } from './deliveries.ts';

/** What `disconnect` gives as its reason. `warning` comes ten seconds before the others in Slack. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface Sockets {
  transport: Transport;
  /** A single-use path for the next connection, as `apps.connections.open` hands it out. */
  ticket: (debug: boolean) => string;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** How many connections are open. */
  count: () => number;
  /** Resolves when at least `count` connections are open. */
  connected: (count?: number, within?: number) => Promise<void>;
  /** Tells the app to connect anew; with any reason but `warning` Slack then closes. */
  disconnect: (reason: DisconnectReason) => void;
  /** Cuts all connections without a word, or the first `count`. */
  drop: (count?: number) => void;
  /** While set, envelopes are sent but acknowledgements get lost on the way. */
  loseAcks: (isLost: boolean) => void;
  /** Sends a raw frame on every connection. */
  raw: (frame: string) => void;
  /** Acknowledgements as they came, with their payloads. */
  acks: { envelopeId: string; payload: unknown }[];
}

/** How many connections Slack allows an app. */
const MOST_CONNECTIONS = 10;

export function createSockets({
  ackTime,
  changes,
  appId,
}: {
  ackTime: number;
  changes: Changes;
  appId: string;
}): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const tickets = new Map<string, boolean>();
  const waiting = new Map<
    string,
    { ack: (payload: unknown) => void; fail: (reason: string) => void; socket: WebSocket }
  >();
  const acks: Sockets['acks'] = [];
  let turn = 0;
  let areAcksLost = false;
  let isClosed = false;

  function onFrame(data: unknown): void {
    let frame: { envelope_id?: unknown; payload?: unknown };
    try {
      frame = JSON.parse(String(data)) as typeof frame;
    } catch {
      return;
    }
    if (areAcksLost || typeof frame.envelope_id !== 'string') return;
    acks.push({ envelopeId: frame.envelope_id, payload: frame.payload });
    waiting.get(frame.envelope_id)?.ack(frame.payload);
  }

  function welcome(socket: WebSocket): void {
    open.add(socket);
    socket.on('message', onFrame);
    socket.on('close', () => {
      open.delete(socket);
      for (const entry of waiting.values()) if (entry.socket === socket) entry.fail('connection_failed');
      changes.happened();
    });
    socket.on('error', () => undefined);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size,
        connection_info: { app_id: appId },
        debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    if (open.size > MOST_CONNECTIONS) disconnect(socket, 'too_many_websockets');
    changes.happened();
  }

  function disconnect(socket: WebSocket, reason: DisconnectReason): void {
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
    if (reason !== 'warning') socket.close(1000);
  }

  /** Waits for the app to answer one envelope on one connection. */
  function ask(socket: WebSocket, envelopeId: string, frame: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        waiting.delete(envelopeId);
      };
      const fail = (reason: string) => {
        end();
        reject(new NotAcknowledged(reason, isClosed));
      };
      const timer = setTimeout(() => fail('timeout'), ackTime);
      waiting.set(envelopeId, {
        socket,
        fail,
        ack: (payload) => {
          end();
          resolve(payload);
        },
      });
      socket.send(JSON.stringify(frame));
    });
  }

  return {
    acks,
    ticket: (debug) => {
      const ticket = randomUUID();
      tickets.set(ticket, debug);
      return `/link/?ticket=${ticket}&app_id=${appId}${debug ? '&debug_reconnects=true' : ''}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://slack.test').searchParams.get('ticket') ?? '';
      // A ticket opens one connection.
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    count: () => open.size,
    connected: async (count = 1, within = 5000) => {
      await changes.until(`${count} connections`, () => (open.size >= count ? true : undefined), within);
    },
    disconnect: (reason) => {
      for (const socket of open) disconnect(socket, reason);
    },
    drop: (count = open.size) => {
      for (const socket of [...open].slice(0, count)) socket.terminate();
    },
    loseAcks: (isLost) => {
      areAcksLost = isLost;
    },
    raw: (frame) => {
      for (const socket of open) socket.send(frame);
    },
    transport: {
      send: async (kind, payload, retry) => {
        if (kind === 'events_api') {
          await changes
            .until('connection', () => (open.size > 0 || isClosed ? true : undefined), ackTime)
            .catch(() => {
              throw new NotAcknowledged('connection_failed');
            });
        }
        const sockets = [...open];
        turn += 1;
        const socket = sockets[turn % Math.max(sockets.length, 1)];
        if (socket === undefined) throw new NotAcknowledged('connection_failed', isClosed);
        const envelopeId = randomUUID();
        return await ask(socket, envelopeId, {
          envelope_id: envelopeId,
          payload,
          type: kind,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
        });
      },
      close: async () => {
        isClosed = true;
        for (const entry of [...waiting.values()]) entry.fail('connection_failed');
        for (const socket of open) socket.terminate();
        await new Promise<void>((resolve) => server.close(() => resolve()));
        changes.happened();
      },
    },
  };
}
