/** Buttons, menus, inputs and images as HTML. */
import { type Fields, isFields } from '../blocks/check.ts';
import { escapeHtml, mrkdwnHtml, type NameOf, plainHtml } from './markup.ts';

/** A text object as HTML. */
export function textHtml(text: unknown, nameOf: NameOf): string {
  if (!isFields(text)) return '';
  if (text.type === 'mrkdwn') return mrkdwnHtml(String(text.text), nameOf, { verbatim: text.verbatim === true });
  return plainHtml(String(text.text), text.emoji !== false);
}

function imageHtml(image: Fields, kind: string): string {
  // Nothing is fetched: a page stands for itself.
  return `<span class="image ${kind}">${escapeHtml(String(image.alt_text))}</span>`;
}

function optionsHtml(element: Fields, sign: string, nameOf: NameOf): string {
  const options = Array.isArray(element.options) ? (element.options as Fields[]) : [];
  const selected = [element.initial_option, ...(Array.isArray(element.initial_options) ? element.initial_options : [])]
    .filter(isFields)
    .map(({ value }) => value);
  return options
    .map((option) => {
      const isOn = selected.includes(option.value);
      const note =
        option.description === undefined ? '' : `<span class="note">${textHtml(option.description, nameOf)}</span>`;
      return `<div class="choice"><span class="${sign}${isOn ? ' on' : ''}"></span><span>${textHtml(option.text, nameOf)}${note}</span></div>`;
    })
    .join('');
}

function menuHtml(element: Fields, nameOf: NameOf): string {
  const chosen = isFields(element.initial_option) ? element.initial_option.text : undefined;
  const shown = textHtml(chosen ?? element.placeholder, nameOf) || 'Choose an option';
  return `<span class="menu${chosen === undefined ? ' empty' : ''}">${shown}<span class="arrow">⌄</span></span>`;
}

function fieldHtml(element: Fields, value: string | undefined, nameOf: NameOf): string {
  const hint = textHtml(element.placeholder, nameOf);
  const given = value ?? element.initial_value ?? element.initial_date ?? element.initial_time;
  const inner =
    given === undefined ? `<span class="placeholder">${hint || '&nbsp;'}</span>` : plainHtml(String(given), false);
  const isTall = element.multiline === true || element.type === 'rich_text_input';
  return `<div class="field${isTall ? ' tall' : ''}">${inner}</div>`;
}

const THUMB =
  '<svg viewBox="0 0 24 24"><path d="M7 10v10H3V10zM9 10l4-8c1.7 0 3 1.300 3 3l-1 5h5c1.200 0 2 1 2 2l-1.500 6.500c-.2.9-1 1.500-2 1.500H9z"/></svg>';

/** An element as a person sees it. `value` is what was typed into it. */
export function elementHtml(element: Fields, nameOf: NameOf, value?: string): string {
  const type = String(element.type);
  if (type === 'image') return imageHtml(element, 'small');
  if (type === 'mrkdwn' || type === 'plain_text')
    return `<span class="context-text">${textHtml(element, nameOf)}</span>`;
  if (type === 'feedback_buttons') {
    const thumb = (name: string, kind: string) => {
      const { text, accessibility_label: label } = element[name] as Fields;
      const title = typeof label === 'string' ? label : isFields(text) ? String(text.text) : '';
      return `<span class="thumb ${kind}" title="${escapeHtml(title)}">${THUMB}</span>`;
    };
    return thumb('positive_button', 'up') + thumb('negative_button', 'down');
  }
  if (type === 'icon_button') return `<span class="thumb" title="${textHtml(element.text, nameOf)}">🗑</span>`;
  if (type === 'overflow') return '<span class="button more">⋯</span>';
  if (type === 'checkboxes') return `<div class="choices">${optionsHtml(element, 'box', nameOf)}</div>`;
  if (type === 'radio_buttons') return `<div class="choices">${optionsHtml(element, 'dot', nameOf)}</div>`;
  if (/button/.test(type)) {
    const away = element.url === undefined ? '' : '<span class="away">↗</span>';
    return `<span class="button ${escapeHtml(String(element.style ?? ''))}">${textHtml(element.text, nameOf)}${away}</span>`;
  }
  if (/select$/.test(type)) return menuHtml(element, nameOf);
  return fieldHtml(element, value, nameOf);
}

/** A large image. */
export function pictureHtml(block: Fields, nameOf: NameOf): string {
  return `${textHtml(block.title, nameOf)}<div>${imageHtml(block, 'large')}</div>`;
}
