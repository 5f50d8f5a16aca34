/** What the documents should have answered: questions grouped, counted, and ranked by how much they are missed. */
import { isStopWord } from '../vocabulary.ts';
import { foldSpace, levelOf, stemOf, wordsOf } from '../words.ts';
import type { FeedbackEntry, ReactionEntry, UnansweredEntry } from './entries.ts';

/** Questions that ask the same. */
export interface Gap {
  /** As it was worded most often, of these the latest. */
  question: string;
  times: number;
  /** How many different users asked. */
  users: number;
  /** When it was asked last, ISO 8601. */
  last: string;
  /** The document set, when it was not the default one. */
  documents?: string;
}

/** Answers to the same question that people found bad. */
export interface Dislike {
  /** Undefined when the answer was forgotten by the time it was judged. */
  question?: string;
  times: number;
  /** Different ones, the latest first. */
  reasons: string[];
  last: string;
}

export interface Gaps {
  unanswered: Gap[];
  disliked: Dislike[];
  /** How often something was asked in vain, grouped or not, listed or not. */
  asked: number;
  /** How many different questions these were. */
  different: number;
}

/**
 * Questions with one key ask the same: case, punctuation, word order, endings and grammar don't matter, and a level may
 * be a digit or a numeral. A question of nothing but grammar is only like itself.
 */
export function gapKey(question: string): string {
  const words = wordsOf(question);
  const telling = words.filter((word) => !isStopWord(word));
  const levelled = (telling.length > 0 ? telling : words).map((word) => {
    const level = levelOf(word);
    return level === undefined ? stemOf(word) : `${level}`;
  });
  return [...new Set(levelled)].sort().join(' ');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const latest = (entries: readonly FeedbackEntry[]) =>
  entries.reduce((last, { at }) => (Date.parse(at) > Date.parse(last) ? at : last), entries[0]?.at ?? '');

/** The wording that is most frequent, the latest of several. */
function commonest(wordings: readonly string[]): string {
  const groups = groupBy(wordings.map(foldSpace), (wording) => wording.toLowerCase());
  return groups.reduce((best, group) => (group.length >= best.length ? group : best), []).at(-1) ?? '';
}

function gapOf(entries: readonly UnansweredEntry[]): Gap {
  const documents = entries[0]?.documents;
  return {
    question: commonest(entries.map(({ question }) => question)),
    times: entries.length,
    users: new Set(entries.map(({ user }) => user)).size,
    last: latest(entries),
    ...(documents === undefined ? {} : { documents }),
  };
}

/** A user's last word on an answer, with the reason given before if the last one has none. */
function lastWord(entries: readonly ReactionEntry[]): ReactionEntry[] {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const reason = entries.findLast((entry) => entry.reaction === last.reaction && entry.reason)?.reason;
  return [{ ...last, reason }];
}

function dislikeOf(entries: readonly ReactionEntry[]): Dislike {
  const question = commonest(entries.flatMap((entry) => entry.question ?? []));
  const reasons = entries.flatMap(({ reason }) => foldSpace(reason ?? '') || []);
  return {
    ...(question === '' ? {} : { question }),
    times: entries.length,
    reasons: [...new Set(reasons.reverse())],
    last: latest(entries),
  };
}

/** Most missed first: by how often, by how many, by how lately. */
function rank<T extends { times: number; users?: number; last: string }>(found: T[], limit: number): T[] {
  return found
    .sort((a, b) => b.times - a.times || (b.users ?? 0) - (a.users ?? 0) || Date.parse(b.last) - Date.parse(a.last))
    .slice(0, limit);
}

/** Finds at most `limit` gaps and as many dislikes. The entries are in the order they were written. */
export function findGaps(entries: readonly FeedbackEntry[], limit: number): Gaps {
  const unanswered = entries.filter((entry) => entry.kind === 'unanswered');
  const gaps = groupBy(unanswered, (entry) => `${entry.documents ?? ''}\n${gapKey(entry.question)}`).map(gapOf);
  const reactions = entries.filter((entry) => entry.kind === 'reaction');
  const lastWords = groupBy(reactions, ({ reference, user }) => `${reference}\n${user}`).flatMap(lastWord);
  const disliked = groupBy(
    lastWords.filter(({ reaction }) => reaction === 'down'),
    ({ question, reference }) => (question === undefined ? `\n${reference}` : gapKey(question)),
  ).map(dislikeOf);
  return {
    unanswered: rank(gaps, limit),
    disliked: rank(disliked, limit),
    asked: unanswered.length,
    different: gaps.length,
  };
}
