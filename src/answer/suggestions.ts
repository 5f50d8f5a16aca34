/** Next questions that the index can answer. */

import { type AnswerContext, documentAt, namedDocuments } from './context.ts';
import type { Draft } from './draft.ts';
import { evidenceOn } from './evidence.ts';
import { plainNameOf, titleOf } from './names.ts';

/** How a topic is asked for. `{}` is the class. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['duties', 'What does the {} do?'],
  ['qualifications', 'What are the minimum qualifications of the {}?'],
  ['pay-grade', 'What is the pay grade of the {}?'],
  ['salary', 'What is the salary of the {}?'],
  ['flsa', 'What is the FLSA status of the {}?'],
  ['supervision-exercised', 'Does the {} supervise anyone?'],
  ['knowledge', 'What knowledge and skills does the {} need?'],
  ['licenses', 'Does the {} need a license?'],
];
const MAX_SUGGESTIONS = 3;

/** The question again, of each class that it may have meant: on its topic where the class states it, else on the duties. */
function choices(context: AnswerContext): string[] {
  const { corpus, understanding } = context;
  const asked = PHRASES.filter(([topic]) => understanding.topics.includes(topic));
  return namedDocuments(context)
    .flatMap((document) => {
      const source = documentAt(corpus, document);
      const stated = [...asked, ...PHRASES.slice(0, 1)].find(
        ([topic]) => evidenceOn(source, topic, new Set()).length > 0,
      );
      return stated === undefined ? [] : [stated[1].replace('{}', plainNameOf(corpus, document))];
    })
    .slice(0, MAX_SUGGESTIONS);
}

/** At most three questions on what the classes of this answer state and was not asked for. */
export function suggestionsFor(context: AnswerContext, draft: Draft): string[] {
  const { corpus, understanding } = context;
  const cited = draft.citations.map((citation) =>
    corpus.documents.findIndex((document) => document.source === citation.source),
  );
  const document = [...namedDocuments(context), ...cited][0];
  if (document === undefined)
    return [
      ...new Set(
        corpus.documents
          .filter((other) => evidenceOn(other, 'duties', new Set()).length > 0)
          .map(({ spec }) => `What does the ${titleOf(spec.title)} do?`),
      ),
    ].slice(0, MAX_SUGGESTIONS);
  if (draft.status === 'ambiguous') return choices(context);
  const source = documentAt(corpus, document);
  return PHRASES.filter(
    ([topic]) =>
      !understanding.topics.includes(topic) &&
      evidenceOn(source, topic, new Set()).some((item) => item.how !== 'mention'),
  )
    .slice(0, MAX_SUGGESTIONS)
    .map(([, phrase]) => phrase.replace('{}', titleOf(source.spec.title)));
}
