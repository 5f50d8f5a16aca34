/** Messages: questions that mention the bot, direct messages, and what follows in its threads. */
import type { Incoming } from '../../conversations/conversations.ts';
import { canAskHr, documentsOf, idOf, type SlackContext } from './context.ts';
import { type Envelope, isDirect, isWritten, type MessageEvent } from './payloads.ts';
import { renderNotice } from './render.ts';
import { mentions, mentionsAnybody, readText } from './text.ts';
import { createThreadPlace, type ThreadQuestion } from './thread-place.ts';

export interface Messages {
  onMention(event: MessageEvent, envelope: Envelope): Promise<void>;
  onMessage(event: MessageEvent, envelope: Envelope): Promise<void>;
}

/** How long after it was written a message's edit is answered, in seconds. */
const EDIT_TIME = 120;
const MAX_KEPT = 1_000;

export function createMessages(context: SlackContext): Messages {
  const { access, asking, conversations, poster, sessions, workspace } = context;
  const { botUser } = workspace;
  /** Messages that were deleted while, or before, they were answered. */
  const deleted = new Set<string>();

  /** The thread's key: a direct message outside any thread goes on from the one before it. */
  function threadOf({ channel, ts, thread_ts: threadTs }: MessageEvent): string {
    if (!isDirect(channel)) return sessions.inThread(channel, threadTs ?? ts);
    const at = Number(ts);
    return threadTs === undefined ? sessions.begin(channel, ts, at) : sessions.inThread(channel, threadTs, at);
  }

  function incomingOf(event: MessageEvent, { event_id: id }: Envelope): Incoming {
    const { channel, ts, user = '', text = '' } = event;
    return {
      event: idOf(id ?? `${channel}:${ts}:${event.type}`),
      message: idOf(channel, ts),
      thread: threadOf(event),
      user: idOf(user),
      text: readText(text),
      ...documentsOf(context, channel),
    };
  }

  function questionOf(event: MessageEvent, isAddressed: boolean): ThreadQuestion {
    const { channel, ts, user = '' } = event;
    return {
      channel,
      threadTs: event.thread_ts ?? ts,
      user,
      question: ts,
      isAddressed,
      canAskHr: canAskHr(context, channel),
      isGone: () => deleted.has(`${channel}:${ts}`),
    };
  }

  async function refuse(question: ThreadQuestion, refusal: string): Promise<void> {
    const { channel, user, question: ts } = question;
    if (!(await conversations.claim(idOf('refused', channel, ts)))) return;
    const message = renderNotice(refusal);
    if (isDirect(channel)) await poster.post(question, [message], { question: ts, reference: 'refused' });
    else await poster.whisper(question, user, message);
  }

  async function answer(event: MessageEvent, envelope: Envelope, isAddressed: boolean): Promise<void> {
    const { channel, user = '' } = event;
    const team = event.user_team ?? event.source_team ?? event.team;
    const question = questionOf(event, isAddressed);
    const refusal = await access.refusal({ user, channel, team, isShared: envelope.is_ext_shared_channel });
    if (refusal === undefined) {
      await asking.ask(incomingOf(event, envelope), createThreadPlace(context, question));
    } else if (isAddressed) {
      await refuse(question, refusal);
    }
  }

  /** An edit soon after a message was written. Links that unfold and the bot's own updates come as edits, too. */
  async function onChange(event: MessageEvent, envelope: Envelope): Promise<void> {
    const { channel, message, previous_message: before, event_ts: at } = event;
    if (message === undefined || !isWritten(message, botUser) || message.text === before?.text) return;
    if (Number(at ?? event.ts) - Number(message.ts) > EDIT_TIME) return;
    const edited: MessageEvent = { ...message, channel };
    const place = createThreadPlace(context, { ...questionOf(edited, true), isEdit: true });
    await asking.edit(incomingOf(edited, envelope), place);
  }

  function onDelete({ channel, deleted_ts: ts, message }: MessageEvent): void {
    if (deleted.size >= MAX_KEPT) deleted.clear();
    deleted.add(`${channel}:${ts ?? message?.ts}`);
  }

  return {
    async onMention(event, envelope) {
      if (isWritten(event, botUser)) await answer(event, envelope, true);
    },
    async onMessage(event, envelope) {
      const { channel, subtype, ts, thread_ts: threadTs, text = '' } = event;
      // The root of a thread isn't deleted but becomes a "tombstone".
      if (subtype === 'message_deleted' || event.message?.subtype === 'tombstone') return onDelete(event);
      if (subtype === 'message_changed') return onChange(event, envelope);
      if (!isWritten(event, botUser)) return;
      if (isDirect(channel)) return answer(event, envelope, true);
      // A mention comes as `app_mention` as well. What is addressed to others is not for the bot.
      if (mentions(text, botUser) || mentionsAnybody(text)) return;
      if (threadTs === undefined || threadTs === ts) return;
      if (await conversations.remembers(sessions.inThread(channel, threadTs))) await answer(event, envelope, false);
    },
  };
}
