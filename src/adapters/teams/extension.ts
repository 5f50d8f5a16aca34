/**
 * The message extension: a search beside the compose box, whose results are passages to send to somebody else.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
import { randomUUID } from 'node:crypto';
import type { Conversations } from '../../conversations/conversations.ts';
import type { Citation } from '../../domain.ts';
import { createReply, type Reply, type ReplySource } from '../reply.ts';
import { fieldsOf, type IncomingActivity, textOf } from './activities.ts';
import { passageCard } from './cards.ts';
import { cutAtWord } from './citations.ts';
import { escapeText } from './markdown.ts';
import { userOf } from './turns.ts';

/** Milliseconds: Teams gives up on a search after five seconds. */
const SEARCH_TIMEOUT = 4000;
/** A list to choose from by eye. */
const MAX_RESULTS = 10;
/** UTF-16 code units: the list shows two lines of each. */
const PREVIEW_LIMIT = 160;

/** What was typed; empty when the extension was only opened. */
function queryOf({ value }: IncomingActivity): string {
  const { parameters } = fieldsOf(value);
  const [parameter] = Array.isArray(parameters) ? parameters.map(fieldsOf) : [];
  return parameter?.name === 'question' ? textOf(parameter.value).trim() : '';
}

const message = (text: string) => ({ composeExtension: { type: 'message', text } });

function resultOf(source: ReplySource): object {
  const { classTitle, section, place, quote } = source;
  const title = [classTitle, section].filter(Boolean).join(' · ') || place;
  return {
    ...passageCard(source),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      // A preview's text is HTML.
      content: { title: cutAtWord(title, PREVIEW_LIMIT), text: escapeText(cutAtWord(quote, PREVIEW_LIMIT)) },
    },
  };
}

function resultsOf({ sources, summary }: Reply): object {
  if (sources.length === 0) return message(summary);
  const attachments = sources.slice(0, MAX_RESULTS).map(resultOf);
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** The body that answers a search: the cited passages of its answer as cards, or a sentence. Never rejects. */
export async function search(
  activity: IncomingActivity,
  { conversations, linkTo }: { conversations: Conversations; linkTo?(citation: Citation): string | undefined },
): Promise<object> {
  const text = queryOf(activity);
  if (text === '') return message('Type a class title, or a question about one.');
  // A thread of its own: what somebody looks up for another chat is no part of their own conversation.
  const event = `teams:search:${activity.id || randomUUID()}`;
  const asking = conversations.ask({ event, message: event, thread: event, user: userOf(activity), text });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SEARCH_TIMEOUT);
  });
  const outcome = await Promise.race([asking, timeout]);
  clearTimeout(timer);
  if (outcome === undefined) return message('This takes longer than a search may. Ask it in a chat with the app.');
  if (outcome.kind === 'answer') return resultsOf(createReply(outcome.answer, linkTo ? { linkTo } : {}));
  if (outcome.kind === 'duplicate') return message('This search has been answered.');
  return message(outcome.text);
}
