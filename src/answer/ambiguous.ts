/** A name that fits several classes: the choices, each with its definition, and the topic asked for where they state it. */
import { type AnswerContext, documentAt, draftOf, namedDocuments } from './context.ts';
import type { Draft } from './draft.ts';
import { evidenceOn } from './evidence.ts';
import { nameOf, titleOf } from './names.ts';
import { notStated } from './not-found.ts';

/** Most choices shown with a passage, or said to state nothing; the rest are named. */
const MAX_CHOICES = 8;
/** Longest passage shown for a choice, in characters. */
const MAX_CHOICE_LENGTH = 700;

/** True when a class states one of some topics. */
const statesAny = ({ corpus, asked }: AnswerContext, document: number, topics: readonly string[]): boolean =>
  topics.some((topic) => evidenceOn(documentAt(corpus, document), topic, asked).length > 0);

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
  const lines = documents.slice(0, MAX_CHOICES).map((document) => {
    const source = documentAt(corpus, document);
    const item = topics
      .flatMap((topic) => evidenceOn(source, topic, context.asked))
      .find((entry) => entry.block.kind !== 'lead-in' && entry.end - entry.start < MAX_CHOICE_LENGTH);
    const name = `- **${nameOf(corpus, document)}**`;
    return item === undefined ? name : `${name}: ${citer.quote(document, item, item.heading)}`;
  });
  const more = documents.slice(MAX_CHOICES).map((document) => nameOf(corpus, document));
  const rest =
    more.length === 0
      ? []
      : ['', `Also: ${more.slice(0, 20).join(', ')}${more.length > 20 ? ` and ${more.length - 20} more` : ''}.`];
  return draftOf(context, 'ambiguous', [
    `${documents.length} specifications are called ${titleOf(asked)}. Which one?`,
    ...lines,
    ...rest,
  ]);
}
