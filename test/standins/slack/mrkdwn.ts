/** What Slack makes of a text: whom it notifies, what it links, what is only text. */
import { type Fields, isFields } from './blocks/check.ts';

/** A piece of mrkdwn. `text` is what is shown in its place. */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'user' | 'channel' | 'group' | 'broadcast'; id: string; text: string }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'date'; text: string };

/** Whom a text notifies and what it makes clickable. */
export interface Effects {
  /** Ids of users. */
  users: string[];
  /** Ids of user groups. */
  groups: string[];
  /** `channel`, `here`, `everyone`. */
  broadcasts: string[];
  /** Ids of channels: a link, nobody is notified. */
  channels: string[];
  links: { url: string; text: string }[];
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Slack's three escapes, undone. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

function controlToken(inner: string): Token | undefined {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : unescapeEntities(inner.slice(bar + 1));
  const id = target.slice(1);
  if (/^@[UW][A-Z0-9]*$/.test(target)) return { kind: 'user', id, text: `@${label || id}` };
  if (/^#[CGD][A-Z0-9]*$/.test(target)) return { kind: 'channel', id, text: `#${label || id}` };
  if (target.startsWith('!subteam^')) {
    const group = target.slice('!subteam^'.length);
    return { kind: 'group', id: group, text: label || `@${group}` };
  }
  if (target.startsWith('!date^')) return { kind: 'date', text: label };
  if (/^!(?:channel|here|everyone)$/.test(target)) return { kind: 'broadcast', id, text: `@${id}` };
  if (/^(?:https?:\/\/|mailto:|tel:|slack:\/\/|ftp:\/\/)\S/i.test(target)) {
    const url = unescapeEntities(target);
    return { kind: 'link', url, text: label || url };
  }
  return undefined;
}

/** Addresses that Slack links although nothing marks them. */
const BARE_URL = /https?:\/\/[^\s<>|]+/gi;

function bareLinks(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(BARE_URL)) {
    const url = match[0].replace(/[.,;:!?)\]}'"*_~`]+$/, '');
    if (match.index > end) tokens.push({ kind: 'text', text: unescapeEntities(text.slice(end, match.index)) });
    tokens.push({ kind: 'link', url: unescapeEntities(url), text: unescapeEntities(url) });
    end = match.index + url.length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: unescapeEntities(text.slice(end)) });
  return tokens;
}

/** A mrkdwn text's tokens in order. With `verbatim` bare addresses stay text; what stands in `<…>` works all the same. */
export function tokenize(text: string, { verbatim = false } = {}): Token[] {
  const tokens: Token[] = [];
  const plain = (part: string) => {
    if (part !== '')
      tokens.push(...(verbatim ? [{ kind: 'text' as const, text: unescapeEntities(part) }] : bareLinks(part)));
  };
  let end = 0;
  for (const match of text.matchAll(/<([^<>\n]+)>/g)) {
    const token = controlToken(match[1] ?? '');
    if (token === undefined) continue;
    plain(text.slice(end, match.index));
    tokens.push(token);
    end = match.index + match[0].length;
  }
  plain(text.slice(end));
  return tokens;
}

const NOTHING = (): Effects => ({ users: [], groups: [], broadcasts: [], channels: [], links: [] });

function collect(tokens: readonly Token[], effects: Effects): void {
  for (const token of tokens) {
    if (token.kind === 'user') effects.users.push(token.id);
    if (token.kind === 'group') effects.groups.push(token.id);
    if (token.kind === 'broadcast') effects.broadcasts.push(token.id);
    if (token.kind === 'channel') effects.channels.push(token.id);
    if (token.kind === 'link') effects.links.push({ url: token.url, text: token.text });
  }
}

/** Whom one mrkdwn text notifies and what it links: `plain_text` does neither. */
export function effectsOf(text: string, options: { verbatim?: boolean } = {}): Effects {
  const effects = NOTHING();
  collect(tokenize(text, options), effects);
  return effects;
}

const MARKDOWN_LINK = /\[([^\]\n]*)\]\(([^)\s]+)[^)\n]*\)/g;

/** Markdown has links of its own beside `<…>`. */
function markdownEffects(text: string, effects: Effects): void {
  for (const [, label = '', url = ''] of text.matchAll(MARKDOWN_LINK)) effects.links.push({ url, text: label });
  collect(tokenize(text.replace(MARKDOWN_LINK, ' ')), effects);
}

function visit(value: unknown, effects: Effects): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, effects);
  if (!isFields(value)) return;
  const { type, text } = value;
  if (type === 'mrkdwn') {
    collect(tokenize(String(text), { verbatim: value.verbatim === true }), effects);
    return;
  }
  if (type === 'markdown') {
    markdownEffects(String(text), effects);
    return;
  }
  if (type === 'user') effects.users.push(String(value.user_id));
  if (type === 'usergroup') effects.groups.push(String(value.usergroup_id));
  if (type === 'broadcast') effects.broadcasts.push(String(value.range));
  if (type === 'channel' && value.channel_id !== undefined) effects.channels.push(String(value.channel_id));
  if (type === 'link') effects.links.push({ url: String(value.url), text: String(text ?? value.url) });
  if (type === 'button' && value.url !== undefined) {
    effects.links.push({ url: String(value.url), text: isFields(text) ? String(text.text) : '' });
  }
  for (const entry of Object.values(value)) visit(entry, effects);
}

/** Whom a message or view as a whole notifies and what it links: its text and its blocks. */
export function effectsOfMessage({ text, blocks }: { text?: string; blocks?: readonly Fields[] }): Effects {
  const effects = NOTHING();
  if (text !== undefined) collect(tokenize(text), effects);
  visit(blocks, effects);
  return effects;
}
