/** How much of what a question is about stands in a text: by word stems weighted by rarity, synonyms, and nearness in meaning. */
import { setImmediate } from 'node:timers/promises';
import type { FocusTerm } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { isNumberWord } from './quantities.ts';
import { similarityOf, vectorsOf } from './word-vectors.ts';

const stemCache = new Map<string, ReadonlySet<string>>();
const STEM_SETS_LIMIT = 20_000;

/** The stems of a text's words. */
export function stemsOf(text: string): ReadonlySet<string> {
  const known = stemCache.get(text);
  if (known !== undefined) return known;
  const stems = new Set(wordsOf(text).map(stemOf));
  if (stemCache.size >= STEM_SETS_LIMIT) stemCache.clear();
  stemCache.set(text, stems);
  return stems;
}

type Thesaurus = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The neighbours of each word or phrase, by its stems; every one as the stems of its words. */
function thesaurusOf(part: string): Thesaurus {
  const entriesOf = new Map<string, string[][]>();
  for (const group of vocabularyPart<string[][]>(part)) {
    const entries = group.map((phrase) => wordsOf(phrase).map(stemOf));
    for (const entry of entries) {
      const known = entriesOf.get(entry.join(' '));
      if (known === undefined) entriesOf.set(entry.join(' '), [...entries]);
      else known.push(...entries);
    }
  }
  return entriesOf;
}

/** Words that mean the same. */
const synonyms = thesaurusOf('synonyms');
/** Words that often speak of the same thing: enough to find a passage by, not to count a class into a list. */
const related = withEveryday(thesaurusOf('related'));

/** Also what people say, by what documents say for it. Only that way round: "drinking water" is "potable", but not every document's "system administration" is a question's "server". */
function withEveryday(thesaurus: Thesaurus): Thesaurus {
  const both = new Map(thesaurus);
  for (const [said = '', ...written] of vocabularyPart<string[][]>('writtenFor')) {
    const stem = wordsOf(said).map(stemOf).join(' ');
    both.set(stem, [...(both.get(stem) ?? []), ...written.map((phrase) => wordsOf(phrase).map(stemOf))]);
  }
  return both;
}

/** Most words of a phrase that has synonyms. */
const LONGEST_PHRASE = Math.max(...[...synonyms.keys(), ...related.keys()].map((stem) => stem.split(' ').length));

/** The words that may stand for a term in a text, beside its own. */
export function neighboursOf(stem: string): string[] {
  const entries = [...(synonyms.get(stem) ?? []), ...(related.get(stem) ?? [])];
  return [...new Set(entries.map((entry) => entry.join(' ')))].filter((phrase) => phrase !== stem);
}

/**
 * Makes one term of the words of a phrase that has synonyms ("work from home"), where it stands in `text`: its words
 * one by one mean something else. Terms keep their order.
 */
export function withPhrases(terms: readonly FocusTerm[], text: string): FocusTerm[] {
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  let joined = [...terms];
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    for (let at = 0; at + length <= stems.length; at++) {
      const parts = stems.slice(at, at + length);
      const stem = parts.join(' ');
      if (!synonyms.has(stem) && !related.has(stem)) continue;
      const first = joined.findIndex((term) => parts.includes(term.stem));
      if (first < 0) continue;
      const phrase = { word: words.slice(at, at + length).join(' '), stem };
      joined = joined.flatMap((term, index) => (index === first ? [phrase] : parts.includes(term.stem) ? [] : [term]));
    }
  }
  return joined;
}

/** Rarity above this adds no weight, so that one odd word does not decide alone. */
const RARITY_CAP = 7;
/** Two stems that share this many first letters and differ only behind are taken for one word ("teach", "teacher"). */
const MIN_SHARED_PREFIX = 5;
/** A number weighs little: in a question it is often the asker's guess ("60 words a minute, correct?"). */
const NUMBER_WEIGHT = 0.5;
/** A number of so many digits is a name, no guess: "911", "311". */
const NAME_OF_DIGITS = /^[1-9]\d{2}$/;
/** Part of its weight that a term has through a synonym. */
const SYNONYM = 0.85;
/** Part of its weight that a term has through a related word. */
const RELATED = 0.5;

/** How surely a stem stands in a text: 1 as itself, less by a synonym, 0 not at all. */
function standingIn(stem: string, stems: ReadonlySet<string>): number {
  if (stems.has(stem) || (stem.includes(' ') && stem.split(' ').every((part) => stems.has(part)))) return 1;
  const isSame = (other: string): boolean =>
    other.length >= MIN_SHARED_PREFIX && (other.startsWith(stem) || stem.startsWith(other));
  if (stem.length >= MIN_SHARED_PREFIX) for (const other of stems) if (isSame(other)) return 1;
  return hasNeighbour(synonyms, stem, stems) ? SYNONYM : 0;
}

/** The same, also by a word that often speaks of the same thing. */
export const spokenIn = (stem: string, stems: ReadonlySet<string>): number =>
  standingIn(stem, stems) || (hasNeighbour(related, stem, stems) ? RELATED : 0);

