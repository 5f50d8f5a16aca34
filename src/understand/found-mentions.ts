/** What finding classes in a question builds up, and the small operations its steps share. */
import type { ClassMention } from '../domain.ts';
import { isRank } from '../vocabulary.ts';
import type { Lexicon, TitleEntry } from './lexicon.ts';
import { isBeforePerson, isPersonVerb } from './phrases.ts';
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

export const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to + 1)
    .map((token) => token.text.replace(/['’]s$/, ''))
    .join(' ');

export function unknown(
  title: string,
  stems: readonly string[],
  level: number | undefined,
  at: number,
  lexicon: Lexicon,
): ClassMention {
  return { title, documents: [], how: 'unknown', nearest: nearestTitles(stems, lexicon), level, at };
}

/** Words that "I" stands behind both as a level and as the person. */
/** The rank behind a title's comma that makes another class of it: "Administrator, Senior", unless a title follows. */
export function rankBehindComma(tokens: readonly Token[], last: number): Token | undefined {
  const behind = tokens[last + 1];
  const next = tokens[last + 2];
  const isLast = next === undefined || next.breakBefore;
  return behind?.breakBefore === true && isLast && isCapital(behind) && isRank(behind.word) ? behind : undefined;
}

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
