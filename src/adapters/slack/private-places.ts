/** Answers for one person's eyes: messages that only they see, and modals. */
import type { RespondFn, webApi } from '@slack/bolt';
import type { Reply } from '../reply.ts';
import { callSafely, type Pace } from './calls.ts';
import { failureOf, isAboutForm } from './failures.ts';
import { MAX_RESPONSES } from './limits.ts';
import type { SlackMessage } from './pages.ts';
import { type Place, type PlaceParts, replyOf } from './place.ts';
import { plainTexts } from './plain.ts';
import { type RenderOptions, renderClosing, renderNotice, renderReply } from './render.ts';
import { answerModal, noticeModal } from './views.ts';
import { CUT } from './wording.ts';

/** Sends to a response_url: with blocks, and without when they are refused. Works also where the bot isn't a member. */
export async function answerUrl(
  pace: Pace,
  respond: RespondFn,
  message: SlackMessage,
  { type = 'ephemeral', thread }: { type?: 'ephemeral' | 'in_channel'; thread?: string | undefined } = {},
): Promise<void> {
  const where = thread === undefined ? {} : { thread_ts: thread };
  const send = (content: { text: string; blocks?: SlackMessage['blocks'] }) =>
    callSafely<unknown>(
      pace,
      () => respond({ response_type: type, replace_original: false, unfurl_links: false, ...where, ...content }),
      'unknowable',
    );
  try {
    await send(message);
  } catch (error) {
    if (!isAboutForm(failureOf(error))) throw error;
    const [text = message.text] = plainTexts(message);
    await send({ text });
  }
}

/** A reply in as many messages as a response_url can take. */
export function forResponse(reply: Reply, options: RenderOptions): SlackMessage[] {
  const messages = renderReply(reply, options);
  if (messages.length <= MAX_RESPONSES) return messages;
  return [...messages.slice(0, MAX_RESPONSES - 1), renderClosing(CUT, reply, options)];
}

/** Messages that one person sees, in any channel. */
export function createEphemeralPlace(
  parts: PlaceParts,
  respond: RespondFn,
  { thread, ...options }: Pick<RenderOptions, 'by' | 'canShare'> & { thread?: string | undefined },
): Place {
  return {
    begin: async () => undefined,
    withdraw: async () => undefined,
    async answer(answer, reference) {
      for (const message of forResponse(replyOf(answer, parts), { reference, ...options })) {
        await answerUrl(parts.pace, respond, message, { thread });
      }
    },
    notice: (text) => answerUrl(parts.pace, respond, renderNotice(text), { thread }),
  };
}

/** A modal that is open. `asked` stands above the answer. */
export function createViewPlace(parts: PlaceParts, view: { id: string; title: string; asked: string }): Place {
  const { client, pace } = parts;
  const update = async (shown: webApi.ViewsUpdateArguments['view']) => {
    await callSafely<unknown>(pace, () => client.views.update({ view_id: view.id, view: shown }), 'repeatable');
  };
  return {
    begin: async () => undefined,
    withdraw: async () => undefined,
    async answer(answer) {
      const reply = replyOf(answer, parts);
      try {
        await update(answerModal(view.title, view.asked, reply));
      } catch (error) {
        if (!isAboutForm(failureOf(error))) throw error;
        await update(noticeModal(view.title, reply.summary));
      }
    },
    notice: (text) => update(noticeModal(view.title, text)),
  };
}
