/** `npm start` as a process, on loopback, with Teams as the Microsoft 365 Agents Playground uses it. */
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { compileProgram, runCompiled } from './built-program.ts';
import { listenOn } from './listen-on.ts';
import { type RunningProgram, runServer } from './running-program.ts';
import { startConnectorService } from './standins/teams/connector-service.ts';
import { tempDirectory, writeFiles } from './temp-directory.ts';

beforeAll(compileProgram, 120_000);

const READY = /^Teams \(.*\) is ready\.$/;

async function healthOf(server: RunningProgram) {
  const response = await fetch(`${await server.address()}/healthz`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Sends a question as the playground does, and resolves when it is taken. */
async function askOver(server: RunningProgram, serviceUrl: string, id: string, text: string): Promise<number> {
  const response = await fetch(`${await server.address()}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      text,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date().toISOString(),
      from: { id: 'user-1', name: 'Somebody', aadObjectId: 'user-1' },
      recipient: { id: 'bot-1', name: 'Bot' },
      conversation: { id: 'conversation-1', conversationType: 'personal' },
    }),
  });
  return response.status;
}

async function startService() {
  const service = await startConnectorService(() => true);
  onTestFinished(() => service.close());
  return service;
}

test('answers in Teams, keeps the thread, and stops with status 0 when it is told to', async () => {
  const directory = tempDirectory();
  const service = await startService();
  const server = runServer({ CLASSWISE_INDEX: join(directory, 'index') });
  await server.until(READY);
  expect(await healthOf(server)).toMatchObject({ status: 200, body: { ok: true, index: { documents: 5 } } });
  expect(await askOver(server, service.url, 'm1', 'What does the Executive Aide do?')).toBeLessThan(300);
  await service.untilMessages(1);
  expect(await askOver(server, service.url, 'm2', 'And its class code?')).toBeLessThan(300);
  const [, second] = await service.untilMessages(2);
  expect(JSON.stringify(second?.activity)).toContain('PS0631');
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual({ status: 0, signal: null });
  expect(server.lines().slice(-2)).toEqual(['Stopping: finishing what was begun.', 'Stopped.']);
  expect(server.lines().join()).not.toContain('Executive');
}, 60_000);

test('a question that was begun is answered before the end, also when npm hands the signal on a second time', async () => {
  const directory = tempDirectory();
  const service = await startService();
  const server = runServer({ CLASSWISE_INDEX: join(directory, 'index') });
  await server.until(READY);
  const asking = Array.from({ length: 5 }, (_, n) =>
    askOver(server, service.url, `m${n}`, `Which classes are exempt? ${n}`),
  );
  await Promise.all(asking);
  server.child.kill('SIGINT');
  server.child.kill('SIGINT');
  expect(await server.ended).toEqual({ status: 0, signal: null });
  const taken = (await Promise.all(asking)).filter((status) => status < 300).length;
  expect(service.messages()).toHaveLength(taken);
}, 60_000);

test('a port in use is one clear line', async () => {
  const port = await listenOn(createServer());
  const result = await runCompiled(['start'], { env: { PORT: `${port}` } });
  expect(result).toEqual({
    status: 1,
    signal: null,
    stdout: '',
    stderr:
      `classwise: Port ${port} of 127.0.0.1 is in use.\n` +
      'Stop the program that has it, or set PORT (and HOST) to another.\n',
  });
}, 60_000);

test('an index that another process replaces is answered from within seconds', async () => {
  const directory = tempDirectory();
  const docs = writeFiles(join(directory, 'docs'), {
    'keeper.txt': 'KEEPER\n\nDUTIES\n\n- Keeps the keys of the gate.\n',
  });
  const index = join(directory, 'index');
  const env = { CLASSWISE_INDEX: index };
  await runCompiled(['ingest', docs], { env });
  const server = runServer(env);
  await server.until(READY);
  expect((await healthOf(server)).body).toMatchObject({ index: { documents: 1 } });
  writeFiles(docs, { 'groom.txt': 'GROOM\n\nDUTIES\n\n- Brushes the horses of the stable.\n' });
  expect(await runCompiled(['ingest', docs], { env })).toMatchObject({ status: 0 });
  await vi.waitFor(async () => expect((await healthOf(server)).body).toMatchObject({ index: { documents: 2 } }), {
    timeout: 10_000,
    interval: 200,
  });
}, 60_000);

test('a process that is killed leaves a SQLite file that the next one goes on with', async () => {
  const directory = tempDirectory();
  const service = await startService();
  const env = { CLASSWISE_INDEX: join(directory, 'index'), DATABASE_URL: `sqlite:${join(directory, 'state.db')}` };
  const first = runServer(env);
  await first.until(READY);
  await askOver(first, service.url, 'm1', 'What does the Executive Aide do?');
  await service.untilMessages(1);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(existsSync(join(directory, 'state.db.lock'))).toBe(true);
  const second = runServer(env);
  await second.until(READY);
  expect((await healthOf(second)).body).toMatchObject({ database: 'up' });
  await askOver(second, service.url, 'm1', 'What does the Executive Aide do?');
  await askOver(second, service.url, 'm2', 'And its class code?');
  const [, answer] = await service.untilMessages(2);
  expect(JSON.stringify(answer?.activity)).toContain('PS0631');
  expect(service.messages()).toHaveLength(2);
}, 60_000);

describe('a configuration that cannot work', () => {
  test('is refused before anything is started, without a secret', async () => {
    const env = { SLACK_APP_TOKEN: 'xapp-s3cret', DATABASE_URL: 'mysql://me:s3cret@db/x' };
    const { status, stderr } = await runCompiled(['start'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('SLACK_APP_TOKEN needs SLACK_BOT_TOKEN. DATABASE_URL is not what it should be');
    expect(stderr).not.toContain('s3cret');
  });

  test('by a token that Slack refuses is one line, and the end when there is no other platform', async () => {
    const slack = createServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"ok":false,"error":"invalid_auth"}');
    });
    const port = await listenOn(slack);
    const directory = tempDirectory();
    const server = runServer({
      CLASSWISE_INDEX: join(directory, 'index'),
      SLACK_BOT_TOKEN: 'xoxb-s3cret',
      SLACK_APP_TOKEN: 'xapp-s3cret',
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    });
    expect((await server.ended).status).toBe(1);
    const said = server.lines().filter((line) => line.startsWith('Slack'));
    expect(said).toEqual([expect.stringMatching(/^Slack \(Socket Mode\) could not be started: .*SLACK_BOT_TOKEN/)]);
    expect(server.lines().join()).not.toContain('s3cret');
  }, 60_000);
});

describe('gaps', () => {
  test('reads what was asked in vain from the file', async () => {
    const directory = tempDirectory();
    const service = await startService();
    const env = { CLASSWISE_INDEX: join(directory, 'index'), FEEDBACK_LOG: join(directory, 'feedback.jsonl') };
    const server = runServer(env);
    await server.until(READY);
    for (const [n, text] of ['What is the shoe size of the Executive Aide?', 'shoe sizes: Executive Aide'].entries()) {
      await askOver(server, service.url, `m${n}`, text);
      await service.untilMessages(n + 1);
    }
    server.child.kill('SIGTERM');
    await server.ended;
    const { status, stdout, stderr } = await runCompiled(['gaps'], { env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Asked in vain: 2 questions, 1 different\n {2}2× {2}1 person {2}\d{4}-\d\d-\d\d {2}.*shoe size/,
    );
    const json = JSON.parse((await runCompiled(['gaps', '--json', '--limit', '1'], { env })).stdout);
    expect(json).toMatchObject({ asked: 2, different: 1, unanswered: [{ times: 2, users: 1 }], disliked: [] });
  }, 60_000);

  test.each([
    [['gaps'], {}, 2, 'classwise: FEEDBACK_LOG is not set'],
    [['gaps', '--limit', '0'], { FEEDBACK_LOG: 'x' }, 2, 'classwise: --limit is "0"; expected'],
    [['gaps', 'x'], { FEEDBACK_LOG: 'x' }, 2, 'classwise: gaps takes no arguments'],
  ])('%j is refused', async (args, env, status, message) => {
    const result = await runCompiled(args, { env });
    expect([result.status, result.stderr.slice(0, message.length)]).toEqual([status, message]);
  });

  test('a document that steers terminals does not get through', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'feedback.jsonl');
    const entry = { kind: 'unanswered', at: new Date().toISOString(), user: 'u', question: 'a\u001b[31mb\u0007' };
    writeFileSync(file, `${JSON.stringify(entry)}\nnonsense\n`);
    const { stdout, stderr } = await runCompiled(['gaps'], { env: { FEEDBACK_LOG: file } });
    expect(stdout).toContain('  ab\n');
    expect(stderr).toContain('1 line of ');
  });
});
