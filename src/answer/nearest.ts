/** Answers about a class in other words than the question's: the passages that come nearest in meaning, said to be no more. */
import { answerAspect } from './aspect.ts';
import { type AnswerContext, documentAt, draftOf, namedDocuments } from './context.ts';
import { givesNumber, wantsNumber } from './counts.ts';
import { Citer, type Draft } from './draft.ts';
import { asksEveryday } from './everyday.ts';
import { evidenceOn } from './evidence.ts';
import { joined, nameOf } from './names.ts';
import { type Found, searchFor } from './search.ts';
import { isOnHeadcount } from './specials.ts';

/**
 * Confidence from which a passage is near enough to be shown. Set on the own development questions: of 48 that found no
 * passage by their words, 18 find the right one so; of 400 on what a document does not state, ten are shown something.
 */
const MIN_NEAREST = 0.33;
/** Part of the best passage's confidence from which others are shown with it. */
const NEAR_BEST = 0.75;
/** Most passages shown: the one that was meant is among the first three four times of five. */
const MAX_SHOWN = 3;
/** Most classes searched. */
const MAX_DOCUMENTS = 2;

/** The passages of the classes named that are nearest to the question, best first; where it wants a number, those with one. */
async function nearestIn(context: AnswerContext, documents: readonly number[]): Promise<Found[]> {
  const { content, text } = context.understanding;
  const all = await searchFor(context, content, undefined, new Set(documents));
  const saidIn = (item: Found): string => documentAt(context.corpus, item.document).text.slice(item.start, item.end);
  const found = wantsNumber(text) ? all.filter((item) => givesNumber(saidIn(item))) : all;
  const best = found[0]?.confidence ?? 0;
  return best < MIN_NEAREST ? [] : found.filter((item) => item.confidence >= best * NEAR_BEST).slice(0, MAX_SHOWN);
}

/**
 * What the classes named state, as `answerAspect` tells it. Where the question has no topic and its words stand
 * nowhere, up to three passages that are near in meaning, introduced as such; none when even the best is far.
 */
export async function answerNamed(asked: AnswerContext): Promise<Draft> {
  const draft = answerAspect(asked);
  const documents = namedDocuments(asked);
  const { topics, weakTopics, focus } = asked.understanding;
  // A word that may have meant something else than its topic: "how many cases do they carry".
  const isStated = documents.some((document) =>
    topics.some((topic) => evidenceOn(documentAt(asked.corpus, document), topic, asked.asked).length > 0),
  );
  const isNamed = topics.length > 0 && !(weakTopics && focus.length > 0 && !isStated);
  const isPlain =
    isNamed || isOnHeadcount(asked) || asksEveryday(asked.understanding.text, asked.understanding.mentions);
  if (draft.status !== 'not-found' || isPlain || documents.length > MAX_DOCUMENTS) return draft;
  // What the draft cited is not shown.
  const context = { ...asked, citer: new Citer(asked.corpus.documents) };
  const found = await nearestIn(context, documents);
  if (found.length === 0) return draft;
  const whose = joined(documents.map((document) => nameOf(context.corpus, document)));
  return draftOf(context, 'answered', [
    `The ${whose} specification${documents.length > 1 ? 's do' : ' does'} not say that in these words. What comes nearest, for you to judge:`,
    ...found.map((item) => `- ${context.citer.quote(item.document, item, item.heading)}`),
  ]);
}
