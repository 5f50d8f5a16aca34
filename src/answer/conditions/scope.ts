/** Which classes a list is about before any condition: those of some titles, of an employer. */
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { plainText, singularOf, wordsOf } from '../../words.ts';
import { documentAt } from '../draft/context.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, stating } from './verdict.ts';

/** A condition found in a question, and where. */
export interface Claim {
  condition: Condition;
  start: number;
  end: number;
}

/** What a condition on titles is about. */
export const SUCH_A_TITLE = 'such a title';

/** Most words of a title's part that names a group of classes. */
const MAX_TITLE_WORDS = 4;

const titleWords = new WeakMap<Corpus, readonly ReadonlySet<string>[]>();
function wordsOfTitles(corpus: Corpus): readonly ReadonlySet<string>[] {
  const known =
    titleWords.get(corpus) ?? corpus.documents.map(({ spec }) => new Set(wordsOf(spec.title).map(singularOf)));
  titleWords.set(corpus, known);
  return known;
}

/** How the names of a trade end: "plumbing", "electrical", "library". */
const OF_TRADES: readonly string[] = ['ing', 'al', 'ery', 'ry', 'y'];
/** How those are called who work in it: "plumber", "electrician", "librarian". */
const OF_PEOPLE = /(?:er|or|ant|ist|ian)$/;
/** Shortest stem that two such words share, in letters. */
const MIN_SHARED = 4;

/** True when a title has a word, or where the word names a trade the one for those who work in it: "engineering", "Engineer". */
function hasWord(title: ReadonlySet<string> | undefined, word: string): boolean {
  if (title === undefined || title.has(word)) return title !== undefined;
  const stems = OF_TRADES.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter((stem) => stem.length >= MIN_SHARED);
  if (stems.length === 0) return false;
  const isOf = (other: string): boolean => stems.includes(other) || stems.includes(other.replace(OF_PEOPLE, ''));
  return [...title].some((other) => (OF_PEOPLE.test(other) && isOf(other)) || (/ic$/.test(other) && isOf(other)));
}

function showing(corpus: Corpus, about: string, belongs: (document: number) => boolean): Condition {
  return {
    about,
    topic: undefined,
    scope: true,
    judge(index) {
      const { titleSpan } = documentAt(corpus, index).spec;
      const items = titleSpan === undefined ? [] : [{ ...titleSpan, heading: 'Title' }];
      return stating(belongs(index) ? 'required' : 'against', items);
    },
  };
}

/**
 * The group of classes that a question names by a part of their titles: "all the clerks", "which inspector jobs …".
 * Only where the words stand where the question says which classes it lists.
 * @param text the question with what other conditions claim blanked out.
 */
export function titleScope(corpus: Corpus, text: string): Claim | undefined {
  const titles = wordsOfTitles(corpus);
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)];
  for (let from = 0; from < words.length; from++) {
    for (let count = Math.min(MAX_TITLE_WORDS, words.length - from); count > 0; count--) {
      const run = words.slice(from, from + count);
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined) continue;
      const start = first.index;
      const end = last.index + last[0].length;
      const before = text.slice(0, start);
      const behind = text.slice(end);
      const stems = run.flatMap(([word]) => wordsOf(word)).map(singularOf);
      const named = stems.some((stem) => !/^(?:[ivx]+|\d+)$/.test(stem) && stem.length > 2);
      const plural = singularOf(plainText(last[0])) !== plainText(last[0]);
      const classWord = new RegExp(`^\\s+(?:${wording('classWords').source})`, 'i').test(behind);
      // "Which classes are clerks?" asks for titles as "which clerks …" does.
      const opens = wording('listOpening').test(before.replace(wording('calledOpening'), ''));
      const ends = wording('ofAll').test(before) && wording('scopeEnd').test(behind);
      if (!named || wording('classWords').test(first[0]) || wording('classWords').test(last[0])) continue;
      if (!((opens && (classWord || plural)) || (ends && plural))) continue;
      const whole = (document: number): boolean => stems.every((stem) => hasWord(titles[document], stem));
      // "Inspector or officer": titles of either, where none has both.
      const ways = text.slice(start, end).split(/\s+(?:and|or)\s+/i);
      const kinds = ways.map((way) => wordsOf(way).map(singularOf));
      const either = (document: number): boolean =>
        kinds.some((kind) => kind.length > 0 && kind.every((stem) => hasWord(titles[document], stem)));
      const all = [...titles.keys()];
      const areKinds = kinds.every((kind) => all.some((at) => kind.every((stem) => hasWord(titles[at], stem))));
      const belongs = !all.some(whole) && areKinds ? either : whole;
      if (!all.some(belongs)) continue;
      return { condition: showing(corpus, SUCH_A_TITLE, belongs), start, end };
    }
  }
  return undefined;
}

