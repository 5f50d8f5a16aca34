import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { indexDirectoryFor } from '../../src/serve/document-sets.ts';
import { sendJson } from '../../src/serve/http.ts';
import { writeFiles } from '../temp-directory.ts';
import { createFakePlatform, startHeld, startServing } from './bench.ts';

const question = (text: string, parts: object = {}) => ({
  event: `event ${text}`,
  message: `message ${text}`,
  thread: 'thread',
  user: 'U1',
  text,
  ...parts,
});

describe('health', () => {
  test('is 503 until questions can be answered, then 200 with the platforms and the index', async () => {
    const { platform } = createFakePlatform('Chat');
    const { get, until, letGo } = await startHeld([platform]);
    const early = await get('/healthz');
    expect([early.status, early.body]).toEqual([503, { ok: false, surfaces: [{ name: 'Chat', ready: false }] }]);
    letGo();
    await until('Chat (fake) is ready.');
    const late = await get('/healthz');
    expect([late.status, late.body]).toEqual([
      200,
      {
        ok: true,
        surfaces: [{ name: 'Chat (fake)', ready: true }],
        index: { documents: 5, builtAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      },
    ]);
  });

  test('is read with GET or HEAD', async () => {
    const { platform } = createFakePlatform('Chat');
    const { get, until } = startServing([platform]);
    await until('Chat (fake) is ready.');
    const posted = await get('/healthz', { method: 'POST', body: '{}' });
    expect([posted.status, posted.headers.get('allow'), posted.body.error]).toEqual([
      405,
      'GET, HEAD',
      'Read this with GET.',
    ]);
    const head = await get('/healthz', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, undefined]);
  });

  test('says which platform could not be started, and the others go on', async () => {
    const bad = createFakePlatform('Bad', {
      start: () => Promise.reject(new AppError('CONFIG_INVALID', 'The token is wrong.', { hint: 'Copy it anew.' })),
    });
    const good = createFakePlatform('Good');
    const { get, until, lines } = startServing([bad.platform, good.platform]);
    await until('Going on without');
    expect(lines).toContain('Bad (fake) could not be started: The token is wrong. Copy it anew.');
    expect((await get('/healthz')).body).toMatchObject({
      ok: true,
      surfaces: [
        { name: 'Bad (fake)', ready: false, problem: 'The token is wrong.' },
        { name: 'Good (fake)', ready: true },
      ],
    });
  });

  test('tells that the database is down, which is no reason not to answer', async () => {
    const { platform, seen } = createFakePlatform('Chat');
    const { get, until, lines } = startServing([platform], { DATABASE_URL: 'postgres://me:pw@127.0.0.1:1/x' });
    await until('Chat (fake) is ready.');
    expect((await get('/healthz')).body).toMatchObject({ ok: true, database: 'down' });
    expect((await seen.shared?.conversations.ask(question('Which classes are exempt?')))?.kind).toBe('answer');
    expect(lines.filter((line) => line.startsWith("PostgreSQL at 127.0.0.1:1/x can't be used: "))).toHaveLength(1);
    expect(lines.join()).not.toContain('pw');
  });
});

