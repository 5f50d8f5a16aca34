import { describe, expect, it } from 'vitest';
import type { Fields } from './check.ts';
import {
  container,
  contextActions,
  feedback,
  input,
  many,
  modal,
  plain,
  raw,
  section,
  table,
  text,
} from './samples.ts';
import { refuseView } from './validate.ts';

const VIEW_LIMITS: [name: string, most: number, make: (size: number) => Fields, pointer: string][] = [
  ['characters of a title', 24, (size) => modal({ title: plain(size) }), '/view/title/text'],
  ['characters of the submit button', 24, (size) => modal({ submit: plain(size) }), '/view/submit/text'],
  ['characters of the close button', 24, (size) => modal({ close: plain(size) }), '/view/close/text'],
  ['characters of private metadata', 3000, (size) => modal({ private_metadata: text(size) }), '/view/private_metadata'],
  ['characters of a callback id', 255, (size) => modal({ callback_id: text(size) }), '/view/callback_id'],
  ['characters of an external id', 255, (size) => modal({ external_id: text(size) }), '/view/external_id'],
  ['blocks of a view', 100, (size) => modal({ blocks: many(size, () => section()) }), '/view/blocks'],
];

describe('views', () => {
  it.each(VIEW_LIMITS)('take %s up to %i and complain at their place above', (_name, most, make, pointer) => {
    expect(refuseView(make(most), 'modal')).toBeUndefined();
    const refusal = refuseView(make(most + 1), 'modal');
    expect(refusal?.error).toBe('invalid_arguments');
    expect(refusal?.response_metadata?.messages.join('\n')).toContain(`[json-pointer:${pointer}]`);
  });

  it('take 100 blocks on the Home tab', () => {
    expect(refuseView({ type: 'home', blocks: many(100, () => section()) }, 'home')).toBeUndefined();
    expect(refuseView({ type: 'home', blocks: many(101, () => section()) }, 'home')?.error).toBe('invalid_arguments');
  });
});

describe('a modal', () => {
  it('needs a submit button when it has an input', () => {
    const { submit, ...without } = modal({ blocks: [section(), input()] });
    expect(refuseView({ ...without, submit }, 'modal')).toBeUndefined();
    expect(refuseView(without, 'modal')).toMatchObject({
      error: 'invalid_arguments',
      errors: ['must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]'],
    });
  });

  it.each([
    ['markdown', { type: 'markdown', text: 'x' }],
    ['container', container()],
    ['table', table([[raw()]])],
    ['context_actions', contextActions(feedback())],
  ])('may not hold a %s block', (type, block) => {
    expect(refuseView(modal({ blocks: [block] }), 'modal')?.errors).toEqual([
      `unsupported type: ${type} [json-pointer:/view/blocks/0/type]`,
    ]);
  });

  it('focuses one element', () => {
    const focused = () => input({ type: 'plain_text_input', focus_on_load: true });
    expect(refuseView(modal({ blocks: [focused()] }), 'modal')).toBeUndefined();
    expect(refuseView(modal({ blocks: [focused(), focused()] }), 'modal')?.error).toBe('invalid_arguments');
  });

  it('has a title, and the Home tab has none', () => {
    const { title, ...without } = modal();
    expect(refuseView(without, 'modal')?.errors).toEqual(['missing required field: title [json-pointer:/view]']);
    expect(refuseView({ type: 'home', title, blocks: [] }, 'home')?.errors).toEqual([
      'invalid additional property: title [json-pointer:/view]',
    ]);
  });
});
