/** A list's condition in words: what is looked for in every document, and how much each part of it tells. */
import type { FocusTerm, Understanding } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { isStopWord, topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { createWritten } from '../words/paraphrases.ts';
import { isNumberWord, numberOf } from '../words/quantities.ts';
import { neighboursOf } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { endsInObject, putsCondition } from './light-words.ts';

const { abbreviations } = vocabularyPart<{ abbreviations: Record<string, string[]> }>('questions');

/** A word's stem; a number's digits where it is written out. */
export const stemWithNumber = (word: string): string =>
  isNumberWord(word) && !/\d/.test(word) ? String(numberOf(word)) : stemOf(word);

/** A word of a condition, or a phrase that has synonyms. */
export interface ConditionTerm {
  word: string;
  /** Its own stem, and those of what it abbreviates. */
  stems: readonly string[];
  /** Letters of a name that documents may write out; empty for an ordinary word. */
  initials: string;
  /** What documents may write for it, each by the stems of its words. */
  written: readonly (readonly string[])[];
}

/** A part of a condition: it is spoken of by any of its alternatives, each by all of its terms. */
export interface Slot {
  alternatives: readonly (readonly ConditionTerm[])[];
  weight: number;
  /** What the condition is about: neither an aside, nor which classes are meant, nor how it is put. */
  tells: boolean;
  /** A number, which is one of what stands behind it. */
  isNumber: boolean;
  /** How rare it is among the passages of the index; larger is rarer. */
  rarity: number;
  /** Topics of the question that it names: what stands in a section of one speaks of it. */
  topics: readonly string[];
  /** Where it stands: neighbouring parts of one stretch of the question are a phrase. */
  stretch: number;
}

/** Rarity above this adds no weight, so that one odd word does not decide alone. */
const RARITY_CAP = 8;
/** What any word weighs at least. */
const BASE = 0.7;
/** Weight of a word that only puts the condition ("promise", "accept"): it tells two equal passages apart, no more. */
const LIGHT = 0.05;
/** Part of its weight that a word has in brackets behind the condition, or where it says which classes are meant. */
const BESIDE = 0.3;

/** The rarity of the most usual way to say a term. */
function rarityOf(corpus: Corpus, { stems }: ConditionTerm): number {
  const unknown = corpus.rarity('');
  const ways = stems.flatMap((stem) => [stem, ...neighboursOf(stem)]);
  return Math.min(
    unknown,
    ...ways.map((way) => Math.max(...way.split(' ').map((part) => corpus.rarity(part) || unknown))),
  );
}

const expansionsOf = (word: string): readonly string[] =>
  Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? []) : [];

interface Placed {
  term: ConditionTerm;
  /** Somebody whom what is asked for is done to. */
  isObject?: boolean;
  from: number;
  to: number;
}

/** The terms of a text in its order: words of the question that are no grammar, and phrases that are one. */
function placed(text: string, content: readonly FocusTerm[], corpus: Corpus): Placed[] {
  const unknown = corpus.rarity('');
  const words = [...text.matchAll(/[\p{L}\p{N}$£€#][\p{L}\p{N}$.,'’]*/gu)].flatMap(({ index, 0: typed }) =>
    wordsOf(typed).map((word) => ({ word: word.replace(/[.,]+$/, ''), typed, from: index, to: index + typed.length })),
  );
  const stems = words.map(({ word }) => stemOf(word));
  const found: Placed[] = [];
  const own = new Set(content.map(({ stem }) => stem));
  const written = createWritten(text);
  for (let at = 0; at < words.length; at++) {
    const { word, typed, from, to } = words[at] as (typeof words)[number];
    const phrase = content.find(({ stem }) => {
      const parts = stem.split(' ');
      return parts.length > 1 && parts.every((part, offset) => stems[at + offset] === part);
    });
    if (phrase !== undefined) {
      const length = phrase.stem.split(' ').length;
      found.push({
        term: { word: phrase.word, stems: [phrase.stem], initials: '', written: written(phrase.stem) },
        from,
        to: words[at + length - 1]?.to ?? to,
      });
      at += length - 1;
      continue;
    }
    const stem = stems[at] ?? word;
    if (isStopWord(word) || (word.length < 2 && !/\d/.test(word))) continue;
    if (!own.has(stem) && corpus.rarity(stem) >= unknown) continue;
    const initials = /^\p{Lu}{3,6}$/u.test(typed) ? typed : '';
    found.push({
      term: {
        word,
        stems: [stemWithNumber(word), ...expansionsOf(word).map(stemOf)],
        initials,
        written: putsCondition(word) ? [] : written(stem),
      },
      from,
      to,
      isObject: putsCondition(word) && endsInObject(text.slice(0, to)),
    });
  }
  const said = new Set(found.flatMap(({ term }) => term.stems));
  // What was mended stands otherwise in the text.
  for (const { word, stem } of content)
    if (!said.has(stem) && !said.has(stemWithNumber(word)))
      found.push({
        term: { word, stems: [stem], initials: '', written: written(stem) },
        from: text.length,
        to: text.length,
      });
  return found;
}

/** True for what stands in brackets, or behind a question mark. */
function isAside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')') || /\?\s/.test(before);
}

