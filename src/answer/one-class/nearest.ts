/** What a class's document says besides what was found by topics and words: the passages that a question most likely means. */
import { type AnswerContext, documentAt, draftOf, namedDocuments } from '../draft/context.ts';
import { Citer, type Draft } from '../draft/draft.ts';
import { joined, nameOf } from '../draft/names.ts';
import { exactKindsWanted } from '../evidence/answer-kinds.ts';
import { wantsDate, wantsNumber } from '../evidence/counts.ts';
import { thingAskedFor } from '../evidence/named-thing.ts';
import { asksStrangeDepartment } from '../evidence/places.ts';
import { tellingTerms } from '../evidence/sharper.ts';
import { isOnHeadcount } from '../evidence/specials.ts';
import { headingOf } from '../reading/spec-view.ts';
import { answerAspect } from './aspect.ts';
import { asksEveryday } from './everyday.ts';
import { apartFromTopic, type RankedBlock, rankPassages } from './rank-passages.ts';

/** Most classes whose passages are ranked. */
const MAX_DOCUMENTS = 2;
/** Most passages shown where nothing was found: the one that was meant is among the first three five times of six. */
const MAX_SHOWN = 3;
/** What the likeliest passage must reach to be shown where nothing was found. */
interface Least {
  /** Share of the question's words that it speaks of. */
  words: number;
  score: number;
}
/**
 * Set on the own development questions: of 65 wrongly denied 37 are answered so, and of 230 rightly denied one. Where a
 * topic is asked for, by its own passages and others together, or by the others alone.
 */
const LEAST: Record<'untold' | 'onTopic' | 'besideTopic', Least> = {
  untold: { words: 0.25, score: 3 },
  onTopic: { words: 0.25, score: 6 },
  besideTopic: { words: 0.35, score: 5 },
};
/** Words of a question besides its topic that make it ask for something else than what the topic states. */
const OWN_WORDS = 2;
/** By how much less likely than the best the others shown may be, in the logarithm of their likelihood. */
const NEAR_BEST = 1.5;
/**
 * By how much likelier a passage must be, apart from its topic, to be shown with others: so 15 of 73 wrong answers of the
 * own development questions are mended, and it stands beside 26 of 2,020 right ones.
 */
const MUCH_LIKELIER = 2;
/**
 * The same for a passage with what nothing else answers (a date, a time span), where nothing shown has such a thing: of 26
 * such answers to the own development questions 6 of 10 wrong ones are mended.
 */
const AS_LIKELY = -1;
/** Score from which it is shown at all. */
const LEAST_EXACT = 4;

interface Ranked extends RankedBlock {
  document: number;
}

async function rankedIn(context: AnswerContext, documents: readonly number[]): Promise<Ranked[]> {
  const all: Ranked[] = [];
  for (const document of documents)
    all.push(...(await rankPassages(context, document)).map((ranked) => ({ ...ranked, document })));
  return all.sort((a, b) => b.score - a.score);
}

const isLikely = (best: Ranked | undefined, least: Least): boolean =>
  best !== undefined && best.features.words >= least.words && best.score >= least.score;

/** True for a passage that states something of the kinds that a question wants. */
function isOfKind({ corpus }: AnswerContext, { document, block }: Ranked, kinds: readonly RegExp[]): boolean {
  const said = documentAt(corpus, document).text.slice(block.start, block.end);
  return kinds.some((states) => states.test(said));
}

/** The likeliest passages, where the likeliest is likely enough that what nothing was found on is stated after all. */
function likelyStated(context: AnswerContext, ranked: readonly Ranked[]): Ranked[] {
  const { topics, focus, weakTopics, text, mentions } = context.understanding;
  // What is not said of these in their own words is not said.
  if (isOnHeadcount(context) || asksEveryday(text, mentions) || thingAskedFor(context.understanding).length > 0)
    return [];
  const documents = namedDocuments(context).map((document) => documentAt(context.corpus, document));
  if (topics.length > 0 && documents.some((document) => asksStrangeDepartment(context, document.text))) return [];
  // A word that may have meant something else than its topic: "how many cases do they carry".
  const isOnTopic = topics.length > 0 && !(weakTopics && ranked.every(({ features }) => features.topic === 0));
  const own = namedDocuments(context).reduce(
    (terms, document) => tellingTerms(documentAt(context.corpus, document), terms),
    focus,
  );
  if (isOnTopic && own.length < OWN_WORDS) return [];
  // A number or a date that no passage gives is not stated.
  const isExact = wantsNumber(text) || wantsDate(text);
  const kinds = isExact ? exactKindsWanted(text) : [];
  const untold = isExact ? ranked.filter(({ features }) => features.kind > 0) : ranked;
  const stated = kinds.length > 0 ? ranked.filter((one) => isOfKind(context, one, kinds)) : ranked;
  const beside: [Ranked[], Least] = [stated.filter(({ features }) => features.topic === 0), LEAST.besideTopic];
  const tried: [readonly Ranked[], Least][] = !isOnTopic
    ? [[untold, LEAST.untold]]
    : weakTopics
      ? [beside]
      : [[stated, LEAST.onTopic], beside];
  const [likely = []] = tried.find(([[best], least]) => isLikely(best, least)) ?? [];
  return likely.filter(({ score }) => score >= (likely[0]?.score ?? 0) - NEAR_BEST);
}

