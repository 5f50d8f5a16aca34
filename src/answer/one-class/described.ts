/**
 * A class that a question only describes ("the boat dock boss", "the person who fixes sewers") and a particular that it
 * asks of it: finds the class by what the words say it does, and answers the particular from it.
 */
import type { ClassMention, FocusTerm, Understanding } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { isRank, vocabularyPart } from '../../vocabulary.ts';
import { levelOf, singularOf, stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { Citer, type Draft } from '../draft/draft.ts';
import { excerpt } from '../draft/excerpt.ts';
import { nameOf } from '../draft/names.ts';
import { type Found, searchFor } from '../evidence/search.ts';
import { standingOf } from '../words/relevance.ts';
import { answerNamed } from './nearest.ts';

/**
 * Share of the describing words that one sentence of the class must have. On the development questions and some forty
 * more, those that found the right class have it, and those that found a wrong one lie below.
 */
const MIN_DESCRIBED = 0.5;
/** One word says too little of what a class does: "landlord" is in a class's duties, and no class. */
const MIN_TERMS = 2;
/** How much better the class must be than the next. */
const LEAD = 1.15;
/** Sentences of a class that are taken together, beside its title. */
const TOGETHER = 4;
/** A word stands in what names the class from this on; the others are what is asked of it. */
const STANDS = 0.5;

interface Described {
  document: number;
  score: number;
  /** The sentence that tells best that it is the class. */
  best: Found;
  /** The words that its title and that sentence don't have. */
  rest: FocusTerm[];
}

/** How well each document fits the words: by its title and its few best sentences, best first. */
function ranked(context: AnswerContext, terms: readonly FocusTerm[], found: readonly Found[]): Described[] {
  const { corpus } = context;
  const groups = new Map<number, Found[]>();
  for (const item of found) groups.set(item.document, [...(groups.get(item.document) ?? []), item]);
  return [...groups]
    .flatMap(([document, items]) => {
      const [best] = items;
      if (best === undefined) return [];
      const title = standingOf(terms, documentAt(corpus, document).spec.title, corpus);
      const few = [title.standing, ...items.slice(0, TOGETHER).map((item) => item.standing)];
      const score = terms.reduce(
        (sum, _, term) => sum + Math.max(...few.map((standing) => standing[term] ?? 0)) * (title.weights[term] ?? 0),
        0,
      );
      const rest = terms.filter((_, term) => Math.max(title.standing[term] ?? 0, best.standing[term] ?? 0) < STANDS);
      return [{ document, score, best, rest }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The words that describe the class: those of the question besides its topic, and those taken for a class's name. */
function describing({ focus, mentions }: Understanding): FocusTerm[] {
  const named = mentions
    .filter((mention) => mention.how === 'unknown')
    .flatMap((mention) => wordsOf(mention.title).map((word) => ({ word, stem: stemOf(word) })));
  return [...new Map([...named, ...focus].map((term) => [term.stem, term])).values()];
}

/** A name: an article and up to three words, or capitals inside a sentence. */
const NAMED = /\b(an?|the|our) ((?:[\p{L}'’-]+ ){0,2}[\p{L}'’-]+)(?=[ ,.?!]|$)/giu;
const CAPITALS = /(?<=[\p{L},] )\p{Lu}\p{Ll}+(?:['’]s)?(?: (?:of |and )?\p{Lu}\p{Ll}+)+/u;
/** How nouns end that say what somebody is. */
const AGENT = /(?:er|or|ist|yst|ian|ant|ent|man|guard|chief|clerk|head)s?$/;

const questions = vocabularyPart<{ speaksOfClass: string }>('questions');
const SPEAKS_OF_CLASS = new RegExp(questions.speaksOfClass, 'i');
const INITIALS = /\b\p{Lu}{2,5}s?\b/u;

/** Names inside a sentence, in capitals, whose words the question has side by side: it may mean just what they name. */
function namesIn(question: string, sentence: string): string[][] {
  const asked = ` ${wordsOf(question).map(singularOf).join(' ')} `;
  return [...sentence.matchAll(/(?<=\p{Ll},? |\bthe )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu)]
    .map(([name]) => wordsOf(name))
    .filter(
      (name) =>
        asked.includes(` ${name.map(singularOf).join(' ')} `) ||
        asked.includes(` ${name.slice(0, 2).map(singularOf).join(' ')} `),
    );
}

/** True when a question speaks of somebody's work, by a word for it or by the noun of some title. */
function speaksOfClass({ text }: Understanding, terms: readonly FocusTerm[], corpus: Corpus): boolean {
  if (SPEAKS_OF_CLASS.test(text) || INITIALS.test(text)) return true;
  const words = new Set(terms.map((term) => singularOf(term.word)));
  return corpus.documents.some(({ spec }) => {
    const [named = ''] = spec.title.split(/\s[-–—]\s|,|\(/);
    const head = wordsOf(named).findLast((word) => levelOf(word) === undefined);
    return head !== undefined && words.has(singularOf(head));
  });
}

/**
 * True for words that name another class than the one of a title: a "records clerk" is no records officer. What names
 * nobody ("the water plant", "the person who fixes sewers") describes.
 */
function namesAnother({ mentions, text, focus }: Understanding, title: string, said: string): boolean {
  const stems = new Set(wordsOf(title).map(singularOf));
  // A rank in a name makes it another class: a "principal aquarist" is no aquarist.
  if (mentions.some((mention) => wordsOf(mention.title).some((word) => isRank(word) && !stems.has(word)))) return true;
  if (namesIn(text, said).some((name) => !name.every((word) => stems.has(singularOf(word))))) return true;
  const isOther = (noun: string | undefined): boolean => noun !== undefined && !stems.has(singularOf(noun));
  if (mentions.some((mention) => isOther(wordsOf(mention.title).at(-1)))) return true;
  if (CAPITALS.test(text)) return true;
  const words = new Set(focus.map((term) => term.word));
  return [...text.matchAll(NAMED)].some(([, article = '', phrase = '']) => {
    const named = wordsOf(phrase);
    const end = named.findIndex((word) => !words.has(word));
    const noun = (end < 0 ? named : named.slice(0, end)).at(-1);
    return isOther(noun) && (/^an?$/i.test(article) || AGENT.test(noun ?? ''));
  });
}

/** The answer on the one class that the question's words describe; undefined when none is, or several are. */
export async function answerDescribed(context: AnswerContext): Promise<Draft | undefined> {
  const { corpus, understanding } = context;
  const terms = describing(understanding);
  if (terms.length < MIN_TERMS || !speaksOfClass(understanding, terms, corpus)) return undefined;
  const [first, second] = ranked(context, terms, await searchFor(context, terms));
  if (first === undefined || first.best.coverage < MIN_DESCRIBED || first.score < (second?.score ?? 0) * LEAD)
    return undefined;
  const { title } = documentAt(corpus, first.document).spec;
  const { text } = documentAt(corpus, first.document);
  if (namesAnother(understanding, title, text.slice(first.best.start, first.best.end))) return undefined;
  const mention: ClassMention = {
    title,
    documents: [first.document],
    how: 'part',
    nearest: [],
    level: undefined,
    at: -1,
  };
  const asking = understanding.content.filter((term) => !understanding.focus.some((other) => other.stem === term.stem));
  const about = first.rest;
  // Citations of its own: when this comes to nothing, another answer begins at [1].
  const citer = new Citer(corpus.documents);
  const inner: AnswerContext = {
    ...context,
    citer,
    understanding: {
      ...understanding,
      kind: 'aspect',
      mentions: [mention],
      focus: about,
      content: [...about, ...asking],
    },
  };
  const taken = `Taken to be about **${nameOf(corpus, first.document)}**: ${excerpt(inner, first.document, first.best)}`;
  const cited = citer.citations.length;
  const draft = await answerNamed(inner);
  if (draft.status !== 'answered' || citer.citations.length === cited) return undefined;
  return { ...draft, text: `${taken}\n${draft.text}` };
}
