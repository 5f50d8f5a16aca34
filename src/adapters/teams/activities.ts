/**
 * Bot Framework activities as plain objects: what Teams sends, and what it is sent. No SDK: only `bot-framework.ts`
 * knows one. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */

interface Account {
  id: string;
  name?: string;
  aadObjectId?: string;
}

interface Conversation {
  id: string;
  conversationType?: string;
  tenantId?: string;
}

/** Who is spoken to, and where: what sending needs of the activity that is answered. */
export interface Address {
  serviceUrl: string;
  channelId: string;
  conversation: Conversation;
  bot: Account;
  user: Account;
}

/** An activity from Teams. What is read has been checked to have this form; the rest of it is ignored. */
export interface IncomingActivity {
  type: string;
  id: string;
  name: string;
  action: string;
  text: string;
  timestamp: string;
  replyToId: string | undefined;
  value: unknown;
  /** `channelData.eventType`: which kind of update ("editMessage"). */
  eventType: string;
  /** The tenant that it comes from; undefined when it doesn't say. */
  tenantId: string | undefined;
  membersAdded: readonly Account[];
  mentions: readonly { id: string; text: string }[];
  address: Address;
  /** As it was received, for the check of its token. */
  raw: Readonly<Record<string, unknown>>;
}

export interface Attachment {
  contentType: string;
  content: object;
}

export interface SuggestedAction {
  type: 'imBack';
  title: string;
  value: string;
}

/** An activity to be sent; the address is added by who sends it. */
export interface OutgoingActivity {
  type: 'message' | 'typing';
  text?: string;
  textFormat?: 'markdown';
  /** For notifications and lists of chats. */
  summary?: string;
  attachments?: Attachment[];
  entities?: object[];
  suggestedActions?: { to: string[]; actions: SuggestedAction[] };
  channelData?: object;
  replyToId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object to read from; an empty one when it is none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value when it is a string; else an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function accountOf(value: unknown): Account {
  const { id, name, aadObjectId } = fieldsOf(value);
  return {
    id: textOf(id),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof aadObjectId === 'string' ? { aadObjectId } : {}),
  };
}

function conversationOf(value: unknown): Conversation {
  const { id, conversationType, tenantId } = fieldsOf(value);
  return {
    id: textOf(id),
    ...(typeof conversationType === 'string' ? { conversationType } : {}),
    ...(typeof tenantId === 'string' ? { tenantId } : {}),
  };
}

/**
 * Reads an activity from a parsed body. Undefined when it is none that could be answered: it needs a type, an http
 * address to reply to and a conversation (an activity without `serviceUrl` would pass the SDK's check of its token).
 */
export function readActivity(body: unknown): IncomingActivity | undefined {
  const raw = fieldsOf(body);
  const channelData = fieldsOf(raw.channelData);
  const conversation = conversationOf(raw.conversation);
  const type = textOf(raw.type);
  const serviceUrl = textOf(raw.serviceUrl);
  if (type === '' || conversation.id === '' || !/^https?:\/\//i.test(serviceUrl) || !URL.canParse(serviceUrl)) return;
  return {
    type,
    id: textOf(raw.id),
    name: textOf(raw.name),
    action: textOf(raw.action),
    // A card's button in the playground hands back what the card holds; in Teams its question comes as text.
    text: textOf(raw.text) || textOf(fieldsOf(raw.value).ask),
    timestamp: textOf(raw.timestamp),
    replyToId: textOf(raw.replyToId) || undefined,
    value: raw.value,
    eventType: textOf(channelData.eventType),
    tenantId: conversation.tenantId ?? (textOf(fieldsOf(channelData.tenant).id) || undefined),
    membersAdded: listOf(raw.membersAdded).map(accountOf),
    mentions: listOf(raw.entities)
      .filter(({ type: kind }) => kind === 'mention')
      .map(({ mentioned, text }) => ({ id: accountOf(mentioned).id, text: textOf(text) })),
    address: {
      serviceUrl,
      channelId: textOf(raw.channelId),
      conversation,
      bot: accountOf(raw.recipient),
      user: accountOf(raw.from),
    },
    raw,
  };
}
