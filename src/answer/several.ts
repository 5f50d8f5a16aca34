/** Several questions in one: how their answers join. */
import type { AnswerContext } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';

/** One answer of several: those that found nothing stand only when none found something, or when they name their class. */
export function joinAnswers(answered: readonly { context: AnswerContext; draft: Draft }[]): {
  context: AnswerContext;
  draft: Draft;
} {
  const found = answered.filter(({ draft }) => draft.status !== 'not-found');
  const shown =
    found.length === 0
      ? answered.slice(0, 1)
      : answered.filter(
          ({ draft, context }) => draft.status !== 'not-found' || context.understanding.mentions.length > 0,
        );
  const first = found[0] ?? answered[0];
  if (first === undefined) throw new RangeError('There are no answers to join');
  const citations: Draft['citations'] = [];
  const texts = shown.map(({ draft }) => {
    const offset = citations.length;
    citations.push(...draft.citations.map((citation) => ({ ...citation, marker: citation.marker + offset })));
    return draft.text.replace(/(?<!\\)\[(\d+)\]/g, (_, marker: string) => `[${Number(marker) + offset}]`);
  });
  return {
    context: first.context,
    draft: { status: first.draft.status, text: texts.join('\n\n'), citations, suggestions: [] },
  };
}
