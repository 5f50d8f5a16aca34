/** Answers questions of judgement: what the specifications say, and that a person decides. */

import { answerCompare } from './compare/compare.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions, namedDocuments } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';
import { evidenceOn } from './evidence/evidence.ts';
import { answerNamed } from './one-class/nearest.ts';
import { answerOverview } from './one-class/overview.ts';
import { wording } from './words/wordings.ts';

const DECIDES =
  'A specification does not decide that, and neither do I: Human Resources (its classification unit) does.';

/** Where it is about the class of somebody's work, what tells classes apart counts, or else what the class does. */
const CLASSIFYING: readonly (readonly string[])[] = [['distinguishing'], ['duties'], ['definition']];

/** Topics that a wish names ("my boss says", "a promotion") and that say nothing of the work done. */
const OF_WISHES: readonly string[] = ['reports-to', 'career'];

/** The topics that a judgement on the class of somebody's work rests on, as far as the documents state them. */
function classifying(context: AnswerContext): string[] {
  const sources = namedDocuments(context).map((document) => documentAt(context.corpus, document));
  const stated = CLASSIFYING.find((topics) =>
    topics.some((topic) => sources.some((source) => evidenceOn(source, topic, new Set()).length > 0)),
  );
  return [...new Set([...(stated ?? []), ...context.understanding.topics])];
}

async function evidenceFor(context: AnswerContext): Promise<Draft> {
  const { understanding } = context;
  const { classification, mentions, topics, focus } = understanding;
  if (mentions.length > 1 && topics.length === 0) return answerCompare(context);
  if (classification === true)
    return mentions.length > 1
      ? answerCompare({ ...context, understanding: { ...understanding, topics: [] } })
      : answerNamed({ ...context, understanding: { ...understanding, topics: classifying(context), focus: [] } });
  // "Is it fair": what is asked is the opinion, of what the topic states.
  const about = focus.filter(({ word }) => !wording('judging').test(word));
  if (topics.length === 0 && about.length === 0) return answerOverview(context);
  return answerNamed({ ...context, understanding: { ...understanding, focus: about } });
}

/** True where nothing is said that a specification could be laid beside: an opinion, a forecast, a wish alone. */
function isBare({ understanding }: AnswerContext): boolean {
  const { text, classification, mentions, topics, focus, told } = understanding;
  if (wording('opinion').test(text)) return true;
  const saysNothing = focus.every((term) => wording('judging').test(term.word));
  return (
    classification === true &&
    told !== true &&
    mentions.length === 1 &&
    saysNothing &&
    topics.every((topic) => OF_WISHES.includes(topic))
  );
}

/** The answer to "should I be reclassified?", "is it paid fairly?", "can they make me …?". */
export async function answerJudgement(context: AnswerContext): Promise<Draft> {
  if (knownMentions(context).length === 0)
    return draftOf(context, 'not-found', [
      DECIDES,
      'Name the class, and I show what its specification says: its duties, what distinguishes it from others, its pay.',
    ]);
  const draft = await evidenceFor(context);
  const says = draft.status === 'not-found' ? '' : ' What the specifications say:';
  return {
    ...draft,
    status: isBare(context) ? 'not-found' : draft.status,
    text: `${DECIDES}${says}\n\n${draft.text}`,
  };
}
