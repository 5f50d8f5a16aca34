/** The characters that a message's blocks show, as Slack adds them up. */
import { isFields } from './check.ts';

/** Where blocks hold what people read; ids, values and addresses are not counted. */
const SHOWN = new Set(['text', 'title', 'subtitle', 'body', 'caption', 'alt_text', 'details', 'output', 'fallback']);

/** Every string that stands for shown text in blocks, elements or cells, in reading order. */
export function textsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return SHOWN.has(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, name));
  if (!isFields(value)) return [];
  // A mention or an emoji shows something although it has no text.
  if (value.type === 'user' || value.type === 'usergroup' || value.type === 'channel') return ['@mention'];
  if (value.type === 'emoji' || value.type === 'broadcast') return [`:${String(value.name ?? value.range)}:`];
  if (value.type === 'link' && value.text === undefined) return [String(value.url)];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, key));
}

/** The characters of all texts in the blocks. */
export function textLength(blocks: unknown): number {
  return textsIn(blocks).reduce((sum, text) => sum + text.length, 0);
}
