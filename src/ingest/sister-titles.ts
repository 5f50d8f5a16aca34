/** Titles that differ by rank and level alone, and several of them printed on one line. */
import { vocabularyPart } from '../vocabulary.ts';
import { foldSpace, levelOf, wordsOf } from '../words.ts';

const RANKS = new Set(vocabularyPart<string[]>('rankOrder').filter((rank) => rank !== ''));
/** Ranks that stand behind the noun they rank ("Clerk Trainee"). */
const BEHIND = new Set(vocabularyPart<{ ranksBehind: string[] }>('titles').ranksBehind);

/** A title as scanners misread its numeral: "Clerk 11", "Clerk Ill", "Clerk l", for II, III and I. */
const MISREAD = /^(.*\p{L}{2}\S*)\s+([1lI|]{1,3}|[1lI|]V|V[1lI|]{1,3})$/u;

/** A title without the dash before its level: "Clerk - II" is Clerk II. */
export function plainTitle(title: string): string {
  return foldSpace(title).replace(/\s*[-–—]\s*((?:[IVX]{1,4}|\d{1,2})(?:\s*[/&-]\s*(?:[IVX]{1,4}|\d))*)$/, ' $1');
}

/** The title with its numeral as it was before it was scanned. */
function unscanned(title: string): string {
  const [, name = '', numeral = ''] = MISREAD.exec(title) ?? [];
  return name === '' ? title : `${name} ${numeral.replace(/[1l|]/g, 'I')}`;
}

/** The titles of a series with numerals as they are meant: "11" beside "I" was scanned for II. */
export function mended(titles: readonly string[]): string[] {
  const hasRoman = titles.some((title) => / [IVX]{1,4}$/.test(title));
  const isScanned = hasRoman && titles.some((title) => / (?:11|111|[1lI|]*[l|][1lI|]*)$/.test(title));
  return isScanned ? titles.map(unscanned) : [...titles];
}

/** What titles of one series share: their words without rank and level. */
export function baseOf(title: string): string {
  const words = wordsOf(title.replace(/\([^)]*\)/g, ' '));
  return words
    .filter((word, index) => !RANKS.has(word) && !(index > 0 && levelOf(word) !== undefined))
    .sort()
    .join(' ');
}

/** True for titles that are all of one series, each another class of it. */
export function areSisters(titles: readonly string[]): boolean {
  const [first = ''] = titles.map(baseOf);
  const keys = new Set(titles.map((title) => wordsOf(title).join(' ')));
  return (
    titles.length > 1 && first !== '' && keys.size === titles.length && titles.every((one) => baseOf(one) === first)
  );
}

const NUMERAL = '(?:[IVX]{1,4}|\\d)';
const NUMERALS = `${NUMERAL}(?:\\s*[/&–-]\\s*${NUMERAL})*`;
const REPEATED = new RegExp(
  `^(\\p{Lu}.*?\\p{L})\\s+(${NUMERALS})(?=\\s*(?:[/,&–-]|and\\b)?\\s*\\1\\s+${NUMERAL})`,
  'iu',
);

/** "Clerk I Clerk II/III": a name that stands before each of its levels. */
function byNumerals(title: string): string[] {
  const name = REPEATED.exec(title)?.[1];
  if (name === undefined) return [];
  const parts = title
    .split(new RegExp(`(?:^|\\s|[/,&–-])${name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')}\\s+`, 'iu'))
    .slice(1);
  const levels = parts.flatMap((part) => {
    const numerals = new RegExp(`^(${NUMERALS})\\s*(?:[/,&–-]|and)?\\s*$`, 'i').exec(part)?.[1];
    return numerals === undefined ? [undefined] : numerals.split(/[^IVX\d]+/i);
  });
  return levels.every((level) => level !== undefined && levelOf(level) !== undefined)
    ? levels.map((level) => `${name} ${level}`)
    : [];
}

/** "SENIOR CLERK CLERK CLERK TRAINEE": words that stand again and again, between ranks. */
function byRanks(title: string): string[] {
  const words = title.split(' ');
  const isRank = (word: string | undefined): boolean => RANKS.has((word ?? '').toLowerCase());
  const start = words.findIndex((word) => !isRank(word));
  for (let length = 1; start >= 0 && start + length * 2 <= words.length; length++) {
    const base = words.slice(start, start + length).join(' ');
    const found: string[] = [];
    for (let at = 0; at < words.length; ) {
      const before = isRank(words[at]) ? [words[at++]] : [];
      if (words.slice(at, at + length).join(' ') !== base) {
        found.length = 0;
        break;
      }
      at += length;
      const behind = BEHIND.has((words[at] ?? '').toLowerCase()) ? [words[at++]] : [];
      found.push([...before, base, ...behind].join(' '));
    }
    if (found.length > 1 && found.some((one) => one !== base)) return found;
  }
  return [];
}

/** "Clerk II, III, IV - Harbour Office": levels side by side, and what a dash parts from them. */
function beforeDash(title: string): string[] {
  const [, name = '', numerals = ''] =
    /^(.*?\p{L})\s+((?:(?:[IVX]{1,4}|\d)\s*(?:[/,&]|and|or)\s*)+(?:[IVX]{1,4}|\d))\s+[-–—]\s/u.exec(title) ?? [];
  return name === '' ? [] : (numerals.match(/[IVX]+|\d/g) ?? []).map((numeral) => `${name} ${numeral}`);
}

/** "Clerk I/II/Senior": levels of one name, the last of them by its rank. */
function withRank(title: string): string[] {
  const [, name = '', numerals = '', rank = ''] =
    /^(.*?\p{L})\s+((?:(?:[IVX]{1,4}|\d)\s*[/,]\s*)+)(\p{Lu}\p{L}+)$/u.exec(title) ?? [];
  if (!RANKS.has(rank.toLowerCase())) return [];
  return [...numerals.split(/[^IVX\d]+/).filter((numeral) => numeral !== ''), rank].map((level) =>
    level === rank ? `${rank} ${name}` : `${name} ${level}`,
  );
}

/** Ranks or titles that a slash parts, before one noun: "Assistant/Associate Planner", "Planner/Senior Planner". */
function bySlash(title: string): string[] {
  const parts = title.split(/\s*\/\s*/);
  if (parts.length < 2 || parts.length > 4) return [];
  const last = parts.at(-1) ?? '';
  const [rank = '', ...noun] = last.split(' ');
  const areRanks = parts.slice(0, -1).every((part) => RANKS.has(part.toLowerCase()));
  if (areRanks && RANKS.has(rank.toLowerCase()) && noun.length > 0)
    return parts.map((part, at) => (at < parts.length - 1 ? `${part} ${noun.join(' ')}` : part));
  return areSisters(parts) ? parts : [];
}

/** The titles of several classes that one line prints; empty for the title of one. */
export function titlesIn(title: string): string[] {
  const plain = foldSpace(title);
  for (const split of [byNumerals, beforeDash, withRank, bySlash, byRanks]) {
    const found = split(plain);
    if (areSisters(found)) return found;
  }
  return [];
}
