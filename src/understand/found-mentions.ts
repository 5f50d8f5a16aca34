/** What finding classes in a question builds up, and the small operations its steps share. */
import type { ClassMention } from '../domain.ts';
import { isRank } from '../vocabulary.ts';
import { romanOf } from '../words.ts';
import type { Lexicon, TitleEntry } from './lexicon.ts';
import { expansionsOf, isBeforePerson, isPersonVerb } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Mentions, and which tokens they took. */
export interface FoundMentions {
  mentions: ClassMention[];
  used: Set<number>;
}

/** Most documents offered for an unknown class. */
const MAX_NEAREST = 5;

/** Documents with titles near to some stems, those sharing the most words (the last counts double) first. */
function nearestTitles(stems: readonly string[], lexicon: Lexicon): number[] {
  const scores = new Map<TitleEntry, number>();
  stems.forEach((stem, index) => {
    for (const entry of lexicon.byStem.get(stem) ?? []) {
      const head = entry.stems.at(-1) === stem && index === stems.length - 1 ? 1 : 0;
      scores.set(entry, (scores.get(entry) ?? 0) + 1 + head);
    }
  });
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0].stems.length - b[0].stems.length)
    .flatMap(([entry]) => entry.documents.slice(0, 1))
    .slice(0, MAX_NEAREST);
}

export const has = (token: Token | undefined, name: string): boolean => token?.names.includes(name) === true;

export const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');

/** A word of a class's name as typed; written out where the titles have it only in full: "asst" as "assistant". */
function nameWord(token: Token, lexicon: Lexicon): string {
  const typed = token.text.replace(/['’]s$/, '');
  if (lexicon.words.has(token.word)) return typed;
  return expansionsOf(token.word).find((word) => lexicon.words.has(word) || isRank(word)) ?? typed;
}

/** The name that some adjacent words of a question give a class. */
export const textOf = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): string =>
  tokens
    .slice(from, to + 1)
    .map((token) => nameWord(token, lexicon))
    .join(' ');

/** A level written as in the titles of its series: "Clerk 2" has a "Clerk 3" above it, "Clerk II" a "Clerk III". */
export const numeralLike = (title: string, level: number): string =>
  /\d$/.test(title) ? String(level) : romanOf(level);

/** A class that no document is about, its level written as the documents write those of the same noun. */
export function unknown(
  title: string,
  stems: readonly string[],
  level: number | undefined,
  at: number,
  lexicon: Lexicon,
): ClassMention {
  const alike = lexicon.byStem.get(stems.at(-1) ?? '')?.find((entry) => entry.level !== undefined);
  const written =
    level === undefined || alike === undefined ? title : title.replace(/ \S+$/, ` ${numeralLike(alike.title, level)}`);
  return { title: written, documents: [], how: 'unknown', nearest: nearestTitles(stems, lexicon), level, at };
}

/** The rank behind a title's comma that makes another class of it: "Administrator, Senior", unless a title follows. */
export function rankBehindComma(tokens: readonly Token[], last: number): Token | undefined {
  const behind = tokens[last + 1];
  const next = tokens[last + 2];
  const isLast = next === undefined || next.breakBefore;
  return behind?.breakBefore === true && isLast && isCapital(behind) && isRank(behind.word) ? behind : undefined;
}

/** Words that "I" stands behind both as a level and as the person. */
const EITHER = /^(?:and|or|than|as)$/;

/** "I" is the person who asks, not a level: "if I am a clerk", "and I supervise". */
export function isPerson(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'I') return false;
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.breakBefore === true) return true;
  // "How is a II different from a I?"
  if (before.word === 'a') return false;
  const next = tokens[at + 1];
  if (next !== undefined && !next.breakBefore && isPersonVerb(next.word)) return true;
  const ends = next === undefined || next.breakBefore;
  return EITHER.test(before.word) ? !ends && next.level === undefined : isBeforePerson(before.word);
}
