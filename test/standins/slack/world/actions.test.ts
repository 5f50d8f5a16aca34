import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../blocks/check.ts';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';
import type { Channel, User } from './model.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;

beforeAll(async () => {
  slack = await createSlack({ times: { ack: 1, retries: [] } });
});

afterAll(async () => {
  await slack.close();
});

beforeEach(() => {
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
  slack.deliveries.length = 0;
});

const events = (): Fields[] => slack.deliveries.map(({ payload }) => payload.event as Fields);

describe('what people do', () => {
  it('is told with both versions when they edit, and with the old one when they delete', () => {
    const message = slack.say(alice, channel, 'helo');
    slack.edit(message, 'hello');
    slack.remove(message);
    expect(events()).toMatchObject([
      { type: 'message', text: 'helo', channel_type: 'channel' },
      {
        subtype: 'message_changed',
        message: { text: 'hello', edited: { user: alice.id } },
        previous_message: { text: 'helo' },
      },
      { subtype: 'message_deleted', deleted_ts: message.ts, previous_message: { text: 'hello' } },
    ]);
    expect(slack.visible(channel, alice)).toEqual([]);
  });

  it('is told only where the app is, and only what it subscribes to', () => {
    const elsewhere = slack.world.addChannel({ name: 'elsewhere', members: [alice] });
    slack.say(alice, elsewhere, `${slack.tag()} hello`);
    slack.world.app.events.delete('message.channels');
    slack.say(alice, channel, `${slack.tag()} hello`);
    slack.world.app.events.add('message.channels');
    expect(events().map(({ type }) => type)).toEqual(['app_mention']);
  });

  it('is tabs, joining, leaving and reactions', () => {
    slack.openHome(alice);
    slack.openMessagesTab(alice);
    const ben = slack.world.addUser({ name: 'ben', teamId: 'T0OTHER' });
    slack.join(ben, channel, alice);
    slack.react(ben, slack.say(ben, channel, 'hello'), 'wave');
    slack.leave(ben, channel);
    expect(events()).toMatchObject([
      { type: 'app_home_opened', tab: 'home', user: alice.id },
      { type: 'app_home_opened', tab: 'messages' },
      { type: 'member_joined_channel', user: ben.id, inviter: alice.id },
      { type: 'message', user_team: 'T0OTHER' },
      { type: 'reaction_added', reaction: 'wave' },
      { type: 'member_left_channel' },
    ]);
    expect(slack.deliveries[3]?.payload.is_ext_shared_channel).toBe(true);
  });

  it('is not possible for those who are not there, and nowhere that is archived', () => {
    const outsider = slack.world.addUser({ name: 'outsider' });
    expect(() => slack.say(outsider, channel, 'x')).toThrow('outsider is not in general');
    channel.isArchived = true;
    expect(() => slack.say(alice, channel, 'x')).toThrow('general is archived');
    alice.isDeleted = true;
    expect(() => slack.tell(alice, 'x')).toThrow('alice is deactivated');
  });

  it('is written as Slack writes it: escaped, but for mentions and links', () => {
    const text = slack.say(alice, channel, `<b> & ${slack.tag()} <https://x.test>`).text;
    expect(text).toBe(`&lt;b&gt; &amp; ${slack.tag()} <https://x.test>`);
  });
});

describe("the app's own doing", () => {
  it('comes back to it as events, marked as a bot', async () => {
    const client = createClient(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: channel.id, text: 'x' });
    await client.chat.update({ channel: channel.id, ts, text: 'y' });
    expect(events()).toMatchObject([
      { type: 'message', bot_id: slack.world.app.botId, user: slack.world.app.botUserId },
      { subtype: 'message_changed', message: { bot_id: slack.world.app.botId } },
    ]);
  });

  it('is not told at all when the app is uninstalled, but for that', () => {
    slack.world.app.tokenState = 'revoked';
    slack.say(alice, channel, 'hello');
    slack.sendEvent({ type: 'app_uninstalled' });
    slack.world.app.tokenState = 'valid';
    expect(events()).toMatchObject([{ type: 'app_uninstalled' }]);
  });
});
