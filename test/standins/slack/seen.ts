/**
 * What a person reads in a message or view: mentions, links and escapes resolved, one line for each block, row or list
 * item. Marks of style (`*bold*`) stay, collapsed containers are read too, and buttons stand in brackets.
 */
import { type Fields, isFields } from './blocks/check.ts';
import { tokenize } from './mrkdwn.ts';

function texts(value: unknown): string {
  if (!isFields(value)) return '';
  if (value.type === 'mrkdwn')
    return tokenize(String(value.text))
      .map(({ text }) => text)
      .join('');
  return String(value.text ?? '');
}

function richLeaf(leaf: Fields): string {
  if (leaf.type === 'user') return `@${String(leaf.user_id)}`;
  if (leaf.type === 'usergroup') return `@${String(leaf.usergroup_id)}`;
  if (leaf.type === 'channel') return `#${String(leaf.channel_id)}`;
  if (leaf.type === 'broadcast') return `@${String(leaf.range)}`;
  if (leaf.type === 'emoji') return `:${String(leaf.name)}:`;
  return String(leaf.text ?? leaf.fallback ?? leaf.url ?? leaf.value ?? '');
}

function rich(value: unknown): string {
  if (!isFields(value) || !Array.isArray(value.elements)) return '';
  const elements = value.elements as Fields[];
  if (value.type === 'rich_text') return elements.map(rich).join('\n');
  if (value.type === 'rich_text_list') return elements.map((item) => `• ${rich(item)}`).join('\n');
  return elements.map(richLeaf).join('');
}

function cell(value: unknown): string {
  return isFields(value) && value.type === 'rich_text' ? rich(value) : texts(value);
}

function element(value: Fields): string {
  if (value.type === 'feedback_buttons')
    return `[${texts((value.positive_button as Fields).text)}] [${texts((value.negative_button as Fields).text)}]`;
  if (value.type === 'image') return `(${String(value.alt_text)})`;
  if (value.type === 'checkboxes' || value.type === 'radio_buttons') {
    return list(value.options)
      .map(({ text }) => `[${texts(text)}]`)
      .join(' ');
  }
  if (value.type === 'card') return block(value);
  if (value.type === 'mrkdwn' || value.type === 'plain_text') return texts(value);
  return `[${texts(value.text ?? value.placeholder)}]`;
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function block(value: Fields): string {
  const lines: string[] = [];
  const add = (line: string) => {
    if (line.trim() !== '') lines.push(line);
  };
  switch (value.type) {
    case 'rich_text':
      return rich(value);
    case 'markdown':
      return String(value.text);
    case 'table':
    case 'data_table':
      add(String(value.caption ?? ''));
      for (const row of value.rows as Fields[][]) add(row.map(cell).join(' | '));
      return lines.join('\n');
    case 'divider':
      return '---';
    case 'image':
      return `(${String(value.alt_text)})`;
    case 'input':
      return `${texts(value.label)} ${element(value.element as Fields)}`;
    default:
  }
  add(isFields(value.rich_text_title) ? rich(value.rich_text_title) : texts(value.title));
  add(texts(value.subtitle));
  add(texts(value.text));
  add(texts(value.body));
  for (const field of list(value.fields)) add(texts(field));
  if (isFields(value.accessory)) add(element(value.accessory));
  add(list(value.elements).map(element).join(' '));
  add(list(value.actions).map(element).join(' '));
  for (const child of list(value.child_blocks)) add(block(child));
  for (const task of list(value.tasks)) add(`${String(task.title)} (${String(task.status)})`);
  return lines.join('\n');
}

/** The text that a person sees: of the blocks when there are any, else of the text. */
export function seenText({ text = '', blocks }: { text?: string; blocks?: readonly Fields[] | undefined }): string {
  if (blocks === undefined || blocks.length === 0)
    return tokenize(text)
      .map((token) => token.text)
      .join('');
  return blocks
    .map(block)
    .filter((line) => line !== '')
    .join('\n');
}
