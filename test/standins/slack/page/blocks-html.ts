/** Blocks as HTML. */
import { type Fields, isFields } from '../blocks/check.ts';
import { elementHtml, pictureHtml, textHtml } from './elements-html.ts';
import { escapeHtml, markdownHtml, type NameOf } from './markup.ts';
import { richTextHtml } from './rich-text-html.ts';

export interface BlockOptions {
  nameOf: NameOf;
  /** Shows what is in collapsed containers, and long texts whole. */
  isExpanded: boolean;
  /** Messages at inputs, by block id. */
  errors?: Record<string, string>;
}

/** A section longer than this is shown in part, with "See more", unless it says `expand`. */
const LONG_SECTION = 700;

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function sectionHtml(block: Fields, { nameOf, isExpanded }: BlockOptions): string {
  const length = isFields(block.text) ? String(block.text.text).length : 0;
  const isCut = length > LONG_SECTION && block.expand !== true && !isExpanded;
  const text =
    block.text === undefined ? '' : `<div class="text${isCut ? ' cut' : ''}">${textHtml(block.text, nameOf)}</div>`;
  const more = isCut ? '<div class="see-more">See more</div>' : '';
  const fields = list(block.fields)
    .map((field) => `<div>${textHtml(field, nameOf)}</div>`)
    .join('');
  const accessory = isFields(block.accessory)
    ? `<div class="accessory">${elementHtml(block.accessory, nameOf)}</div>`
    : '';
  return `<div class="section"><div class="main">${text}${more}${fields && `<div class="fields">${fields}</div>`}</div>${accessory}</div>`;
}

function cellHtml(cell: Fields, nameOf: NameOf): string {
  return cell.type === 'rich_text'
    ? richTextHtml(cell, nameOf)
    : escapeHtml(String(cell.text)).replaceAll('\n', '<br>');
}

function tableHtml(block: Fields, nameOf: NameOf): string {
  const settings = Array.isArray(block.column_settings) ? (block.column_settings as unknown[]) : [];
  const rows = (block.rows as Fields[][]).map((cells, row) => {
    const tag = row === 0 ? 'th' : 'td';
    const html = cells.map((cell, column) => {
      const setting = isFields(settings[column]) ? settings[column] : {};
      const wrap = setting.is_wrapped === true || block.type === 'data_table' ? ' class="wrap"' : '';
      return `<${tag}${wrap} style="text-align:${escapeHtml(String(setting.align ?? 'left'))}">${cellHtml(cell, nameOf)}</${tag}>`;
    });
    return `<tr>${html.join('')}</tr>`;
  });
  const caption = block.caption === undefined ? '' : `<caption>${escapeHtml(String(block.caption))}</caption>`;
  return `<div class="table"><table>${caption}${rows.join('')}</table></div>`;
}

function cardHtml(block: Fields, { nameOf }: BlockOptions): string {
  const line = (name: string) =>
    block[name] === undefined ? '' : `<div class="card-${name}">${textHtml(block[name], nameOf)}</div>`;
  const actions = list(block.actions).map((button) => elementHtml(button, nameOf));
  const hero = isFields(block.hero_image) ? pictureHtml(block.hero_image, nameOf) : '';
  return `<div class="card">${hero}${line('title')}${line('subtitle')}${line('body')}<div class="actions">${actions.join('')}</div></div>`;
}

function containerHtml(block: Fields, options: BlockOptions): string {
  const { nameOf, isExpanded } = options;
  const isCollapsed = block.is_collapsible === true && block.default_collapsed === true && !isExpanded;
  const sign = block.is_collapsible === true ? `<span class="chevron">${isCollapsed ? '▸' : '▾'}</span>` : '';
  const title = isFields(block.rich_text_title)
    ? richTextHtml(block.rich_text_title, nameOf)
    : textHtml(block.title, nameOf);
  const subtitle =
    block.subtitle === undefined ? '' : `<div class="subtitle">${textHtml(block.subtitle, nameOf)}</div>`;
  const children = isCollapsed ? '' : `<div class="children">${blocksHtml(list(block.child_blocks), options)}</div>`;
  return `<div class="container ${escapeHtml(String(block.width ?? 'standard'))}"><div class="container-head">${sign}<div><div class="container-title">${title}</div>${subtitle}</div></div>${children}</div>`;
}

function inputHtml(block: Fields, { nameOf, errors = {} }: BlockOptions): string {
  const error = errors[String(block.block_id)];
  const label = `<div class="label">${textHtml(block.label, nameOf)}${block.optional === true ? ' <span class="optional">(optional)</span>' : ''}</div>`;
  const hint = block.hint === undefined ? '' : `<div class="hint">${textHtml(block.hint, nameOf)}</div>`;
  const trouble = error === undefined ? '' : `<div class="error">${escapeHtml(error)}</div>`;
  return `<div class="input">${label}${elementHtml(block.element as Fields, nameOf)}${trouble}${hint}</div>`;
}

const TASK_SIGNS: Record<string, string> = { pending: '○', in_progress: '◐', complete: '✓', error: '✕' };

function taskHtml(task: Fields, nameOf: NameOf): string {
  const details = [task.details, task.output].filter(isFields).map((text) => richTextHtml(text, nameOf));
  return `<div class="task"><span>${TASK_SIGNS[String(task.status)] ?? ''}</span><div>${escapeHtml(String(task.title))}${details.join('')}</div></div>`;
}

function blockHtml(block: Fields, options: BlockOptions): string {
  const { nameOf } = options;
  const elements = () => list(block.elements).map((element) => elementHtml(element, nameOf));
  switch (block.type) {
    case 'section':
      return sectionHtml(block, options);
    case 'header':
      return `<div class="header">${textHtml(block.text, nameOf)}</div>`;
    case 'context':
      return `<div class="context">${elements().join('')}</div>`;
    case 'divider':
      return '<hr>';
    case 'actions':
      return `<div class="actions">${elements().join('')}</div>`;
    case 'context_actions':
      return `<div class="context-actions">${elements().join('')}</div>`;
    case 'markdown':
      return `<div class="markdown">${markdownHtml(String(block.text), nameOf)}</div>`;
    case 'rich_text':
      return richTextHtml(block, nameOf);
    case 'table':
    case 'data_table':
      return tableHtml(block, nameOf);
    case 'card':
      return cardHtml(block, options);
    case 'carousel':
      return `<div class="carousel">${list(block.elements)
        .map((card) => cardHtml(card, options))
        .join('')}</div>`;
    case 'alert':
      return `<div class="alert ${escapeHtml(String(block.level ?? 'default'))}">${textHtml(block.text, nameOf)}</div>`;
    case 'container':
      return containerHtml(block, options);
    case 'input':
      return inputHtml(block, options);
    case 'task_card':
      return taskHtml(block, nameOf);
    case 'plan':
      return `<div class="plan"><b>${escapeHtml(String(block.title))}</b>${list(block.tasks)
        .map((task) => taskHtml(task, nameOf))
        .join('')}</div>`;
    default:
      return pictureHtml(block, nameOf);
  }
}

/** Blocks as HTML, in order. */
export function blocksHtml(blocks: readonly Fields[], options: BlockOptions): string {
  return blocks.map((block) => `<div class="block">${blockHtml(block, options)}</div>`).join('');
}
