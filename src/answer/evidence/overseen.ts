/** Who supervises a class, as other specifications say it: shown where its own says nothing, or where classes are asked for. */
import { vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt, knownMentions } from '../draft/context.ts';
import { quotedText } from '../draft/draft.ts';
import { joined, nameOf, titleOf } from '../draft/names.ts';
import { overseersOf } from './overseers.ts';

const person = new RegExp(vocabularyPart<{ person: string }>('overseeing').person, 'i');

/** Most other classes shown: a class that works everywhere is supervised by many. */
const MAX_OVERSEERS = 6;

/** True when a question asks for the class that supervises another; a person's name no specification states. */
function isAsked({ understanding }: AnswerContext): boolean {
  return understanding.topics.includes('reports-to') && !understanding.weakTopics && !person.test(understanding.text);
}

/** A line of introduction, and one for each specification that says it supervises the class of a title. */
function linesFor(context: AnswerContext, title: string, own: readonly number[], lead: string, what: string): string[] {
  const { corpus, citer } = context;
  const found = [...overseersOf(corpus, title, own)];
  if (found.length === 0) return [];
  const lines = found
    .slice(0, MAX_OVERSEERS)
    .flatMap(([document, statements]) =>
      statements
        .slice(0, 1)
        .map(
          (statement) => `- **${nameOf(corpus, document)}**: ${citer.quote(document, statement, statement.heading)}`,
        ),
    );
  const more = found.length - lines.length;
  const others =
    found.length === 1
      ? 'ne other specification says that its class supervises'
      : 'ther specifications say that their classes supervise';
  return [
    `${lead === '' ? 'O' : `${lead}; o`}${others} ${what}:`,
    ...lines,
    ...(more > 0 ? [`${more} more say${more === 1 ? 's' : ''} so.`] : []),
  ];
}

/**
 * Lines with the other specifications that say they supervise the classes named; none where that is not asked, or where
 * a class's own specification states its reporting line and only that is asked.
 * @param stated documents that state it themselves.
 */
export function overseenLines(context: AnswerContext, stated: ReadonlySet<number>): string[] {
  if (!isAsked(context)) return [];
  return knownMentions(context).flatMap(({ documents }) => {
    const isStated = documents.some((document) => stated.has(document));
    if (isStated && context.understanding.supervisors !== true) return [];
    const titles = new Set(documents.map((document) => documentAt(context.corpus, document).spec.title));
    const [title] = titles;
    if (title === undefined || titles.size > 1) return [];
    const name = joined(documents.map((document) => nameOf(context.corpus, document)));
    return isStated
      ? linesFor(context, title, documents, '', quotedText(titleOf(title)))
      : linesFor(
          context,
          title,
          documents,
          `The ${name} specification${documents.length > 1 ? 's state' : ' states'} no reporting line`,
          'it',
        );
  });
}

/** The same for a class that no document is about. */
export function unknownOverseenLines(context: AnswerContext, title: string): string[] {
  if (!isAsked(context)) return [];
  return linesFor(context, title, [], `There is no specification of ${quotedText(titleOf(title))} itself here`, 'it');
}
