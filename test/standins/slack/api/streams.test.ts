import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seenText } from '../seen.ts';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';
import type { Channel, Message, User } from '../world/model.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;
let asked: Message;

beforeAll(async () => {
  slack = await createSlack({ times: { ack: 1, retries: [] } });
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
});

beforeEach(() => {
  asked = slack.say(alice, channel, 'hello');
});

afterAll(async () => {
  await slack.close();
});

const client = () => createClient(slack);
const place = () => ({
  channel: channel.id,
  thread_ts: asked.ts,
  recipient_user_id: alice.id,
  recipient_team_id: slack.world.team.id,
});

describe('streams', () => {
  it('grow, and end with blocks, as one message', async () => {
    const stream = client().chatStream({ ...place(), buffer_size: 1 });
    await stream.append({ markdown_text: '**One** ' });
    const during = slack.visible(channel, alice, asked).at(-1);
    expect(during).toMatchObject({ isStreaming: true, text: '**One** ' });
    await stream.append({ markdown_text: 'two' });
    await stream.stop({ blocks: [{ type: 'divider' }] });
    expect(during).toMatchObject({ isStreaming: false, text: '**One** two' });
    expect(seenText(during ?? {})).toBe('**One** two\n---');
    await expect(slack.nextReply(asked)).resolves.toBe(during);
    expect(slack.posts.map(({ kind }) => kind).slice(-3)).toEqual(['stream-start', 'stream-append', 'stream-stop']);
  });

  it.each(['recipient_user_id', 'recipient_team_id'] as const)('need %s in a channel', async (name) => {
    const { [name]: _, ...rest } = place();
    await expect(client().chat.startStream(rest)).rejects.toMatchObject({ data: { error: `missing_${name}` } });
  });

  it('need no recipient in a direct conversation', async () => {
    const told = slack.tell(alice, 'hello');
    const started = await client().chat.startStream({ channel: told.channel, thread_ts: told.ts, markdown_text: 'x' });
    expect(started.ok).toBe(true);
  });

  it('are always replies', async () => {
    const told = slack.tell(alice, 'hello');
    const start = client().apiCall('chat.startStream', { channel: told.channel, markdown_text: 'x' });
    await expect(start).rejects.toMatchObject({ data: { error: 'invalid_thread_ts' } });
  });

  it('take no more when their reader has stopped them', async () => {
    const { ts = '' } = await client().chat.startStream({ ...place(), markdown_text: 'x' });
    const message = slack.world.findMessage(channel.id, ts);
    if (message !== undefined) slack.interrupt(message);
    const append = client().chat.appendStream({ channel: channel.id, ts, markdown_text: 'y' });
    await expect(append).rejects.toMatchObject({ data: { error: 'stopped_by_user' } });
  });

  it('keep the form in which they were opened, and are not updated while they run', async () => {
    const { ts = '' } = await client().chat.startStream({ ...place(), markdown_text: 'x' });
    const at = { channel: channel.id, ts };
    const chunks = [{ type: 'markdown_text' as const, text: 'y' }];
    await expect(client().chat.appendStream({ ...at, chunks })).rejects.toMatchObject({
      data: { error: 'streaming_mode_mismatch' },
    });
    await expect(client().chat.update({ ...at, text: 'y' })).rejects.toMatchObject({
      data: { error: 'streaming_state_conflict' },
    });
    await client().chat.stopStream(at);
    await expect(client().chat.appendStream({ ...at, markdown_text: 'y' })).rejects.toMatchObject({
      data: { error: 'message_not_in_streaming_state' },
    });
    await client().chat.update({ ...at, text: 'y' });
  });

  it('check their blocks and tasks', async () => {
    const start = (chunk: Record<string, unknown>) =>
      client().apiCall('chat.startStream', { ...place(), chunks: [chunk] });
    await expect(start({ type: 'blocks', blocks: [{ type: 'section' }] })).rejects.toMatchObject({
      data: { error: 'invalid_blocks' },
    });
    await expect(start({ type: 'task_update', id: '1', title: 'x', status: 'done' })).rejects.toMatchObject({
      data: { error: 'invalid_chunks' },
    });
    await expect(start({ type: 'task_update', id: '1', title: 'x', status: 'complete' })).resolves.toMatchObject({
      ok: true,
    });
  });
});
