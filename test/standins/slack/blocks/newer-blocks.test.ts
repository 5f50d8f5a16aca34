import { describe, expect, it } from 'vitest';
import type { Fields } from './check.ts';
import { actions, button, container, dataTable, input, mrkdwn, plain, raw, rich, section, table } from './samples.ts';
import { refuseBlocks } from './validate.ts';

const list = (...items: Fields[]): Fields => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', style: 'bullet', elements: items }],
});

/** What Slack refuses whatever its size, and how it says why. */
const REFUSED: [name: string, block: Fields, complaint: string][] = [
  [
    'an empty cell',
    table([[{ type: 'raw_text', text: '' }]]),
    'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
  ],
  ['an empty rich cell', table([[rich()]]), 'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0]'],
  ['mrkdwn in a cell', table([[mrkdwn()]]), 'unsupported type: mrkdwn [json-pointer:/blocks/0/rows/0/0/type]'],
  [
    'a data table without caption',
    { type: 'data_table', rows: [[raw()], [raw()]] },
    'missing required field: caption [json-pointer:/blocks/0]',
  ],
  [
    'a data table with only a header',
    dataTable([[raw()]]),
    'no fewer than 2 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'a rich header of a data table',
    dataTable([[rich({ type: 'text', text: 'x' })], [raw()]]),
    'unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]',
  ],
  [
    'uneven rows of a data table',
    dataTable([[raw(), raw()], [raw()]]),
    'all rows must have the same number of cells [json-pointer:/blocks/0/rows]',
  ],
  [
    'a page_size on a table',
    table([[raw()]], { page_size: 5 }),
    'invalid additional property: page_size [json-pointer:/blocks/0]',
  ],
  ['an empty card', { type: 'card' }, 'missing required field: title [json-pointer:/blocks/0]'],
  [
    'a section in a carousel',
    { type: 'carousel', elements: [section()] },
    'unsupported type: section [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'an unknown alert level',
    { type: 'alert', text: plain(), level: 'loud' },
    'must be a valid enum value [json-pointer:/blocks/0/level]',
  ],
  [
    'a container without title',
    { type: 'container', child_blocks: [section()] },
    'missing required field: title [json-pointer:/blocks/0]',
  ],
  [
    'markdown in a container',
    container({ child_blocks: [{ type: 'markdown', text: 'x' }] }),
    'unsupported type: markdown [json-pointer:/blocks/0/child_blocks/0/type]',
  ],
  [
    'a container in a container',
    container({ child_blocks: [container()] }),
    'unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]',
  ],
  [
    'a collapsed container that does not collapse',
    container({ default_collapsed: true }),
    'requires is_collapsible to be true [json-pointer:/blocks/0/default_collapsed]',
  ],
  [
    'loose text in a rich text',
    { type: 'rich_text', elements: [{ type: 'text', text: 'x' }] },
    'unsupported type: text [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'loose text in a list',
    list({ type: 'text', text: 'x' }),
    'unsupported type: text [json-pointer:/blocks/0/elements/0/elements/0/type]',
  ],
  [
    'an empty rich text piece',
    rich({ type: 'text', text: '' }),
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  [
    'an unknown style of rich text',
    rich({ type: 'text', text: 'x', style: { loud: true } }),
    'invalid additional property: loud [json-pointer:/blocks/0/elements/0/elements/0/style]',
  ],
  [
    'a broadcast to nobody known',
    rich({ type: 'broadcast', range: 'all' }),
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/elements/0/range]',
  ],
  [
    'an input without label',
    { type: 'input', element: { type: 'plain_text_input' } },
    'missing required field: label [json-pointer:/blocks/0]',
  ],
  ['a button as an input', input(button()), 'unsupported type: button [json-pointer:/blocks/0/element/type]'],
  [
    'a date in another form',
    actions({ type: 'datepicker', initial_date: '1.2.2026' }),
    'must be a date in the form YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
];

describe('a message', () => {
  it.each(REFUSED)('may not hold %s', (_name, block, complaint) => {
    const refusal = refuseBlocks([block]);
    expect(refusal?.error).toBe('invalid_blocks');
    expect(refusal?.errors).toContain(complaint);
  });
});
