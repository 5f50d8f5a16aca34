import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { startHttpApp } from '../toy-app.ts';

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function startApp(...given: Parameters<typeof startHttpApp>): Promise<SlackStandIn> {
  const started = await startHttpApp(...given);
  stops.push(started.stop);
  return started.slack;
}

describe('HTTP delivery to a real Bolt app', () => {
  it('passes its signature check with events, commands and clicks', async () => {
    const slack = await startApp((app) => {
      app.message(async ({ message, say }) => {
        const blocks = [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'a&b=c' }],
          },
        ];
        await say({ text: 'Go?', blocks, thread_ts: message.ts });
      });
      app.action('go', async ({ ack, respond, action }) => {
        await ack();
        await respond({
          text: `went ${'value' in action ? action.value : ''}`,
          response_type: 'in_channel',
          replace_original: false,
        });
      });
      app.command('/ask', async ({ ack, command }) => ack(`asked ${command.text}`));
    });
    const alice = slack.world.addUser({ name: 'alice' });
    const reply = await slack.nextReply(slack.tell(alice, 'hello'));
    await slack.click(alice, reply, 'go');
    await slack.nextPost(({ text }) => text === 'went a&b=c');
    await slack.slash(alice, slack.world.directChannel(alice), '/ask', 'this & that');
    expect(slack.posts.at(-1)?.text).toBe('asked this & that');
  });

  it('is verified by challenge, and ssl_check needs no signature', async () => {
    const slack = await startApp(() => undefined);
    expect(await slack.http?.verifyUrl()).toBe(true);
    expect(await slack.http?.sslCheck()).toBe(200);
  });

  it('is refused with a wrong secret or an old timestamp', async () => {
    const slack = await startApp(() => undefined);
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message' } });
    expect((await slack.http?.post(body, { secret: 'another' }))?.status).toBe(401);
    expect((await slack.http?.post(body, { ageSeconds: 301 }))?.status).toBe(401);
  });
});

/** An app that answers as it is told, and keeps the retry headers it got. */
async function startServer(answers: (number | 'hang')[], headers: Record<string, string> = {}) {
  const seen: unknown[] = [];
  const server: Server = createServer((request, response) => {
    seen.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
    const answer = answers.shift() ?? 200;
    request.resume();
    if (answer !== 'hang') response.writeHead(answer, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const slack = await createSlack({ requestUrl, times: { ack: 500, retries: [0, 5, 5] } });
  stops.unshift(slack.close);
  return { slack, seen, alice: slack.world.addUser({ name: 'alice' }) };
}

describe('redelivery', () => {
  it('comes three times, with number and reason', async () => {
    const { slack, seen, alice } = await startServer(['hang', 500, 404, 500]);
    slack.tell(alice, 'hello');
    const delivery = await slack.deliveries[0]?.done;
    expect(seen).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(delivery?.state).toBe('given up');
  });

  it('stops when the app takes it, or asks for no more with an error', async () => {
    const taken = await startServer([500, 200]);
    taken.slack.tell(taken.alice, 'hello');
    expect((await taken.slack.deliveries[0]?.done)?.attempts).toHaveLength(2);
    const refused = await startServer([500], { 'x-slack-no-retry': '1' });
    refused.slack.tell(refused.alice, 'hello');
    expect((await refused.slack.deliveries[0]?.done)?.attempts).toHaveLength(1);
  });

  it('is for events only: a command that fails is not sent again', async () => {
    const { slack, alice } = await startServer([500]);
    const command = await slack.slash(alice, slack.world.directChannel(alice), '/x');
    expect([command.isAcknowledged, command.delivery.attempts.length]).toEqual([false, 1]);
  });
});
