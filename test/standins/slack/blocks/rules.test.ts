import { describe, expect, it } from 'vitest';
import type { Fields } from './check.ts';
import {
  actions,
  button,
  card,
  container,
  contextActions,
  feedback,
  mrkdwn,
  option,
  plain,
  section,
} from './samples.ts';
import { refuseBlocks } from './validate.ts';

/** What Slack refuses whatever its size, and how the first complaint that says why begins. */
const REFUSED: [name: string, block: Fields, complaint: string][] = [
  [
    'an unknown block',
    { type: 'sections', text: mrkdwn() },
    'unsupported type: sections [json-pointer:/blocks/0/type]',
  ],
  ['a block without type', { text: mrkdwn() }, 'missing required field: type [json-pointer:/blocks/0]'],
  ['an unknown field', section({ colour: 'red' }), 'invalid additional property: colour [json-pointer:/blocks/0]'],
  ['an empty section', { type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'an empty text',
    section({ text: { type: 'mrkdwn', text: '' } }),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a text of white space',
    section({ text: { type: 'mrkdwn', text: ' \n' } }),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a string for a text object', section({ text: 'x' }), 'must provide an object [json-pointer:/blocks/0/text]'],
  [
    'mrkdwn in a header',
    { type: 'header', text: mrkdwn() },
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'mrkdwn on a button',
    actions(button({ text: mrkdwn() })),
    'unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]',
  ],
  [
    'plain text in a card',
    card({ title: plain() }),
    'unsupported type: plain_text [json-pointer:/blocks/0/title/type]',
  ],
  [
    'emoji with mrkdwn',
    section({ text: { ...mrkdwn(), emoji: true } }),
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'verbatim with plain text',
    section({ text: { ...plain(), verbatim: true } }),
    'invalid additional property: verbatim [json-pointer:/blocks/0/text]',
  ],
  ['no elements', actions(), 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'an input among actions',
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a button in a context',
    { type: 'context', elements: [button()] },
    'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'feedback among actions',
    actions(feedback()),
    'unsupported type: feedback_buttons [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a button among context actions',
    contextActions(button()),
    'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'feedback without value',
    contextActions(feedback({ negative_button: { text: plain() } })),
    'missing required field: value [json-pointer:/blocks/0/elements/0/negative_button]',
  ],
  [
    'an unknown icon',
    contextActions({ type: 'icon_button', icon: 'star', text: plain() }),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/icon]',
  ],
  [
    'an unknown style',
    actions(button({ style: 'default' })),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'an address that is none',
    actions(button({ url: 'nowhere' })),
    'invalid url [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'an image without alt text',
    { type: 'image', image_url: 'https://x.test/a.png' },
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'an image without source',
    { type: 'image', alt_text: 'x' },
    'missing required field: image_url [json-pointer:/blocks/0]',
  ],
  [
    'an option with a url outside an overflow menu',
    actions({ type: 'static_select', options: [option({ url: 'https://x.test' })] }),
    'invalid additional property: url [json-pointer:/blocks/0/elements/0/options/0]',
  ],
  [
    'a menu without options',
    actions({ type: 'static_select' }),
    'missing required field: options [json-pointer:/blocks/0/elements/0]',
  ],
];

describe('a message', () => {
  it.each(REFUSED)('may not hold %s', (_name, block, complaint) => {
    const refusal = refuseBlocks([block]);
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.errors).toContain(complaint);
  });

  it('has each action id and each block id once, also in containers', () => {
    const same = () => actions(button({ action_id: 'same' }));
    expect(refuseBlocks([same(), container({ child_blocks: [same()] })])?.errors).toEqual([
      '`action_id` "same" already exists [json-pointer:/blocks/1/child_blocks/0/elements/0/action_id]',
    ]);
    const twice = [section({ block_id: 'b' }), container({ child_blocks: [section({ block_id: 'b' })] })];
    expect(refuseBlocks(twice)?.errors).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/child_blocks/0/block_id]',
    ]);
  });

  it.each([[{ type: 'section' }], ['[]'], [['section']]])('is a list of blocks, not %j', (blocks) => {
    expect(refuseBlocks(blocks)).toEqual({ error: 'invalid_blocks_format' });
  });
});
