/** How much of what a question is about stands in a text: by word stems weighted by rarity, synonyms, and nearness in meaning. */
import type { FocusTerm } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';

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

/** Each stem's synonyms, every one as the stems of its words. */
const synonyms = new Map<string, string[][]>();
for (const group of vocabularyPart<string[][]>('synonyms')) {
  const entries = group.map((phrase) => wordsOf(phrase).map(stemOf));
  for (const entry of entries) {
    const [only] = entry;
    if (entry.length === 1 && only !== undefined) synonyms.set(only, [...(synonyms.get(only) ?? []), ...entries]);
  }
}

/** Rarity above this adds no weight, so that one odd word does not decide alone. */
const RARITY_CAP = 7;
/** Two stems that share this many first letters and differ only behind are taken for one word ("teach", "teacher"). */
const MIN_SHARED_PREFIX = 5;
/** Part of its weight that a term has through a synonym. */
const SYNONYM = 0.85;

/** How surely a stem stands in a text: 1 as itself, less by a synonym, 0 not at all. */
function standing(stem: string, stems: ReadonlySet<string>): number {
  if (stems.has(stem)) return 1;
  if (stem.length >= MIN_SHARED_PREFIX) {
    for (const other of stems) if (other.length >= MIN_SHARED_PREFIX && (other.startsWith(stem) || stem.startsWith(other))) return 1;
  }
  return synonyms.get(stem)?.some((entry) => entry.every((part) => stems.has(part))) === true ? SYNONYM : 0;
}

/** Weight of a focus term. */
function weightOf(term: FocusTerm, corpus: Corpus): number {
  return 0.5 + Math.min(RARITY_CAP, corpus.rarity(term.stem));
}

/** Share of the focus terms' weight that stands in a text, 0 to 1; 0 without terms. `near` adds to terms that don't. */
export function coverage(terms: readonly FocusTerm[], text: string, corpus: Corpus, near?: (term: FocusTerm) => number): number {
  if (terms.length === 0) return 0;
  const stems = stemsOf(text);
  let total = 0;
  let found = 0;
  for (const term of terms) {
    const weight = weightOf(term, corpus);
    total += weight;
    const stands = standing(term.stem, stems);
    found += weight * (stands > 0 || near === undefined ? stands : near(term));
  }
  return found / total;
}

/** Cosine similarity of two words from which one counts for the other (set on the own development questions). */
const MIN_WORD_SIMILARITY = 0.45;
/** Part of its weight that a term has through a word near in meaning, at most. */
const NEARNESS = 0.8;

const wordVectors = new WeakMap<Corpus, Map<string, number[]>>();

/**
 * Nearness in meaning between question words and a text's words. Embeds every word once; resolves to a function that
 * rates a term against a text, 0 to `NEARNESS`.
 */
export async function createNearness(
  terms: readonly FocusTerm[],
  texts: readonly string[],
  corpus: Corpus,
): Promise<(term: FocusTerm, text: string) => number> {
  const vectors = wordVectors.get(corpus) ?? new Map<string, number[]>();
  wordVectors.set(corpus, vectors);
  const words = new Set([...terms.map((term) => term.word), ...texts.flatMap(wordsOf)].filter((word) => word.length > 2));
  const missing = [...words].filter((word) => !vectors.has(word));
  const embedded = await corpus.embedder.embedDocuments(missing);
  missing.forEach((word, index) => vectors.set(word, embedded[index] ?? []));
  return (term, text) => {
    const own = vectors.get(term.word) ?? [];
    let best = 0;
    for (const word of wordsOf(text)) {
      const other = vectors.get(word);
      if (other === undefined) continue;
      let similarity = 0;
      for (let i = 0; i < own.length; i++) similarity += (own[i] ?? 0) * (other[i] ?? 0);
      if (similarity > best) best = similarity;
    }
    return best < MIN_WORD_SIMILARITY ? 0 : best * NEARNESS;
  };
}
