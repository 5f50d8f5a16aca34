import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { modal } from '../blocks/samples.ts';
import { seenText } from '../seen.ts';
import type { SlackStandIn } from '../slack.ts';
import { createClient, startSocketApp } from '../toy-app.ts';
import type { Channel, User } from '../world/model.ts';

let slack: SlackStandIn;
let stop: () => Promise<void>;
let alice: User;
let channel: Channel;

beforeAll(async () => {
  const started = await startSocketApp((app) => {
    app.command('/x', async ({ ack }) => ack());
  });
  ({ slack, stop } = started);
});

afterAll(async () => {
  await stop();
});

beforeEach(() => {
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice] });
});

afterEach(() => {
  vi.useRealTimers();
  for (const view of slack.world.views.values()) view.isOpen = false;
});

const command = () => slack.slash(alice, channel, '/x');
const call = async (method: string, args: Record<string, unknown>): Promise<Record<string, unknown>> => ({
  ...(await createClient(slack).apiCall(method, args)),
});
/** Moves the clock: the stand-in runs in this process. */
function later(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
}

const refused = (error: string) => ({ data: { error } });

describe('views', () => {
  it('open once for a trigger', async () => {
    const { triggerId } = await command();
    const view = modal();
    await call('views.open', { trigger_id: triggerId, view });
    await expect(call('views.open', { trigger_id: triggerId, view })).rejects.toMatchObject(
      refused('exchanged_trigger_id'),
    );
    await expect(call('views.open', { trigger_id: 'none', view })).rejects.toMatchObject(refused('invalid_trigger_id'));
  });

  it('open no more when the trigger has expired', async () => {
    const { triggerId } = await command();
    later(3001);
    await expect(call('views.open', { trigger_id: triggerId, view: modal() })).rejects.toMatchObject(
      refused('expired_trigger_id'),
    );
  });

  it('stack three high', async () => {
    await call('views.open', { trigger_id: (await command()).triggerId, view: modal() });
    for (const _ of [2, 3]) await call('views.push', { trigger_id: (await command()).triggerId, view: modal() });
    const fourth = call('views.push', { trigger_id: (await command()).triggerId, view: modal() });
    await expect(fourth).rejects.toMatchObject(refused('push_limit_reached'));
  });

  it('change for whoever knows their hash', async () => {
    const opened = (await call('views.open', { trigger_id: (await command()).triggerId, view: modal() })).view as {
      id: string;
      hash: string;
    };
    const change = (hash?: string) => call('views.update', { view_id: opened.id, view: modal(), hash });
    await change(opened.hash);
    await expect(change(opened.hash)).rejects.toMatchObject(refused('hash_conflict'));
    await change();
    await expect(call('views.update', { view_id: 'V0', view: modal() })).rejects.toMatchObject(refused('not_found'));
  });

  it('have an external id of their own', async () => {
    const view = modal({ external_id: 'mine' });
    await call('views.open', { trigger_id: (await command()).triggerId, view });
    const second = call('views.push', { trigger_id: (await command()).triggerId, view });
    await expect(second).rejects.toMatchObject(refused('duplicate_external_id'));
  });

  it('are published to a user of the workspace', async () => {
    const view = { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Hello' } }] };
    await call('views.publish', { user_id: alice.id, view });
    await expect(call('views.publish', { user_id: alice.id, view, hash: 'old' })).rejects.toMatchObject(
      refused('hash_conflict'),
    );
    await expect(call('views.publish', { user_id: 'U0', view })).rejects.toMatchObject(refused('user_not_found'));
    await expect(call('views.publish', { user_id: alice.id, view: modal() })).rejects.toMatchObject(
      refused('invalid_arguments'),
    );
    expect(seenText(slack.posts.findLast(({ kind }) => kind === 'home') ?? {})).toBe('Hello');
  });
});

describe('response URLs', () => {
  const respond = (url = '', body: object = { text: 'x' }) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  it('answer five times, to the user or to all, also where the app is not in the channel', async () => {
    const { responseUrl } = await command();
    const ben = slack.world.addUser({ name: 'ben' });
    slack.join(ben, channel);
    for (const type of ['ephemeral', 'in_channel', 'ephemeral', 'ephemeral', 'ephemeral']) {
      expect((await respond(responseUrl, { text: type, response_type: type })).status).toBe(200);
    }
    const sixth = await respond(responseUrl);
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(slack.visible(channel, alice)).toHaveLength(5);
    expect(slack.visible(channel, ben)).toHaveLength(1);
  });

  it('are good for thirty minutes', async () => {
    const { responseUrl } = await command();
    later(29 * 60_000);
    expect((await respond(responseUrl)).status).toBe(200);
    later(2 * 60_000);
    expect(await (await respond(responseUrl)).json()).toEqual({ ok: false, error: 'expired_url' });
  });

  it('fail on demand, as methods do', async () => {
    const { responseUrl } = await command();
    slack.faults.next('response_url', { kind: 'status', status: 503 });
    expect([(await respond(responseUrl)).status, (await respond(responseUrl)).status]).toEqual([503, 200]);
  });

  it('check blocks as everywhere', async () => {
    const { responseUrl } = await command();
    const answer = await respond(responseUrl, { blocks: [{ type: 'section' }] });
    expect(await answer.json()).toMatchObject({ ok: false, error: 'invalid_blocks' });
  });
});
