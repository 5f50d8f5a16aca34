/** Answers a class's name alone: what it is, and the facts of its header. */

import { type AnswerContext, documentAt, draftOf, namedDocuments } from '../draft/context.ts';
import type { Draft } from '../draft/draft.ts';
import { nameOf } from '../draft/names.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { asksProhibition } from '../evidence/specials.ts';
import { headingOf, labelOf } from '../reading/spec-view.ts';
import { answerAspect } from './aspect.ts';
import { onEveryday } from './everyday.ts';

const FACTS: readonly string[] = ['class-code', 'pay-grade', 'salary', 'flsa', 'bargaining-unit'];
/** Most documents summarised. */
const MAX_DOCUMENTS = 6;

/** A paragraph for each class: the definition's first passage, then the facts stated. */
function overviewLines(context: AnswerContext, document: number): string[] {
  const source = documentAt(context.corpus, document);
  const summary = ['definition', 'duties', 'distinguishing']
    .flatMap((topic) => evidenceOn(source, topic, new Set()))
    .find((item) => item.block.kind !== 'lead-in');
  const first = source.spec.passages.find((passage) => passage.kind === 'sentence' && passage.section >= 0);
  const head = `**${nameOf(context.corpus, document)}**`;
  const quote =
    summary ?? (first === undefined ? undefined : { ...first, heading: headingOf(source.spec, first.section) });
  const facts = FACTS.flatMap((topic) =>
    evidenceOn(source, topic, new Set())
      .filter((item) => item.how !== 'mention')
      .slice(0, 1)
      .map((item) => ({ ...item, topic })),
  );
  return [
    quote === undefined ? `${head}:` : `${head}: ${context.citer.quote(document, quote, quote.heading)}`,
    ...facts.map((item) => `- ${labelOf(item.topic)}: ${context.citer.quote(document, item, item.heading)}`),
  ];
}

/** The answer to a class's name alone, or to a question made of the smallest words: "what may a Clerk II not do?". */
export function answerOverview(context: AnswerContext): Draft {
  const documents = namedDocuments(context).slice(0, MAX_DOCUMENTS);
  const isAsked = documents.some((document) => onEveryday(context, document) !== undefined);
  if (isAsked || asksProhibition(context.understanding.text)) return answerAspect(context);
  return draftOf(
    context,
    'answered',
    documents.flatMap((document) => overviewLines(context, document)),
  );
}
