/** Answers which classes there are at all: every specification of the index. */
import type { Corpus } from '../../ports.ts';
import type { Item } from '../conditions/verdict.ts';
import { type AnswerContext, documentAt, draftOf } from '../draft/context.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/names.ts';
import { listLines } from './qualifying.ts';

/** A class's title, to show a class that is listed by nothing else it states; empty where only its file's name has it. */
export function titleItems(corpus: Corpus, document: number): Item[] {
  const { titleSpan } = documentAt(corpus, document).spec;
  return titleSpan === undefined ? [] : [{ ...titleSpan, heading: 'Title' }];
}

/** True for a list's question that puts no condition: "list every class", "how many specifications do you have?". */
export function asksForAll({ understanding }: AnswerContext): boolean {
  return understanding.mentions.length === 0 && understanding.topics.length === 0 && understanding.content.length === 0;
}

/** Every specification of the index, by name. */
export function answerCatalog(context: AnswerContext): Draft {
  const { corpus } = context;
  const all = corpus.documents
    .map((_, document) => ({ document, items: titleItems(corpus, document) }))
    .sort((a, b) => nameOf(corpus, a.document).localeCompare(nameOf(corpus, b.document), 'en'));
  const lead = all.length === 1 ? 'There is one specification here:' : `There are ${all.length} specifications here:`;
  return draftOf(context, 'answered', listLines(context, all, lead));
}
