/** Which classes are one series, in their order, and which follow by the experience they ask for. */
import type { ClassSpec, IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { levelOf, singularOf, stemOf, wordsOf } from '../../words.ts';
import { askingFor } from '../conditions/title-conditions.ts';
import type { Statement } from '../reading/statements.ts';

/** Words that place a class in its series, lowest first; a title without any stands at `PLAIN`. */
const ORDER = vocabularyPart<string[]>('rankOrder');
/** Compared as they stand: by its stem "management" would be a manager. */
const RANKS = new Set(ORDER.filter((rank) => rank !== ''));
const PLAIN = ORDER.indexOf('');

/** More than a series has levels: a rank outweighs them. */
const LEVELS = 100;

/** A class in its series. */
export interface Rung {
  document: number;
  place: number;
}

/** True for a word that places a class in its series. `index`: where it stands in the title. */
export const isRankOrLevel = (word: string, index: number): boolean =>
  RANKS.has(singularOf(word)) || (index > 0 && levelOf(word) !== undefined);

/** A title's words without rank and level, by their stems. */
export function baseOf(title: string): string[] {
  const words = wordsOf(title.replace(/\([^)]*\)/g, ' '));
  return words.filter((word, index) => !isRankOrLevel(word, index)).map(stemOf);
}

/** The words of a series, and all of them whatever their order. */
interface Base {
  words: readonly string[];
  key: string;
}

const keyOf = (words: readonly string[]): string => [...words].sort().join(' ');
const bases = new WeakMap<ClassSpec, Base>();

/** What a specification's series is called; looked up once, as each answer compares all titles. */
function baseIn(spec: ClassSpec): Base {
  const known = bases.get(spec);
  if (known !== undefined) return known;
  const words = baseOf(spec.title);
  const made = { words, key: keyOf(words) };
  bases.set(spec, made);
  return made;
}

/** Where a title stands among those of its series: by rank, then by level. */
export function placeOf(title: string): number {
  const words = wordsOf(title);
  const level = words.length > 1 ? (levelOf(words.at(-1) ?? '') ?? 0) : 0;
  const ranks = words.map((word) => ORDER.indexOf(singularOf(word))).filter((place) => place >= 0);
  return (ranks.length === 0 ? PLAIN : Math.max(...ranks)) * LEVELS + level;
}

/**
 * The classes whose titles differ from this one by rank and level alone. A one-word title without levels that stands alone so also
 * has the classes that one word more makes of it.
 */
export function rungsOf(documents: readonly IndexedDocument[], title: string): Rung[] {
  const base = baseOf(title);
  const key = keyOf(base);
  const places = new Set(documents.flatMap(({ spec }) => (baseIn(spec).key === key ? [placeOf(spec.title)] : [])));
  const hasLevels = [...places].some((place) => place % LEVELS !== 0);
  const belongs = ({ words, key: own }: Base): boolean =>
    own === key ||
    (places.size < 2 && !hasLevels && base.length === 1 && words.length === 2 && words.at(-1) === base[0]);
  return documents
    .flatMap(({ spec }, document) => (belongs(baseIn(spec)) ? [{ document, place: placeOf(spec.title) }] : []))
    .sort((a, b) => a.place - b.place);
}

/** Letters that a word of the question shares with a title's from its beginning: "roofing", "roofer". */
const MIN_SHARED = 4;
/** Most letters in which the two may differ behind that. */
const MAX_DIFFERENT = 3;

const isKin = (one: string, other: string): boolean => {
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[same] === other[same]) same++;
  return same >= MIN_SHARED && Math.max(one.length, other.length) - same <= MAX_DIFFERENT;
};

/** The classes of a trade that no title is called by: "roofing jobs" for roofers. */
export function rungsOfTrade(documents: readonly IndexedDocument[], words: readonly string[]): Rung[] {
  return documents
    .flatMap(({ spec }, document) => {
      const base = baseIn(spec).words;
      const fits =
        base.length > 0 && base.length <= words.length && words.some((word) => base.every((own) => isKin(own, word)));
      return fits ? [{ document, place: placeOf(spec.title) }] : [];
    })
    .sort((a, b) => a.place - b.place);
}

/** A class that asks for experience as another. */
export interface Follower {
  document: number;
  items: Statement[];
}

/** Steps from class to class that are followed. */
const MAX_STEPS = 4;

/**
 * The classes that ask for experience as the class of a document, nearest first: and those that ask for experience as
 * one of these, as long as they share a word of the first one's title, or of those that the question names `beside` it.
 */
export function followersOf(corpus: Corpus, start: number, beside: readonly string[]): Follower[] {
  const titleOf = (document: number): string => corpus.documents[document]?.spec.title ?? '';
  const base = new Set([titleOf(start), ...beside].flatMap(baseOf));
  const seen = new Set(corpus.documents.flatMap(({ spec }, index) => (spec.title === titleOf(start) ? [index] : [])));
  const found: Follower[] = [];
  let from = [start];
  for (let step = 0; step < MAX_STEPS && from.length > 0; step++) {
    const next: number[] = [];
    for (const document of from)
      for (const [index, items] of askingFor(corpus, titleOf(document), [...seen])) {
        const related = baseOf(titleOf(index)).some((word) => base.has(word));
        if (step > 0 && !related) continue;
        seen.add(index);
        found.push({ document: index, items });
        if (related) next.push(index);
      }
    from = next;
  }
  return found;
}
