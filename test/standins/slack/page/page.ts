/** Pages that look like Slack: a channel, a thread, a modal, the App Home. */
import type { Message, View } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { blocksHtml } from './blocks-html.ts';
import { textHtml } from './elements-html.ts';
import { escapeHtml, mrkdwnHtml, type NameOf } from './markup.ts';
import { STYLE } from './style.ts';

export interface PageOptions {
  /** What stands at the head. */
  title: string;
  /** Shows what is in collapsed containers, and long texts whole. */
  isExpanded?: boolean;
}

const COLOURS = ['#4a154b', '#1164a3', '#007a5a', '#b0540b', '#6b2fa3', '#8a1538'];

function names(world: World): NameOf {
  return (id) => world.users.get(id)?.realName ?? world.groups.get(id)?.handle ?? world.channels.get(id)?.name ?? id;
}

function timeOf(ts: string): string {
  // One time zone, so that pages don't depend on the machine.
  return new Date(Number(ts) * 1000).toLocaleTimeString('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
}

function head(world: World, message: Message): string {
  const user = world.users.get(message.user);
  const name = message.username ?? user?.realName ?? message.user;
  const badge = message.isBot ? '<span class="badge">APP</span>' : '';
  return `<span class="name">${escapeHtml(name)}</span>${badge}<span class="time">${timeOf(message.ts)}</span>`;
}

function messageHtml(world: World, message: Message, isExpanded: boolean): string {
  const nameOf = names(world);
  const user = world.users.get(message.user);
  const colour = COLOURS[[...message.user].reduce((sum, char) => sum + char.charCodeAt(0), 0) % COLOURS.length];
  const content =
    message.blocks === undefined
      ? `<div class="text">${mrkdwnHtml(message.text, nameOf)}</div>`
      : blocksHtml(message.blocks, { nameOf, isExpanded });
  const only = message.ephemeralFor === undefined ? '' : '<span class="only-you">👁 Only visible to you</span>';
  const edited = message.editedTs === undefined ? '' : '<span class="edited">(edited)</span>';
  const files = message.files.map(({ title }) => `<span class="file">📄 ${escapeHtml(title)}</span>`).join('');
  const reactions = message.reactions.map(
    ({ name, users }) => `<span class="reaction">${mrkdwnHtml(`:${name}:`, nameOf)} ${users.length}</span>`,
  );
  return `<div class="message${message.ephemeralFor === undefined ? '' : ' ephemeral'}"><div class="avatar" style="background:${colour}">${escapeHtml((user?.realName ?? '?').charAt(0).toUpperCase())}</div><div class="body">${only}<div>${head(world, message)}</div>${content}${edited}${message.isStreaming ? '<span class="cursor">▍</span>' : ''}${files}<div>${reactions.join('')}</div>`;
}

function repliesTo(world: World, message: Message): number {
  const all = world.channels.get(message.channel)?.messages ?? [];
  return all.filter(
    ({ threadTs, isDeleted, ephemeralFor }) => threadTs === message.ts && !isDeleted && ephemeralFor === undefined,
  ).length;
}

function documentOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** The messages as a channel shows them, with how many replies each has: give it what `slack.visible` gives. */
export function channelPage(
  world: World,
  messages: readonly Message[],
  { title, isExpanded = false }: PageOptions,
): string {
  const html = messages.map((message) => {
    const count = repliesTo(world, message);
    const replies = count === 0 ? '' : `<div class="replies">${count} ${count === 1 ? 'reply' : 'replies'}</div>`;
    return `${messageHtml(world, message, isExpanded)}${replies}</div></div>`;
  });
  return documentOf(title, `<div class="pane"><div class="bar">${escapeHtml(title)}</div>${html.join('')}</div>`);
}

/** The status that the app shows in a thread now: a later message of the app's ends it. */
function statusOf(world: World, root: Message): string {
  const inThread = world.posts.filter(({ channel, threadTs }) => channel === root.channel && threadTs === root.ts);
  const last = inThread.at(-1);
  return last?.kind === 'status' ? last.text : '';
}

/** A thread beside its channel: the first message, then the replies. */
export function threadPage(
  world: World,
  messages: readonly Message[],
  { title, isExpanded = false }: PageOptions,
): string {
  const [root, ...replies] = messages;
  if (root === undefined) return documentOf(title, '');
  const html = (message: Message) => `${messageHtml(world, message, isExpanded)}</div></div>`;
  const count = replies.filter(({ ephemeralFor }) => ephemeralFor === undefined).length;
  const divided = count === 0 ? '' : `<div class="divided">${count} ${count === 1 ? 'reply' : 'replies'}</div>`;
  const status = statusOf(world, root);
  const waiting = status === '' ? '' : `<div class="status">${escapeHtml(world.app.name)} ${escapeHtml(status)}</div>`;
  return documentOf(
    title,
    `<div class="pane thread"><div class="bar">Thread<small>${escapeHtml(title)}</small></div>${html(root)}${divided}${replies.map(html).join('')}${waiting}</div>`,
  );
}

/** A modal, or the Home tab. */
export function viewPage(world: World, view: View, { title, isExpanded = false }: PageOptions): string {
  const nameOf = names(world);
  const blocks = blocksHtml(view.content.blocks, { nameOf, isExpanded, errors: view.errors });
  if (view.type === 'home') {
    const bar = `<div class="bar">${escapeHtml(world.app.name)}<small>Home</small></div>`;
    return documentOf(
      title,
      `<div class="pane">${bar}<div class="message"><div class="body">${blocks}</div></div></div>`,
    );
  }
  const { title: heading, submit, close } = view.content;
  const cancel = `<span class="button">${close === undefined ? 'Cancel' : textHtml(close, nameOf)}</span>`;
  const send = submit === undefined ? '' : `<span class="button primary">${textHtml(submit, nameOf)}</span>`;
  return documentOf(
    title,
    `<div class="modal"><div class="modal-bar"><span>${textHtml(heading, nameOf)}</span><span>✕</span></div><div class="modal-body">${blocks}</div><div class="modal-foot">${cancel}${send}</div></div>`,
  );
}
