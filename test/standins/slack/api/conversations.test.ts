import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { code, createClient } from '../toy-app.ts';
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

describe('conversations', () => {
  it('are read page by page', async () => {
    const asked = slack.say(alice, channel, 'one');
    for (const text of ['two', 'three', 'four']) slack.say(alice, channel, text, { thread: asked });
    const pages: number[] = [];
    for await (const page of client().paginate('conversations.replies', {
      channel: channel.id,
      ts: asked.ts,
      limit: 3,
    })) {
      pages.push((page as unknown as { messages: unknown[] }).messages.length);
    }
    expect(pages).toEqual([3, 1]);
    const history = await client().conversations.history({ channel: channel.id });
    expect(history.messages).toMatchObject([{ text: 'one', reply_count: 3 }]);
  });

  it('tell guests and strangers from members', async () => {
    const guest = slack.world.addUser({ name: 'guest', guest: 'single' });
    const other = slack.world.addUser({ name: 'other', teamId: 'T0OTHER' });
    const info = async (user: User) => (await client().users.info({ user: user.id })).user;
    expect(await info(alice)).toMatchObject({ is_restricted: false, team_id: slack.world.team.id });
    expect(await info(guest)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await info(other)).toMatchObject({ is_stranger: true, team_id: 'T0OTHER' });
    slack.join(other, channel);
    expect((await client().conversations.info({ channel: channel.id })).channel?.is_ext_shared).toBe(true);
    expect((await client().conversations.members({ channel: channel.id })).members).toContain(other.id);
    expect(await code(client().users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
  });

  it('know user groups', async () => {
    const group = slack.world.addGroup({ handle: 'hr', users: [alice] });
    expect((await client().usergroups.list({ include_users: true })).usergroups).toContainEqual(
      expect.objectContaining({ handle: 'hr', users: [alice.id] }),
    );
    expect((await client().usergroups.users.list({ usergroup: group.id })).users).toEqual([alice.id]);
    expect(await code(client().usergroups.users.list({ usergroup: 'S0' }))).toBe('no_such_subteam');
  });
});

describe('reactions, status and prompts', () => {
  it('are checked and kept', async () => {
    const asked = slack.tell(alice, 'hello');
    await client().reactions.add({ channel: asked.channel, timestamp: asked.ts, name: 'eyes' });
    expect(await code(client().reactions.add({ channel: asked.channel, timestamp: asked.ts, name: 'eyes' }))).toBe(
      'already_reacted',
    );
    await client().assistant.threads.setStatus({
      channel_id: asked.channel,
      thread_ts: asked.ts,
      status: 'is thinking...',
    });
    const reply = slack.tell(alice, 'and?', { thread: asked });
    const onReply = { channel_id: asked.channel, thread_ts: reply.ts, status: 'is thinking...' };
    expect(await code(client().assistant.threads.setStatus(onReply))).toBe('invalid_thread_ts');
    const prompt = { title: 'x', message: 'y' };
    const prompts = (count: number) =>
      client().assistant.threads.setSuggestedPrompts({
        channel_id: asked.channel,
        prompts: Array.from({ length: count }, () => prompt),
      });
    await prompts(4);
    expect(await code(prompts(5))).toBe('invalid_arguments');
    expect(slack.posts.slice(-3).map(({ kind }) => kind)).toEqual(['reaction', 'status', 'prompts']);
  });
});
