/** Thumbs up and down below an answer: the invoke that Teams sends for them. */
import type { Conversations } from '../../conversations/conversations.ts';
import { fieldsOf, type IncomingActivity, textOf } from './activities.ts';
import type { SentMessages } from './sent.ts';
import { userOf } from './turns.ts';

/** UTF-16 code units: a reason is a sentence or two. */
const REASON_LIMIT = 2000;

/** What was typed: Teams sends it as JSON in a string, Microsoft's playground as the bare text. */
function reasonOf(feedback: unknown): string {
  const text = textOf(feedback);
  try {
    const { feedbackText } = fieldsOf(JSON.parse(text));
    return textOf(feedbackText).trim();
  } catch {
    return text.trim();
  }
}

/** Keeps a rating. False when the invoke is none, or of an answer that is no longer known. */
export async function keepFeedback(
  activity: IncomingActivity,
  { conversations, sent }: { conversations: Conversations; sent: SentMessages },
): Promise<boolean> {
  const { actionName, actionValue } = fieldsOf(activity.value);
  const { reaction, feedback } = fieldsOf(actionValue);
  if (actionName !== 'feedback' || (reaction !== 'like' && reaction !== 'dislike')) return false;
  // The playground doesn't say which answer it is; the latest one has its thumbs in sight.
  const reference = sent.referenceOf(activity.address.conversation.id, activity.replyToId);
  if (reference === undefined) return false;
  const reason = reasonOf(feedback).slice(0, REASON_LIMIT);
  await conversations.feedback({
    reference,
    user: userOf(activity),
    reaction: reaction === 'like' ? 'up' : 'down',
    ...(reason === '' ? {} : { reason }),
  });
  return true;
}
