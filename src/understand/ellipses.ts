/** Finds classes named by what alone tells them from one that the question names: "Clerk II from III", "Clerk I vs senior". */
import type { ClassMention } from '../domain.ts';
import { isRank, isStopWord } from '../vocabulary.ts';
import { singularOf, wordsOf } from '../words.ts';
import { type FoundMentions, isPerson, numeralLike, textOf, unknown } from './found-mentions.ts';
import type { Lexicon, TitleEntry } from './lexicon.ts';
import { isRankAlone, patterns } from './phrases.ts';
import type { Token } from './tokens.ts';
import { variantOf } from './whole-titles.ts';

/** A level alone stands for the same series as the class named before it: "Clerk II from III". */
function addLevels(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    const numeral =
      token.level !== undefined && (/^[IVX]+$/.test(token.text) || /^\d$/.test(token.text) || token.text.length > 1);
    if (!numeral || found.used.has(at) || isPerson(tokens, at)) return;
    const before = found.mentions
      .filter((mention) => mention.at >= 0 && mention.at < at && mention.level !== undefined)
      .at(-1);
    if (before === undefined || /^(?:two|three|year|month|hour)/.test(tokens[at + 1]?.word ?? '')) return;
    const other = nounBefore(tokens, at, found, lexicon);
    if (other !== undefined) {
      for (let i = other.from; i <= at; i++) found.used.add(i);
      found.mentions.push(unknown(other.title, other.stems, token.level, other.from, lexicon));
      return;
    }
    const words = before.title.replace(/\s+\S+$/, '');
    const stems = wordsOf(words).map(singularOf).join(' ');
    const base =
      lexicon.entries.find((entry) => entry.title === before.title || entry.stems.join(' ') === stems) ??
      lexicon.entries.find((entry) => before.nearest.includes(entry.documents[0] ?? -1));
    if (base === undefined) return;
    found.used.add(at);
    const entry = lexicon.entries.find(
      (other) => other.level === token.level && other.stems.join(' ') === base.stems.join(' '),
    );
    if (entry !== undefined) found.mentions.push(asMention(entry, at));
    else {
      const title = `${words} ${numeralLike(base.title, token.level ?? 1)}`;
      found.mentions.push(unknown(title, base.stems, token.level, at, lexicon));
    }
  });
}

/** Another class that a level is of, by a noun that no title has: "Clerk II from an Analyst I". */
function nounBefore(
  tokens: readonly Token[],
  at: number,
  found: FoundMentions,
  lexicon: Lexicon,
): { from: number; title: string; stems: string[] } | undefined {
  const isNoun = (i: number): boolean => {
    const token = tokens[i];
    const plain = token !== undefined && !found.used.has(i) && token.level === undefined;
    return (
      plain &&
      !isStopWord(token.word) &&
      !patterns.joinsClasses.test(token.word) &&
      !patterns.classNoun.test(token.word)
    );
  };
  let from = at;
  while (isNoun(from - 1) && tokens[from]?.breakBefore !== true) from--;
  if (from === at || !isJoined(tokens, from)) return undefined;
  const stems = tokens.slice(from, at).map(({ names }) => names[0] ?? '');
  return { from, title: textOf(tokens, from, at, lexicon), stems };
}

const ARTICLE = /^(?:the|an?|their|its)$/;

/** The word before a name and its article: "vs" in "vs senior", "or" in "or the lead". */
const wordBefore = (tokens: readonly Token[], at: number): string =>
  tokens[ARTICLE.test(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1]?.word ?? '';

/** True for a name behind a word that joins classes: "or the lead". */
export const isJoined = (tokens: readonly Token[], at: number): boolean =>
  patterns.joinsClasses.test(wordBefore(tokens, at));

/** True for a rank that a word for a class follows: "does the principal level ask …". */
function isRankAsked(tokens: readonly Token[], at: number): boolean {
  const isRanked = tokens[at]?.names.some(isRank) === true && ARTICLE.test(tokens[at - 1]?.word ?? '');
  return isRanked && patterns.classNoun.test(tokens[at + 1]?.word ?? '');
}

/** The class of the same title but for one word, the first or the last. */
function withWord(
  base: TitleEntry,
  place: 'first' | 'last',
  names: readonly string[],
  lexicon: Lexicon,
): TitleEntry | undefined {
  const rest = place === 'first' ? base.stems.slice(1) : base.stems.slice(0, -1);
  if (rest.length === 0) return undefined;
  return lexicon.entries.find((other) =>
    names.some((name) => {
      const wanted = place === 'first' ? [name, ...rest] : [...rest, name];
      return other !== base && other.stems.join(' ') === wanted.join(' ');
    }),
  );
}

const asMention = ({ title, documents, level }: TitleEntry, at: number): ClassMention => ({
  title,
  documents,
  how: 'level',
  nearest: [],
  level,
  at,
});

/** A rank or another noun alone, behind a class: "Clerk I vs senior", "Works Supervisor or Superintendent". */
function addBehind(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    const goesOn = lexicon.byStem.has(tokens[at + 1]?.names[0] ?? '') && tokens[at + 1]?.breakBefore !== true;
    if (found.used.has(at) || goesOn || !(isJoined(tokens, at) || isRankAsked(tokens, at))) return;
    const before = found.mentions.filter((mention) => mention.at < at && mention.documents.length > 0).at(-1);
    const base = lexicon.entries.find((entry) => entry.title === before?.title);
    if (base === undefined) return;
    const ranks = token.names.filter(isRank);
    const ranked = ranks.map((rank) => variantOf(base, rank, lexicon)).find((other) => other !== undefined);
    const otherRank = isRank(base.stems[0] ?? '') ? withWord(base, 'first', ranks, lexicon) : undefined;
    const variant = ranked ?? otherRank ?? withWord(base, 'last', token.names, lexicon);
    const setOff = patterns.setsOff.test(wordBefore(tokens, at));
    if (variant !== undefined) found.mentions.push(asMention(variant, at));
    else if (setOff && isRankAlone(token.word))
      found.mentions.push(
        unknown(`${token.word} ${base.title.toLowerCase()}`, [token.word, ...base.stems], base.level, at, lexicon),
      );
    else return;
    found.used.add(at);
  });
}

/** The first word of a title alone, before a class that has the rest of it: "the civil and the mechanical drafter". */
function addBefore(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  for (const { title, at, documents } of [...found.mentions]) {
    const base = documents.length > 0 ? lexicon.entries.find((entry) => entry.title === title) : undefined;
    if (base === undefined || !isJoined(tokens, at)) continue;
    const alone = ARTICLE.test(tokens[at - 1]?.word ?? '') ? at - 3 : at - 2;
    const token = tokens[alone];
    if (token === undefined || found.used.has(alone)) continue;
    const variant = withWord(base, 'first', token.names, lexicon);
    if (variant === undefined) continue;
    found.used.add(alone);
    found.mentions.push(asMention(variant, alone));
  }
}

/** Adds the classes that only part of a name stands for, beside one named in full. */
export function addEllipses(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  addLevels(tokens, lexicon, found);
  addBehind(tokens, lexicon, found);
  addBefore(tokens, lexicon, found);
}