/** The classes whose titles have a word where the question says: in them, at their beginning, at their end. */
export function wordScope(corpus: Corpus, text: string): Claim | undefined {
  const places: Record<string, (words: readonly string[]) => string | undefined> = {
    titleStart: (words) => words[0],
    titleEnd: (words) => words.at(-1),
  };
  for (const [name, at] of Object.entries(places)) {
    const match = wording(name).exec(text);
    const word = singularOf(plainText(match?.[1] ?? ''));
    if (match === null || !wordsOfTitles(corpus).some((title) => title.has(word))) continue;
    const belongs = (document: number): boolean =>
      singularOf(at(wordsOf(documentAt(corpus, document).spec.title)) ?? '') === word;
    return {
      condition: showing(corpus, SUCH_A_TITLE, belongs),
      start: match.index,
      end: match.index + match[0].length,
    };
  }
  return undefined;
}

/** The part of an employer's name that tells it from others. */
function tellingPart(employer: string): string[] {
  return wordsOf(employer).filter((word) => !wording('organisationWords').test(word));
}

/** The employer that a question names, with the words around it that are part of its name. */
export function employerScope(corpus: Corpus, text: string): Claim | undefined {
  const employers = new Map(
    corpus.documents.flatMap(({ spec }) => (spec.employer === undefined ? [] : [[spec.employer, spec.employer]])),
  );
  for (const employer of employers.keys()) {
    const telling = tellingPart(employer);
    if (telling.length === 0) continue;
    const others = wordsOf(employer)
      .filter((word) => !telling.includes(word))
      .join('|');
    const around = others === '' ? '' : `(?:(?:${others})\\s+)*`;
    const behind = others === '' ? '' : `(?:\\s+(?:${others}))*`;
    const pattern = new RegExp(
      `(?:\\b(?:belong(?:s|ing)? to|employed|at|of|in|for|from|by|within|with|does|do|the)\\s+)*\\b${around}${telling.join('[\\s-]+')}\\b${behind}(?:['’]s)?`,
      'i',
    );
    const match = pattern.exec(text);
    if (match === null) continue;
    const belongs = (document: number): boolean => documentAt(corpus, document).spec.employer === employer;
    return {
      condition: showing(corpus, 'that employer', belongs),
      start: match.index,
      end: match.index + match[0].length,
    };
  }
  return undefined;
}

const governments = vocabularyPart<{ governments: string[] }>('titles').governments.map(
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
);
const NAME = "\\p{Lu}[\\p{L}'’.-]+";
/** A government by its whole name: "in Placer County", "at the City of Fern". */
const GOVERNMENT = new RegExp(
  `\\b(?:in|of|at|for|from|by|with)\\s+(?:the\\s+)?((?:${NAME}\\s+){1,3}(?:${governments.join('|')})\\b|(?:${governments.join('|')})\\s+of\\s+${NAME}(?:\\s+${NAME}){0,2})`,
  'u',
);

/** The government that a question names and no document does; undefined where it names none, or one that is here. */
export function strangeGovernment(corpus: Corpus, text: string): string | undefined {
  const name = GOVERNMENT.exec(text)?.[1];
  if (name === undefined) return undefined;
  const telling = tellingPart(name);
  const isHere = corpus.documents.some(({ text: said }) => {
    const lower = said.toLowerCase();
    return telling.every((word) => lower.includes(word));
  });
  return telling.length === 0 || isHere ? undefined : name;
}
