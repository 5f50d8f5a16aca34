/** Answers in a thread, for everybody in the channel. */
import type { Reply } from '../reply.ts';
import { describeSlackFailure, failureOf } from './failures.ts';
import { MAX_MESSAGES, MAX_SPLIT } from './limits.ts';
import type { SlackMessage } from './pages.ts';
import { type Place, type PlaceParts, replyOf } from './place.ts';
import { readableText } from './plain.ts';
import type { Thread } from './poster.ts';
import { type RenderOptions, renderClosing, renderNotice, renderReply } from './render.ts';
import { CUT, IN_FILE, WORKING } from './wording.ts';

export interface ThreadQuestion extends Thread {
  user: string;
  /** Timestamp of the message that asks, or another id of the asking. */
  question: string;
  /** The bot was addressed; else somebody went on in a thread that it answers in. */
  isAddressed: boolean;
  /** The message was edited: its answer is replaced. */
  isEdit?: boolean;
  by?: NonNullable<RenderOptions['by']>;
  canAskHr: boolean;
  /** True when the message has been deleted: then there is nothing to answer below. */
  isGone?(): boolean;
  /** Tells whoever asked, where the bot may not write to the channel. Otherwise that is tried as a whisper. */
  rescue?(message: SlackMessage): Promise<void>;
}

/** How long a reply waits for the sign that it is under way, in milliseconds. */
const STATUS_TIME = 1_500;

/** Puts the whole answer into a file of the thread. False when the app may not, or it fails. */
async function upload(parts: PlaceParts, { channel, threadTs }: Thread, content: string): Promise<boolean> {
  const { client, log } = parts;
  try {
    await client.files.uploadV2({ channel_id: channel, thread_ts: threadTs, filename: 'answer.txt', content });
    return true;
  } catch (error) {
    log.line(`A long answer goes out in parts, as no file could be put into Slack (${describeSlackFailure(error)}).`);
    return false;
  }
}

/** As many messages as a thread can bear. */
async function bounded(parts: PlaceParts, thread: Thread, reply: Reply, options: RenderOptions) {
  const messages = renderReply(reply, options);
  if (messages.length <= MAX_MESSAGES) return messages;
  const content = messages.map(readableText).join('\n\n');
  if (await upload(parts, thread, content)) return [...messages.slice(0, 1), renderClosing(IN_FILE, reply, options)];
  if (messages.length <= MAX_SPLIT) return messages;
  return [...messages.slice(0, MAX_SPLIT - 1), renderClosing(CUT, reply, options)];
}

/** The thread below a question. */
export function createThreadPlace(parts: PlaceParts, asked: ThreadQuestion): Place {
  const { client, poster } = parts;
  const { channel, threadTs, user, question, by, canAskHr } = asked;
  const isDirect = channel.startsWith('D');

  async function setStatus(status: string): Promise<void> {
    // Best effort: an answer does not depend on it.
    await client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: threadTs, status })
      .catch(() => undefined);
  }

  async function say(messages: readonly SlackMessage[], reference: string): Promise<void> {
    if (asked.isGone?.()) return;
    const tag = { question, reference };
    try {
      await (asked.isEdit ? poster.replace(asked, messages, tag) : poster.post(asked, messages, tag));
    } catch (error) {
      const [first] = messages;
      if (failureOf(error).kind !== 'refused' || first === undefined) throw error;
      // Some channels let nobody write in threads; whoever asked can still be told.
      await (asked.rescue?.(first) ?? poster.whisper(asked, user, first)).catch(() => Promise.reject(error));
    }
  }

  async function whisper(message: SlackMessage): Promise<void> {
    await poster.whisper(asked, user, message);
    await setStatus('');
  }

  return {
    async begin() {
      let isLate = false;
      const shown = setStatus(WORKING);
      // A sign that comes after the reply would stay: it is taken away again.
      void shown.then(() => (isLate ? setStatus('') : undefined));
      const late = new Promise<void>((resolve) => {
        setTimeout(() => {
          isLate = true;
          resolve();
        }, STATUS_TIME).unref();
      });
      await Promise.race([shown, late]);
    },
    withdraw: () => setStatus(''),
    async answer(answer, reference) {
      const options = { reference, canAskHr, ...(by ? { by } : {}) };
      const messages = await bounded(parts, asked, replyOf(answer, parts), options);
      const isChatter = !asked.isAddressed && answer.status === 'not-found' && answer.citations.length === 0;
      const [first] = messages;
      // People also talk with each other in these threads ("thanks!"): no remark on that in front of everybody.
      if (isChatter && first && !isDirect) await whisper(first);
      else await say(messages, reference);
    },
    async notice(text, isFailure) {
      const message = renderNotice(text);
      if (isDirect || isFailure || asked.isEdit) await say([message], question);
      else await whisper(message).catch(() => say([message], question));
    },
  };
}
