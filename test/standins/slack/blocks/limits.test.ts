import { describe, expect, it } from 'vitest';
import type { Fields } from './check.ts';
import {
  actions,
  button,
  card,
  container,
  contextActions,
  dataTable,
  feedback,
  input,
  many,
  mrkdwn,
  option,
  plain,
  raw,
  rich,
  section,
  table,
  text,
} from './samples.ts';
import { refuseBlocks } from './validate.ts';

const select = (more: Fields) => actions({ type: 'static_select', options: [option()], ...more });
const menu = (count: number) => actions({ type: 'overflow', options: many(count, () => option()) });
const choices = (type: string) => (count: number) => actions({ type, options: many(count, () => option()) });
const confirm = (more: Fields) =>
  actions(button({ confirm: { title: plain(), text: plain(), confirm: plain(), deny: plain(), ...more } }));
const image = (more: Fields): Fields => ({ type: 'image', image_url: 'https://x.test/a.png', alt_text: 'x', ...more });
const long = (length: number) => `https://x.test/${text(length - 15)}`;

/** A block made to a size, the largest size that Slack takes, and where it complains above. */
const BLOCK_LIMITS: [name: string, most: number, make: (size: number) => Fields, pointer: string][] = [
  ['characters of a section', 3000, (size) => section({ text: mrkdwn(size) }), '/blocks/0/text/text'],
  ['characters of a plain section', 3000, (size) => section({ text: plain(size) }), '/blocks/0/text/text'],
  ['fields of a section', 10, (size) => section({ fields: many(size, () => mrkdwn()) }), '/blocks/0/fields'],
  ['characters of a field', 2000, (size) => section({ fields: [mrkdwn(size)] }), '/blocks/0/fields/0/text'],
  ['characters of a header', 150, (size) => ({ type: 'header', text: plain(size) }), '/blocks/0/text/text'],
  [
    'elements of a context',
    10,
    (size) => ({ type: 'context', elements: many(size, () => mrkdwn()) }),
    '/blocks/0/elements',
  ],
  ['elements of actions', 25, (size) => actions(...many(size, () => button())), '/blocks/0/elements'],
  ['context actions', 5, (size) => contextActions(...many(size, () => feedback())), '/blocks/0/elements'],
  ['characters of a block id', 255, (size) => section({ block_id: text(size) }), '/blocks/0/block_id'],
  [
    'characters of an action id',
    255,
    (size) => actions(button({ action_id: text(size) })),
    '/blocks/0/elements/0/action_id',
  ],
  ['characters on a button', 75, (size) => actions(button({ text: plain(size) })), '/blocks/0/elements/0/text/text'],
  ['characters of a value', 2000, (size) => actions(button({ value: text(size) })), '/blocks/0/elements/0/value'],
  ['characters of a url', 3000, (size) => actions(button({ url: long(size) })), '/blocks/0/elements/0/url'],
  [
    'characters of a label for screen readers',
    75,
    (size) => actions(button({ accessibility_label: text(size) })),
    '/blocks/0/elements/0/accessibility_label',
  ],
  [
    'characters on a feedback button',
    75,
    (size) => contextActions(feedback({ positive_button: { text: plain(size), value: 'x' } })),
    '/blocks/0/elements/0/positive_button/text/text',
  ],
  [
    'characters of feedback',
    2000,
    (size) => contextActions(feedback({ positive_button: { text: plain(), value: text(size) } })),
    '/blocks/0/elements/0/positive_button/value',
  ],
  [
    'characters of an option',
    75,
    (size) => select({ options: [option({ text: plain(size) })] }),
    '/blocks/0/elements/0/options/0/text/text',
  ],
  [
    'characters of an option value',
    75,
    (size) => select({ options: [option({ value: text(size) })] }),
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'characters of a placeholder',
    150,
    (size) => select({ placeholder: plain(size) }),
    '/blocks/0/elements/0/placeholder/text',
  ],
  ['options of a menu', 100, choices('static_select'), '/blocks/0/elements/0/options'],
  ['radio buttons', 10, choices('radio_buttons'), '/blocks/0/elements/0/options'],
  ['checkboxes', 10, choices('checkboxes'), '/blocks/0/elements/0/options'],
  ['options of an overflow menu', 5, menu, '/blocks/0/elements/0/options'],
  [
    'characters of a confirm title',
    100,
    (size) => confirm({ title: plain(size) }),
    '/blocks/0/elements/0/confirm/title/text',
  ],
  [
    'characters of a confirm text',
    300,
    (size) => confirm({ text: mrkdwn(size) }),
    '/blocks/0/elements/0/confirm/text/text',
  ],
  [
    'characters of a confirm button',
    30,
    (size) => confirm({ confirm: plain(size) }),
    '/blocks/0/elements/0/confirm/confirm/text',
  ],
  [
    'characters of a cancel button',
    30,
    (size) => confirm({ deny: plain(size) }),
    '/blocks/0/elements/0/confirm/deny/text',
  ],
  ['characters of a markdown block', 12_000, (size) => ({ type: 'markdown', text: text(size) }), '/blocks/0/text'],
  ['characters of alt text', 2000, (size) => image({ alt_text: text(size) }), '/blocks/0/alt_text'],
  ['characters of an image title', 2000, (size) => image({ title: plain(size) }), '/blocks/0/title/text'],
  ['rows of a table', 100, (size) => table(many(size, () => [raw()])), '/blocks/0/rows'],
  ['columns of a table', 20, (size) => table([many(size, () => raw())]), '/blocks/0/rows/0'],
  ['characters of a table', 10_000, (size) => table([[raw(size)]]), '/blocks/0/rows'],
  [
    'column settings',
    20,
    (size) => table([[raw()]], { column_settings: many(size, () => ({ align: 'left' })) }),
    '/blocks/0/column_settings',
  ],
  ['rows of a data table', 101, (size) => dataTable(many(size, () => [raw()])), '/blocks/0/rows'],
  ['rows of a page', 100, (size) => dataTable([[raw()], [raw()]], { page_size: size }), '/blocks/0/page_size'],
  ['characters of a card title', 150, (size) => card({ title: mrkdwn(size) }), '/blocks/0/title/text'],
  ['characters of a card subtitle', 150, (size) => card({ subtitle: mrkdwn(size) }), '/blocks/0/subtitle/text'],
  ['characters of a card body', 200, (size) => card({ body: mrkdwn(size) }), '/blocks/0/body/text'],
  [
    'cards of a carousel',
    10,
    (size) => ({ type: 'carousel', elements: many(size, () => card()) }),
    '/blocks/0/elements',
  ],
  ['characters of a container title', 150, (size) => container({ title: plain(size) }), '/blocks/0/title/text'],
  [
    'characters of a container subtitle',
    150,
    (size) => container({ subtitle: mrkdwn(size) }),
    '/blocks/0/subtitle/text',
  ],
  [
    'blocks of a container',
    10,
    (size) => container({ child_blocks: many(size, () => section()) }),
    '/blocks/0/child_blocks',
  ],
  ['characters of an input label', 2000, (size) => input(undefined, { label: plain(size) }), '/blocks/0/label/text'],
  ['characters of an input hint', 2000, (size) => input(undefined, { hint: plain(size) }), '/blocks/0/hint/text'],
  [
    'characters that an input asks for',
    3000,
    (size) => input({ type: 'plain_text_input', max_length: size }),
    '/blocks/0/element/max_length',
  ],
  [
    'indent of a list',
    8,
    (size) => ({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: size,
          elements: [{ type: 'rich_text_section', elements: [] }],
        },
      ],
    }),
    '/blocks/0/elements/0/indent',
  ],
];

