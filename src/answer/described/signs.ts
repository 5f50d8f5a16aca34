/** What speaks for a class that a question does not name as its document does: its title, its work, and what it says of what is asked. */
import type { ClassMention, FocusTerm, Understanding } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { isJobNoun, isRank, isStopWord, vocabularyPart } from '../../vocabulary.ts';
import { levelOf, singularOf, stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import type { Signs } from '../duties/rate.ts';
import { rankPassages } from '../one-class/rank-passages.ts';
import { createNearness, standingOf } from '../words/relevance.ts';

/** What a question says of the class it means. */
export interface Description {
  /** Its words besides grammar and topics, those of a name that no title has among them. */
  terms: FocusTerm[];
  /** The noun that says what somebody is ("techs"), where it has one. */
  noun: FocusTerm | undefined;
  /** Ranks in it, and the level behind its noun: they make another class of a title without them. */
  ranks: FocusTerm[];
  level: number | undefined;
  /** The words of a name in capitals that ends in the noun: a class of that very name is meant, or none. */
  proper: string[];
  /** It names nobody, but speaks of somebody by what they do or where they work: "the person who fixes sewers". */
  speaksOfSomebody: boolean;
}

const { abbreviations, kindWords, personWords } = vocabularyPart<{
  abbreviations: Record<string, string[]>;
  kindWords: string[];
  personWords: string[];
}>('questions');
const KIND_WORDS = new Set(kindWords);
const PERSON_WORDS = new Set(personWords);

const term = (word: string): FocusTerm => ({ word, stem: stemOf(word) });

/** A word with what it abbreviates: "techs", "technician". */
function openedOf(word: string): string[] {
  const short = singularOf(word);
  return [word, ...(Object.hasOwn(abbreviations, short) ? (abbreviations[short] ?? []) : [])];
}

/** A rank that makes another class of a title; "general" or "program" more often says what kind it is. */
const isTellingRank = (word: string): boolean => isRank(word) && !KIND_WORDS.has(word);

/** The level behind a noun: a numeral in capitals or a digit ("worker I", "officer 4"). */
function levelBehind(noun: string, text: string): number | undefined {
  const [, numeral] = new RegExp(`\\b${noun}s?\\s+([IVX]{1,4}|\\d)(?![\\p{L}\\p{N}'])`, 'iu').exec(text) ?? [];
  return numeral === undefined || numeral !== numeral.toUpperCase() ? undefined : levelOf(numeral);
}

/** A name in capitals inside a sentence that ends in a noun: "of the Temporary Housing Officer". */
function properName(noun: string, text: string): string[] {
  const names = text.match(/(?<=[\p{L}\p{N},;:] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu) ?? [];
  return names.map(wordsOf).find((words) => words.at(-1) === noun) ?? [];
}

/** Reads what the question says of its class. */
export function descriptionOf({ mentions, focus, text }: Understanding, speaksOfSomebody: RegExp): Description {
  // A name that fits several classes is part of the description too: "a helper at the power plant".
  const unknown = mentions.filter(
    ({ how, documents }) => how === 'unknown' || (how === 'part' && documents.length > 1),
  );
  const named = unknown.flatMap(({ title }) => wordsOf(title));
  const words = named.length > 0 ? named : focus.flatMap(({ word }) => wordsOf(word));
  const isNoun = (word: string): boolean => openedOf(word).some((one) => isJobNoun(singularOf(one)));
  const at = words.findLastIndex(isNoun);
  const noun = at < 0 ? named.findLast((word) => levelOf(word) === undefined) : words[at];
  const terms = [...named.filter((word) => levelOf(word) === undefined).map(term), ...focus].filter(
    ({ word }) => !PERSON_WORDS.has(word),
  );
  return {
    terms: [...new Map(terms.map((one) => [one.stem, one])).values()],
    noun: noun === undefined ? undefined : term(noun),
    ranks: words.filter((word) => isTellingRank(singularOf(word))).map(term),
    level:
      unknown.find(({ level }) => level !== undefined)?.level ??
      (noun === undefined ? undefined : levelBehind(noun, text)),
    proper: noun === undefined ? [] : properName(noun, text),
    speaksOfSomebody: speaksOfSomebody.test(text),
  };
}

/** Signs beside those of a class's work; each 0 to 1, but `passage`. */
export interface TitleSigns {
  /** Share of its title's words that the question says, by weight. */
  said: number;
  /** How surely the noun of the question stands in its title; 1 where it has none. */
  noun: number;
  /** 1 for a title without a rank that the question does not say: the plain class is meant before the senior one. */
  plain: number;
}

/** Signs by what the class says of what is asked. */
export interface PassageSigns {
  /** Score of its likeliest passage, in tenths, and that passage's share of the words that its title does not have. */
  passage: number;
  passageWords: number;
  /** Share of the question's words that its title, its employer's name, its work and that passage have together. */
  told: number;
}

/** All signs of a class. */
export type AllSigns = Signs & TitleSigns & PassageSigns;

interface Titles {
  /** Each distinct word of the index's titles, and what it weighs. */
  terms: FocusTerm[];
  weights: number[];
  /** For each document, the places of its title's words among them. */
  words: number[][];
}

/** A rank tells little of what a class does; other words as much as they are rare, up to a limit. */
const RANK_WEIGHT = 2;
const MAX_RARITY = 6;

const titlesByCorpus = new WeakMap<Corpus, Titles>();

function titlesOf(corpus: Corpus): Titles {
  const known = titlesByCorpus.get(corpus);
  if (known !== undefined) return known;
  const places = new Map<string, number>();
  const words = corpus.documents.map(({ spec }) => {
    const [named = ''] = spec.title.split('(');
    const own = wordsOf(named).filter((word) => levelOf(word) === undefined && !isStopWord(word));
    for (const word of own) if (!places.has(word)) places.set(word, places.size);
    return own.map((word) => places.get(word) ?? 0);
  });
  const terms = [...places.keys()].map(term);
  const weights = terms.map(({ stem, word }) =>
    isRank(word) ? RANK_WEIGHT : 1 + Math.min(MAX_RARITY, corpus.rarity(stem)),
  );
  const made = { terms, weights, words };
  titlesByCorpus.set(corpus, made);
  return made;
}

/** A rank of the question stands in a title from here on: as itself or by a synonym, for near ranks are other ones. */
const RANK_STANDS = 0.75;

/** What the titles say of the class described; `isAnother` for those that its ranks and level make another class. */
export interface OnTitle extends TitleSigns {
  isAnother: boolean;
}

/** How each document's title fits a description. */
export async function titleSigns(
  { terms, noun, ranks, level, proper }: Description,
  corpus: Corpus,
): Promise<OnTitle[]> {
  const titles = titlesOf(corpus);
  const said = terms.map(({ word }) => openedOf(word).join(' '));
  // "Ride share" may be one word in a title.
  const joined = terms.slice(1).map(({ word }, at) => `${terms[at]?.word ?? ''}${word}`);
  const asked = [...said, ...joined].join(' ');
  const near = await createNearness(titles.terms, [asked], corpus);
  const { standing } = standingOf(titles.terms, asked, corpus, (one) => near(one, asked));
  const telling = [...(noun === undefined ? [] : [noun]), ...ranks];
  const spoken = telling.map(({ word }) => openedOf(word).join(' '));
  const fits = await Promise.all(
    spoken.map(async (text) => {
      const nearWord = await createNearness(titles.terms, [text], corpus);
      return standingOf(titles.terms, text, corpus, (one) => nearWord(one, text)).standing;
    }),
  );
  return titles.words.map((own, document) => {
    const whole = own.reduce((sum, at) => sum + (titles.weights[at] ?? 0), 0);
    const told = own.reduce((sum, at) => sum + (titles.weights[at] ?? 0) * (standing[at] ?? 0), 0);
    const best = fits.map((fit) => Math.max(0, ...own.map((at) => fit[at] ?? 0)));
    const rankFits = noun === undefined ? best : best.slice(1);
    const title = wordsOf(corpus.documents[document]?.spec.title ?? '').map(singularOf);
    const isLevel = level === undefined || level === levelOf(title.at(-1) ?? '');
    const isProper = proper.every((word) => title.includes(singularOf(word)));
    return {
      said: whole === 0 ? 0 : told / whole,
      noun: noun === undefined ? 1 : (best[0] ?? 0),
      plain: own.some((at) => isTellingRank(titles.terms[at]?.word ?? '') && (standing[at] ?? 0) < RANK_STANDS) ? 0 : 1,
      isAnother: rankFits.some((fit) => fit < RANK_STANDS) || !isLevel || !isProper,
    };
  });
}

/** A word stands in a title from here on. */
const STANDS = 0.5;

/** What a class says of what is asked of it, apart from what its title says. */
export async function passageSigns(
  context: AnswerContext,
  { terms }: Description,
  document: number,
  atWork: readonly number[],
  weights: readonly number[],
): Promise<PassageSigns> {
  const { corpus, understanding } = context;
  const { spec, text } = documentAt(corpus, document);
  const own = standingOf(terms, `${spec.title} ${spec.employer ?? ''}`, corpus).standing;
  const asking = understanding.content.filter(({ stem }) => !terms.some((other) => other.stem === stem));
  const rest = terms.filter((_, at) => (own[at] ?? 0) < STANDS);
  const mention: ClassMention = {
    title: spec.title,
    documents: [document],
    how: 'part',
    nearest: [],
    level: undefined,
    at: -1,
  };
  const asked: Understanding = { ...understanding, mentions: [mention], content: [...rest, ...asking] };
  const [likeliest] = await rankPassages({ ...context, understanding: asked }, document);
  const there = likeliest === undefined ? '' : text.slice(likeliest.block.start, likeliest.block.end);
  const passage = standingOf(terms, there, corpus).standing;
  const best = (at: number): number => Math.max(own[at] ?? 0, atWork[at] ?? 0, passage[at] ?? 0);
  return {
    passage: (likeliest?.score ?? 0) / 10,
    passageWords: likeliest?.features.words ?? 0,
    told: terms.reduce((sum, _, at) => sum + (weights[at] ?? 0) * best(at), 0),
  };
}
