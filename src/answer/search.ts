/** Searches all documents for what a text is about, and rates how surely a passage is it. */
import type { FocusTerm, IndexedDocument, Passage, Span } from '../domain.ts';
import { stemOf, wordsOf } from '../words.ts';
import { type AnswerContext, documentAt } from './context.ts';
import { coverage, createNearness } from './relevance.ts';
import { headingOf, sentenceAround, topicsAround } from './spec-view.ts';

/** A sentence found, with how surely it is about what was searched for. */
export interface Found extends Span {
  document: number;
  heading: string;
  coverage: number;
  similarity: number;
  /** 0 to 1: coverage by words, nearness in meaning where the words differ. */
  confidence: number;
}

/** Passages taken from the search before rating. */
const SEARCH_DEPTH = 60;
/** Sections that say how to get hired, not what the class does: a match there counts less. */
const HIRING: readonly string[] = ['selection', 'apply', 'deadline', 'notes', 'equal-opportunity', 'selective-certification', 'history', 'benefits'];
const HIRING_WEIGHT = 0.75;
/** Weight of words against nearness in the confidence of a passage (set on the own development questions). */
const WORDS_WEIGHT = 0.65;

/** A text's words as terms of a search, without those that `skip` names. */
export function termsOfText(text: string, skip: (word: string) => boolean): FocusTerm[] {
  const terms = wordsOf(text).filter((word) => !skip(word)).map((word) => ({ word, stem: stemOf(word) }));
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

type Near = (term: FocusTerm, text: string) => number;

function rated(document: IndexedDocument, index: number, passage: Passage, terms: readonly FocusTerm[], similarity: number, context: AnswerContext, near: Near): Found {
  const span = sentenceAround(document.spec, passage);
  const text = document.text.slice(span.start, span.end);
  const covered = coverage(terms, text, context.corpus, (term) => near(term, text));
  const hiring = topicsAround(document.spec, passage.section).some((topic) => HIRING.includes(topic));
  const confidence = (covered * WORDS_WEIGHT + Math.max(0, similarity) * (1 - WORDS_WEIGHT)) * (hiring ? HIRING_WEIGHT : 1);
  return { ...span, document: index, heading: headingOf(document.spec, passage.section), coverage: covered, similarity, confidence };
}

function textOf(context: AnswerContext, hit: { document: number; passage: number }): string {
  const { spec, text } = documentAt(context.corpus, hit.document);
  const passage = spec.passages[hit.passage];
  if (passage === undefined) return '';
  const span = sentenceAround(spec, passage);
  return text.slice(span.start, span.end);
}

/**
 * The sentences that best match the terms, surest first, one entry a sentence.
 * @param limit passages searched for; more for lists that must be whole.
 */
export async function searchFor(context: AnswerContext, terms: readonly FocusTerm[], limit = SEARCH_DEPTH, documents?: ReadonlySet<number>): Promise<Found[]> {
  if (terms.length === 0) return [];
  const query = terms.map((term) => term.word).join(' ');
  const ranked = await context.corpus.retriever.search(query, documents === undefined ? { limit } : { limit, documents });
  context.retrieved.push(...ranked.slice(0, SEARCH_DEPTH));
  const found = new Map<string, Found>();
  const near: Near = limit > SEARCH_DEPTH ? () => 0 : await createNearness(terms, ranked.map((hit) => textOf(context, hit)), context.corpus);
  for (const hit of ranked) {
    const document = documentAt(context.corpus, hit.document);
    const passage = document.spec.passages[hit.passage];
    if (passage === undefined) continue;
    const item = rated(document, hit.document, passage, terms, hit.similarity, context, near);
    const key = `${hit.document}:${item.start}`;
    const known = found.get(key);
    if (known === undefined || known.confidence < item.confidence) found.set(key, item);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** The best sentence of each document, surest first. */
export function bestByDocument(items: readonly Found[]): Found[] {
  const best = new Map<number, Found>();
  for (const item of items) if (!best.has(item.document)) best.set(item.document, item);
  return [...best.values()];
}
