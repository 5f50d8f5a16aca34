/** The lines of a feedback log. */

/** A question that the documents don't answer. `user` is a pseudonym, `at` ISO 8601. */
export interface UnansweredEntry {
  kind: 'unanswered';
  at: string;
  user: string;
  question: string;
  /** The document set asked, when it was not the default one. */
  documents?: string | undefined;
}

/** What a user thinks of an answer. */
export interface ReactionEntry {
  kind: 'reaction';
  at: string;
  user: string;
  /** Names the answer: a user's later reaction to it takes the place of an earlier one. */
  reference: string;
  reaction: 'up' | 'down';
  reason?: string | undefined;
  question?: string | undefined;
}

export type FeedbackEntry = UnansweredEntry | ReactionEntry;

/** A line as an entry; undefined when it is none (a process died while it wrote it, or somebody edited the file). */
export function parseEntry(line: string): FeedbackEntry | undefined {
  let entry: Partial<Record<string, unknown>>;
  try {
    entry = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { kind, at, user, question, reference, reaction } = entry;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof user !== 'string') return undefined;
  const isUnanswered = kind === 'unanswered' && typeof question === 'string';
  const isReaction = kind === 'reaction' && typeof reference === 'string' && (reaction === 'up' || reaction === 'down');
  return isUnanswered || isReaction ? (entry as unknown as FeedbackEntry) : undefined;
}
