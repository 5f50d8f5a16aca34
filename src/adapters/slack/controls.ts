/** Buttons: what they say, what they carry, and how a click is read. */
import type { types } from '@slack/bolt';
import { MAX_LABEL, MAX_VALUE } from './limits.ts';
import type { SlackBlock } from './pages.ts';
import { shorten } from './text.ts';

/** Ids of everything that can be clicked; a test compares them with what listens. */
export const ACTIONS = {
  /** Followed by the button's number: Slack wants each id once in a message. */
  ask: 'ask:',
  sources: 'sources',
  askHr: 'ask_hr',
  share: 'share',
  feedback: 'feedback',
} as const;

/** Ids of what can be submitted or chosen elsewhere, as the manifest names them. */
export const CALLBACKS = { reason: 'feedback_reason', match: 'match_text', command: '/jobclass' } as const;

/** What a suggestion's button carries: the question, and the answer below which it stands. */
export interface Suggestion {
  question: string;
  reference?: string;
}

function plain(text: string): types.PlainTextElement {
  // Emoji codes stay codes.
  return { type: 'plain_text', text, emoji: false };
}

function button(action: string, label: string, value: string): types.Button {
  return { type: 'button', action_id: action, text: plain(shorten(label, MAX_LABEL)), value };
}

/** Buttons that ask. A question too long to be carried is left out. */
export function suggestionButtons(questions: readonly string[], reference?: string): types.Button[] {
  return questions.flatMap((question, at) => {
    const value = JSON.stringify(reference === undefined ? { question } : { question, reference });
    return question.trim() === '' || value.length > MAX_VALUE ? [] : [button(`${ACTIONS.ask}${at}`, question, value)];
  });
}

/** What a suggestion's button carried; undefined for anything else. */
export function readSuggestion(value: string | undefined): Suggestion | undefined {
  try {
    const { question, reference } = JSON.parse(value ?? '') as Record<string, unknown>;
    if (typeof question !== 'string' || question === '') return undefined;
    return typeof reference === 'string' ? { question, reference } : { question };
  } catch {
    return undefined;
  }
}

export interface Controls {
  reference: string;
  suggestions: readonly string[];
  /** How many passages are cited, when not all of them are shown in full. */
  allSources: number | undefined;
  canAskHr: boolean;
  canShare: boolean;
}

/** The buttons below an answer. */
export function controlBlocks({ reference, suggestions, allSources, canAskHr, canShare }: Controls): SlackBlock[] {
  const next = suggestionButtons(suggestions.slice(0, 5), reference);
  const tools = [
    ...(allSources === undefined ? [] : [button(ACTIONS.sources, `All sources (${allSources})`, reference)]),
    ...(canShare ? [button(ACTIONS.share, 'Share in channel', reference)] : []),
    ...(canAskHr ? [button(ACTIONS.askHr, 'Ask HR', reference)] : []),
  ];
  return [
    ...(next.length > 0 ? [{ type: 'actions' as const, elements: next }] : []),
    ...(tools.length > 0 ? [{ type: 'actions' as const, elements: tools }] : []),
    feedbackBlock(reference),
  ];
}

function feedbackBlock(reference: string): types.ContextActionsBlock {
  const choice = (label: string, reaction: string) => ({
    text: plain(label),
    accessibility_label: label,
    value: `${reaction}:${reference}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: choice('Helpful', 'up'),
        negative_button: choice('Not helpful', 'down'),
      },
    ],
  };
}

/** What a feedback button carried; undefined for anything else. */
export function readFeedback(value: string | undefined): { reaction: 'up' | 'down'; reference: string } | undefined {
  const [, reaction, reference] = /^(up|down):(.+)$/.exec(value ?? '') ?? [];
  return reference === undefined ? undefined : { reaction: reaction === 'up' ? 'up' : 'down', reference };
}
