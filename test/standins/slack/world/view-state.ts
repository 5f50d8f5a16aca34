/** What a filled-in modal submits. */
import { type Fields, isFields } from '../blocks/check.ts';
import { stateOf } from './elements.ts';
import type { View } from './model.ts';

const OPTION_TYPES = /^(?:checkboxes|radio_buttons|.*static_select|.*external_select)$/;

function initialState(element: Fields): Fields {
  const option = element.initial_option;
  const options = element.initial_options;
  if (isFields(option)) return { type: element.type, selected_option: option };
  if (Array.isArray(options)) return { type: element.type, selected_options: options };
  const value = element.initial_value ?? element.initial_date ?? element.initial_user ?? element.initial_channel;
  return stateOf(element, typeof value === 'string' ? { value } : {});
}

function isEmpty(state: Fields): boolean {
  return Object.entries(state).every(
    ([name, value]) =>
      name === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

function ensureFits(label: string, element: Fields, state: Fields): void {
  if (typeof state.value !== 'string') return;
  const { length } = state.value;
  if (typeof element.min_length === 'number' && length < element.min_length) throw new Error(`"${label}" is too short`);
  if (typeof element.max_length === 'number' && length > element.max_length) throw new Error(`"${label}" is too long`);
}

/**
 * `state.values` of a modal: block id → action id → state. `values` are texts or option values by block id, action id
 * or label. Throws where Slack's client would not submit: a required input is empty, or a text too long or too short.
 */
export function submission(view: View, values: Record<string, string | readonly string[]>): Fields {
  const unused = new Set(Object.keys(values));
  const state: Record<string, Fields> = {};
  for (const block of view.content.blocks) {
    if (block.type !== 'input' || !isFields(block.element)) continue;
    const { element } = block;
    const label = isFields(block.label) ? String(block.label.text) : '';
    const name = [block.block_id, element.action_id, label]
      .map(String)
      .find((candidate) => values[candidate] !== undefined);
    const given = name === undefined ? undefined : values[name];
    if (name !== undefined) unused.delete(name);
    const list = given === undefined || typeof given === 'string' ? [given ?? ''] : given;
    const entry =
      given === undefined
        ? initialState(element)
        : stateOf(element, OPTION_TYPES.test(String(element.type)) ? { options: list } : { value: list[0] ?? '' });
    if (isEmpty(entry) && block.optional !== true) throw new Error(`"${label}" must be filled in`);
    ensureFits(label, element, entry);
    state[String(block.block_id)] = { [String(element.action_id)]: entry };
  }
  if (unused.size > 0) throw new Error(`the modal has no input called ${[...unused].join(', ')}`);
  return state;
}
