/** What opens in a modal: sources, answers from the App Home and from message shortcuts, the reason of a "not helpful". */
import type { RespondFn, webApi } from '@slack/bolt';
import { idOf, type SlackContext } from './context.ts';
import { describeSlackFailure } from './failures.ts';
import { replyOf } from './place.ts';
import { createEphemeralPlace, createViewPlace } from './private-places.ts';
import { noticeModal, reasonModal, sourcesModal } from './views.ts';
import { FORGOTTEN, LOOKING } from './wording.ts';

export interface Modals {
  showSources(trigger: string, reference: string): Promise<void>;
  askReason(trigger: string, reference: string): Promise<void>;
  /** Asks, and answers in a modal. `shown` stands above the answer; `respond` is used when no modal opens. */
  ask(trigger: string, user: string, text: string, more?: MoreOfModal): Promise<void>;
}

export interface MoreOfModal {
  title?: string;
  shown?: string;
  documents?: string;
  respond?: RespondFn;
}

export function createModals(context: SlackContext): Modals {
  const { asking, client, conversations, log } = context;

  /** The modal's id; undefined when Slack doesn't open it: a trigger is good for three seconds, and once. */
  async function open(trigger: string, view: webApi.ViewsOpenArguments['view']): Promise<string | undefined> {
    try {
      const { view: opened } = await client.views.open({ trigger_id: trigger, view });
      return opened?.id;
    } catch (error) {
      log.line(`Slack did not open a modal: ${describeSlackFailure(error)}.`);
      return undefined;
    }
  }

  return {
    async showSources(trigger, reference) {
      const turn = await conversations.recall(reference);
      await open(trigger, turn ? sourcesModal(replyOf(turn.answer, context)) : noticeModal('Sources', FORGOTTEN));
    },
    async askReason(trigger, reference) {
      await open(trigger, reasonModal(reference));
    },
    async ask(trigger, user, text, { title = 'Answer', shown = text, documents, respond } = {}) {
      const id = await open(trigger, noticeModal(title, LOOKING));
      const place =
        id !== undefined
          ? createViewPlace(context, { id, title, asked: shown })
          : respond && createEphemeralPlace(context, respond, {});
      if (place === undefined) return;
      const once = idOf('modal', trigger);
      const incoming = { event: once, message: once, thread: once, user: idOf(user), text };
      await asking.ask(documents === undefined ? incoming : { ...incoming, documents }, place);
    },
  };
}
