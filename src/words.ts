/** Words and white space: the small text operations that parsing, understanding and answering share. */
import { stemmer } from 'stemmer';

/** Anything but single spaces between words. */
const TO_FOLD = /[^\S ]| {2}|^ | $/;

/** Runs of white space become one space; the ends are trimmed. */
export function foldSpace(text: string): string {
  // What needs none stays a slice of its document: a copy of each statement took 10 MB for 683 documents.
  return TO_FOLD.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** "1 document", "2 documents": for nouns with a plain plural. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const ASCII = /^[\0-\x7f]*$/;

/** Lower-case, without accents and soft hyphens, with plain apostrophes, dashes and quotation marks. Length may change. */
export function plainText(text: string): string {
  // Nearly every text: of all that follows, only one mark is to be replaced.
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200C\u200D]/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/[“”]/g, '"')
    .toLowerCase();
}

/** The words of a text: lower-case letters and digits, possessive endings removed, hyphens and slashes split. */
export function wordsOf(text: string): string[] {
  let plain = plainText(text);
  // Most texts have neither mark: a look for it takes a tenth of what replacing it in vain does.
  if (plain.includes('-')) plain = plain.replace(/([a-z]{2})-\s*[\r\n]\s*(?=[a-z])/g, '$1');
  if (plain.includes("'"))
    plain = plain.replace(/'s\b|s'(?=\s|$)/g, (ending) => (ending === "'s" ? '' : 's')).replaceAll("'", '');
  return plain.match(/[a-z0-9]+(?:\.\d+)?|[#$£€]\d[\d,.]*/g) ?? [];
}

const stems = new Map<string, string>();
const STEM_CACHE_LIMIT = 50_000;

/** Porter stem of a lower-case word; words with digits stay as they are. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /\d/.test(word) ? word : stemmer(word);
  if (stems.size < STEM_CACHE_LIMIT) stems.set(word, stem);
  return stem;
}

/** A word without its plural ending: for titles, where "operator" and "operations" must stay apart. */
export function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** No series has more levels. */
const MAX_LEVEL = 30;

/** Value of a level numeral: "3", "III" or "iii" is 3. Undefined for anything else, and above 30. */
export function levelOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^[1-9]\d?$/.test(lower)) return Number(lower) <= MAX_LEVEL ? Number(lower) : undefined;
  if (!/^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/.test(lower)) return undefined;
  let value = 0;
  for (let i = 0; i < lower.length; i++) {
    const current = ROMAN_VALUES[lower[i] ?? ''] ?? 0;
    const next = ROMAN_VALUES[lower[i + 1] ?? ''] ?? 0;
    value += current < next ? -current : current;
  }
  return value <= MAX_LEVEL ? value : undefined;
}

const ROMAN_NUMERALS: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numeral of a level, 1 to 30. */
export function romanOf(level: number): string {
  let rest = level;
  let numeral = '';
  for (const [value, letters] of ROMAN_NUMERALS) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

/** The letters of a word as bits, those beyond z sharing them. */
function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Edits (insert, delete, replace a letter) that make one word of another (Levenshtein 1966), as far as they are no more
 * than `most`; a larger number otherwise. Most pairs of words differ in more letters than that, which is seen at once.
 */
export function editDistance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  // An edit takes away one letter at most, and brings one.
  if (countBits(letterBits(one) ^ letterBits(other)) > 2 * most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    let least = i + 1;
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const edits = Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
      next.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[other.length] ?? 0;
}
