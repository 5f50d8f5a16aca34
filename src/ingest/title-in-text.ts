/** The title that a document's own sentences give its class, where no line of it does. */
import type { Passage, Span } from '../domain.ts';
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { foldSpace } from '../words.ts';
import { isOrganisation } from './employer.ts';
import { isCapitals } from './lines.ts';
import { isCandidate } from './title-candidate.ts';

const vocabulary = vocabularyPart<{
  /** Capitalised nouns that stand for whoever holds the job, or for the employer, and are no class. */
  noClass: string[];
  /** Words that begin a sentence with a capital and no class's name. */
  noClassFirst: string[];
}>('titles');
const noClass = new Set(vocabulary.noClass);
const noFirst = new Set(vocabulary.noClassFirst);

const WORD = "(?:\\p{Lu}[\\p{L}’'./&-]*|\\d{1,2}(?![\\d%]))";
/** A class's name in running text: words with capitals, joining words, a numeral. */
export const NAME = `(${WORD}(?:,? (?:(?:of|and|for|in|to|&|of the) )?${WORD}){0,7})`;

/**
 * Sentences that say which class they are on: "The Welder 2 is the full working level in …", "The class of Welder is …",
 * "The Welder is distinguished from …". A sentence that tells another class from "this class" is on that one.
 */
const STATEMENTS = [
  `^(?:(?:In|Within) (?:this|the) [^,]{3,40}, )?(?:[Tt]he |[Aa]n? )?${NAME},?(?: \\([^)]*\\))?,? is (?:the|an?|at)\\b[^.;]{0,80}\\b(?:level|class|classification)\\b`,
  `^(?:The|This) (?:class|classification|job|position|role|title|post) of (?:the |an? )?${NAME}(?:, [^,]{3,80},)? (?:is|are|involves|has|was|differs|requires|does|performs)\\b`,
  `\\b(?:[Ii]ncumbents?|[Ee]mployees?|[Pp]ersons?|[Pp]ositions?|[Tt]hose) (?:of|in) (?:the|this) (?:class|classification|job|position|role) of (?:the |an? )?${NAME}(?= \\p{Ll})`,
  `^(?:The )?${NAME} (?:is|are) (?:distinguished|differentiated) from (?!this)`,
  `^(?:The )?${NAME} differs from (?!this)`,
  `^${NAME} [Ss]eries (?:Positions|Employees|Incumbents|Classes|Work)\\b`,
].map((pattern) => new RegExp(pattern, 'u'));

/** How a document's first sentences name who does the work: "The Welder joins …", "Under supervision, a Welder joins …". */
const FIRST = new RegExp(
  `^(?:The|An?|[^.;]{3,240}, an?) ${NAME}(?:, [^,.]{3,90},)? (?:may )?(?:\\p{Ll}+ly )?(?!series|class)\\p{Ll}+s\\b(?! (?:an equal|committed|seeking|hiring))`,
  'u',
);

/** Shorter lines say nothing of a class, in characters. */
const MIN_SENTENCE = 25;
/** Sentences at a document's beginning that may name who does the work. */
const FIRST_SENTENCES = 3;
/** Sentences that are looked at: a class is placed in its series near the beginning. */
const SENTENCES = 60;

/** True for a name that can be a class's: no employer, and no word for whoever holds the job. */
export function isClassName(name: string): boolean {
  const words = normaliseHeading(name).split(' ');
  const last = words.findLast((word) => !/^(?:[ivx]+|\d+)$/.test(word)) ?? '';
  return isCandidate(name) && !isOrganisation(name) && !noClass.has(last) && !noFirst.has(words[0] ?? '');
}

/** A class's name without a joining word that the sentence begins with: "The Welder" of a sentence that begins "The The". */
const bare = (name: string): string => name.replace(/^(?:The|An?|Each|All|This) /u, '');

/** Where a name stands in a text from `from` on, whatever white space parts its words. */
export function spanOf(name: string, text: string, from: number): Span {
  const words = name.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const found = new RegExp(words.join('\\s+'), 'gu');
  found.lastIndex = from;
  const match = found.exec(text);
  return match === null ? { start: from, end: from } : { start: match.index, end: match.index + match[0].length };
}

/**
 * The class that most of a document's sentences say they are on; undefined when none does, or two do equally.
 */
export function titleInText(text: string, passages: readonly Passage[]): (Span & { text: string }) | undefined {
  const counts = new Map<string, { name: string; count: number; from: number }>();
  const texts = passages.filter(
    ({ kind, start, end }) =>
      (kind === 'sentence' || kind === 'item') &&
      end - start > MIN_SENTENCE &&
      /[.;:]\W*$/.test(text.slice(start, end)),
  );
  texts.slice(0, SENTENCES).forEach(({ start, end }, at) => {
    const add = (found: string | undefined): void => {
      const name = bare(found ?? '');
      if (name === '' || !isClassName(name)) return;
      const key = normaliseHeading(name);
      const known = counts.get(key) ?? { name, count: 0, from: start };
      counts.set(key, { ...known, count: known.count + 1 });
    };
    const said = foldSpace(text.slice(start, end));
    for (const pattern of STATEMENTS) add(pattern.exec(said)?.[1]);
    const first = at < FIRST_SENTENCES ? FIRST.exec(said)?.[1] : undefined;
    // One word with a capital may be any noun that a writer honours.
    if (first !== undefined && (first.includes(' ') || isCapitals(first))) add(first);
  });
  const [best, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (best === undefined || best.count === second?.count) return undefined;
  return { text: best.name, ...spanOf(best.name, text, best.from) };
}
