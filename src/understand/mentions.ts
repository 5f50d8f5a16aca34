/** Finds the classes that a question names: by title, part of a title, level, initials or class code. */
import { distance } from 'fastest-levenshtein';
import type { ClassMention } from '../domain.ts';
import { romanOf } from '../words.ts';
import { codeKey, isJoining, type Lexicon, type TitleEntry } from './lexicon.ts';
import { askWords, isRank, isStopWord } from './phrases.ts';
import type { Token } from './tokens.ts';
import { findTopics } from './topics.ts';

/** Mentions, and which tokens they took. */
export interface FoundMentions {
  mentions: ClassMention[];
  used: Set<number>;
}

interface TitleMatch {
  entry: TitleEntry;
  positions: number[];
  /** Level token's position, or -1. */
  levelAt: number;
}

/** Most documents offered for an unknown class. */
const MAX_NEAREST = 5;

const has = (token: Token | undefined, name: string): boolean => token?.names.includes(name) === true;

/** The level that follows a title, directly or after "level" or "grade". */
function levelAfter(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1];
  if (next === undefined) return -1;
  if (next.level !== undefined && !next.breakBefore) return last + 1;
  return next.word === 'level' && tokens[last + 2]?.level !== undefined ? last + 2 : -1;
}

/** Matches a whole title at a position: its words in order, with nothing but joining words between. */
function matchAt(tokens: readonly Token[], at: number, entry: TitleEntry): number[] | undefined {
  const positions: number[] = [];
  let i = at;
  for (const stem of entry.stems) {
    while (positions.length > 0 && tokens[i] !== undefined && !has(tokens[i], stem) && isJoining(tokens[i]?.word ?? '')) i++;
    const before = tokens[positions.at(-1) ?? -1];
    const expanded = before !== undefined && before.names.length > 2 && has(before, stem);
    if (expanded) continue;
    if (!has(tokens[i], stem)) return undefined;
    positions.push(i);
    i++;
  }
  return positions;
}

function wholeTitles(tokens: readonly Token[], lexicon: Lexicon): TitleMatch[] {
  const matches: TitleMatch[] = [];
  tokens.forEach((token, at) => {
    const entries = new Set(token.names.flatMap((stem) => lexicon.byStem.get(stem) ?? []));
    for (const entry of entries) {
      if (!has(token, entry.stems[0] ?? '')) continue;
      const positions = matchAt(tokens, at, entry);
      if (positions === undefined) continue;
      const levelAt = levelAfter(tokens, positions.at(-1) ?? at);
      const level = levelAt < 0 ? undefined : tokens[levelAt]?.level;
      if (level !== entry.level && (entry.level !== undefined || levelAt >= 0)) continue;
      matches.push({ entry, positions, levelAt });
    }
  });
  return matches.sort((a, b) => b.entry.stems.length - a.entry.stems.length || a.positions.length - b.positions.length);
}

