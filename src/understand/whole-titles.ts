/** Finds classes that a question names by their whole title, and the ranks that make other classes of them. */

import { isRank, isStopWord, vocabularyPart } from '../vocabulary.ts';
import { type FoundMentions, has, isCapital, isPerson, textOf, unknown } from './found-mentions.ts';
import { isJoining, type Lexicon, type TitleEntry } from './lexicon.ts';
import { nearTo } from './nearness.ts';
import { askWords, isTellingRank } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Ranks that are nouns alone: behind a title they make another class of it however they are typed, "roofer apprentice". */
const RANKS_BEHIND = new Set(vocabularyPart<{ ranksBehind: string[] }>('questions').ranksBehind);

interface TitleMatch {
  entry: TitleEntry;
  positions: number[];
  /** Level token's position, or -1. */
  levelAt: number;
}

/** The level that follows a title, directly or after "level" or "grade". */
export function levelAfter(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  if (next === undefined) return -1;
  if (next.level !== undefined && !next.breakBefore && !isPerson(tokens, last + 1)) return last + 1;
  // "Nurse level 2", "nurse at level 2".
  const level = next.word === 'at' ? last + 2 : last + 1;
  return tokens[level]?.word === 'level' && tokens[level + 1]?.level !== undefined ? level + 1 : -1;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Where the level before a title begins: "level 2 clerk", "second level clerk"; -1 when none stands there. */
function levelBefore(tokens: readonly Token[], first: number): { at: number; level: number } | undefined {
  const [far, near] = [tokens[first - 2], tokens[first - 1]];
  if (far === undefined || near === undefined || near.breakBefore || tokens[first]?.breakBefore === true)
    return undefined;
  if (far.word === 'level' && near.level !== undefined) return { at: first - 2, level: near.level };
  const ordinal = ORDINALS.indexOf(far.word) + 1;
  return near.word === 'level' && ordinal > 0 ? { at: first - 2, level: ordinal } : undefined;
}

/** Matches a whole title at a position: its words in order, with nothing but joining words between. */
export function matchAt(tokens: readonly Token[], at: number, entry: TitleEntry): number[] | undefined {
  const positions: number[] = [];
  let i = at;
  for (const stem of entry.stems) {
    while (positions.length > 0 && tokens[i] !== undefined && !has(tokens[i], stem) && isJoining(tokens[i]?.word ?? ''))
      i++;
    const before = tokens[positions.at(-1) ?? -1];
    const expanded = before !== undefined && before.names.length > 2 && has(before, stem);
    if (expanded) continue;
    if (!has(tokens[i], stem)) return undefined;
    positions.push(i);
    i++;
  }
  return positions;
}

/** True for a word that is short for a title of one word, but for the first of another before a word of titles: "elec helper". */
function isShortForMore(tokens: readonly Token[], at: number, entry: TitleEntry, lexicon: Lexicon): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (entry.stems.length > 1 || token?.names[0] === entry.stems[0] || next === undefined || next.breakBefore)
    return false;
  return (
    !isStopWord(next.word) && !askWords.has(next.word) && next.names.some((name) => nearTo(name, lexicon).size > 0)
  );
}

function wholeTitles(tokens: readonly Token[], lexicon: Lexicon): TitleMatch[] {
  const matches: TitleMatch[] = [];
  tokens.forEach((token, at) => {
    const entries = new Set(token.names.flatMap((stem) => lexicon.byStem.get(stem) ?? []));
    for (const entry of entries) {
      if (!has(token, entry.stems[0] ?? '')) continue;
      const positions = matchAt(tokens, at, entry);
      if (positions === undefined || isShortForMore(tokens, at, entry, lexicon)) continue;
      const levelAt = levelAfter(tokens, positions.at(-1) ?? at);
      const before = levelAt < 0 ? levelBefore(tokens, at) : undefined;
      if (before !== undefined && before.level === entry.level) {
        matches.push({ entry, positions: [before.at, before.at + 1, ...positions], levelAt });
        continue;
      }
      const level = levelAt < 0 ? undefined : tokens[levelAt]?.level;
      if (level !== entry.level && (entry.level !== undefined || levelAt >= 0)) continue;
      matches.push({ entry, positions, levelAt });
    }
  });
  return matches.sort((a, b) => b.entry.stems.length - a.entry.stems.length || a.positions.length - b.positions.length);
}

