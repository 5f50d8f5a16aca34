/** Which classes speak of what a question is about, wherever in their specifications: it asks for no class by its work. */
import { vocabularyPart } from '../../vocabulary.ts';
import { stemOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { bestByDocument, type Found } from '../evidence/search.ts';
import { stemsOf } from '../words/relevance.ts';

/** Confidence below which a passage is no answer (set on the own development questions). */
const MIN_CONFIDENCE = 0.38;
/** Words of a question up to which one of them alone is no evidence: "marriage licenses" is not answered by a driver's. */
export const FEW_WORDS = 3;
/** What a passage must have then, in confidence or of the words' weight (set on the development questions, at no cost to others). */
const MIN_OF_FEW = 0.46;
/** Classes whose passage is nearly as sure as the best are shown too. */
const NEARLY = 0.85;
/** Where the question has two words, both must stand in their passage half as surely as in the best. */
const HALF_TOLD = 0.5;
/** Most classes shown. */
const MAX_CLASSES = 4;
/** Passages of a class that are this sure beside its surest are shown with it: where the words differ, the second is often the one meant. */
export const ALSO = 0.6;
/** Most passages shown of a class that is named alone. */
export const MAX_PASSAGES = 3;
/** How much surer the best must be for the answer to name it alone. */
const ALONE = 1.35;

/** What the verb is done to must stand in an answer, by this part of its weight (set on the development questions). */
export const MIN_OBJECT = 0.45;

const verbAsked = new RegExp(vocabularyPart<{ doerVerb: string }>('questions').doerVerb, 'iu');

/** The places of the words that "who …" or "which class …" asks about, but for its verb: what is inspected, not inspecting. */
export function objectsOf({ understanding: { content, text } }: AnswerContext): number[] {
  const verb = verbAsked.exec(text)?.[1];
  const stem = verb === undefined || content.length < 2 ? undefined : stemOf(verb.toLowerCase());
  return content.flatMap((term, at) => (term.stem === stem ? [] : [at]));
}

/** By how much the weightiest word must outweigh the next to be the one that tells classes apart. */
const TELLING = 1.3;
/** A word stands in a passage as itself or by a synonym from here on, and by nearness in meaning alone below the other. */
const STANDS = 0.85;
const STANDS_NEAR = 0.5;

/** Without those that have the question's one telling word by nearness alone, where others have it: "911", "handwriting". */
function withTelling(objects: readonly number[], found: readonly Found[]): Found[] {
  const weights = found[0]?.weights ?? [];
  const [first, second] = weights
    .map((weight, at) => ({ weight, at }))
    .filter(({ at }) => objects.includes(at))
    .sort((a, b) => b.weight - a.weight);
  const told = ({ standing }: Found): number => standing[first?.at ?? -1] ?? 0;
  const tells = first !== undefined && first.weight >= (second?.weight ?? 0) * TELLING;
  return tells && found.some((item) => told(item) >= STANDS)
    ? found.filter((item) => told(item) >= STANDS_NEAR)
    : [...found];
}

/** How much of some words stands in a class's best passages, 0 to 1. */
function standingOf(objects: readonly number[], { standing, together, weights }: Found): number {
  const whole = objects.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
  return objects.reduce((sum, at) => sum + (weights[at] ?? 0) * ((together ?? standing)[at] ?? 0), 0) / whole;
}

/** True for a passage that can be an answer: sure enough, and where the question has few words, not by one of them alone. */
function isAnswer({ corpus, understanding }: AnswerContext, objects: readonly number[], found: Found): boolean {
  const { document, confidence, coverage, standing } = found;
  if (confidence < MIN_CONFIDENCE) return false;
  if (standing.length <= FEW_WORDS && standingOf(objects, found) < MIN_OBJECT) return false;
  if (standing.length > FEW_WORDS || confidence >= MIN_OF_FEW || coverage >= MIN_OF_FEW) return true;
  const title = stemsOf(documentAt(corpus, document).spec.title);
  return understanding.content.some((term) => title.has(term.stem));
}

/** The classes worth showing of those found, each by its surest passage: all nearly as sure as the best. */
export function shortlist(context: AnswerContext, found: readonly Found[]): Found[] {
  const objects = objectsOf(context);
  const best = withTelling(
    objects,
    bestByDocument(found).filter((item) => isAnswer(context, objects, item)),
  );
  const top = best[0]?.confidence ?? 0;
  const second = best[1]?.confidence ?? 0;
  const count = top > second * ALONE ? 1 : MAX_CLASSES;
  const [surest] = best;
  const areTwo = surest !== undefined && surest.standing.length < FEW_WORDS;
  return best
    .filter((item) => item.confidence >= top * NEARLY)
    .filter((item) => !areTwo || surest.standing.every((told, term) => (item.standing[term] ?? 0) >= told * HALF_TOLD))
    .slice(0, count);
}

/** Passages of the one class that are shown: the surest, and others nearly as sure, surest first. */
export function passagesFound(found: readonly Found[], best: Found): Found[] {
  const own = found.filter((item) => item.document === best.document);
  const top = own[0]?.confidence ?? 0;
  return own.filter((item) => item.confidence >= top * ALSO).slice(0, MAX_PASSAGES);
}