/** A word before a title that makes it another class: "Senior" before "Wharfinger". */
function rankBefore(tokens: readonly Token[], at: number, used: ReadonlySet<number>, employer: ReadonlySet<string>): boolean {
  const before = tokens[at - 1];
  if (before === undefined || used.has(at - 1) || tokens[at]?.breakBefore === true) return false;
  if (before.stems.some((stem) => employer.has(stem))) return false;
  return before.stems.length > 0 && isRank(before.word) && !['general', 'staff', 'first', 'program', 'master', 'section', 'entry'].includes(before.word);
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens.slice(from, to + 1).map((token) => token.text.replace(/['’]s$/, '')).join(' ');

/** The class that a rank makes of another: "Senior" of "Window Cleaner". */
export function variantOf(entry: TitleEntry, rank: string, lexicon: Lexicon): TitleEntry | undefined {
  const wanted = [...entry.stems, rank].sort().join(' ');
  return lexicon.entries.find((other) => other.level === entry.level && [...other.stems].sort().join(' ') === wanted);
}

/** A rank typed behind the title ("analyst sr") makes the ranked class of it, where a document is about that. */
function rankBehind(tokens: readonly Token[], last: number, entry: TitleEntry, lexicon: Lexicon): TitleEntry | undefined {
  const behind = tokens[last + 1];
  if (behind === undefined || behind.breakBefore) return undefined;
  return behind.names.filter(isRank).map((rank) => variantOf(entry, rank, lexicon)).find((variant) => variant !== undefined);
}

/** Documents with titles near to some stems, those sharing the most words (the last counts double) first. */
export function nearestTitles(stems: readonly string[], lexicon: Lexicon): number[] {
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

function unknown(title: string, stems: readonly string[], level: number | undefined, at: number, lexicon: Lexicon): ClassMention {
  return { title, documents: [], how: 'unknown', nearest: nearestTitles(stems, lexicon), level, at };
}

function addWholeTitles(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  const employer = new Set(lexicon.employerStems.flatMap((stems) => [...stems]));
  for (const { entry, positions, levelAt } of wholeTitles(tokens, lexicon)) {
    if (positions.some((position) => found.used.has(position))) continue;
    const first = positions[0] ?? 0;
    const last = Math.max(positions.at(-1) ?? 0, levelAt);
    for (let i = first; i <= last; i++) found.used.add(i);
    if (rankBefore(tokens, first, found.used, employer)) {
      found.used.add(first - 1);
      found.mentions.push(unknown(textOf(tokens, first - 1, last), [...(tokens[first - 1]?.names ?? []), ...entry.stems], entry.level, first - 1, lexicon));
    } else {
      const ranked = rankBehind(tokens, last, entry, lexicon);
      const behind = tokens[last + 1];
      if (ranked === undefined && behind !== undefined && !behind.breakBefore && isCapital(behind) && isCapital(tokens[last]) && isRank(behind.word) && /\p{Ll}/u.test(behind.text)) {
        found.used.add(last + 1);
        found.mentions.push(unknown(textOf(tokens, first, last + 1), [...entry.stems, ...behind.names], entry.level, first, lexicon));
        continue;
      }
      if (ranked !== undefined) found.used.add(last + 1);
      const { title, documents, level } = ranked ?? entry;
      found.mentions.push({ title, documents, how: 'title', nearest: [], level, at: first });
    }
  }
}

function addCodes(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    if (found.used.has(at) || !/\d/.test(token.text)) return;
    const joined = `${tokens[at - 1]?.text ?? ''}${token.text}`;
    const documents = lexicon.byCode.get(codeKey(token.text)) ?? lexicon.byCode.get(codeKey(joined));
    const named = /^(?:code|class|spec|number|job|title|no)$/.test(tokens[at - 1]?.word ?? '');
    if (documents !== undefined && (token.text.length >= 4 || lexicon.byCode.has(codeKey(joined)))) {
      found.used.add(at);
      found.mentions.push({ title: token.text, documents, how: 'code', nearest: [], level: undefined, at });
    } else if (named && /^\d{4,}$/.test(token.text) && !/^(?:19|20)\d\d$/.test(token.text)) {
      found.used.add(at);
      found.mentions.push(unknown(`class code ${token.text}`, [], undefined, at, lexicon));
    }
  });
}

function addInitials(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions, isKnown: (word: string) => boolean): void {
  tokens.forEach((token, at) => {
    if (found.used.has(at) || !/^[a-z]{3,6}$/i.test(token.text) || askWords.has(token.word)) return;
    if (isKnown(token.word) && token.text !== token.text.toUpperCase()) return;
    const level = tokens[at + 1]?.level;
    const initials = token.text.toLowerCase();
    const entry = lexicon.entries.find((other) => other.initials === initials && (other.level === level || other.level === undefined));
    if (entry === undefined) return;
    found.used.add(at);
    if (entry.level !== undefined) found.used.add(at + 1);
    found.mentions.push({ title: entry.title, documents: entry.documents, how: 'initials', nearest: [], level: entry.level, at });
  });
}

/** A level alone stands for the same series as the class named before it: "Coordinator II from III". */
function addLevels(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    const numeral = token.level !== undefined && (/^[IVX]+$/.test(token.text) || /^\d$/.test(token.text) || token.text.length > 1);
    if (!numeral || found.used.has(at)) return;
    const before = found.mentions.filter((mention) => mention.at >= 0 && mention.at < at && mention.level !== undefined).at(-1);
    if (before === undefined || /^(?:two|three|year|month|hour)/.test(tokens[at + 1]?.word ?? '')) return;
    const words = before.title.replace(/\s+\S+$/, '');
    const base = lexicon.entries.find((entry) => entry.title === before.title) ?? lexicon.entries.find((entry) => before.nearest.includes(entry.documents[0] ?? -1));
    if (base === undefined) return;
    found.used.add(at);
    const entry = lexicon.entries.find((other) => other.level === token.level && other.stems.join(' ') === base.stems.join(' '));
    if (entry !== undefined) found.mentions.push({ title: entry.title, documents: entry.documents, how: 'level', nearest: [], level: entry.level, at });
    else found.mentions.push(unknown(`${words} ${romanOf(token.level ?? 1)}`, base.stems, token.level, at, lexicon));
  });
}

/** Runs of adjacent words that may name a class: no grammar, nothing that asks for a topic or another mention took. */
function runsOf(tokens: readonly Token[], found: FoundMentions, asking: ReadonlySet<number>, lexicon: Lexicon): number[][] {
  const employer = new Set(lexicon.employerStems.flatMap((stems) => [...stems]));
  const runs: number[][] = [];
  let run: number[] = [];
  const close = () => {
    if (namesClass(run.map((at) => tokens[at]), lexicon)) runs.push(run);
    run = [];
  };
  tokens.forEach((token, at) => {
    const titled = isTitleWord(token, lexicon);
    const level = token.level !== undefined && /^(?:[IVX]+|\d)$/.test(token.text) && run.length > 0 && !token.breakBefore;
    const employed = !titled && token.stems.some((stem) => employer.has(stem));
    const free = !found.used.has(at) && !asking.has(at) && !employed && (level || (!isStopWord(token.word) && !isJoining(token.word)) || (titled && isRank(token.word)));
    if (token.breakBefore || !free) close();
    if (free) run.push(at);
    if (level) close();
  });
  close();
  return runs;
}

const isTitleWord = (token: Token | undefined, lexicon: Lexicon): boolean => token?.names.some((name) => lexicon.byStem.has(name)) === true;
const isCapital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? '');

