/** Slack's two markups as HTML: mrkdwn and markdown. */
import { type Token, tokenize } from '../mrkdwn.ts';

/** Names of users, channels and groups, for mentions. */
export type NameOf = (id: string) => string;

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const EMOJI: Record<string, string> = {
  '+1': '👍',
  '-1': '👎',
  bulb: '💡',
  eyes: '👀',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  page_facing_up: '📄',
  question: '❓',
  scroll: '📜',
  thumbsdown: '👎',
  thumbsup: '👍',
  warning: '⚠️',
  wastebasket: '🗑️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

function emoji(html: string): string {
  return html.replace(/:([a-z0-9_+-]+):/g, (found, name: string) => EMOJI[name] ?? found);
}

/** Finished pieces are set aside behind a mark, so that what comes after leaves them alone. */
function createSlots() {
  const slots: string[] = [];
  return {
    put: (html: string) => `\uE000${slots.push(html) - 1}\uE001`,
    fill: (html: string): string => {
      let filled = html;
      // A slot may hold others: a link inside a code block, say.
      while (/\uE000\d+\uE001/.test(filled))
        filled = filled.replace(/\uE000(\d+)\uE001/g, (_, index: string) => slots[Number(index)] ?? '');
      return filled;
    },
  };
}

export function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

export function mention(text: string, isLoud = false): string {
  return `<span class="mention${isLoud ? ' loud' : ''}">${escapeHtml(text)}</span>`;
}

function control(token: Exclude<Token, { kind: 'text' }>, nameOf: NameOf): string {
  if (token.kind === 'link') return link(token.url, token.text);
  if (token.kind === 'date') return escapeHtml(token.text);
  if (token.kind === 'broadcast') return mention(token.text, true);
  const name = nameOf(token.id);
  return mention(token.kind === 'channel' ? `#${name}` : `@${name}`);
}

/** One style: a mark that opens after white space or punctuation and closes before it. */
function styled(html: string, mark: string, tag: string): string {
  const pattern = new RegExp(
    `(^|[\\s(\\["'>*_~])\\${mark}([^\\${mark}\\n]+)\\${mark}(?=$|[\\s.,;:!?)\\]"'<*_~])`,
    'gm',
  );
  return html.replace(pattern, (found, before: string, inner: string) =>
    /^\s|\s$/.test(inner) ? found : `${before}<${tag}>${inner}</${tag}>`,
  );
}

function quoted(html: string): string {
  const out: string[] = [];
  let quote: string[] = [];
  const end = () => {
    if (quote.length > 0) out.push(`<blockquote>${quote.join('<br>')}</blockquote>`);
    quote = [];
  };
  for (const line of html.split('\n')) {
    if (line.startsWith('&gt;')) quote.push(line.replace(/^&gt; ?/, ''));
    else {
      end();
      out.push(`${line}<br>`);
    }
  }
  end();
  return out.join('').replace(/<br>$/, '');
}

/** mrkdwn as HTML. */
export function mrkdwnHtml(text: string, nameOf: NameOf, options: { verbatim?: boolean } = {}): string {
  const slots = createSlots();
  let html = tokenize(text, options)
    .map((token) => (token.kind === 'text' ? escapeHtml(token.text) : slots.put(control(token, nameOf))))
    .join('');
  html = html.replace(/```\n?([^`]+?)\n?```/g, (_, code: string) => slots.put(`<pre>${code}</pre>`));
  html = html.replace(/`([^`\n]+)`/g, (_, code: string) => slots.put(`<code>${code}</code>`));
  for (const [mark, tag] of [
    ['*', 'b'],
    ['_', 'i'],
    ['~', 's'],
  ] as const)
    html = styled(html, mark, tag);
  return slots.fill(emoji(quoted(html)));
}

export function plainHtml(text: string, hasEmoji = true): string {
  const html = escapeHtml(text).replaceAll('\n', '<br>');
  return hasEmoji ? emoji(html) : html;
}

function inlineMarkdown(text: string, nameOf: NameOf): string {
  const slots = createSlots();
  const tokens = (part: string) =>
    tokenize(part)
      .map((token) => (token.kind === 'text' ? escapeHtml(token.text) : slots.put(control(token, nameOf))))
      .join('');
  let html = text.replace(/`([^`\n]+)`/g, (_, code: string) => slots.put(`<code>${escapeHtml(code)}</code>`));
  html = html.replace(/\[([^\]\n]*)\]\(([^)\s]+)\)/g, (_, label: string, url: string) => slots.put(link(url, label)));
  html = html.replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, (_, char: string) => slots.put(escapeHtml(char)));
  html = tokens(html);
  html = html.replace(/\*\*([^*\n]+)\*\*/g, '<b>$1</b>').replace(/~~([^~\n]+)~~/g, '<s>$1</s>');
  html = html.replace(/(^|\W)[*_]([^*_\n]+)[*_](?=\W|$)/g, '$1<i>$2</i>');
  return slots.fill(emoji(html));
}

/** The markdown of `markdown` blocks as HTML: headings, lists, quotes, fences and inline styles. */
export function markdownHtml(text: string, nameOf: NameOf): string {
  const slots = createSlots();
  const inline = (part: string) => inlineMarkdown(part, nameOf);
  const fenced = text.replace(/```[^\n]*\n([^`]*)```/g, (_, code: string) =>
    slots.put(`<pre>${escapeHtml(code)}</pre>`),
  );
  const html = fenced.split('\n').map((line) => {
    if (line.startsWith('\uE000')) return line;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) return `<div class="md-heading">${inline(heading[2] ?? '')}</div>`;
    const item = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line);
    if (item) {
      const sign = item[2] === undefined ? '•' : `${item[2]}.`;
      return `<div class="item" style="margin-left:${(item[1] ?? '').length * 12}px"><span class="sign">${sign}</span><span>${inline(item[3] ?? '')}</span></div>`;
    }
    if (/^\s*(?:---+|\*\*\*+)\s*$/.test(line)) return '<hr>';
    const quote = /^>\s?(.*)$/.exec(line);
    if (quote) return `<blockquote>${inline(quote[1] ?? '')}</blockquote>`;
    return line.trim() === '' ? '<div class="gap"></div>' : `<div>${inline(line)}</div>`;
  });
  return slots.fill(html.join(''));
}
