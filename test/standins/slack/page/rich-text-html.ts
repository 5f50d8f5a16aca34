/** Rich text as HTML. */
import { type Fields, isFields } from '../blocks/check.ts';
import { escapeHtml, link, mention, type NameOf, plainHtml } from './markup.ts';

function styled(html: string, style: unknown): string {
  if (!isFields(style)) return html;
  const tags = { bold: 'b', italic: 'i', strike: 's', underline: 'u', code: 'code' };
  return Object.entries(tags).reduce(
    (inner, [name, tag]) => (style[name] === true ? `<${tag}>${inner}</${tag}>` : inner),
    html,
  );
}

function leaf(element: Fields, nameOf: NameOf): string {
  const html = (() => {
    switch (element.type) {
      case 'link':
        return link(String(element.url), String(element.text ?? element.url));
      case 'user':
        return mention(`@${nameOf(String(element.user_id))}`);
      case 'usergroup':
        return mention(`@${nameOf(String(element.usergroup_id))}`);
      case 'channel':
        return mention(`#${nameOf(String(element.channel_id))}`);
      case 'broadcast':
        return mention(`@${String(element.range)}`, true);
      case 'emoji':
        return plainHtml(`:${String(element.name)}:`);
      case 'date':
        return escapeHtml(String(element.fallback ?? element.timestamp));
      case 'color':
        return escapeHtml(String(element.value));
      default:
        return plainHtml(String(element.text ?? ''), false);
    }
  })();
  return styled(html, element.style);
}

const BULLETS = ['•', '◦', '▪'];

function ordinal(position: number, indent: number): string {
  if (indent % 3 === 1) return `${String.fromCharCode(97 + ((position - 1) % 26))}.`;
  return `${position}.`;
}

function part(element: Fields, nameOf: NameOf): string {
  const inner = Array.isArray(element.elements) ? (element.elements as Fields[]) : [];
  const leaves = () => inner.map((entry) => leaf(entry, nameOf)).join('');
  if (element.type === 'rich_text_quote') return `<blockquote>${leaves()}</blockquote>`;
  if (element.type === 'rich_text_preformatted') return `<pre>${leaves()}</pre>`;
  if (element.type !== 'rich_text_list') return `<div>${leaves()}</div>`;
  const indent = Number(element.indent ?? 0);
  const offset = Number(element.offset ?? 0);
  const items = inner.map((item, index) => {
    const sign = element.style === 'ordered' ? ordinal(index + 1 + offset, indent) : BULLETS[indent % BULLETS.length];
    const body = (item.elements as Fields[]).map((entry) => leaf(entry, nameOf)).join('');
    return `<div class="item"><span class="sign">${sign}</span><span>${body}</span></div>`;
  });
  const html = `<div class="list" style="margin-left:${6 + indent * 22}px">${items.join('')}</div>`;
  return element.border === 1 ? `<blockquote>${html}</blockquote>` : html;
}

/** A `rich_text` block as HTML. */
export function richTextHtml(block: Fields, nameOf: NameOf): string {
  const elements = Array.isArray(block.elements) ? (block.elements as Fields[]) : [];
  return `<div class="rich">${elements.map((element) => part(element, nameOf)).join('')}</div>`;
}
