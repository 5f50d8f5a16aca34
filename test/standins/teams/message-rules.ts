/** What Teams refuses in a message, as its documentation has it; written from the outside, not from the code it checks. */

export interface Refused {
  status: 400 | 413;
  code: string;
  message: string;
}

type Json = Record<string, unknown>;

const ROOT = 'https://schema.org/Message';

function checkCitation(claim: Json, text: string, index: number): string | undefined {
  const at = `citation[${index}]`;
  const position = claim.position;
  const appearance = claim.appearance as Json | undefined;
  if (claim['@type'] !== 'Claim') return `${at} is no Claim`;
  if (!Number.isInteger(position) || (position as number) < 1) return `${at}.position is no positive integer`;
  if (!text.includes(`[${position}]`)) return `${at}.position ${position} has no [${position}] in the text`;
  if (!appearance || Object.keys(appearance).length === 0) return `${at} has an empty appearance`;
  if (appearance['@type'] !== 'DigitalDocument') return `${at}.appearance is no DigitalDocument`;
  const { name, abstract, keywords = [], url } = appearance as Record<string, string> & { keywords?: string[] };
  if (!name || name.length > 80) return `${at}.name is empty or longer than 80`;
  if (!abstract || abstract.length > 160) return `${at}.abstract is empty or longer than 160`;
  if (keywords.length > 3 || [...keywords].some((word) => word.length > 28)) return `${at}.keywords exceed 3 × 28`;
  if (url !== undefined && !/^https?:\/\//.test(url)) return `${at}.url is no web address`;
  return undefined;
}

function checkEntities(activity: Json, limit: number): string | undefined {
  const entities = (activity.entities ?? []) as Json[];
  const roots = entities.filter(({ type }) => type === ROOT);
  if (roots.length > 1) return 'Multiple root message entities found in the bot activity.';
  const [root] = roots;
  if (!root) return undefined;
  if (root['@type'] !== 'Message' || root['@context'] !== 'https://schema.org' || root['@id'] !== '')
    return 'Error parsing message entity from activity object.';
  if (root.additionalType !== undefined && JSON.stringify(root.additionalType) !== '["AIGeneratedContent"]')
    return 'Unknown additionalType.';
  const citations = (root.citation ?? []) as Json[];
  if (citations.length > limit) return `Bot message with more than ${limit} citations.`;
  const positions = citations.map(({ position }) => position);
  if (new Set(positions).size < positions.length) return 'Two citations have one position.';
  for (const [index, claim] of citations.entries()) {
    const problem = checkCitation(claim, String(activity.text ?? ''), index);
    if (problem) return problem;
  }
  const usage = root.usageInfo as Json | undefined;
  return usage && !usage.name ? 'usageInfo needs a name.' : undefined;
}

function checkButtons({ suggestedActions, attachments }: Json): string | undefined {
  const { actions = [] } = (suggestedActions ?? {}) as { actions?: Json[] };
  if (actions.length > 3) return 'More than three suggested actions.';
  if (actions.length > 0 && Array.isArray(attachments) && attachments.length > 0)
    return 'Suggested actions with attachments.';
  return actions.every(({ type, title, value }) => type === 'imBack' && title && value)
    ? undefined
    : 'A suggested action is incomplete.';
}

function checkCards({ attachments = [] }: Json): string | undefined {
  for (const { contentType, content } of attachments as { contentType: string; content: Json }[]) {
    if (contentType !== 'application/vnd.microsoft.card.adaptive') return `Unknown attachment ${contentType}.`;
    if (content.type !== 'AdaptiveCard' || content.version !== '1.5' || !content.fallbackText)
      return 'A card without type, version 1.5 or fallbackText.';
  }
  return undefined;
}

/** Undefined when Teams would take the message. `bytes` is the body as it came. */
export function refusalOf(activity: Json, bytes: Buffer, citationLimit = 20): Refused | undefined {
  if (bytes.toString('utf8').length * 2 > 102_400)
    return { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' };
  if (activity.type === 'typing') return undefined;
  const empty = !activity.text && !(activity.attachments as unknown[] | undefined)?.length;
  const problem =
    checkEntities(activity, citationLimit) ??
    checkButtons(activity) ??
    checkCards(activity) ??
    (empty ? 'An empty message.' : undefined);
  return problem ? { status: 400, code: 'BadArgument', message: problem } : undefined;
}