/** The stems of all employers' names. */
export const employerStemsOf = (lexicon: Lexicon): ReadonlySet<string> =>
  new Set(lexicon.employerStems.flatMap((stems) => [...stems]));

/** A word before a title that makes it another class: "Senior" before "Wharfinger". */
export function rankBefore(
  tokens: readonly Token[],
  at: number,
  used: ReadonlySet<number>,
  employer: ReadonlySet<string>,
): boolean {
  const before = tokens[at - 1];
  if (before === undefined || used.has(at - 1) || tokens[at]?.breakBefore === true) return false;
  if (before.stems.some((stem) => employer.has(stem))) return false;
  return before.names.some(isTellingRank);
}

/** The class that a rank makes of another: "Senior" of "Window Cleaner". */
export function variantOf(entry: TitleEntry, rank: string, lexicon: Lexicon): TitleEntry | undefined {
  const wanted = [...entry.stems, rank].sort().join(' ');
  return lexicon.entries.find(
    (other) =>
      (other.level === entry.level || other.level === undefined) && [...other.stems].sort().join(' ') === wanted,
  );
}

/** A rank typed behind the title ("analyst sr") makes the ranked class of it, where a document is about that. */
function rankBehind(
  tokens: readonly Token[],
  last: number,
  entry: TitleEntry,
  lexicon: Lexicon,
): TitleEntry | undefined {
  const behind = tokens[last + 1];
  if (behind === undefined || behind.breakBefore) return undefined;
  return behind.names
    .filter(isRank)
    .map((rank) => variantOf(entry, rank, lexicon))
    .find((variant) => variant !== undefined);
}

/** The letter of another class behind a title that ends in one: "Welder B" where the document is on Welder A. */
function otherLetter(tokens: readonly Token[], last: number, { title }: TitleEntry): Token | undefined {
  const own = / ([A-H])$/.exec(title)?.[1];
  const behind = tokens[last + 1];
  const isLetter = own !== undefined && behind?.breakBefore === false && /^[A-Hb-h]$/.test(behind.text);
  return isLetter && behind.text.toUpperCase() !== own ? behind : undefined;
}

export function addWholeTitles(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  const employer = employerStemsOf(lexicon);
  for (const { entry, positions, levelAt } of wholeTitles(tokens, lexicon)) {
    if (positions.some((position) => found.used.has(position))) continue;
    const first = positions[0] ?? 0;
    const last = Math.max(positions.at(-1) ?? 0, levelAt);
    for (let i = first; i <= last; i++) found.used.add(i);
    const letter = otherLetter(tokens, last, entry);
    if (letter !== undefined && !letter.stems.some((stem) => entry.stems.includes(stem))) {
      found.used.add(last + 1);
      const stems = [...entry.stems, ...letter.names];
      found.mentions.push(unknown(textOf(tokens, first, last + 1, lexicon), stems, entry.level, first, lexicon));
      continue;
    }
    if (rankBefore(tokens, first, found.used, employer)) {
      found.used.add(first - 1);
      found.mentions.push(
        unknown(
          textOf(tokens, first - 1, last, lexicon),
          [...(tokens[first - 1]?.names ?? []), ...entry.stems],
          entry.level,
          first - 1,
          lexicon,
        ),
      );
    } else {
      const ranked = rankBehind(tokens, last, entry, lexicon);
      const behind = tokens[last + 1];
      const next = tokens[last + 2];
      // "Administrator, Senior" at the end of what is asked of; a title that follows has its rank before it.
      const isBehind = behind?.breakBefore !== true || next === undefined || next.breakBefore;
      if (
        ranked === undefined &&
        behind !== undefined &&
        isBehind &&
        (RANKS_BEHIND.has(behind.word) ||
          (isCapital(behind) && isCapital(tokens[last]) && isRank(behind.word) && /\p{Ll}/u.test(behind.text)))
      ) {
        found.used.add(last + 1);
        found.mentions.push(
          unknown(
            textOf(tokens, first, last + 1, lexicon),
            [...entry.stems, ...behind.names],
            entry.level,
            first,
            lexicon,
          ),
        );
        continue;
      }
      if (ranked !== undefined) found.used.add(last + 1);
      const { title, documents, level } = ranked ?? entry;
      found.mentions.push({ title, documents, how: 'title', nearest: [], level, at: first });
    }
  }
}
