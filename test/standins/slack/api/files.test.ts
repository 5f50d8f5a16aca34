import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';
import type { Channel, User } from '../world/model.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;

beforeAll(async () => {
  slack = await createSlack({ times: { ack: 1, retries: [] } });
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
});

afterAll(async () => {
  await slack.close();
});

describe('files', () => {
  it('are uploaded by the real client into a thread', async () => {
    const asked = slack.say(alice, channel, 'send me the list');
    await createClient(slack).filesUploadV2({
      channel_id: channel.id,
      thread_ts: asked.ts,
      initial_comment: 'here',
      filename: 'list.txt',
      content: 'one\ntwo',
    });
    const shared = slack.visible(channel, alice, asked).at(-1);
    expect(shared?.text).toBe('here');
    expect(shared?.files.map(({ name, content }) => [name, content.toString()])).toEqual([['list.txt', 'one\ntwo']]);
  });

  it('come with a message, and are given to whoever shows the token', async () => {
    const message = slack.say(alice, channel, 'see this', {
      files: [{ name: 'a b.txt', mimetype: 'text/plain', content: 'hello' }],
    });
    const event = slack.deliveries.at(-1)?.payload.event as { subtype: string; files: { url_private: string }[] };
    expect(event.subtype).toBe('file_share');
    const url = event.files[0]?.url_private ?? '';
    const authorization = `Bearer ${slack.world.app.botToken}`;
    expect(await (await fetch(url, { headers: { authorization } })).text()).toBe('hello');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
    expect(message.files).toHaveLength(1);
  });

  it('are not completed before they are uploaded', async () => {
    const { file_id: id = '' } = await createClient(slack).files.getUploadURLExternal({ filename: 'x.txt', length: 1 });
    const complete = createClient(slack).files.completeUploadExternal({ files: [{ id, title: 'x' }] });
    await expect(complete).rejects.toMatchObject({ data: { error: 'file_not_found' } });
  });
});
