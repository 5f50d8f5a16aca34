import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createPostgresHistory } from '../../src/history/postgres.ts';
import { createClock, describeHistoryStore, turnOf } from './history-store.contract.ts';
import { type PgliteServer, startPglite } from './pglite-server.ts';

let server: PgliteServer;
beforeAll(async () => {
  server = await startPglite();
}, 180_000);
afterAll(() => server.stop());

const { now } = createClock();

function open(url = server.url) {
  const store = createPostgresHistory(url, { now, connections: 2 });
  onTestFinished(() => store.close());
  return store;
}

async function dropTables(): Promise<void> {
  await server.query('DROP TABLE IF EXISTS classwise_secrets, classwise_claims, classwise_turns');
}

describeHistoryStore('PostgreSQL', async (options) => {
  await dropTables();
  const store = createPostgresHistory(server.url, { ...options, connections: 2 });
  onTestFinished(() => store.close());
  return store;
});

test('replicas that start at once create the tables once and share claims, turns and pseudonyms', async () => {
  await dropTables();
  const replicas = [open(), open(), open()];
  const claims = await Promise.all(replicas.flatMap((store) => ['a', 'b'].map((id) => store.claim(id))));
  expect(claims.filter(Boolean)).toHaveLength(2);
  await replicas[0]?.save(turnOf({ question: 'one' }));
  expect(await replicas[1]?.turns('thread')).toHaveLength(1);
  expect(new Set(await Promise.all(replicas.map((store) => store.pseudonym('U1')))).size).toBe(1);
});

test('a connection that is dropped is replaced', async () => {
  await dropTables();
  const store = open();
  await store.claim('before');
  server.dropConnections();
  expect(await store.claim('before')).toBe(false);
  const claiming = store.claim('during');
  server.dropConnections();
  expect(await claiming).toBe(true);
});

test('a database that is down is an error without its password, and used again when it is back', async () => {
  const store = open();
  server.setDown(true);
  const failure = await store.claim('x').catch((error) => error);
  server.setDown(false);
  expect(failure).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect(`${failure.message} ${failure.hint}`).not.toContain('s3cret');
  expect(failure.message).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+\/postgres can't be used: /);
  expect(await store.claim(`back-${Math.random()}`)).toBe(true);
});

test('nothing that is stored holds the id of a user', async () => {
  await dropTables();
  const store = open();
  await store.save(turnOf({ question: 'one', user: await store.pseudonym('U0SECRET') }));
  await store.claim('click by U0SECRET');
  const rows = await Promise.all(
    ['secrets', 'claims', 'turns'].map((table) => server.query(`SELECT * FROM classwise_${table}`)),
  );
  expect(rows.every((found) => found.length === 1)).toBe(true);
  expect(JSON.stringify(rows)).not.toContain('U0SECRET');
});
