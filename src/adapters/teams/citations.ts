/**
 * Citations, label and sensitivity of a message: its one root entity of schema.org's vocabulary.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
import type { ReplySource } from '../reply.ts';

/** More are refused with 400. Microsoft's playground takes ten. */
export const CITATION_LIMIT = { teams: 20, playground: 10 } as const;
/** UTF-16 code units, from the same page. */
const NAME_LIMIT = 80;
const ABSTRACT_LIMIT = 160;
const KEYWORD_LIMIT = 28;

export interface Labels {
  /** A model wrote the prose: Teams then shows its label "AI generated". */
  aiGenerated: boolean;
  sensitivity: { name: string; description: string | undefined } | undefined;
}

/** The text within `limit` UTF-16 code units: as it is, or cut after a word and ended with "…". Splits no character. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let head = text.slice(0, limit - 1);
  if (/[\ud800-\udbff]$/.test(head)) head = head.slice(0, -1);
  const space = head.search(/\s+\S*$/);
  const isMidWord = /^\S/.test(text.slice(head.length));
  // One long word (an address, a code) is cut inside: without it hardly anything would be left.
  return `${(isMidWord && space > limit / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** The address when it is one that Teams may open. */
function webAddress(link: string | undefined): string | undefined {
  return link !== undefined && /^https?:\/\//i.test(link) && URL.canParse(link) ? link : undefined;
}

function claimOf({ marker, classTitle, section, document, line, quote, place, link }: ReplySource): object {
  const url = webAddress(link);
  const name = [classTitle, section].filter(Boolean).join(' · ') || document || place;
  return {
    '@type': 'Claim',
    position: marker,
    appearance: {
      '@type': 'DigitalDocument',
      name: cutAtWord(name, NAME_LIMIT),
      ...(url === undefined ? {} : { url }),
      abstract: cutAtWord(quote || place, ABSTRACT_LIMIT),
      keywords: [cutAtWord(document, KEYWORD_LIMIT), `line ${line}`].filter(Boolean),
    },
  };
}

/** The entity for a message that shows these markers; undefined when it would say nothing. */
export function messageEntity(sources: readonly ReplySource[], labels: Labels): object | undefined {
  const { aiGenerated, sensitivity } = labels;
  if (sources.length === 0 && !aiGenerated && sensitivity === undefined) return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(aiGenerated ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(sources.length > 0 ? { citation: sources.map(claimOf) } : {}),
    ...(sensitivity === undefined
      ? {}
      : {
          usageInfo: {
            type: 'https://schema.org/Message',
            '@type': 'CreativeWork',
            name: sensitivity.name,
            ...(sensitivity.description === undefined ? {} : { description: sensitivity.description }),
          },
        }),
  };
}
