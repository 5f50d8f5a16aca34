/** Messages into Slack: each once, in order, as bare words where Slack refuses the blocks. */
import type { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { callSafely, createLanes, type Pace } from './calls.ts';
import { describeSlackFailure, failureOf, isAboutForm } from './failures.ts';
import type { SlackMessage } from './pages.ts';
import { plainTexts } from './plain.ts';

/** A thread of a channel or direct message. */
export interface Thread {
  channel: string;
  threadTs: string;
}

/** Finds a reply's messages again: what was asked, and the answer to it. */
export interface Tag {
  /** Timestamp of the message that asks, or another id of the asking. */
  question: string;
  reference: string;
}

export interface Poster {
  /** Posts to a thread. Rejects when Slack won't have even the bare words. */
  post(thread: Thread, messages: readonly SlackMessage[], tag: Tag): Promise<void>;
  /** Puts messages in place of those posted for a question: fewer are deleted, more are added. */
  replace(thread: Thread, messages: readonly SlackMessage[], tag: Tag): Promise<void>;
  /** Shows a message to one user in a channel. Rejects when Slack refuses. */
  whisper(thread: Pick<Thread, 'channel'> & Partial<Thread>, user: string, message: SlackMessage): Promise<void>;
}

interface Own {
  ts: string;
  part: number;
  question: string;
  reference: string;
}

const EVENT_TYPE = 'classwise_reply';
const UNFURLS = { unfurl_links: false, unfurl_media: false };

export function createPoster(client: webApi.WebClient, options: { log: Log; pace: Pace; botUser: string }): Poster {
  const { log, pace, botUser } = options;
  const lanes = createLanes(pace);

  /** This bot's messages in a thread that belong to a question, in order. */
  async function findOwn({ channel, threadTs }: Thread, question: string): Promise<Own[]> {
    // Replies come after what they answer; a button's question has no timestamp.
    const oldest = /^\d+\.\d+$/.test(question) ? question : undefined;
    const found: Own[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.conversations.replies({
        channel,
        ts: threadTs,
        limit: 200,
        include_all_metadata: true,
        ...(oldest === undefined ? {} : { oldest }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { ts, user, metadata } of page.messages ?? []) {
        const payload: Partial<Own> | undefined = metadata?.event_payload;
        if (ts === undefined || user !== botUser || payload?.question !== question) continue;
        found.push({ ts, part: Number(payload.part), question, reference: String(payload.reference) });
      }
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    return found.sort((a, b) => a.part - b.part);
  }

  function metadataOf({ question, reference }: Tag, part: number) {
    return { event_type: EVENT_TYPE, event_payload: { question, reference, part } };
  }

  async function postOne(thread: Thread, content: Partial<SlackMessage> & { text: string }, tag: Tag, part: number) {
    const { channel, threadTs } = thread;
    const posted = () =>
      client.chat.postMessage({
        channel,
        thread_ts: threadTs,
        ...content,
        ...(content.blocks ? {} : { mrkdwn: false }),
        metadata: metadataOf(tag, part),
        ...UNFURLS,
      } as webApi.ChatPostMessageArguments);
    const settle = async () => {
      const own = await findOwn(thread, tag.question);
      return own.some((message) => message.part === part && message.reference === tag.reference)
        ? { ok: true }
        : undefined;
    };
    await lanes.run(channel, () => callSafely<unknown>(pace, posted, settle));
  }

  /** Sends with blocks, and without when Slack refuses those. */
  async function withFallback(
    message: SlackMessage,
    send: (content: Partial<SlackMessage> & { text: string }, at: number) => Promise<unknown>,
  ) {
    try {
      await send(message, 0);
    } catch (error) {
      if (!isAboutForm(failureOf(error))) throw error;
      log.line(`Slack refused a reply's blocks (${describeSlackFailure(error)}); its words go out without them.`);
      for (const [at, text] of plainTexts(message).entries()) await send({ text }, at);
    }
  }

  async function post(thread: Thread, messages: readonly SlackMessage[], tag: Tag, from = 0): Promise<void> {
    for (const [at, message] of messages.entries()) {
      // Pieces of a refused message get numbers between its own and the next.
      await withFallback(message, (content, piece) => postOne(thread, content, tag, (from + at) * 100 + piece));
    }
  }

  return {
    post,
    async replace(thread, messages, tag) {
      const { channel } = thread;
      const own = await callSafely(pace, () => findOwn(thread, tag.question), 'repeatable');
      for (const [at, message] of messages.slice(0, own.length).entries()) {
        const ts = own[at]?.ts ?? '';
        const metadata = metadataOf(tag, at * 100);
        await withFallback(message, (content, piece) =>
          piece > 0
            ? postOne(thread, content, tag, at * 100 + piece)
            : callSafely<unknown>(
                pace,
                () =>
                  client.chat.update({ channel, ts, blocks: [], ...content, metadata } as webApi.ChatUpdateArguments),
                'repeatable',
              ),
        );
      }
      await post(thread, messages.slice(own.length), tag, own.length);
      for (const { ts } of own.slice(messages.length)) {
        await callSafely(pace, () => client.chat.delete({ channel, ts }), 'repeatable');
      }
    },
    async whisper({ channel, threadTs }, user, message) {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await withFallback(message, (content) =>
        callSafely<unknown>(
          pace,
          () =>
            client.chat.postEphemeral({ channel, user, ...thread, ...content } as webApi.ChatPostEphemeralArguments),
          'unknowable',
        ),
      );
    },
  };
}