describe('requests', () => {
  test('go to the platform whose path it is; any other path is a 404, and before the start a 503, as JSON', async () => {
    const { platform } = createFakePlatform('Chat', {
      routes: { '/in': (request, response) => sendJson(response, 200, { method: request.method }) },
    });
    const { get, until, letGo } = await startHeld([platform]);
    const early = await get('/in', { method: 'POST' });
    expect([early.status, early.headers.get('retry-after'), early.body]).toEqual([503, '5', { error: 'Starting.' }]);
    letGo();
    await until('Chat (fake) is ready.');
    expect((await get('/in?x=1', { method: 'POST' })).body).toEqual({ method: 'POST' });
    for (const path of ['/', '/in/', '/constructor', '/__proto__', '/in%2f']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get('/nothing')).body).toEqual({ error: 'There is nothing at this path.' });
  });

  test('that trip a platform are a 500 without a word of why, which the log has', async () => {
    const { platform } = createFakePlatform('Chat', {
      routes: {
        '/throws': () => {
          throw new Error('secret cause');
        },
      },
    });
    const { get, until } = startServing([platform]);
    await until('Chat (fake) is ready.');
    expect(await get('/throws')).toMatchObject({ status: 500, body: { error: 'Something went wrong here.' } });
    expect(await until('A request failed: secret cause')).toBeDefined();
  });

  test('that are no HTTP, or have headers without end, are refused', async () => {
    const { platform } = createFakePlatform('Chat');
    const { address, until } = startServing([platform]);
    await until('Chat (fake) is ready.');
    const { port } = new URL(await address());
    for (const bytes of ['nonsense\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`]) {
      const answer = await new Promise<string>((resolve) => {
        let text = '';
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
        socket.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        socket.on('close', () => resolve(text)).on('error', () => undefined);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 4(?:00|31) /);
    }
  });
});

describe('the end', () => {
  test('comes when replies that were begun are out, with status 0', async () => {
    let finish = () => {};
    const { platform, seen } = createFakePlatform('Chat', {
      stop: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const { exit, stop, until, get, lines } = startServing([platform], { DATABASE_URL: 'sqlite:state.db' });
    await until('Chat (fake) is ready.');
    expect((await seen.shared?.conversations.ask(question('Which classes are exempt?')))?.kind).toBe('answer');
    stop();
    await until('Stopping: finishing what was begun.');
    expect((await get('/healthz')).status).toBe(503);
    const raced = await Promise.race([exit, sleep(50, 'waiting')]);
    expect(raced).toBe('waiting');
    finish();
    expect(await exit).toBe(0);
    expect(lines.at(-1)).toBe('Stopped.');
  });

  test('comes with status 1 when no platform can be started', async () => {
    const { platform } = createFakePlatform('Chat', { start: () => Promise.reject(new Error('no')) });
    const { exit, lines } = startServing([platform]);
    expect(await exit).toBe(1);
    expect(lines.find((line) => line.startsWith('Chat (fake) could not be started: no'))).toBeDefined();
  });

  test('comes at once while the index is being opened', async () => {
    const { platform, seen } = createFakePlatform('Chat');
    const { exit, stop, letGo } = await startHeld([platform]);
    stop();
    expect(await exit).toBe(0);
    letGo();
    expect(seen.shared).toBeUndefined();
  });
});

describe('a channel with documents of its own', () => {
  const ENVIRONMENT = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_CHANNEL_DOCUMENTS: 'C01=own,C02=missing',
  };

  test('is answered from its folder alone; one whose folder is missing fails and keeps nobody else from an answer', async () => {
    const { platform, seen } = createFakePlatform('Chat');
    const serving = startServing([platform], ENVIRONMENT);
    writeFiles(serving.directory, { 'own/zookeeper.txt': 'ZOOKEEPER\n\nDUTIES\n\n- Feeds the animals of the zoo.\n' });
    const { until, get, lines, directory } = serving;
    await until('Chat (fake) is ready.');
    const own = join(directory, 'own');
    const ask = async (text: string, documents?: string) => {
      const outcome = await seen.shared?.conversations.ask(question(`${text} ${documents}`, { text, documents }));
      return outcome?.kind === 'answer' ? outcome.answer : outcome;
    };
    expect(await ask('What does the Zookeeper do?', own)).toMatchObject({ status: 'answered' });
    expect(await ask('What does the Zookeeper do?')).not.toMatchObject({ status: 'answered' });
    expect(await ask('Which classes are exempt?')).toMatchObject({ status: 'answered' });
    expect(await ask('What does the Executive Aide do?', own)).not.toMatchObject({ status: 'answered' });
    expect(seen.shared?.corpusSummary(own)).toMatchObject({ documents: 1, classes: 1 });
    expect(seen.shared?.corpusSummary()).toMatchObject({ documents: 5 });
    const missing = join(directory, 'missing');
    expect((await get('/healthz')).body).toMatchObject({ ok: true, unusableDocuments: [missing] });
    expect(lines.some((line) => line.startsWith(`The channel of "${missing}" can't be answered yet: `))).toBe(true);
    expect(await ask('Which classes are exempt?', missing)).toMatchObject({ kind: 'failed' });
    writeFiles(directory, { 'missing/groom.txt': 'GROOM\n\nDUTIES\n\n- Brushes the horses of the stable.\n' });
    expect(await ask('What does the Groom do?', missing)).toMatchObject({ status: 'answered' });
  });

  test('refuses an index that other files were ingested into', async () => {
    const { createApp } = await import('../../src/app.ts');
    const { createTestLog } = await import('../test-log.ts');
    const { platform } = createFakePlatform('Chat');
    const serving = startServing([platform], ENVIRONMENT);
    const { directory, until } = serving;
    writeFiles(directory, {
      'own/zookeeper.txt': 'ZOOKEEPER\n\nDUTIES\n\n- Feeds the animals of the zoo.\n',
      'other/groom.txt': 'GROOM\n\nDUTIES\n\n- Brushes the horses of the stable.\n',
    });
    mkdirSync(join(directory, 'index'), { recursive: true });
    const index = indexDirectoryFor(join(directory, 'index'), join(directory, 'own'));
    const app = createApp({ indexDirectory: index, seedsDirectory: join(directory, 'own'), log: createTestLog() });
    await app.ingest([join(directory, 'other')]);
    expect(await until(`The channel of "${join(directory, 'own')}"`)).toContain(
      `is for "${join(directory, 'own')}" alone, but "${join(directory, 'other')}" is in it too.`,
    );
  });

  test('has an index beside the main one, with a name people know and no other folder has', () => {
    const [one, other] = ['/a/Police Dept', '/b/Police Dept'].map((folder) =>
      indexDirectoryFor('/x/.classwise', folder),
    );
    expect(one).toMatch(/^\/x\/\.classwise-police-dept-[0-9a-f]{8}$/);
    expect(other).not.toBe(one);
  });
});
