/** Rates the classes that may do what a question asks for, by what they say of their work. */
import type { FocusTerm } from '../../domain.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { bestByDocument, confidenceOf, type Found, searchFor } from '../evidence/search.ts';
import { createNearness, standingOf } from '../words/relevance.ts';
import { dot } from '../words/word-vectors.ts';
import type { AskedWork } from './asked-work.ts';
import { type Profile, profilesOf, type Said } from './profile.ts';
import { FOUND, RANK } from './weights.ts';

/** Signs that a class is the one asked for; each 0 to 1. "Share" is of the question's words, by weight. */
export interface Signs {
  /** Largest share in one sentence on its work, in one clause, and in all of them together. */
  words: number;
  clause: number;
  all: number;
  /** Share in its title. */
  title: number;
  /** Nearness in meaning of the whole question to a sentence, a clause, the definition, the title. */
  meaning: number;
  clauseMeaning: number;
  definition: number;
  titleMeaning: number;
  /** Confidence of its best passage wherever it stands, and the largest share in one. */
  anywhere: number;
  anywhereWords: number;
  /** How surely it supervises, where a supervisor is asked for, and where none is. */
  oversees: number;
  overseesUnasked: number;
}

/** A class with how likely it is the one asked for. */
export interface Rated {
  document: number;
  signs: Signs;
  /** Probability among the classes rated, 0 to 1. */
  share: number;
  /** Its sentences on its work and its passages found elsewhere, surest first. */
  passages: Found[];
  definition: Said | undefined;
  /** How surely each of the question's words stands in its title, its work and those passages, and each word's share of the weight. */
  standing: number[];
  weights: readonly number[];
}

/** Passages searched for by the question's own wording. */
const BY_WORDING = 40;
/** Classes rated, of those with the surest passages and of those nearest to the question's wording. */
const MOST_SURE = 20;
const MOST_NEAR = 14;

const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

interface Candidate {
  document: number;
  profile: Profile;
  signs: Signs;
  passages: Found[];
  standing: number[];
  weights: readonly number[];
}

/** What a passage is worth that is not on the work itself, where it is to show that the class does it. */
const ASIDE = 0.75;

/** Passages of a class from both ways of looking, surest first, each once. */
function joined(work: readonly Found[], anywhere: readonly Found[]): Found[] {
  const aside = anywhere.map((item) => ({ ...item, confidence: item.confidence * ASIDE }));
  const own = new Map([...aside, ...work].map((item) => [item.start, item]));
  return [...own.values()].sort((a, b) => b.confidence - a.confidence);
}

/** The classes that may do the work asked for, likeliest first. */
export async function rateClasses(
  context: AnswerContext,
  { terms, overseer }: AskedWork,
  within?: ReadonlySet<number>,
  also: readonly number[] = [],
): Promise<Rated[]> {
  const { corpus, understanding } = context;
  const found = await searchFor(context, terms, undefined, within);
  const scope = { limit: BY_WORDING, ...(within === undefined ? {} : { documents: within }) };
  const near = await corpus.retriever.search(understanding.text, scope);
  const best = new Map(bestByDocument(found).map((item) => [item.document, item]));
  const nearest = [...new Set(near.map(({ document }) => document))].slice(0, MOST_NEAR);
  const documents = [...new Set([...[...best.keys()].slice(0, MOST_SURE), ...nearest, ...also])];
  const profiles = await profilesOf(
    corpus,
    documents.map((document) => documentAt(corpus, document)),
  );
  const vectors = await corpus.embedder.embedDocuments([understanding.text, terms.map(({ word }) => word).join(' ')]);
  const [whole = [], bare = []] = vectors;
  const texts = profiles.flatMap(({ sentences, clauses }, at) => [
    documentAt(corpus, documents[at] ?? 0).spec.title,
    ...sentences.map(({ text }) => text),
    ...clauses.map(({ text }) => text),
  ]);
  const nearness = await createNearness(terms, texts, corpus);
  const shareIn = (text: string) => {
    const { standing, weights } = standingOf(terms, text, corpus, (term: FocusTerm) => nearness(term, text));
    return { standing, weights, share: standing.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) };
  };
  const candidates = profiles.map((profile, index): Candidate => {
    const document = documents[index] ?? 0;
    const title = shareIn(documentAt(corpus, document).spec.title);
    const shares = new Map(
      [...new Set([...profile.sentences, ...profile.clauses].map(({ text }) => text))].map((text) => [
        text,
        shareIn(text),
      ]),
    );
    const passages = profile.sentences
      .map(({ text, vector, ...said }): Found => {
        const { standing, weights, share } = shares.get(text) ?? title;
        const similarity = Math.max(dot(whole, vector), dot(bare, vector));
        const confidence = confidenceOf(share, similarity);
        return { ...said, document, coverage: share, similarity, confidence, standing, weights, sectionWeight: 1 };
      })
      .sort((a, b) => b.confidence - a.confidence);
    const all = title.weights.map((weight, at) => weight * largest(passages.map(({ standing }) => standing[at] ?? 0)));
    const elsewhere = found.filter((item) => item.document === document);
    const signs: Signs = {
      words: largest(passages.map(({ coverage }) => coverage)),
      clause: largest(profile.clauses.map(({ text }) => shares.get(text)?.share ?? 0)),
      all: all.reduce((sum, value) => sum + value, 0),
      title: title.share,
      meaning: largest(profile.sentences.map(({ vector }) => dot(whole, vector))),
      clauseMeaning: largest(profile.clauses.map(({ vector }) => Math.max(dot(whole, vector), dot(bare, vector)))),
      definition: profile.definition === undefined ? 0 : dot(whole, profile.definition.vector),
      titleMeaning: dot(whole, profile.title),
      anywhere: best.get(document)?.confidence ?? 0,
      anywhereWords: largest(elsewhere.map(({ coverage }) => coverage)),
      oversees: overseer ? profile.oversees : 0,
      overseesUnasked: overseer ? 0 : profile.oversees,
    };
    const told = [title, ...passages, ...elsewhere];
    return {
      document,
      profile,
      signs,
      weights: title.weights,
      passages: joined(passages, elsewhere),
      standing: terms.map((_, at) => largest(told.map((item) => item.standing[at] ?? 0))),
    };
  });
  return rankedBy(candidates);
}

/** Signs by their weights. */
function weighed(signs: Signs, weights: Readonly<Partial<Record<keyof Signs, number>>>): number {
  const keys = Object.keys(signs) as (keyof Signs)[];
  return keys.reduce((sum, key) => sum + (weights[key] ?? 0) * signs[key], 0);
}

/** Candidates by score, each with its probability. */
function rankedBy(candidates: readonly Candidate[]): Rated[] {
  const scored = candidates
    .map(({ profile, signs, ...item }) => ({
      ...item,
      signs,
      definition: profile.definition,
      score: weighed(signs, RANK),
    }))
    .sort((a, b) => b.score - a.score);
  const top = scored[0]?.score ?? 0;
  const whole = scored.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  return scored.map(({ score, ...item }) => ({ ...item, share: Math.exp(score - top) / whole }));
}

/** Words from which a question's length says nothing more. */
const LONG = 8;

/** Log odds that a class rated is the one asked for, and not the nearest of none. */
export function oddsOf({ signs, share }: Rated, { terms }: AskedWork): number {
  const asked = Math.min(LONG, terms.length) / LONG;
  return weighed(signs, FOUND) + FOUND.share * share + FOUND.asked * asked + FOUND.bias;
}
