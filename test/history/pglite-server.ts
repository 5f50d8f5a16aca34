/** A real PostgreSQL on loopback: pglite behind its socket server. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export interface PgliteServer {
  url: string;
  /** Runs a statement beside the connections. */
  query(statement: string): Promise<unknown[]>;
  /** Breaks every connection; new ones are taken. */
  dropConnections(): void;
  /** Refuses connections, or takes them again. */
  setDown(down: boolean): void;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Says whether a connection is idle, by the last ReadyForQuery among the bytes that the server sends on it. */
function createStatusReader(): (bytes: Buffer) => boolean {
  let unread = Buffer.alloc(0);
  return (bytes) => {
    unread = Buffer.concat([unread, bytes]);
    let isIdle = false;
    while (unread.length >= 5 && unread.length > unread.readInt32BE(1)) {
      const end = 1 + unread.readInt32BE(1);
      isIdle = unread.toString('latin1', 0, 1) === 'Z' && unread.toString('latin1', 5, 6) === 'I';
      unread = unread.subarray(end);
    }
    return isIdle;
  };
}

/** One at a time, in the order they come. */
function createTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let done = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return done;
  };
}

/**
 * Starts it, with a relay before it whose connections can be cut. All connections of the socket server share one
 * session, and mix their statements up; through the relay one speaks at a time, for as long as its transaction lasts.
 */
export async function startPglite(): Promise<PgliteServer> {
  const db = await PGlite.create();
  const port = await freePort();
  const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1', maxConnections: 20 });
  await server.start();
  const sockets = new Set<Socket>();
  const nextTurn = createTurns();
  let isDown = false;
  const relay = createServer((client) => {
    if (isDown) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    const isIdle = createStatusReader();
    let done: (() => void) | undefined;
    const finish = () => {
      done?.();
      done = undefined;
    };
    client.on('data', async (bytes) => {
      client.pause();
      done ??= await nextTurn();
      if (client.destroyed) finish();
      else upstream.write(bytes);
      client.resume();
    });
    upstream.on('data', (bytes) => {
      client.write(bytes);
      if (isIdle(bytes)) finish();
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
        finish();
      });
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const dropConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `postgres://postgres:s3cret-word@127.0.0.1:${(relay.address() as AddressInfo).port}/postgres`,
    query: async (statement) => (await db.query(statement)).rows,
    dropConnections,
    setDown(down) {
      isDown = down;
      if (down) dropConnections();
    },
    async stop() {
      dropConnections();
      await new Promise((resolve) => relay.close(resolve));
      await server.stop();
      await db.close();
    },
  };
}
