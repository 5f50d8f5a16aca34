import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createHeldAsk } from '../../conversations/bench.ts';
import { callsOf, posted, startSlack } from './bench.ts';

describe('at the start', () => {
  test('a bot token that Slack refuses is said in one line, without the token', async () => {
    const { surface, slack } = await startSlack({
      isStarted: false,
      prepare: ({ world }) => Object.assign(world.app, { tokenState: 'revoked' }),
    });
    const error = await surface.start().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'SLACK_REFUSED', message: 'Slack refuses SLACK_BOT_TOKEN (token_revoked).' });
    expect(String((error as Error).message)).not.toContain(slack.world.app.botToken);
    expect(surface.isReady()).toBe(false);
  });

  test('an app token that Slack refuses is said in one line', async () => {
    const { surface } = await startSlack({
      isStarted: false,
      prepare: ({ world }) => Object.assign(world.app, { appTokenState: 'invalid' }),
    });
    await expect(surface.start()).rejects.toMatchObject({
      code: 'SLACK_REFUSED',
      message: 'Slack refuses SLACK_APP_TOKEN (invalid_auth).',
    });
  });

  test('a Slack that is not there is tried several times, then said', async () => {
    const bench = await startSlack({ isStarted: false, prepare: ({ faults }) => faults.down(true) });
    await expect(bench.surface.start()).rejects.toMatchObject({ code: 'SLACK_UNREACHABLE' });
  });

  test('a Slack that stumbles once is no reason not to start', async () => {
    const { surface } = await startSlack({
      prepare: ({ faults }) => {
        faults.next('auth.test', { kind: 'status', status: 503 });
        faults.next('apps.connections.open', { kind: 'rate-limited', retryAfter: 1 });
      },
    });
    expect(surface.isReady()).toBe(true);
  });
});

describe('Socket Mode', () => {
  test('dials again when Slack wants it, and when the connection breaks', async () => {
    const bench = await startSlack();
    const { slack, alice, surface } = bench;
    expect(surface.name).toBe('Slack (Socket Mode)');
    expect(surface.routes).toEqual({});
    for (const lose of [() => slack.sockets.disconnect('refresh_requested'), () => slack.sockets.drop()]) {
      lose();
      await expect.poll(() => surface.isReady(), { timeout: 5_000 }).toBe(false);
      await expect.poll(() => surface.isReady(), { timeout: 5_000 }).toBe(true);
    }
    await slack.nextReply(slack.tell(alice, 'what does a clerk do?'));
  });

  test('survives a token revoked and a Slack gone while it dials again, reports both, and comes back', async () => {
    const bench = await startSlack();
    const { slack, alice, surface, lines } = bench;
    slack.world.app.appTokenState = 'invalid';
    slack.sockets.drop();
    await expect
      .poll(() => lines.join('\n'), { timeout: 5_000 })
      .toContain('Slack refuses SLACK_APP_TOKEN (invalid_auth).');
    slack.world.app.appTokenState = 'valid';
    slack.faults.down(true);
    await expect.poll(() => lines.join('\n'), { timeout: 5_000 }).toContain("Slack can't be reached");
    slack.faults.down(false);
    await expect.poll(() => surface.isReady(), { timeout: 10_000 }).toBe(true);
    expect(lines).toContain('Slack is connected again.');
    await slack.nextReply(slack.tell(alice, 'what does a clerk do?'));
    for (const secret of [slack.world.app.botToken, slack.world.app.appToken, 'clerk'])
      expect(lines.join('\n')).not.toContain(secret);
  });

  test('stopping takes nothing new, and waits for the reply that was begun', async () => {
    const { held, ask } = createHeldAsk();
    const bench = await startSlack({ ask });
    const { slack, alice, surface } = bench;
    const question = slack.tell(alice, 'what does a clerk do?');
    await expect.poll(() => held.length).toBe(1);
    let isStopped = false;
    const stopped = surface.stop().then(() => {
      isStopped = true;
    });
    await sleep(50);
    expect([isStopped, surface.isReady(), slack.sockets.count()]).toEqual([false, false, 0]);
    held[0]?.answer();
    await stopped;
    expect(posted(bench).map(({ threadTs }) => threadTs)).toEqual([question.ts]);
    await surface.stop();
  });
});

describe('HTTP', () => {
  test('takes events, clicks and commands on one path', async () => {
    const bench = await startSlack({ over: 'http' });
    const { slack, alice, hr, surface } = bench;
    expect([surface.name, Object.keys(surface.routes), surface.isReady()]).toEqual([
      'Slack (HTTP)',
      ['/slack/events'],
      true,
    ]);
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    expect((await slack.click(alice, reply, 'What is the pay grade of the Clerk?')).isAcknowledged).toBe(true);
    expect((await slack.slash(alice, hr, '/jobclass', 'what does a clerk do?')).isAcknowledged).toBe(true);
    await slack.nextPost(({ kind }) => kind === 'ephemeral');
    await slack.settled();
    expect(posted(bench)).toHaveLength(2);
  });

  test('answers the verification of its address', async () => {
    const { slack } = await startSlack({ over: 'http' });
    expect(await slack.http?.verifyUrl()).toBe(true);
  });

  test.each([
    [
      'a wrong signature',
      (body: string, at: number) => `v0=${createHmac('sha256', 'wrong').update(`v0:${at}:${body}`).digest('hex')}`,
      0,
    ],
    ['no signature', () => '', 0],
    [
      'an old signature',
      (body: string, at: number, secret: string) =>
        `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
      600,
    ],
  ])('refuses %s', async (_, sign, age) => {
    const bench = await startSlack({ over: 'http' });
    const { slack, hr, asked } = bench;
    const event = { type: 'app_mention', user: 'U1', channel: hr.id, ts: '1700000000.000100', text: 'forged?' };
    const body = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event });
    const at = Math.floor(Date.now() / 1000) - age;
    const response = await fetch(bench.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': sign(body, at, slack.world.app.signingSecret),
      },
      body,
    });
    await slack.settled();
    expect(response.status).toBe(401);
    expect(asked).toEqual([]);
  });

  test('refuses other methods, and everything once it is stopped', async () => {
    const bench = await startSlack({ over: 'http' });
    expect((await fetch(bench.url)).status).toBe(405);
    await bench.surface.stop();
    expect((await fetch(bench.url, { method: 'POST', body: '{}' })).status).toBe(503);
    expect(bench.surface.isReady()).toBe(false);
  });
});

test('every call goes to SLACK_API_URL', async () => {
  const bench = await startSlack();
  expect(callsOf(bench, 'auth.test')).toHaveLength(1);
  expect(callsOf(bench, 'apps.connections.open')).toHaveLength(1);
});
