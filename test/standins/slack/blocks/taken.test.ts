import { describe, expect, it } from 'vitest';
import type { Fields } from './check.ts';
import {
  actions,
  button,
  container,
  contextActions,
  feedback,
  input,
  mrkdwn,
  option,
  plain,
  raw,
  rich,
  section,
  table,
} from './samples.ts';
import { refuseBlocks } from './validate.ts';

/** What Slack takes. */
const TAKEN: [name: string, block: Fields][] = [
  ['a section of fields alone', { type: 'section', fields: [mrkdwn(), plain()] }],
  ['a section that shows all', section({ expand: true, accessory: button() })],
  ['a collapsed container', container({ is_collapsible: true, default_collapsed: true, subtitle: mrkdwn() })],
  [
    'a container with a rich title',
    { type: 'container', rich_text_title: rich({ type: 'text', text: 'x' }), child_blocks: [section()] },
  ],
  ['a blank cell', table([[raw(), { type: 'raw_text', text: 'x' }, { type: 'raw_number', value: 1, text: '1' }]])],
  ['a rich cell with a mention alone', table([[rich({ type: 'user', user_id: 'U1' })]])],
  ['an alert', { type: 'alert', text: mrkdwn(), level: 'warning' }],
  ['a trash icon', contextActions(feedback({ action_id: 'a' }), { type: 'icon_button', icon: 'trash', text: plain() })],
  [
    'a nested list',
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'ordered',
          indent: 1,
          border: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x.test' }] }],
        },
      ],
    },
  ],
  [
    'quoted and preformatted text',
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_quote', elements: [{ type: 'text', text: ' ' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] },
      ],
    },
  ],
  [
    'a plan',
    {
      type: 'plan',
      title: 'x',
      tasks: [
        {
          type: 'task_card',
          task_id: '1',
          title: 'x',
          status: 'complete',
          sources: [{ type: 'url', url: 'https://x.test', text: 'x' }],
        },
      ],
    },
  ],
  [
    'a select with groups',
    actions({
      type: 'multi_static_select',
      option_groups: [{ label: plain(), options: [option()] }],
      max_selected_items: 2,
    }),
  ],
  [
    'an input',
    input(
      { type: 'plain_text_input', multiline: true, min_length: 1, max_length: 3000 },
      { optional: true, hint: plain() },
    ),
  ],
];

describe('a message', () => {
  it.each(TAKEN)('may hold %s', (_name, block) => {
    expect(refuseBlocks([block])).toBeUndefined();
  });
});
