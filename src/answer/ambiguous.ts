/** A name that fits several classes: the choices, each with its definition, and the topic asked for where they state it. */
import { type AnswerContext, documentAt, draftOf, namedDocuments } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';
import { nameOf, titleOf } from './draft/names.ts';
import { type Evidence, evidenceOn } from './evidence/evidence.ts';
import { notStated } from './one-class/not-found.ts';

/** Most choices shown with a passage, or said to state nothing; the rest are named. */
const MAX_CHOICES = 8;
/** Most passages shown that all of the choices share. */
const MAX_SHARED = 6;
/** Longest passage shown for a choice, in characters. */
const MAX_CHOICE_LENGTH = 700;

/** True when a class states one of some topics. */
const statesAny = ({ corpus, asked }: AnswerContext, document: number, topics: readonly string[]): boolean =>
  topics.some((topic) => evidenceOn(documentAt(corpus, document), topic, asked).length > 0);

/** What the levels of one document state together on the topics asked for; empty where the choices are of several documents. */
function sharedOf(
  { corpus, asked }: AnswerContext,
  documents: readonly number[],
  topics: readonly string[],
): Evidence[] {
  const [first, ...others] = documents.map((document) => documentAt(corpus, document));
  if (first === undefined || others.length === 0 || others.some(({ path }) => path !== first.path)) return [];
  const [own = [], ...theirs] = [first, ...others].map((level) =>
    topics.flatMap((topic) => evidenceOn(level, topic, asked)).filter(({ block }) => block.kind !== 'lead-in'),
  );
  return own.filter(({ start }) => theirs.every((items) => items.some((item) => item.start === start)));
}

/** The choices; that none of them states it, where the topic asked for is stated by none. */
export function answerAmbiguous(context: AnswerContext): Draft {
  const { corpus, understanding, citer } = context;
  const documents = namedDocuments(context);
  const asked = understanding.mentions.find((mention) => mention.documents.length > 1)?.title ?? '';
  // What a class does is said in short by its definition: one line tells the choices apart.
  const asksOther = understanding.topics.filter((topic) => topic !== 'duties');
  const isAsked = asksOther.length > 0 && !understanding.weakTopics;
  if (
    isAsked &&
    documents.length <= MAX_CHOICES &&
    !documents.some((document) => statesAny(context, document, asksOther))
  )
    return notStated(context, documents, asksOther);
  const topics = [...asksOther, 'definition', 'duties'];
  const shared = isAsked ? sharedOf(context, documents, asksOther) : [];
  const lines = documents.slice(0, MAX_CHOICES).map((document) => {
    const source = documentAt(corpus, document);
    const item = topics
      .flatMap((topic) => evidenceOn(source, topic, context.asked))
      .find(
        (entry) =>
          entry.block.kind !== 'lead-in' &&
          entry.end - entry.start < MAX_CHOICE_LENGTH &&
          !shared.some(({ start }) => start === entry.start),
      );
    const name = `- **${nameOf(corpus, document)}**`;
    return item === undefined ? name : `${name}: ${citer.quote(document, item, item.heading)}`;
  });
  const more = documents.slice(MAX_CHOICES).map((document) => nameOf(corpus, document));
  const rest =
    more.length === 0
      ? []
      : ['', `Also: ${more.slice(0, 20).join(', ')}${more.length > 20 ? ` and ${more.length - 20} more` : ''}.`];
  const common = shared.slice(0, MAX_SHARED).map((item) => `- ${citer.quote(documents[0] ?? 0, item, item.heading)}`);
  return draftOf(context, 'ambiguous', [
    `${documents.length} specifications are called ${titleOf(asked)}. Which one?`,
    ...lines,
    ...rest,
    ...(common.length === 0 ? [] : ['', 'Of all of them:', ...common]),
  ]);
}
