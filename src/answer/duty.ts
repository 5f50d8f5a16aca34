/** Answers which class does something: the classes with the passages that say so. */
import { conditionsIn } from './conditions.ts';
import { type AnswerContext, draftOf, namedDocuments } from './context.ts';
import type { Draft } from './draft.ts';
import { quotedText } from './draft.ts';
import { excerpt } from './excerpt.ts';
import { answerList } from './list.ts';
import { nameOf } from './names.ts';
import { bestByDocument, type Found, searchFor } from './search.ts';

/** Confidence below which a passage is no answer (set on the own development questions). */
export const MIN_CONFIDENCE = 0.38;
/** Classes whose passage is nearly as sure as the best are shown too. */
const NEARLY = 0.85;
/** Most classes shown. */
const MAX_CLASSES = 4;
/** How much surer the best must be for the answer to name it alone. */
const ALONE = 1.35;

/** Classes worth showing: all nearly as sure as the best. */
function shortlist(found: readonly Found[], most = MAX_CLASSES): Found[] {
  const best = bestByDocument(found);
  const top = best[0]?.confidence ?? 0;
  const second = best[1]?.confidence ?? 0;
  const count = top > second * ALONE ? 1 : most;
  return best.filter((item) => item.confidence >= MIN_CONFIDENCE && item.confidence >= top * NEARLY).slice(0, count);
}

/** No class does it, as far as the documents say; the nearest passage is shown for a person to judge. */
export function noClassFound(context: AnswerContext, nearest: Found | undefined): Draft {
  const what = quotedText(context.understanding.content.map((term) => term.word).join(' '));
  const lines = [`No specification here speaks of that${what === '' ? '' : ` (${what})`}.`];
  if (nearest !== undefined && nearest.coverage > 0.2)
    lines.push(
      `The nearest passage is in ${nameOf(context.corpus, nearest.document)}: ${excerpt(context, nearest.document, nearest)}`,
    );
  return draftOf(context, 'not-found', lines);
}

/** The answer to "which class handles …". */
export async function answerDuty(context: AnswerContext): Promise<Draft> {
  const conditions = conditionsIn(context);
  if (conditions.groups.length > 0 && conditions.rest.length === 0 && conditions.topics.length === 0) {
    const list = await answerList(context);
    if (list.status === 'answered') return list;
  }
  const among = namedDocuments(context);
  const found = await searchFor(
    context,
    context.understanding.content,
    undefined,
    among.length > 0 ? new Set(among) : undefined,
  );
  const chosen = shortlist(found);
  if (chosen.length === 0) return noClassFound(context, found[0]);
  const lines = chosen.map(
    (item) => `**${nameOf(context.corpus, item.document)}**: ${excerpt(context, item.document, item)}`,
  );
  return draftOf(context, 'answered', lines.length === 1 ? lines : lines.map((line) => `- ${line}`));
}
