/** Modals and the App Home. */
import type { types } from '@slack/bolt';
import type { CorpusSummary } from '../../conversations/surface.ts';
import type { Reply } from '../reply.ts';
import { CALLBACKS, suggestionButtons } from './controls.ts';
import { MAX_VIEW_BLOCKS, MAX_VIEW_JSON } from './limits.ts';
import { type SlackBlock, toView, type Unit } from './pages.ts';
import { answerUnits } from './render.ts';
import { type Line, linesOf, richText, textLeaf } from './rich-text.ts';
import { allSourceUnits } from './sources.ts';
import { shorten } from './text.ts';
import { ABOUT, HOW_TO_ASK, PRIVACY, TOO_LONG_FOR_VIEW } from './wording.ts';

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function paragraph(text: string): SlackBlock {
  return richText(linesOf([textLeaf(text)]));
}

function header(text: string): SlackBlock {
  return { type: 'header', text: plain(text) };
}

function modal(title: string, units: readonly Unit[]): types.ModalView {
  const room = { blocks: MAX_VIEW_BLOCKS, json: MAX_VIEW_JSON };
  return {
    type: 'modal',
    // Slack: at most 24 characters.
    title: plain(shorten(title, 24)),
    close: plain('Close'),
    blocks: toView(units, room, paragraph(TOO_LONG_FOR_VIEW)),
  };
}

/** A modal that says one thing: that something is under way, or why nothing comes. */
export function noticeModal(title: string, notice: string): types.ModalView {
  return modal(title, [{ block: paragraph(notice) }]);
}

/** Every cited passage of an answer, word for word. */
export function sourcesModal(reply: Reply): types.ModalView {
  return modal('Sources', allSourceUnits(reply.sources));
}

/** A whole answer with its passages, for those who asked where nobody else is to read it. */
export function answerModal(title: string, asked: string, reply: Reply): types.ModalView {
  const above: Line[] = linesOf([textLeaf(shorten(asked, 300), { bold: true })]);
  const sources: Unit[] =
    reply.sources.length > 0 ? [{ block: header('Sources') }, ...allSourceUnits(reply.sources)] : [];
  return modal(title, [{ block: richText(above) }, ...answerUnits(reply, true), ...sources]);
}

/** Asks why an answer did not help. */
export function reasonModal(reference: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: CALLBACKS.reason,
    private_metadata: reference,
    title: plain('What was wrong?'),
    submit: plain('Send'),
    close: plain('Skip'),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: plain('What did you expect instead?'),
        hint: plain('One sentence is enough.'),
        element: { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: 1000 },
      },
    ],
  };
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the documents cover, in one sentence. */
function coverage({ documents, classes, employers, builtAt }: CorpusSummary): string {
  const named = employers.slice(0, 5);
  const others = employers.length - named.length;
  const list = [...named, ...(others > 0 ? [`${others} more`] : [])];
  const from = list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : list.join('');
  const what = `${countOf(documents, 'document', 'documents')} about ${countOf(classes, 'class', 'classes')}`;
  return shorten(`${what}${from === '' ? '' : ` of ${from}`}. Read last on ${builtAt.slice(0, 10)}.`, 1_000);
}

/** The App Home: what is covered, how to ask, and what is kept. */
export function homeView(summary: CorpusSummary): types.HomeView {
  const examples = suggestionButtons(summary.examples.slice(0, 4));
  return {
    type: 'home',
    blocks: [
      header('Job classes'),
      paragraph(ABOUT),
      header('What is covered'),
      paragraph(coverage(summary)),
      header('How to ask'),
      richText(HOW_TO_ASK.flatMap((text) => linesOf([textLeaf(text)], { kind: 'item' }))),
      ...(examples.length > 0 ? [paragraph('For example:'), { type: 'actions' as const, elements: examples }] : []),
      header('What is kept'),
      paragraph(PRIVACY),
    ],
  };
}

/** The App Home of somebody who may not ask. */
export function closedHomeView(refusal: string): types.HomeView {
  return { type: 'home', blocks: [header('Job classes'), paragraph(refusal)] };
}
