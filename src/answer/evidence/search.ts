/** Searches all documents for what a text is about, and rates how surely a passage is it. */
import type { FocusTerm, IndexedDocument, Passage, Span } from '../../domain.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { deniesByColumn, headingOf, sentenceAround, topicsAround } from '../reading/spec-view.ts';
import { subjectOf } from '../reading/subject.ts';
import { createNearness, neighboursOf, standingOf, stemsOf } from '../words/relevance.ts';

/** A sentence found, with how surely it is about what was searched for. */
export interface Found extends Span {
  document: number;
  heading: string;
  coverage: number;
  similarity: number;
  /** 0 to 1: coverage by words, nearness in meaning where the words differ. */
  confidence: number;
  /** How surely each term stands in it, and each term's share of the weight. */
  standing: number[];
  weights: readonly number[];
  /** How surely each stands in the document's best few sentences together, where those are looked at. */
  together?: number[];
  /** What a match in its section is worth, at most 1. */
  sectionWeight: number;
}

/** Passages taken from the search before rating. */
const SEARCH_DEPTH = 60;
/** Sections on getting hired and on what it asks of a person, not on what the class does: a match there counts less. */
const HIRING: readonly string[] = [
  'education',
  'experience',
  'education-experience',
  'licenses',
  'special-requirements',
  'preferred',
  'selection',
  'apply',
  'deadline',
  'notes',
  'equal-opportunity',
  'selective-certification',
  'history',
  'benefits',
];
const HIRING_WEIGHT = 0.75;
/** Sections on what a person must bring: a match there counts a little less than in the duties. */
const PERSON: readonly string[] = ['knowledge', 'qualifications'];
const PERSON_WEIGHT = 0.88;
/** Weight of words against nearness in the confidence of a passage (set on the own development questions). */
const WORDS_WEIGHT = 0.65;

/** A text's words as terms of a search, without those that `skip` names. */
export function termsOfText(text: string, skip: (word: string) => boolean): FocusTerm[] {
  const terms = wordsOf(text)
    .filter((word) => !skip(word))
    .map((word) => ({ word, stem: stemOf(word) }));
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

/** A verb of doing right behind the subject. */
const DOES = /^(?!is\b|was\b|has\b)[a-z]+s\b/;
/** What a sentence on another class than the document's counts. */
const OTHER_CLASS_WEIGHT = 0.6;

/** True for a sentence on what another class does: it shares no word with the title. */
export function isOfAnother(text: string, title: string): boolean {
  const subject = subjectOf(text);
  if (subject === undefined || !subject.isOne || !DOES.test(subject.behind)) return false;
  const own = stemsOf(title);
  return wordsOf(subject.name).every((word) => !own.has(stemOf(word)));
}

/** How surely a passage is what was searched for, by the share of the words that it speaks of and its nearness in meaning. */
export const confidenceOf = (covered: number, similarity: number): number =>
  covered * WORDS_WEIGHT + Math.max(0, similarity) * (1 - WORDS_WEIGHT);

type Near = (term: FocusTerm, text: string) => number;

function rated(
  document: IndexedDocument,
  index: number,
  passage: Passage,
  terms: readonly FocusTerm[],
  similarity: number,
  context: AnswerContext,
  near: Near,
): Found {
  const span = sentenceAround(document.spec, passage);
  const text = document.text.slice(span.start, span.end);
  const { standing, weights } = standingOf(terms, text, context.corpus, (term) => near(term, text));
  const ofAnother = isOfAnother(text, document.spec.title) ? OTHER_CLASS_WEIGHT : 1;
  const covered = ofAnother * standing.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0);
  const around = topicsAround(document.spec, passage.section);
  const sectionWeight = around.some((topic) => HIRING.includes(topic))
    ? HIRING_WEIGHT
    : around.some((topic) => PERSON.includes(topic))
      ? PERSON_WEIGHT
      : 1;
  const confidence = confidenceOf(covered, similarity) * sectionWeight;
  return {
    ...span,
    document: index,
    heading: headingOf(document.spec, passage.section),
    coverage: covered,
    similarity,
    confidence,
    standing,
    weights,
    sectionWeight,
  };
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
export async function searchFor(
  context: AnswerContext,
  terms: readonly FocusTerm[],
  limit = SEARCH_DEPTH,
  documents?: ReadonlySet<number>,
): Promise<Found[]> {
  if (terms.length === 0) return [];
  const query = [...terms.map((term) => term.word), ...terms.flatMap((term) => neighboursOf(term.stem))].join(' ');
  const ranked = await context.corpus.retriever.search(
    query,
    documents === undefined ? { limit } : { limit, documents },
  );
  context.retrieved.push(...ranked.slice(0, SEARCH_DEPTH));
  const found = new Map<string, Found>();
  const near: Near =
    limit > SEARCH_DEPTH
      ? () => 0
      : await createNearness(
          terms,
          ranked.map((hit) => textOf(context, hit)),
          context.corpus,
        );
  for (const hit of ranked) {
    const document = documentAt(context.corpus, hit.document);
    const passage = document.spec.passages[hit.passage];
    if (passage === undefined || deniesByColumn(document.spec, passage.section)) continue;
    const item = rated(document, hit.document, passage, terms, hit.similarity, context, near);
    const key = `${hit.document}:${item.start}`;
    const known = found.get(key);
    if (known === undefined || known.confidence < item.confidence) found.set(key, item);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** Sentences of a document that together count as what it says. */
const TOGETHER = 3;
/** Part of the confidence that sentences have together, against one that says it all. */
const TOGETHER_WEIGHT = 0.95;

/**
 * The best sentence of each document, surest first. Its confidence is raised to what the document's best few sentences
 * have together: a class whose duties stand in several sentences is not worse than one that says them in one.
 */
export function bestByDocument(items: readonly Found[]): Found[] {
  const byDocument = new Map<number, Found[]>();
  for (const item of items) byDocument.set(item.document, [...(byDocument.get(item.document) ?? []), item]);
  const best = [...byDocument.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const few = group.slice(0, TOGETHER);
    const standing = first.standing.map((_, term) => Math.max(...few.map((item) => item.standing[term] ?? 0)));
    const covered = standing.reduce((sum, value, term) => sum + value * (first.weights[term] ?? 0), 0);
    const similarity = Math.max(...few.map((item) => item.similarity));
    const together = confidenceOf(covered, similarity) * first.sectionWeight * TOGETHER_WEIGHT;
    return [{ ...first, together: standing, confidence: Math.max(first.confidence, together) }];
  });
  return best.sort((a, b) => b.confidence - a.confidence);
}
