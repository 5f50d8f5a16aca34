import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { code, createClient, failure } from '../toy-app.ts';
import type { Channel, User } from '../world/model.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;

beforeAll(async () => {
  // Nobody listens to events here.
  slack = await createSlack({ times: { ack: 1, retries: [] } });
});

afterAll(async () => {
  await slack.close();
});

beforeEach(() => {
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
});

const client = (...options: Parameters<typeof createClient> extends [unknown, ...infer Rest] ? Rest : never) =>
  createClient(slack, ...options);

describe('tokens and scopes', () => {
  it('are needed', async () => {
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await code(client('xoxb-other').auth.test())).toBe('invalid_auth');
    expect(await code(client(slack.world.app.appToken).auth.test())).toBe('not_allowed_token_type');
    expect((await client().auth.test()).user_id).toBe(slack.world.app.botUserId);
  });

  it.each([
    ['revoked', 'token_revoked'],
    ['inactive', 'account_inactive'],
    ['invalid', 'invalid_auth'],
  ] as const)('%s: %s', async (state, error) => {
    slack.world.app.tokenState = state;
    const found = await code(client().auth.test());
    slack.world.app.tokenState = 'valid';
    expect(found).toBe(error);
  });

  it('name the scope that is missing and those that are there', async () => {
    slack.world.app.scopes.delete('users:read');
    const refused = await failure(client().users.info({ user: alice.id }));
    slack.world.app.scopes.add('users:read');
    expect(refused).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
    expect(String(refused.provided)).toContain('chat:write');
    expect((await client().auth.test()).response_metadata?.scopes).toContain('users:read');
  });

  it('depend on the kind of conversation', async () => {
    const secret = slack.world.addChannel({ name: 'secret', kind: 'private', withBot: true });
    slack.world.app.scopes.delete('groups:read');
    const refused = await failure(client().conversations.info({ channel: secret.id }));
    slack.world.app.scopes.add('groups:read');
    expect(refused).toMatchObject({ error: 'missing_scope', needed: 'groups:read' });
  });
});

describe('chat.postMessage', () => {
  it.each([
    ['a channel that is not there', () => 'C0NOWHERE', 'channel_not_found'],
    [
      'a private channel it is not in',
      () => slack.world.addChannel({ name: 'p', kind: 'private' }).id,
      'channel_not_found',
    ],
    ['a public channel it is not in', () => slack.world.addChannel({ name: 'q' }).id, 'not_in_channel'],
    [
      'an archived channel',
      () => slack.world.addChannel({ name: 'r', isArchived: true, withBot: true }).id,
      'is_archived',
    ],
  ])('refuses %s', async (_name, where, error) => {
    expect(await code(client().chat.postMessage({ channel: where(), text: 'x' }))).toBe(error);
  });

  it('needs something to say', async () => {
    expect(await code(client().chat.postMessage({ channel: channel.id, text: ' ' }))).toBe('no_text');
    expect(await code(client().chat.postMessage({ channel: channel.id, text: '', blocks: [] }))).toBe('no_text');
    expect(await code(client().chat.postMessage({ channel: channel.id, markdown_text: 'x'.repeat(12_001) }))).toBe(
      'msg_too_long',
    );
    const both = { channel: channel.id, markdown_text: 'x', text: 'x' };
    expect(await code(client().apiCall('chat.postMessage', both))).toBe('markdown_text_conflict');
  });

  it('needs a thread that is there, and takes a reply for its thread', async () => {
    expect(await code(client().chat.postMessage({ channel: channel.id, text: 'x', thread_ts: '1.000000' }))).toBe(
      'thread_not_found',
    );
    const asked = slack.say(alice, channel, 'hello');
    const reply = await client().chat.postMessage({ channel: channel.id, text: 'x', thread_ts: asked.ts });
    const second = await client().chat.postMessage({ channel: channel.id, text: 'y', thread_ts: String(reply.ts) });
    expect(second.message?.thread_ts).toBe(asked.ts);
    expect(slack.visible(channel, alice, asked)).toHaveLength(3);
  });

  it('cuts text after 40,000 characters', async () => {
    const posted = await client().chat.postMessage({ channel: channel.id, text: 'x'.repeat(40_001) });
    expect(posted.message?.text).toHaveLength(40_000);
  });

  it('answers bad blocks with their places', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    expect(await failure(client().chat.postMessage({ channel: channel.id, text: 'x', blocks }))).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [expect.any(String), '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      },
    });
    const broken = client().apiCall('chat.postMessage', { channel: channel.id, text: 'x', blocks: '[{' });
    expect(await code(broken)).toBe('invalid_blocks_format');
  });

  it('opens the direct conversation for a user id', async () => {
    const posted = await client().chat.postMessage({ channel: alice.id, text: 'x' });
    expect(posted.channel).toBe(slack.world.directChannel(alice).id);
  });

  it('takes JSON as well as forms, but no token in JSON', async () => {
    const post = (headers: Record<string, string>, body: object) =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(body),
      }).then((response) => response.json());
    const content = { channel: channel.id, text: 'x' };
    const authorization = `Bearer ${slack.world.app.botToken}`;
    expect(await post({ authorization }, content)).toMatchObject({ ok: true });
    expect(await post({}, { ...content, token: slack.world.app.botToken })).toEqual({ ok: false, error: 'not_authed' });
  });
});

describe('other messages', () => {
  it('are shown to one member of the channel', async () => {
    const stranger = slack.world.addUser({ name: 'stranger' });
    const to = (user: User) => client().chat.postEphemeral({ channel: channel.id, user: user.id, text: 'x' });
    expect(await code(to(stranger))).toBe('user_not_in_channel');
    await to(alice);
    expect(slack.visible(channel, alice)).toHaveLength(1);
  });

  it('are changed and deleted by their author alone', async () => {
    const asked = slack.say(alice, channel, 'hello');
    const { ts } = await client().chat.postMessage({ channel: channel.id, text: 'x' });
    const change = (of: string, text: string) => client().chat.update({ channel: channel.id, ts: of, text });
    expect(await code(change(asked.ts, 'y'))).toBe('cant_update_message');
    expect(await code(change('1.000000', 'y'))).toBe('message_not_found');
    expect(await code(change(String(ts), 'y'.repeat(4001)))).toBe('msg_too_long');
    await change(String(ts), 'y'.repeat(4000));
    expect(await code(client().chat.delete({ channel: channel.id, ts: asked.ts }))).toBe('cant_delete_message');
    await client().chat.delete({ channel: channel.id, ts: String(ts) });
    expect(await code(change(String(ts), 'z'))).toBe('message_not_found');
    expect(slack.visible(channel, alice)).toEqual([asked]);
  });
});

describe('changed messages', () => {
  it('keep their blocks unless the change brings others, or none', async () => {
    const divider = [{ type: 'divider' }];
    const { ts = '' } = await client().chat.postMessage({ channel: channel.id, text: 'x', blocks: divider });
    const blocksNow = () => slack.world.findMessage(channel.id, ts)?.blocks?.map(({ type }) => type);
    await client().chat.update({ channel: channel.id, ts, text: 'y' });
    expect(blocksNow()).toEqual(['divider']);
    await client().chat.update({ channel: channel.id, ts, text: 'y', blocks: [] });
    expect(blocksNow()).toBeUndefined();
  });
});
