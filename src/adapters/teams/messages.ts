/** A reply as the messages that Teams is sent: text with citations, a table as a card, buttons to ask on. */
import type { Block, Piece } from '../blocks.ts';
import type { Reply, ReplySource } from '../reply.ts';
import type { OutgoingActivity } from './activities.ts';
import { questionsCard, tableCard } from './cards.ts';
import { CITATION_LIMIT, cutAtWord, type Labels, messageEntity } from './citations.ts';
import { escapeText, renderBlocks, renderPieces, type TableBlock, type TextBlock, tableAsText } from './markdown.ts';
import { halvesOf, isAtom, type Part, partsOf } from './parts.ts';

/**
 * Bytes of one message's JSON, in UTF-16. Teams refuses 100 KB; the rest is for addresses, which are added later.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const MESSAGE_BUDGET = 90_000;
/** More would bury a conversation. What is left out then is said. */
const MAX_MESSAGES = 6;
/** Teams shows the first three. */
const MAX_SUGGESTIONS = 3;
/** UTF-16 code units: longer than any question that a person would read on a button. */
const SUGGESTION_LIMIT = 300;
/** UTF-16 code units: a notification is a line or two. */
const SUMMARY_LIMIT = 200;
/** UTF-16 code units of a passage's place in a line of text. */
const PLACE_LIMIT = 300;

export interface Rendering {
  sensitivity: Labels['sensitivity'];
  /** For Microsoft's playground, which shows less of a message than Teams does. */
  isPlayground: boolean;
  /** Who asked: suggested questions are theirs. */
  userId: string;
  /** Nothing but text, for when Teams refuses the full form. */
  plain?: boolean;
}

const markersOf = (pieces: readonly Piece[]): string[] =>
  pieces.filter(({ style }) => style === 'marker').map(({ text }) => text);

function markersOfTable({ header, rows }: TableBlock): string[] {
  return [header, ...rows].flat().flatMap(markersOf);
}

/** The places of passages beyond what a message may cite, one a line. */
function sourceLines(sources: readonly ReplySource[], heading: string): string[] {
  return sources.length === 0
    ? []
    : [
        heading,
        sources.map(({ marker, place }) => `- [${marker}] ${escapeText(cutAtWord(place, PLACE_LIMIT))}`).join('\n\n'),
      ];
}

/** One message from a part of the reply, however large it comes out. */
function messageOf(part: Part, reply: Reply, rendering: Rendering): OutgoingActivity {
  const inText = new Set(part.texts.flatMap(({ pieces }) => markersOf(pieces)));
  const onlyInTable = part.table
    ? [...new Set(markersOfTable(part.table))].filter((marker) => !inText.has(marker))
    : [];
  const shown = new Set([...inText, ...onlyInTable]);
  const sources = reply.sources.filter(({ marker }) => shown.has(`[${marker}]`));
  const limit = rendering.plain ? 0 : CITATION_LIMIT[rendering.isPlayground ? 'playground' : 'teams'];
  const cited = sources.slice(0, limit);
  const beyond = sources.slice(limit);
  const titles = (part.table?.header ?? []).map(renderPieces).filter(Boolean).join(' · ');
  const text = [
    renderBlocks(part.texts) || (titles && `**${titles.replaceAll('**', '')}**`),
    // Citations work in the text only; the card's numbers are found here.
    onlyInTable.length > 0 ? `Passages in the table: ${onlyInTable.join(' ')}` : '',
    ...sourceLines(beyond, cited.length > 0 ? 'Further passages:' : 'Passages:'),
  ];
  const entity = rendering.plain
    ? undefined
    : messageEntity(cited, { aiGenerated: reply.mode === 'model', sensitivity: rendering.sensitivity });
  return {
    type: 'message',
    textFormat: 'markdown',
    text: text.filter(Boolean).join('\n\n'),
    ...(entity ? { entities: [entity] } : {}),
    ...(part.table ? { attachments: [tableCard(part.table, [], rendering)] } : {}),
  };
}

/** A part as messages within the size limit: cut in halves as often as it takes. */
function toFit(part: Part, reply: Reply, rendering: Rendering): { part: Part; message: OutgoingActivity }[] {
  const message = messageOf(part, reply, rendering);
  if (JSON.stringify(message).length * 2 <= MESSAGE_BUDGET || isAtom(part)) return [{ part, message }];
  return halvesOf(part).flatMap((half) => toFit(half, reply, rendering));
}

/** The last message with what belongs at the end: questions to ask on with, and the thumbs. */
function endingOf(
  { part, message }: { part: Part; message: OutgoingActivity },
  { suggestions }: Reply,
  rendering: Rendering,
): OutgoingActivity {
  const fitting = suggestions.filter(({ length }) => length > 0 && length <= SUGGESTION_LIMIT);
  const questions = fitting.slice(0, MAX_SUGGESTIONS);
  const ending: OutgoingActivity = { ...message, channelData: { feedbackLoop: { type: 'default' } } };
  if (questions.length === 0) return ending;
  // Teams shows no suggested actions on a message with attachments: the card has buttons then.
  if (part.table) return { ...ending, attachments: [tableCard(part.table, questions, rendering)] };
  // Beside suggested actions the playground shows neither markdown nor citations.
  if (rendering.isPlayground) return { ...ending, attachments: [questionsCard(questions, rendering)] };
  const actions = questions.map((question) => ({ type: 'imBack' as const, title: question, value: question }));
  return { ...ending, suggestedActions: { to: [rendering.userId], actions } };
}

function withoutTables(blocks: readonly Block[]): TextBlock[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableAsText(block) : [block]));
}

/**
 * The messages of a reply, at least one, in order. Each is within the limits of Teams: size, citations, buttons. What
 * does not fit into six messages is left out, and the last one says so.
 */
export function renderReply(reply: Reply, rendering: Rendering): OutgoingActivity[] {
  const blocks = rendering.plain ? withoutTables(reply.blocks) : reply.blocks;
  const fitted = partsOf(blocks).flatMap((part) => toFit(part, reply, rendering));
  const kept = fitted.slice(0, MAX_MESSAGES);
  const messages = kept.map(({ message }) => message);
  const last = kept.at(-1);
  if (last && !rendering.plain) messages[messages.length - 1] = endingOf(last, reply, rendering);
  if (fitted.length > MAX_MESSAGES)
    messages.push(textMessage('The answer goes on, but not here: ask for less at once.'));
  const [first] = messages;
  if (first && !rendering.plain) first.summary = cutAtWord(reply.summary, SUMMARY_LIMIT);
  return messages.length > 0 ? messages : [textMessage('There is nothing to show.')];
}

/** A message of one sentence of our own. */
export function textMessage(text: string): OutgoingActivity {
  return { type: 'message', textFormat: 'markdown', text: escapeText(text) };
}