const hasNeighbour = (thesaurus: Thesaurus, stem: string, stems: ReadonlySet<string>): boolean =>
  thesaurus.get(stem)?.some((entry) => entry.every((part) => stems.has(part))) === true;

/** Weight of a focus term. */
function weightOf(term: FocusTerm, corpus: Corpus): number {
  if (isNumberWord(term.word) && !NAME_OF_DIGITS.test(term.word)) return NUMBER_WEIGHT;
  const rarity = Math.max(...term.stem.split(' ').map((part) => corpus.rarity(part)));
  return 0.5 + Math.min(RARITY_CAP, rarity);
}

const shares = new WeakMap<readonly FocusTerm[], { corpus: Corpus; weights: readonly number[] }>();

/** Each term's share of all the terms' weight; worked out once, for a question's terms are looked for in many texts. */
function sharesOf(terms: readonly FocusTerm[], corpus: Corpus): readonly number[] {
  const known = shares.get(terms);
  if (known?.corpus === corpus) return known.weights;
  const own = terms.map((term) => weightOf(term, corpus));
  const total = own.reduce((sum, weight) => sum + weight, 0);
  const weights = own.map((weight) => weight / total);
  shares.set(terms, { corpus, weights });
  return weights;
}

/** How surely each term stands in a text, 0 to 1, and its share of all the terms' weight. `near` rates terms that don't. */
export function standingOf(
  terms: readonly FocusTerm[],
  text: string,
  corpus: Corpus,
  near?: (term: FocusTerm) => number,
): { standing: number[]; weights: readonly number[] } {
  const stems = stemsOf(text);
  const standing = terms.map((term) => standingIn(term.stem, stems) || (near?.(term) ?? 0));
  return { standing, weights: sharesOf(terms, corpus) };
}

/** Share of the focus terms' weight that stands in a text, 0 to 1; 0 without terms. `near` rates terms that don't. */
export function coverage(
  terms: readonly FocusTerm[],
  text: string,
  corpus: Corpus,
  near?: (term: FocusTerm) => number,
): number {
  if (terms.length === 0) return 0;
  const { standing, weights } = standingOf(terms, text, corpus, near);
  return standing.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0);
}

/** Cosine similarity of two words from which one counts for the other (set on the own development questions). */
const MIN_WORD_SIMILARITY = 0.35;
/** Part of its weight that a term has through a word near in meaning, at most. */
const NEARNESS = 0.9;

/** Words of a question compared before others have their turn: pasted text has hundreds, each some 0.5 ms of work. */
const BATCH = 50;

const tellingCache = new Map<string, ReadonlySet<string>>();
/** Some 1 KB each. */
const TELLING_SETS_LIMIT = 5_000;

/** The words of a text that say something: the shortest ones are grammar. Remembered: of a pasted text, each part is searched for. */
function tellingWords(text: string): ReadonlySet<string> {
  const known = tellingCache.get(text);
  if (known !== undefined) return known;
  const words = new Set(wordsOf(text).filter((word) => word.length > 2));
  if (tellingCache.size >= TELLING_SETS_LIMIT) tellingCache.clear();
  tellingCache.set(text, words);
  return words;
}

/**
 * Nearness in meaning between question words and a text's words, by relation or by their vectors. Resolves to a
 * function that rates a term against one of the texts, 0 to `NEARNESS`.
 */
export async function createNearness(
  terms: readonly FocusTerm[],
  texts: readonly string[],
  corpus: Corpus,
): Promise<(term: FocusTerm, text: string) => number> {
  const wordsIn = new Map(texts.map((text) => [text, tellingWords(text)]));
  const words = new Set<string>();
  for (const some of wordsIn.values()) for (const word of some) words.add(word);
  const vectors = await vectorsOf(new Set([...words, ...terms.map((term) => term.word)]), corpus);
  const wordList = [...words].flatMap((word) => {
    const vector = vectors.get(word);
    return vector === undefined ? [] : [{ word, vector }];
  });
  const nearest = new Map<string, readonly (readonly [string, number])[]>();
  /** The texts' words near to a term, nearest first. */
  const nearTo = (term: string): readonly (readonly [string, number])[] => {
    const known = nearest.get(term);
    if (known !== undefined) return known;
    const [own, all]: [ReturnType<typeof vectors.get>, [string, number][]] = [vectors.get(term), []];
    // A number is near to nothing: it is there or not.
    if (own !== undefined && !isNumberWord(term))
      for (const { word, vector } of wordList) {
        const similarity = similarityOf(own, vector, MIN_WORD_SIMILARITY);
        if (similarity > 0) all.push([word, similarity]);
      }
    all.sort((a, b) => b[1] - a[1]);
    nearest.set(term, all);
    return all;
  };
  if (terms.length > BATCH)
    for (const [index, { word }] of terms.entries()) {
      nearTo(word);
      if (index % BATCH === BATCH - 1) await setImmediate();
    }
  return (term, text) => {
    const byRelation = hasNeighbour(related, term.stem, stemsOf(text)) ? RELATED : 0;
    const said = wordsIn.get(text);
    for (const [word, similarity] of nearTo(term.word))
      if (said?.has(word) === true) return Math.max(byRelation, similarity * NEARNESS);
    return byRelation;
  };
}
