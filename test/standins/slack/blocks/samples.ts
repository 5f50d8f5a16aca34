/** Small valid blocks for the tests of the limits. */
import type { Fields } from './check.ts';

export const text = (length: number) => 'x'.repeat(length);
export const plain = (length = 1): Fields => ({ type: 'plain_text', text: text(length) });
export const mrkdwn = (length = 1): Fields => ({ type: 'mrkdwn', text: text(length) });
export const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const section = (more: Fields = {}): Fields => ({ type: 'section', text: mrkdwn(), ...more });
export const button = (more: Fields = {}): Fields => ({ type: 'button', text: plain(), ...more });
export const actions = (...elements: Fields[]): Fields => ({ type: 'actions', elements });
export const option = (more: Fields = {}): Fields => ({ text: plain(), value: 'x', ...more });
export const raw = (length = 1): Fields => ({ type: 'raw_text', text: text(length) });
export const rich = (...elements: Fields[]): Fields => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
export const table = (rows: Fields[][], more: Fields = {}): Fields => ({ type: 'table', rows, ...more });
export const dataTable = (rows: Fields[][], more: Fields = {}): Fields => ({
  type: 'data_table',
  caption: 'x',
  rows,
  ...more,
});
export const container = (more: Fields = {}): Fields => ({
  type: 'container',
  title: plain(),
  child_blocks: [section()],
  ...more,
});
export const feedback = (more: Fields = {}): Fields => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(), value: 'x' },
  negative_button: { text: plain(), value: 'x' },
  ...more,
});
export const contextActions = (...elements: Fields[]): Fields => ({ type: 'context_actions', elements });
export const card = (more: Fields = {}): Fields => ({ type: 'card', title: mrkdwn(), ...more });
export const input = (element: Fields = { type: 'plain_text_input' }, more: Fields = {}): Fields => ({
  type: 'input',
  label: plain(),
  element,
  ...more,
});
export const modal = (more: Fields = {}): Fields => ({
  type: 'modal',
  title: plain(),
  submit: plain(),
  blocks: [section()],
  ...more,
});
