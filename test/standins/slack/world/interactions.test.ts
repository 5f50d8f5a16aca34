import type { App, BlockAction } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topView } from '../api/views.ts';
import type { Fields } from '../blocks/check.ts';
import { feedback, input, modal, option, plain, section } from '../blocks/samples.ts';
import { seenText } from '../seen.ts';
import type { SlackStandIn } from '../slack.ts';
import { startSocketApp } from '../toy-app.ts';
import type { Channel, Message, User } from './model.ts';

let slack: SlackStandIn;
let stop: () => Promise<void>;
let alice: User;
let channel: Channel;
let message: Message;
const heard: Fields[] = [];

const BLOCKS: Fields[] = [
  section({ text: plain(5) }),
  {
    type: 'context_actions',
    block_id: 'thanks',
    elements: [feedback({ action_id: 'rate', negative_button: { text: plain(), value: 'bad' } })],
  },
  {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain(),
        options: [option({ value: 'a' }), option({ value: 'b' })],
      },
      { type: 'external_select', action_id: 'find', placeholder: plain() },
      { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } },
    ],
  },
];

const child = (title: string): Fields =>
  modal({ callback_id: 'child', title: { type: 'plain_text', text: title }, notify_on_close: true });

function setUp(app: App): void {
  for (const id of ['rate', 'pick'] as const) {
    app.action(id, async ({ ack, body }) => {
      await ack();
      heard.push({ ...(body as BlockAction).actions[0] });
    });
  }
  app.action('more', async ({ ack, body, client }) => {
    await ack();
    const view = modal({ callback_id: 'parent', blocks: [input({ type: 'plain_text_input', action_id: 'what' })] });
    await client.apiCall('views.open', { trigger_id: (body as BlockAction).trigger_id, view });
  });
  app.options('find', async ({ ack, payload }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: payload.value }, value: payload.value }] });
  });
  app.shortcut('explain', async ({ ack, shortcut }) => {
    await ack();
    heard.push(shortcut as unknown as Fields);
  });
  app.view('parent', async ({ ack, view }) => {
    const text = Object.values(view.state.values)[0]?.what?.value;
    await ack({ response_action: text === 'push' ? 'push' : 'update', view: child(String(text)) } as never);
  });
  app.view('child', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view({ type: 'view_closed', callback_id: 'child' }, async ({ ack, body }) => {
    await ack();
    heard.push({ type: body.type });
  });
}

beforeAll(async () => {
  ({ slack, stop } = await startSocketApp(setUp));
  alice = slack.world.addUser({ name: 'alice' });
  channel = slack.world.addChannel({ name: 'general', members: [alice], withBot: true });
  message = slack.world.addMessage({ channel: channel.id, user: slack.world.app.botUserId, blocks: BLOCKS });
});

afterAll(async () => {
  await stop();
});

describe('what people click', () => {
  it('is feedback with the value of the thumb', async () => {
    await slack.click(alice, message, 'rate', { feedback: 'negative' });
    expect(heard.at(-1)).toMatchObject({
      type: 'feedback_buttons',
      action_id: 'rate',
      block_id: 'thanks',
      value: 'bad',
    });
  });

  it('is an option of a menu, and only one that is there', async () => {
    await slack.click(alice, message, 'pick', { options: ['b'] });
    expect(heard.at(-1)).toMatchObject({ type: 'static_select', selected_option: { value: 'b' } });
    await expect(slack.click(alice, message, 'pick', { options: ['c'] })).rejects.toThrow(
      'no option has the value "c"',
    );
  });

  it('is something that is there', async () => {
    await expect(slack.click(alice, message, 'Less')).rejects.toThrow(
      '0 elements are called "Less"; there are: rate "", pick "x"',
    );
  });

  it('is a message shortcut, with the message', async () => {
    await slack.shortcut(alice, 'explain', message);
    expect(heard.at(-1)).toMatchObject({
      type: 'message_action',
      callback_id: 'explain',
      message_ts: message.ts,
      channel: { id: channel.id },
    });
    await slack.shortcut(alice, 'explain');
    expect(heard.at(-1)).toMatchObject({ type: 'shortcut', callback_id: 'explain' });
  });

  it('gets options from the app', async () => {
    const { response } = await slack.suggest(alice, message, 'find', 'cle');
    expect(response).toMatchObject({ options: [{ value: 'cle' }] });
  });
});

describe('modals', () => {
  async function openParent(): Promise<void> {
    const from = slack.posts.length;
    await slack.click(alice, message, 'More');
    await slack.nextPost(({ kind }) => kind === 'view', { from });
  }
  const titleNow = () =>
    seenText({ text: String((topView(slack.world, alice.id)?.content.title as Fields | undefined)?.text ?? 'none') });

  it('change in place on submission, and tell the app when they are closed', async () => {
    await openParent();
    await slack.submitView(alice, { what: 'now' });
    expect(titleNow()).toBe('now');
    await slack.closeView(alice);
    expect([titleNow(), heard.at(-1)]).toEqual(['none', { type: 'view_closed' }]);
  });

  it('push another on top, and all are cleared together', async () => {
    await openParent();
    await slack.submitView(alice, { what: 'push' });
    expect(titleNow()).toBe('push');
    await slack.submitView(alice);
    expect(titleNow()).toBe('none');
  });

  it('take no inputs that they do not have', async () => {
    await openParent();
    await expect(slack.submitView(alice, { what: 'x', who: 'y' })).rejects.toThrow('no input called who');
    await slack.closeView(alice);
  });
});