/** A run names a class by a word of some title, or by a rank in a capitalised name ("Staff Assistant"). */
function namesClass(run: readonly (Token | undefined)[], lexicon: Lexicon): boolean {
  if (run.some((token) => isTitleWord(token, lexicon))) return true;
  return run.length > 1 && run.every(isCapital) && run.some((token) => isRank(token?.word ?? ''));
}

const isNear = (a: string, b: string): boolean => a === b || (a.length > 2 && b.length > 2 && distance(a, b) <= (a.length > 6 ? 2 : 1));
/** True when a short word stands for adjacent words of a title by their first letters ("GIS"). */
const isInitials = (name: string, entry: TitleEntry): boolean => name.length > 1 && name.length < 6 && entry.initials.includes(name);

/** Titles that have all the words: as they are, else nearly so or by initials. */
function entriesFor(words: readonly Token[], level: number | undefined, lexicon: Lexicon): TitleEntry[] {
  const fitting = (fits: (name: string, entry: TitleEntry) => boolean): TitleEntry[] =>
    lexicon.entries.filter((entry) => (level === undefined || entry.level === level) && words.every((token) => token.names.some((name) => fits(name, entry))));
  const exact = fitting((name, entry) => entry.stems.includes(name));
  if (exact.length > 0 || words.length < 2) return exact;
  return fitting((name, entry) => entry.stems.some((stem) => isNear(name, stem)) || isInitials(name, entry));
}

function addParts(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions, asking: ReadonlySet<number>): void {
  for (const run of runsOf(tokens, found, asking, lexicon)) {
    const levelToken = tokens[run.at(-1) ?? -1];
    const level = levelToken?.level;
    const words = (level === undefined ? run : run.slice(0, -1)).map((at) => tokens[at]).filter((token) => token !== undefined);
    const fits = entriesFor(words, level, lexicon);
    const first = run[0] ?? 0;
    const last = run.at(-1) ?? 0;
    const head = words.at(-1);
    const headed = fits.filter((entry) => head?.names.includes(entry.stems.at(-1) ?? '') === true);
    const chosen = headed.length > 0 || words.length < 2 ? headed : fits;
    if (words.length < 2 && chosen.length === 0 && level === undefined) continue;
    for (const at of run) found.used.add(at);
    if (chosen.length > 0) {
      const documents = [...new Set(chosen.flatMap((entry) => entry.documents))];
      const single = chosen.length === 1 ? chosen[0] : undefined;
      found.mentions.push({ title: single?.title ?? textOf(tokens, first, last), documents, how: 'part', nearest: [], level: single?.level, at: first });
    } else {
      found.mentions.push(unknown(textOf(tokens, first, last), words.flatMap((token) => token.names), level, first, lexicon));
    }
  }
}

/**
 * The classes a question names, in its order. With `parts`, words that are only part of a title count too, and words
 * that look like a title no document has become an unknown class.
 */
export function findMentions(tokens: readonly Token[], lexicon: Lexicon, isKnown: (word: string) => boolean, parts: boolean): FoundMentions {
  const found: FoundMentions = { mentions: [], used: new Set() };
  addWholeTitles(tokens, lexicon, found);
  addCodes(tokens, lexicon, found);
  addInitials(tokens, lexicon, found, isKnown);
  if (parts) addParts(tokens, lexicon, found, findTopics(tokens, found.used, lexicon).asking);
  addLevels(tokens, lexicon, found);
  found.mentions.sort((a, b) => a.at - b.at);
  return found;
}
