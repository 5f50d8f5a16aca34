/** Finding what a person can click, and what a click says. */
import { type Fields, isFields } from '../blocks/check.ts';

/** An element that can be clicked, with the block it stands in. */
export interface Clickable {
  element: Fields;
  block: Fields;
}

/** Every element with an action id in blocks, containers and cards, in reading order. */
function clickables(blocks: readonly Fields[]): Clickable[] {
  return blocks.flatMap((block) => {
    const inside = [block.elements, block.actions, [block.accessory], [block.element]]
      .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
      .filter(isFields);
    const own = inside.filter(({ action_id: id }) => typeof id === 'string').map((element) => ({ element, block }));
    const cards = inside.filter(({ type }) => type === 'card');
    const children = Array.isArray(block.child_blocks) ? (block.child_blocks as Fields[]) : [];
    return [...own, ...clickables([...cards, ...children])];
  });
}

/** What is shown on an element. */
function labelOf({ text, placeholder }: Fields): string {
  const shown = text ?? placeholder;
  return isFields(shown) ? String(shown.text) : '';
}

/** The one element with this action id or this label. */
export function findClickable(blocks: readonly Fields[], wanted: string): Clickable {
  const all = clickables(blocks);
  const found = all.filter(({ element }) => element.action_id === wanted || labelOf(element) === wanted);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const there = all.map(({ element }) => `${String(element.action_id)} "${labelOf(element)}"`).join(', ');
    throw new Error(`${found.length} elements are called "${wanted}"; there are: ${there || 'none'}`);
  }
  return first;
}

/** What a person does with an element that is more than a button. */
export interface Choice {
  /** For feedback buttons. */
  feedback?: 'positive' | 'negative';
  /** The value of the option chosen in a menu, or of several. */
  options?: readonly string[];
  /** A user, channel, date or text. */
  value?: string;
}

function chosen(element: Fields, values: readonly string[]): Fields[] {
  const groups = Array.isArray(element.option_groups) ? (element.option_groups as Fields[]) : [element];
  const all = groups.flatMap(({ options }) => (Array.isArray(options) ? (options as Fields[]) : []));
  return values.map((wanted) => {
    const option = all.find(({ value }) => value === wanted);
    if (option === undefined) throw new Error(`no option has the value "${wanted}"`);
    return option;
  });
}

/** What an element's state is after the choice: as in `actions[]` and in `state.values`. */
export function stateOf(element: Fields, choice: Choice): Fields {
  const type = String(element.type);
  const { options = [], value } = choice;
  if (type === 'feedback_buttons') {
    const button = element[`${choice.feedback ?? 'positive'}_button`] as Fields;
    return { type, text: button.text, value: button.value };
  }
  if (['checkboxes', 'multi_static_select', 'multi_external_select'].includes(type)) {
    return { type, selected_options: chosen(element, options) };
  }
  if (['radio_buttons', 'static_select', 'overflow'].includes(type)) {
    return { type, selected_option: chosen(element, options)[0] ?? null };
  }
  const field = {
    users_select: 'selected_user',
    channels_select: 'selected_channel',
    conversations_select: 'selected_conversation',
    datepicker: 'selected_date',
    timepicker: 'selected_time',
  }[type];
  if (field !== undefined) return { type, [field]: value ?? null };
  if (/button/.test(type))
    return { type, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
  return { type, value: value ?? null };
}
