/** Answers what asks for nothing in the documents: small talk, orders, and questions in another language. */
import { vocabularyPart } from '../vocabulary.ts';
import { type AnswerContext, documentAt, draftOf, namedDocuments } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';
import { titleOf } from './draft/names.ts';
import { evidenceOn } from './evidence/evidence.ts';

const talk = vocabularyPart<{ talk: { about: string; reply: string }[] }>('questions').talk.map(({ about, reply }) => ({
  about: new RegExp(about, 'i'),
  reply,
}));
const replies = new Map(
  vocabularyPart<{ name: string; reply?: string }[]>('languages').flatMap(({ name, reply }) =>
    reply === undefined ? [] : [[name, reply] as const],
  ),
);

/** A question that the index can answer, of the class named where one is. */
function example(context: AnswerContext): string {
  const { corpus } = context;
  const [named] = namedDocuments(context);
  const document = named ?? corpus.documents.findIndex((other) => evidenceOn(other, 'duties', new Set()).length > 0);
  return document < 0 ? '' : ` Try: "What does the ${titleOf(documentAt(corpus, document).spec.title)} do?"`;
}

/** The answer to a greeting, thanks, a question about the program, or an order. */
export function answerTalk(context: AnswerContext): Draft {
  const reply = talk.find(({ about }) => about.test(context.understanding.text))?.reply;
  return draftOf(context, 'not-found', [
    `${reply === undefined ? '' : `${reply} `}I answer from job class specifications only, and quote them: duties, qualifications, pay grades, how classes differ, which classes need something.${example(context)}`,
  ]);
}

/** The answer to a question in another language: in it, as far as the vocabulary goes, and in English. */
export function answerForeign(context: AnswerContext): Draft {
  const { language = 'another language' } = context.understanding;
  const reply = replies.get(language);
  return draftOf(context, 'not-found', [
    ...(reply === undefined ? [] : [reply, '']),
    `This looks like ${language}. I read questions in English only, as the specifications are.${example(context)}`,
  ]);
}
