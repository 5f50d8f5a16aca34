import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { acquireLock } from '../../src/process-lock.ts';
import { listenOn } from '../listen-on.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { createTestLog } from '../test-log.ts';
import { findingsOf, saidOf } from './bench.ts';

test('with nothing configured, nothing is wrong', async () => {
  const findings = await findingsOf({});
  expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
  expect([...new Set(findings.map(({ subject }) => subject))]).toEqual([
    'Node.js',
    'Model',
    'Vectors',
    'Index',
    'Slack',
    'Teams',
    'Database',
    'Feedback',
    'Port',
  ]);
});

test.each([
  ['v20.19.0', 'ok'],
  ['v24.1.0', 'ok'],
  ['v20.18.3', 'problem'],
  ['v18.20.0', 'problem'],
])('Node.js %s is %s', async (nodeVersion, state) => {
  const [node] = await findingsOf({}, { nodeVersion });
  expect(node).toMatchObject({ subject: 'Node.js', state });
});

test('every variable that is wrong has a line', async () => {
  const findings = await findingsOf({ PORT: 'x', SLACK_APP_TOKEN: 'xapp-s3cret' });
  expect(saidOf(findings, 'Variables')).toEqual([
    'problem: SLACK_APP_TOKEN needs SLACK_BOT_TOKEN. → Correct or unset it; README.md has each variable.',
    'problem: PORT is "x"; expected a whole number from 0 to 65535. → Correct or unset it; README.md has each variable.',
  ]);
  expect(saidOf(findings, 'Slack')).toEqual([]);
});

describe('the index', () => {
  async function indexed() {
    const docs = writeFiles(tempDirectory(), { 'keeper.txt': 'KEEPER\n\nDUTIES\n\n- Keeps the keys of the gate.\n' });
    const indexDirectory = join(tempDirectory(), 'index');
    await createApp({ indexDirectory, seedsDirectory: docs, log: createTestLog() }).ingest([]);
    return { docs, indexDirectory, look: () => findingsOf({}, { indexDirectory, seedsDirectory: docs }) };
  }

  test('that says what the files say is well', async () => {
    const { look } = await indexed();
    expect(saidOf(await look(), 'Index')).toEqual([
      expect.stringMatching(/^ok: 1 document with \d+ passages?, built 2/),
    ]);
  });

  test('that is out of date is said to be, with the command that mends it', async () => {
    const { look, docs, indexDirectory } = await indexed();
    utimesSync(join(docs, 'keeper.txt'), new Date(0), new Date(0));
    expect(saidOf(await look(), 'Index')[1]).toBe(
      `problem: It is out of date (documents: 1 changed). → Run \`npm run ingest -- --index ${indexDirectory}\`; the next question does so too.`,
    );
    rmSync(docs, { recursive: true });
    expect(saidOf(await look(), 'Index')[1]).toContain(
      `problem: "${docs}", which it was built from, is no longer there.`,
    );
  });

  test('that is damaged is a problem', async () => {
    const { look, indexDirectory } = await indexed();
    writeFileSync(join(indexDirectory, 'current'), '{');
    expect(saidOf(await look(), 'Index')).toEqual([expect.stringMatching(/^problem: The index at ".*" is damaged/)]);
  });

  test('of a channel is looked at too', async () => {
    const environment = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:9',
      SLACK_CHANNEL_DOCUMENTS: 'C012=nowhere',
    };
    expect(saidOf(await findingsOf(environment), 'Channel')).toEqual([
      expect.stringMatching(
        /^problem: There is none, and no ".*nowhere" to build it from\. → Bring the folder back\.$/,
      ),
    ]);
  });
});

describe('its surroundings', () => {
  test('a database that can be used, one in use, and one that cannot be reached are told apart', async () => {
    const folder = tempDirectory();
    const path = join(folder, 'state.db');
    const environment = { DATABASE_URL: `sqlite:${path}` };
    expect(saidOf(await findingsOf(environment), 'Database')).toEqual([`ok: SQLite at "${path}" can be used.`]);
    const subject = { code: 'DATABASE_UNAVAILABLE' as const, heldBy: () => '', hint: '' };
    const lock = await acquireLock(`${path}.pid`, { subject, waitMs: 0 });
    expect(saidOf(await findingsOf(environment), 'Database')[0]).toMatch(
      /^note: The database ".*" is in use \(process /,
    );
    lock.release();
    const down = saidOf(await findingsOf({ DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:1/x' }), 'Database')[0];
    expect(down).toMatch(/^problem: PostgreSQL at 127\.0\.0\.1:1\/x can't be used: /);
    expect(down).not.toContain('s3cret');
  });

  test('a feedback log that can be made is well; a folder in its place is not', async () => {
    const folder = tempDirectory();
    const path = join(folder, 'deep/feedback.jsonl');
    expect(saidOf(await findingsOf({ FEEDBACK_LOG: path }), 'Feedback')).toEqual([`ok: "${path}" can be written.`]);
    expect(saidOf(await findingsOf({ FEEDBACK_LOG: folder }), 'Feedback')[0]).toContain(
      `problem: "${folder}" can't be written`,
    );
  });

  test('a port is free, has a Classwise, or has something else on it', async () => {
    const health = createServer((_, response) => response.end('{"ok":false,"surfaces":[]}'));
    const other = createServer((_, response) => response.end('hello'));
    for (const [server, expected] of [
      [health, /^ok: \d+ of 127\.0\.0\.1 has a running Classwise on it\.$/],
      [other, /^problem: \d+ of 127\.0\.0\.1 is in use\. → Stop the program/],
    ] as const) {
      const port = await listenOn(server);
      expect(saidOf(await findingsOf({ PORT: `${port}` }), 'Port')[0]).toMatch(expected);
    }
  });
});
