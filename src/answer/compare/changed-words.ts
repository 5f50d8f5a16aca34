/** What changed between two wordings of one sentence. */

/** Words of one wording and what stands in their place in the other; one side may be empty. */
export interface Change {
  before: string;
  after: string;
}

/** Longest sentences compared word by word, in words: the table below has as many cells as their product. */
const MAX_WORDS = 200;

const sameWord = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** Lengths of the longest common subsequence of the words from each pair of places on. */
function commonFrom(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const next = lengths[i + 1] ?? [];
      const row = lengths[i] ?? [];
      row[j] = sameWord(one[i], other[j]) ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * The changes that make one wording the other, in order: the runs of words outside their longest common subsequence.
 * Empty when the words are the same, or too many to compare.
 */
export function changedWords(one: string, other: string): Change[] {
  const [a, b] = [one.split(/\s+/), other.split(/\s+/)];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return [];
  const common = commonFrom(a, b);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j];
    while ((i < a.length || j < b.length) && !sameWord(a[i], b[j])) {
      if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) i++;
      else j++;
    }
    if (i > fromA || j > fromB)
      changes.push({ before: a.slice(fromA, i).join(' '), after: b.slice(fromB, j).join(' ') });
    i++;
    j++;
  }
  return changes;
}
