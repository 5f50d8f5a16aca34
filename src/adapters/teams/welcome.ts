/** The greeting when the app is added. */
import type { Conversations } from '../../conversations/conversations.ts';
import type { CorpusSummary } from '../../conversations/surface.ts';
import type { IncomingActivity, OutgoingActivity } from './activities.ts';
import { textMessage } from './messages.ts';

/** Teams shows the first three. */
const MAX_EXAMPLES = 3;

/** True for either of the two activities that say that the bot was added; they come together, in either order. */
function isInstallation({ type, action, membersAdded, address }: IncomingActivity): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && membersAdded.some(({ id }) => id === address.bot.id);
}

/**
 * True when a greeting is due, once per conversation. Not in personal chats: there Teams shows the prompt starters of
 * the app's manifest, and only until the bot has spoken. The playground reads no manifest, so it gets the greeting.
 */
export async function isWelcomeDue(
  activity: IncomingActivity,
  { conversations, isPlayground }: { conversations: Conversations; isPlayground: boolean },
): Promise<boolean> {
  const { id, conversationType } = activity.address.conversation;
  const isPersonal = conversationType === undefined || conversationType === 'personal';
  if (!isInstallation(activity) || (isPersonal && !isPlayground)) return false;
  return conversations.claim(`teams:welcome:${id}`);
}

const count = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`;

/** Who this is, what it knows, how to ask. */
export function welcomeMessage(
  { documents, classes, examples }: CorpusSummary,
  { address: { conversation, user } }: IncomingActivity,
): OutgoingActivity {
  const isPersonal = conversation.conversationType === undefined || conversation.conversationType === 'personal';
  const corpus = `${count(classes, 'job class', 'job classes')} in ${count(documents, 'document', 'documents')}`;
  const actions = examples.slice(0, MAX_EXAMPLES).map((title) => ({ type: 'imBack' as const, title, value: title }));
  return {
    ...textMessage(
      `I answer questions about ${corpus} from the class specifications themselves, and quote every one of them. ${
        isPersonal ? 'Ask me anything that they say.' : 'Mention me and ask anything that they say.'
      }`,
    ),
    ...(actions.length > 0 ? { suggestedActions: { to: [user.id], actions } } : {}),
  };
}