/** The passage that an answer does not show and that its words make much likelier than all it shows. */
function unshown(context: AnswerContext, draft: Draft, ranked: readonly Ranked[]): Ranked | undefined {
  const { corpus, understanding } = context;
  const isShown = ({ document, block }: Ranked): boolean =>
    draft.citations.some(
      ({ source, start, end }) =>
        source === documentAt(corpus, document).source && start < block.end && block.start < end,
    );
  const best = Math.max(...ranked.filter(isShown).map(apartFromTopic));
  const others = ranked.filter((one) => !isShown(one)).sort((a, b) => apartFromTopic(b) - apartFromTopic(a));
  const [next] = others;
  if (!Number.isFinite(best) || next === undefined) return undefined;
  if (apartFromTopic(next) >= best + MUCH_LIKELIER) return next;
  const kinds = exactKindsWanted(understanding.text);
  if (ranked.some((one) => isShown(one) && isOfKind(context, one, kinds))) return undefined;
  const exact = ranked.find((one) => one.block.kind !== 'lead-in' && isOfKind(context, one, kinds));
  const isLikelyEnough = exact !== undefined && exact.score >= LEAST_EXACT && apartFromTopic(exact) >= best + AS_LIKELY;
  return isLikelyEnough ? exact : undefined;
}

const quoted = ({ citer, corpus }: AnswerContext, { document, block }: Ranked): string =>
  citer.quote(document, block, headingOf(documentAt(corpus, document).spec, block.section));

/** Passages once each: levels of one document have the same. */
function once({ corpus }: AnswerContext, ranked: readonly Ranked[]): Ranked[] {
  const keys = ranked.map(({ document, block }) => `${documentAt(corpus, document).path}:${block.start}`);
  return ranked.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** The passages of the one or two classes asked about; none of more, nor where the question is of its topics alone. */
async function rankedFor(asked: AnswerContext): Promise<Ranked[]> {
  const documents = namedDocuments(asked);
  const { topics, focus } = asked.understanding;
  if (documents.length > MAX_DOCUMENTS || (topics.length > 0 && focus.length === 0)) return [];
  return rankedIn(asked, documents);
}

function withNext(asked: AnswerContext, draft: Draft, ranked: readonly Ranked[]): Draft {
  const next = unshown(asked, draft, ranked);
  if (next === undefined) return draft;
  return {
    ...draft,
    text: `${draft.text}\n\n**${nameOf(asked.corpus, next.document)}** also says: ${quoted(asked, next)}`,
  };
}

/** An answer about one or two classes with the likeliest passage that it leaves out, where one is much likelier. */
export async function withUnshown(asked: AnswerContext, draft: Draft): Promise<Draft> {
  return draft.status === 'answered' ? withNext(asked, draft, await rankedFor(asked)) : draft;
}

/**
 * An answer about one or two classes with the likeliest passage that it leaves out. Where it found nothing, up to three
 * passages that are likely to be meant instead, introduced as no more than that; the answer as it is when even the best
 * is unlikely.
 */
export async function withLikeliest(asked: AnswerContext, draft: Draft): Promise<Draft> {
  const ranked = await rankedFor(asked);
  if (draft.status === 'answered') return withNext(asked, draft, ranked);
  const likely = once(asked, likelyStated(asked, ranked)).slice(0, MAX_SHOWN);
  if (likely.length === 0) return draft;
  if (draft.status === 'ambiguous') {
    const lines = likely.map((one) => `- ${quoted(asked, one)}`);
    return { ...draft, text: [draft.text, '', 'What comes nearest in what they say:', ...lines].join('\n') };
  }
  // What the draft cited is not shown.
  const context = { ...asked, citer: new Citer(asked.corpus.documents) };
  const documents = namedDocuments(asked);
  const whose = joined([...new Set(documents.map((document) => nameOf(context.corpus, document)))]);
  return draftOf(context, 'answered', [
    `The ${whose} specification${documents.length > 1 ? 's do' : ' does'} not say that in these words. What comes nearest, for you to judge:`,
    ...likely.map((one) => `- ${quoted(context, one)}`),
  ]);
}

/** What the classes named state on the question's topics, or on its words. */
export function answerNamed(asked: AnswerContext): Promise<Draft> {
  return withLikeliest(asked, answerAspect(asked));
}
