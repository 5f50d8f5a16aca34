import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fields } from '../blocks/check.ts';
import { refuseBlocks, refuseView } from '../blocks/validate.ts';
import { findChromium, screenshots } from '../screenshot.ts';
import { seenText } from '../seen.ts';
import { createSlack, type SlackStandIn } from '../slack.ts';
import { createClient } from '../toy-app.ts';
import type { Channel, Message, User } from '../world/model.ts';
import { channelPage, threadPage, viewPage } from './page.ts';

let slack: SlackStandIn;
let alice: User;
let channel: Channel;
let asked: Message;

const plain = (text: string): Fields => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Fields => ({ type: 'mrkdwn', text });
const raw = (text: string): Fields => ({ type: 'raw_text', text });

const ANSWER: Fields[] = [
  { type: 'header', text: plain('Office Clerk') },
  {
    type: 'section',
    expand: true,
    text: mrkdwn(
      'A clerk *types and files* <https://x.test/a|letters> [1], and _answers_ the `telephone` [2].\n• one\n• two\n> quoted &lt;text&gt;',
    ),
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Requirements', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Two years of office work' }] },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'A licence, ' },
              { type: 'link', url: 'https://x.test', text: 'class C' },
            ],
          },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Types at 40 words a minute.' }] },
    ],
  },
  {
    type: 'table',
    rows: [
      [raw('Class'), raw('Pay')],
      [raw('Clerk I'), raw('$20.10')],
      [raw('Clerk II'), raw('$23.40')],
    ],
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
  },
  {
    type: 'container',
    title: plain('2 passages'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: mrkdwn('*[1]* “Types and files letters.”') }],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', text: plain('Compare with Clerk II'), style: 'primary' },
      { type: 'button', text: plain('Open the document'), url: 'https://x.test' },
    ],
  },
  { type: 'context', elements: [mrkdwn('clerk.txt · read today')] },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        positive_button: { text: plain('Good answer'), value: 'good' },
        negative_button: { text: plain('Bad answer'), value: 'bad' },
      },
    ],
  },
];

const MODAL = {
  type: 'modal',
  title: plain('Give feedback'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [
    { type: 'section', text: mrkdwn('What was wrong?') },
    {
      type: 'input',
      block_id: 'why',
      label: plain('Reason'),
      element: {
        type: 'static_select',
        placeholder: plain('Choose one'),
        options: [{ text: plain('Wrong'), value: 'wrong' }],
      },
    },
    {
      type: 'input',
      block_id: 'more',
      optional: true,
      label: plain('More'),
      element: { type: 'plain_text_input', multiline: true, placeholder: plain('In your words') },
    },
  ],
};

const MARKDOWN = '## Duties\n- **types** letters\n  1. files them\n\n```\ncode\n```\nSee [the list](https://x.test).';

beforeAll(async () => {
  slack = await createSlack({ times: { ack: 1, retries: [] } });
  alice = slack.world.addUser({ name: 'alice', realName: 'Alice Moor' });
  channel = slack.world.addChannel({ name: 'hr-questions', members: [alice], withBot: true });
  const client = createClient(slack);
  asked = slack.say(alice, channel, `${slack.tag()} what does a clerk do?`);
  const place = { channel: channel.id, thread_ts: asked.ts };
  await client.apiCall('chat.postMessage', { ...place, text: 'A clerk types.', blocks: ANSWER });
  await client.chat.postMessage({ ...place, markdown_text: MARKDOWN });
  await client.chat.postEphemeral({
    ...place,
    user: alice.id,
    text: 'Thank you for <!here> & the *feedback* :thumbsup:',
  });
  await client.assistant.threads.setStatus({ channel_id: channel.id, thread_ts: asked.ts, status: 'is reading…' });
});

afterAll(async () => {
  await slack.close();
});

const thread = (isExpanded = false) =>
  threadPage(slack.world, slack.visible(channel, alice, asked), { title: '# hr-questions', isExpanded });

describe('a page', () => {
  it('shows a thread: the blocks, who alone sees a message, and the status', () => {
    const html = thread();
    expect(html).toContain('<b>types and files</b> <a href="https://x.test/a">letters</a>');
    expect(html).toContain('<blockquote>quoted &lt;text&gt;</blockquote>');
    expect(html).toContain('Only visible to you');
    expect(html).toContain('is reading…');
    expect(html).toContain('2 replies');
    expect(html).toContain('<pre>code\n</pre>');
    expect(html).toContain('<span class="mention loud">@here</span>');
  });

  it('hides what is in a collapsed container, unless it is opened', () => {
    expect(thread()).not.toContain('“Types and files letters.”');
    expect(thread(true)).toContain('“Types and files letters.”');
  });

  it('shows how many replies there are in the channel, and none of them', () => {
    const html = channelPage(slack.world, slack.visible(channel, alice), { title: '# hr-questions' });
    expect(html).toContain('2 replies');
    expect(html).not.toContain('Clerk II');
  });

  it('shows radio buttons as choices with their notes', () => {
    const options = [{ text: mrkdwn('*Clerk*'), value: 'a', description: plain('types') }];
    const blocks = [{ type: 'actions', elements: [{ type: 'radio_buttons', options }] }];
    const message = slack.world.addMessage({ channel: channel.id, user: slack.world.app.botUserId, blocks });
    const html = channelPage(slack.world, [message], { title: 'x' });
    expect(html).toContain('<span class="dot"></span><span><b>Clerk</b><span class="note">types</span></span>');
    expect(seenText(message)).toBe('[*Clerk*]');
  });

  it('loads nothing and runs nothing, whatever a text says', () => {
    const message = slack.say(alice, channel, '<script>alert(1)</script> <img src=x>');
    const html = channelPage(slack.world, [message], { title: '<b>' });
    expect(html).not.toMatch(/<script|<img|<link|src=x>/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('is drawn as a picture where there is Chromium', async ({ skip }) => {
    skip(findChromium() === undefined, 'no Chromium here: apt-get install chromium');
    expect([refuseBlocks(ANSWER), refuseView(MODAL, 'modal')]).toEqual([undefined, undefined]);
    const folder = mkdtempSync(join(tmpdir(), 'slack-page-'));
    const view = {
      id: 'V1',
      type: 'modal',
      user: alice.id,
      content: MODAL,
      hash: '',
      rootId: 'V1',
      previousId: undefined,
      isOpen: true,
      errors: { why: 'Choose a reason.' },
    } as Parameters<typeof viewPage>[1];
    const pages = [
      { html: thread(), path: join(folder, 'thread.png') },
      { html: viewPage(slack.world, view, { title: 'Feedback' }), path: join(folder, 'modal.png') },
    ];
    try {
      await screenshots(pages);
      for (const { path } of pages) {
        expect(existsSync(path)).toBe(true);
        // Width and height stand in a PNG's header.
        const png = readFileSync(path);
        expect([png.readUInt32BE(16), png.readUInt32BE(20) > 200]).toEqual([820, true]);
      }
    } finally {
      if (process.env.KEEP_PAGES === undefined) rmSync(folder, { recursive: true });
      else process.stderr.write(`${folder}\n`);
    }
  });
});