describe('messages', () => {
  it.each(BLOCK_LIMITS)('takes %s up to %i and complains at their place above', (_name, most, make, pointer) => {
    expect(refuseBlocks([make(most)])).toBeUndefined();
    const refusal = refuseBlocks([make(most + 1)]);
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.response_metadata?.messages.join('\n')).toContain(`[json-pointer:${pointer}]`);
  });

  it('words complaints as Slack does', () => {
    expect(refuseBlocks([section({ text: mrkdwn(3001) })])?.response_metadata?.messages).toEqual([
      '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
    expect(refuseBlocks(many(51, () => section()))).toEqual({
      error: 'invalid_blocks',
      errors: ['no more than 50 items allowed [json-pointer:/blocks]'],
      response_metadata: { messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'] },
    });
  });

  it('takes 50 blocks', () => {
    expect(refuseBlocks(many(50, () => section()))).toBeUndefined();
  });

  it('takes 12,000 characters of markdown and 13,200 in all, and no more', () => {
    const markdown = (size: number) => ({ type: 'markdown', text: text(size) });
    expect(refuseBlocks([markdown(6000), markdown(6000)])).toBeUndefined();
    expect(refuseBlocks([markdown(6000), markdown(6001)])).toEqual({ error: 'msg_blocks_too_long' });
    const sections = (size: number) => [
      ...many(4, () => section({ text: mrkdwn(3000) })),
      section({ text: mrkdwn(size) }),
    ];
    expect(refuseBlocks(sections(1200))).toBeUndefined();
    expect(refuseBlocks(sections(1201))).toEqual({ error: 'msg_blocks_too_long' });
  });

  it('takes one table, also counting those in containers', () => {
    expect(refuseBlocks([table([[raw()]])])).toBeUndefined();
    const two = [table([[raw()]]), container({ child_blocks: [table([[raw()]])] })];
    expect(refuseBlocks(two)?.error).toBe('invalid_attachments');
  });
});

describe('rich text cells', () => {
  it('count as the text they show', () => {
    expect(refuseBlocks([table([[rich({ type: 'text', text: text(10_000) })]])])).toBeUndefined();
    expect(refuseBlocks([table([[rich({ type: 'text', text: text(10_001) })]])])?.error).toBe('invalid_blocks');
  });
});
