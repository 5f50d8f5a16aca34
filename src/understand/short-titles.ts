/** Finds classes named by their whole title in shortened or misspelt words: "elig spec 2", "sr soc welfare examnr". */
import { isStopWord } from '../vocabulary.ts';
import { type FoundMentions, isPerson, textOf, unknown } from './found-mentions.ts';
import { isJoining, type Lexicon, type TitleEntry } from './lexicon.ts';
import { isSlipOf, shortens } from './nearness.ts';
import type { Token } from './tokens.ts';
import { employerStemsOf, rankBefore } from './whole-titles.ts';

/** Shortest word that can stand for a longer one by its beginning. */
const MIN_SHORT = 3;
/** Longest English word that may be one cut short. */
const MAX_CLIPPED = 5;

interface ShortMatch {
  entry: TitleEntry;
  positions: number[];
  /** Words of the title as it prints them. */
  exact: number;
}

/** `clipped`: cut short to a word that means something else too ("soc", "hydro"): it counts beside whole words only. */
type Fit = 'exact' | 'short' | 'clipped' | undefined;

/** How a word stands for one of a title: as itself or an abbreviation of it, shortened or misspelt, or not at all. */
function fitOf(token: Token, stem: string, isKnown: (word: string) => boolean): Fit {
  if (token.names.includes(stem)) return 'exact';
  if (token.word[0] !== stem[0] || isStopWord(token.word) || /\d/.test(token.word)) return undefined;
  if (/^[A-Z]$/.test(token.text)) return stem.startsWith(token.word) ? 'short' : undefined;
  if (token.word.replace(/er$/, 'or') === stem.replace(/er$/, 'or')) return 'short';
  if (token.word.length < MIN_SHORT) return undefined;
  const cut = shortens(token.word, stem);
  if (!cut && !isSlipOf(token.word, stem)) return undefined;
  // Asked last: the list of known words takes time to load.
  if (!isKnown(token.word)) return 'short';
  return cut && token.word.length <= MAX_CLIPPED && stem.startsWith(token.word) ? 'clipped' : undefined;
}

/** Every word of the title in its order, with nothing but joining words between. */
function matchAt(
  tokens: readonly Token[],
  at: number,
  entry: TitleEntry,
  isFree: (at: number) => boolean,
  isKnown: (word: string) => boolean,
): ShortMatch | undefined {
  const positions: number[] = [];
  let exact = 0;
  let clipped = 0;
  let i = at;
  for (const stem of entry.stems) {
    const before = tokens[positions.at(-1) ?? -1];
    if (before !== undefined && before.names.length > 2 && before.names.includes(stem)) continue;
    while (positions.length > 0 && isJoining(tokens[i]?.word ?? '')) i++;
    const token = tokens[i];
    if (token === undefined || !isFree(i)) return undefined;
    const fit = fitOf(token, stem, isKnown);
    if (fit === undefined) return undefined;
    if (fit === 'exact') exact++;
    if (fit === 'clipped') clipped++;
    positions.push(i);
    i++;
  }
  return clipped > exact ? undefined : { entry, positions, exact };
}

/** The level behind a title's words: its value and place. */
function levelBehind(tokens: readonly Token[], last: number): { at: number; level: number } | undefined {
  const next = tokens[last + 1];
  if (next?.level === undefined || next.breakBefore || isPerson(tokens, last + 1)) return undefined;
  return { at: last + 1, level: next.level };
}

const lettersOf = new WeakMap<Lexicon, Map<string, TitleEntry[]>>();

/** Titles of several words by their first letter: in pasted text each of hundreds of words is looked for among them. */
function entriesByLetter(lexicon: Lexicon): ReadonlyMap<string, readonly TitleEntry[]> {
  const known = lettersOf.get(lexicon);
  if (known !== undefined) return known;
  const made = new Map<string, TitleEntry[]>();
  for (const entry of lexicon.entries.filter(({ stems }) => stems.length > 1)) {
    const letter = entry.stems[0]?.[0] ?? '';
    made.set(letter, [...(made.get(letter) ?? []), entry]);
  }
  lettersOf.set(lexicon, made);
  return made;
}

/** Adds the classes whose title of several words stands in a question in short; without a level, those of every level. */
export function addShortTitles(
  tokens: readonly Token[],
  lexicon: Lexicon,
  found: FoundMentions,
  isKnown: (word: string) => boolean,
): void {
  const isFree = (at: number): boolean => !found.used.has(at);
  const byLetter = entriesByLetter(lexicon);
  const employer = employerStemsOf(lexicon);
  tokens.forEach((token, at) => {
    if (!isFree(at)) return;
    const letters = new Set([token.word, ...token.names].map((word) => word[0] ?? ''));
    const matches = [...letters]
      .flatMap((letter) => byLetter.get(letter) ?? [])
      .flatMap((entry) => matchAt(tokens, at, entry, isFree, isKnown) ?? [])
      .sort((a, b) => b.positions.length - a.positions.length || b.exact - a.exact);
    const [best] = matches;
    if (best === undefined) return;
    const alike = matches.filter(
      (match) => match.positions.length === best.positions.length && match.exact === best.exact,
    );
    if (new Set(alike.map((match) => match.entry.stems.join(' '))).size > 1) return;
    const behind = levelBehind(tokens, best.positions.at(-1) ?? at);
    const levelled = alike.filter((match) => match.entry.level === behind?.level);
    const chosen = (levelled.length > 0 ? levelled : behind === undefined ? alike : []).map((match) => match.entry);
    const [entry] = chosen;
    if (entry === undefined) return;
    const last = levelled.length > 0 && behind !== undefined ? behind.at : (best.positions.at(-1) ?? at);
    for (let i = at; i <= last; i++) found.used.add(i);
    const isWhole = best.exact === best.positions.length;
    if (isWhole && rankBefore(tokens, at, found.used, employer)) {
      found.used.add(at - 1);
      const names = [...(tokens[at - 1]?.names ?? []), ...entry.stems];
      found.mentions.push(unknown(textOf(tokens, at - 1, last, lexicon), names, behind?.level, at - 1, lexicon));
      return;
    }
    const single = chosen.length === 1;
    found.mentions.push({
      title: single ? entry.title : entry.title.replace(/\s+\S+$/, ''),
      documents: [...new Set(chosen.flatMap((other) => other.documents))],
      how: single ? 'title' : 'part',
      nearest: [],
      level: single ? entry.level : undefined,
      at,
    });
  });
}
