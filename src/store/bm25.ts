/**
 * BM25+ over typed arrays instead of minisearch, which was measured first. On 60,000 passages of 12 words, the same
 * terms, 15-word questions: minisearch p50 17.6 ms and 419 ms to load its JSON (30,000 passages: 6.1 and 406 ms);
 * this p50 0.7 ms and 6 ms to load. A cold `ask` also saves the 8 ms of importing minisearch.
 */
import type { KeywordIndex } from '../ports.ts';
import { isStopStem, termsOf } from './terms.ts';
import { createTopRows } from './top-rows.ts';

/**
 * How soon repeating a term stops adding, how strongly a passage's length counts, and what a term's mere presence is
 * worth (the + of BM25+): the values of the paper (Lv and Zhai, CIKM 2011). On 32 gold questions (the seeds and 683 job
 * bulletins) no k1 of 0.6 to 2, b of 0 to 0.9 and delta of 0 to 1 puts clearly more of the cited passages among the
 * first five, so that there is no reason to leave them.
 */
const K1 = 1.2;
const B = 0.75;
const DELTA = 1;

/** A posting packs a row and how often the term stands in it: `row × 256 + min(frequency, 255)`. */
const MAX_FREQUENCY = 255;
/** Rows that a 32-bit posting can name. */
const MAX_ROWS = 2 ** 24;

/** A keyword index that also tells how much its terms weigh. */
export interface Bm25Index extends KeywordIndex {
  /** Inverse document frequency of a stem: 0 for a stop word's, highest for one that no row has. */
  rarity(stem: string): number;
  /** Whether some text has a word with this stem; also true for stop words' stems. */
  hasStem(stem: string): boolean;
}

/** The parts of a keyword index, as they are saved: typed arrays that load without parsing. */
export interface KeywordTables {
  /** Every term once, in code-unit order. */
  terms: string[];
  /** `starts[t]` to `starts[t + 1]` are the postings of term `t`. */
  starts: Uint32Array;
  postings: Uint32Array;
  /** Terms in each row. */
  lengths: Uint32Array;
}

/** Indexes texts for keyword search; row `n` is `texts[n]`. Throws a RangeError above 16 million texts. */
export function buildKeywordTables(texts: readonly string[]): KeywordTables {
  if (texts.length > MAX_ROWS) throw new RangeError(`A keyword index holds ${MAX_ROWS} texts, not ${texts.length}`);
  const byTerm = new Map<string, number[]>();
  const lengths = new Uint32Array(texts.length);
  texts.forEach((text, row) => {
    const terms = termsOf(text);
    lengths[row] = terms.length;
    for (const term of terms) {
      const postings = byTerm.get(term) ?? [];
      if (postings.length === 0) byTerm.set(term, postings);
      const last = postings.length - 1;
      const posting = postings[last];
      if (posting === undefined || posting >>> 8 !== row) postings.push(row * 256 + 1);
      else if ((posting & MAX_FREQUENCY) < MAX_FREQUENCY) postings[last] = posting + 1;
    }
  });
  const terms = [...byTerm.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, t) => {
    starts[t + 1] = (starts[t] as number) + (byTerm.get(term) as number[]).length;
  });
  const postings = new Uint32Array(starts[terms.length] as number);
  terms.forEach((term, t) => {
    postings.set(byTerm.get(term) as number[], starts[t]);
  });
  return { terms, starts, postings, lengths };
}

/**
 * Keyword search by BM25+ over the tables. A question's term counts once however often it stands there; rows that
 * share no term with it are never hits. Frequencies are of the whole index also when `accept` restricts the rows,
 * so that a score means the same in every search.
 */
export function createKeywordIndex(tables: KeywordTables): Bm25Index {
  const { terms, starts, postings, lengths } = tables;
  const size = lengths.length;
  const damping = dampingOf(lengths);
  const rarityOf = (rows: number) => Math.log(1 + (size - rows + 0.5) / (rows + 0.5));
  return {
    size,
    search(query, k, accept) {
      const scores = new Float64Array(size);
      const touched: number[] = [];
      for (const term of new Set(termsOf(query))) {
        const t = indexOfSorted(terms, term);
        if (t === -1) continue;
        const end = starts[t + 1] as number;
        const idf = rarityOf(end - (starts[t] as number));
        for (let p = starts[t] as number; p < end; p++) {
          const posting = postings[p] as number;
          const row = posting >>> 8;
          if (accept !== undefined && !accept(row)) continue;
          const count = posting & MAX_FREQUENCY;
          if (scores[row] === 0) touched.push(row);
          scores[row] =
            (scores[row] as number) + idf * (DELTA + (count * (K1 + 1)) / (count + (damping[row] as number)));
        }
      }
      const top = createTopRows(k);
      for (const row of touched) top.offer(row, scores[row] as number);
      return top.take();
    },
    hasStem: (stem) => isStopStem(stem) || indexOfSorted(terms, stem) !== -1,
    rarity(stem) {
      if (isStopStem(stem)) return 0;
      const t = indexOfSorted(terms, stem);
      return rarityOf(t === -1 ? 0 : (starts[t + 1] as number) - (starts[t] as number));
    },
  };
}

/** What a row's length takes from its term frequencies, `K1 × (1 - B + B × length / average)`, once for each row. */
function dampingOf(lengths: Uint32Array): Float64Array {
  let total = 0;
  for (let row = 0; row < lengths.length; row++) total += lengths[row] as number;
  const average = Math.max(1, total) / Math.max(1, lengths.length);
  const damping = new Float64Array(lengths.length);
  for (let row = 0; row < lengths.length; row++) {
    damping[row] = K1 * (1 - B + (B * (lengths[row] as number)) / average);
  }
  return damping;
}

function indexOfSorted(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = terms[middle] as string;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
