/** views.open, push, update, publish. */
import { randomBytes } from 'node:crypto';
import type { Fields } from '../blocks/check.ts';
import { refuseView } from '../blocks/validate.ts';
import type { View } from '../world/model.ts';
import { wireView } from '../world/wire.ts';
import { type World, withIds } from '../world/world.ts';
import { type Args, type Method, type MethodCall, refuse, type Slack, SlackFailure } from './call.ts';

/** A modal and two on top of it. */
const MOST_STACKED = 3;
/** `view_too_large` from here on. */
const MOST_BYTES = 250_000;

function checked(view: unknown, surface: 'modal' | 'home'): View['content'] {
  refuse(refuseView(view, surface));
  if (JSON.stringify(view).length > MOST_BYTES) throw new SlackFailure('view_too_large');
  const content = view as View['content'];
  return { ...content, blocks: withIds(content.blocks) };
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;
}

function ensureOwnExternalId(world: World, content: View['content'], view?: View): void {
  const id = content.external_id;
  if (id === undefined || id === '') return;
  const other = [...world.views.values()].find(
    (entry) => entry !== view && entry.isOpen && entry.content.external_id === id,
  );
  if (other !== undefined) throw new SlackFailure('duplicate_external_id');
}

/** Puts a new view before a user; the app gave it in a call or as the response to a submission. */
export function showView(slack: Slack, via: string, user: string, source: unknown, previous?: View): View {
  const { world } = slack;
  const surface = via === 'views.publish' ? 'home' : 'modal';
  const content = checked(source, surface);
  ensureOwnExternalId(world, content);
  const id = world.nextId('V');
  const rootId = previous?.rootId ?? id;
  const stacked = [...world.views.values()].filter((view) => view.rootId === rootId && view.isOpen);
  if (stacked.length >= MOST_STACKED) throw new SlackFailure('push_limit_reached');
  const view: View = {
    id,
    type: surface,
    user,
    content,
    hash: newHash(),
    rootId,
    previousId: previous?.id,
    isOpen: true,
    errors: {},
  };
  world.views.set(id, view);
  world.record({ kind: surface === 'home' ? 'home' : 'view', via, user, view, blocks: content.blocks });
  return view;
}

/** Puts other content into a view. */
export function changeView(slack: Slack, via: string, view: View, source: unknown): void {
  const content = checked(source, view.type);
  ensureOwnExternalId(slack.world, content, view);
  view.content = content;
  view.hash = newHash();
  view.errors = {};
  slack.world.record({
    kind: view.type === 'home' ? 'home' : 'view',
    via,
    user: view.user,
    view,
    blocks: content.blocks,
  });
}

function ensureHash(args: Args, view: View): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackFailure('hash_conflict');
}

/** The view on top of a user's stack of modals. */
export function topView(world: World, user: string): View | undefined {
  return [...world.views.values()].filter((view) => view.type === 'modal' && view.user === user && view.isOpen).at(-1);
}

function open({ slack, args }: MethodCall): Fields {
  const source = args.json('view');
  const user = slack.useTrigger(args.need('trigger_id'));
  return { view: wireView(slack.world, showView(slack, 'views.open', user.id, source)) };
}

function push({ slack, args }: MethodCall): Fields {
  const source = args.json('view');
  const user = slack.useTrigger(args.need('trigger_id'));
  const top = topView(slack.world, user.id);
  if (top === undefined) throw new SlackFailure('invalid_trigger_id');
  return { view: wireView(slack.world, showView(slack, 'views.push', user.id, source, top)) };
}

function update({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const [id, externalId] = [args.text('view_id'), args.text('external_id')];
  if (id === undefined && externalId === undefined) throw new SlackFailure('invalid_arguments');
  const view = [...world.views.values()].find((entry) =>
    id === undefined ? entry.content.external_id === externalId : entry.id === id,
  );
  if (view === undefined || !view.isOpen) throw new SlackFailure('not_found');
  ensureHash(args, view);
  changeView(slack, 'views.update', view, args.json('view'));
  return { view: wireView(world, view) };
}

function publish({ slack, args }: MethodCall): Fields {
  const { world } = slack;
  const user = world.users.get(args.need('user_id'));
  if (user === undefined || user.teamId !== world.team.id) throw new SlackFailure('user_not_found');
  const shown = [...world.views.values()].find((view) => view.type === 'home' && view.user === user.id);
  if (shown === undefined)
    return { view: wireView(world, showView(slack, 'views.publish', user.id, args.json('view'))) };
  ensureHash(args, shown);
  changeView(slack, 'views.publish', shown, args.json('view'));
  return { view: wireView(world, shown) };
}

export const VIEWS: Record<string, Method> = {
  'views.open': { takesJson: true, run: open },
  'views.push': { takesJson: true, run: push },
  'views.update': { takesJson: true, run: update },
  'views.publish': { takesJson: true, run: publish },
};