/** True for a word that says which classes are meant: "forensic classes", "cable people", but not in "who disciplines staff". */
function isScope(text: string, from: number, to: number): boolean {
  const behind = text.slice(to);
  if (!wording('scopeBehind').test(behind)) return false;
  return !wording('peopleBehind').test(behind) || wording('peopleOpening').test(text.slice(0, from));
}

const isParted = (text: string, one: Placed, other: Placed): boolean =>
  /[,;:?()]|\s[-–—]\s/.test(text.slice(one.to, other.from));

const isLight = ({ term, isObject }: Placed): boolean => isObject !== true && putsCondition(term.word);

/** The terms from one on that stand side by side, to the next "or". */
function runFrom(text: string, terms: readonly Placed[], at: number): Placed[] {
  const run: Placed[] = [];
  for (let next = at; next < terms.length; next++) {
    const [before, term] = [terms[next - 1], terms[next] as Placed];
    if (
      isLight(term) ||
      (run.length > 0 && before !== undefined && (isParted(text, before, term) || isJoined(text, before, term)))
    )
      break;
    run.push(term);
  }
  return run;
}

const isJoined = (text: string, one: Placed, other: Placed): boolean =>
  wording('joinsAlternatives').test(text.slice(one.to, other.from));

/** The term at a place, or what "or" joins it with: equally many terms on both sides, where it is the first of them. */
function waysAt(text: string, terms: readonly Placed[], at: number): Placed[][] {
  const first = runFrom(text, terms, at);
  const one = terms[at] as Placed;
  const bare =
    wording('bareAlternative').exec(text.slice(0, one.from))?.[1] ??
    wording('bareBehind').exec(text.slice(one.to))?.[1];
  if (bare !== undefined) {
    const term = { word: bare, stems: [stemOf(bare.toLowerCase())], initials: '', written: [] };
    return [[one], [{ term, from: one.from, to: one.to }]];
  }
  const own = [[one]];
  const behind = at + first.length;
  const [last, next] = [terms[behind - 1], terms[behind]];
  if (first.length === 0 || last === undefined || next === undefined || !isJoined(text, last, next)) return own;
  const second = runFrom(text, terms, behind);
  return second.length < first.length ? own : [first, second.slice(0, first.length)];
}

/** What a part weighs, and how rare it is: alternatives as the most usual of them. A verb too common to weigh counts as the other. */
function weighed(
  corpus: Corpus,
  text: string,
  ways: readonly (readonly Placed[])[],
): Pick<Slot, 'weight' | 'tells' | 'rarity'> {
  const rarities = ways.map((way) => Math.max(...way.map(({ term }) => rarityOf(corpus, term))));
  const rarity = Math.min(...rarities.filter((value) => value > 0));
  const all = ways.flat();
  const part = all.every(isLight)
    ? LIGHT
    : all.some(({ from, to }) => isAside(text, from) || isScope(text, from, to))
      ? BESIDE
      : 1;
  return { rarity, tells: part === 1, weight: part * (BASE + Math.min(RARITY_CAP, rarity)) };
}

/** The stems of the words that ask for each topic. */
function askingStems(topics: readonly string[]): [string, ReadonlySet<string>][] {
  return topics.map((topic) => {
    const asks = topicNamed(topic)?.asks ?? [];
    return [topic, new Set([topic, ...asks].flatMap(wordsOf).map(stemOf))];
  });
}

/** The parts of a question's condition, in its order. `within`: the only terms that count, where others are spoken for. */
export function slotsOf(
  corpus: Corpus,
  { text, content, topics }: Pick<Understanding, 'text' | 'content' | 'topics'>,
  within?: ReadonlySet<string>,
): Slot[] {
  const asking = askingStems(topics);
  const terms = placed(text, content, corpus).filter(
    ({ term }) => within === undefined || term.stems.some((stem) => within.has(stem)),
  );
  const slots: Slot[] = [];
  const seen = new Set<string>();
  let stretch = 0;
  for (let at = 0; at < terms.length; at++) {
    if (at > 0 && isParted(text, terms[at - 1] as Placed, terms[at] as Placed)) stretch++;
    const ways = waysAt(text, terms, at);
    const key = ways[0]?.[0]?.term.stems[0] ?? '';
    at += new Set(ways.flat().map(({ from }) => from)).size - 1;
    if (seen.has(key)) continue;
    seen.add(key);
    const alternatives = ways.map((way) => way.map(({ term }) => term));
    const stems = alternatives.flat().flatMap((term) => term.stems);
    const named = asking.filter(([, words]) => stems.some((stem) => words.has(stem))).map(([topic]) => topic);
    slots.push({
      isNumber: stems.every((stem) => /^\d+$/.test(stem)),
      alternatives,
      ...weighed(corpus, text, ways),
      topics: named,
      stretch,
    });
  }
  return slots;
}
