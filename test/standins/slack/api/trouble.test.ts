import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';
import type { Channel, User } from '../world/model.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;

beforeEach(async () => {
  slack = await createSlack({ times: { ack: 1, retries: [] } });
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
});

afterEach(async () => {
  vi.useRealTimers();
  await slack.close();
});

const QUICK = { retries: 2, factor: 1, minTimeout: 1 };
const post = (retries = QUICK) =>
  createClient(slack, undefined, { retryConfig: retries }).chat.postMessage({ channel: channel.id, text: 'x' });

describe('the real client in trouble', () => {
  it('posts twice when the answer is lost after the message was posted', async () => {
    slack.faults.next('chat.postMessage', { kind: 'reset-after' });
    await post();
    expect(slack.visible(channel, alice)).toHaveLength(2);
  });

  it('posts three times when a gateway fails after each post', async () => {
    slack.faults.next('chat.postMessage', { kind: 'status-after', status: 502 }, 2);
    await post();
    expect(slack.visible(channel, alice)).toHaveLength(3);
  });

  it('posts once when the failure comes before', async () => {
    slack.faults.next('chat.postMessage', { kind: 'status', status: 500 });
    slack.faults.next('chat.postMessage', { kind: 'reset' });
    await post();
    expect(slack.visible(channel, alice)).toHaveLength(1);
    expect(slack.calls.map(({ result }) => result)).toEqual(['status 500', 'reset', 'ok']);
  });

  it('is told to wait, on demand', async () => {
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    const client = createClient(slack, undefined, { rejectRateLimitedCalls: true });
    await expect(client.chat.postMessage({ channel: channel.id, text: 'x' })).rejects.toMatchObject({ retryAfter: 7 });
  });

  it('may post one message a second to a channel when the limit is on', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    slack.faults.limitMessages(true);
    const client = createClient(slack, undefined, { rejectRateLimitedCalls: true });
    const other = slack.world.addChannel({ name: 'other', withBot: true });
    await client.chat.postMessage({ channel: channel.id, text: 'x' });
    await client.chat.postMessage({ channel: other.id, text: 'x' });
    await expect(client.chat.postMessage({ channel: channel.id, text: 'x' })).rejects.toMatchObject({ retryAfter: 1 });
    vi.setSystemTime(Date.now() + 1000);
    await client.chat.postMessage({ channel: channel.id, text: 'x' });
    expect(slack.visible(channel, alice)).toHaveLength(2);
  });

  it('gets any error that a test asks for, and reaches nobody while Slack is down', async () => {
    slack.faults.next('*', { kind: 'error', error: 'fatal_error' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    slack.faults.down(true);
    await expect(post()).rejects.toThrow();
    slack.faults.down(false);
    expect((await post()).ok).toBe(true);
  });

  it('waits for a slow answer', async () => {
    slack.faults.next('chat.postMessage', { kind: 'slow', milliseconds: 50 });
    const start = performance.now();
    await post();
    expect(performance.now() - start).toBeGreaterThanOrEqual(45);
  });
});
