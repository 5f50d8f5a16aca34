/** Several questions in one: where they part, and how their answers join. */
import type { AnswerContext } from './context.ts';
import type { Draft } from './draft.ts';

/** Longest text looked at for several questions, in characters: longer is pasted text. */
const MAX_LENGTH = 400;
/** Fewest words of a question of its own. */
const MIN_WORDS = 3;
/** Most questions answered. */
const MAX_PARTS = 4;

const ASKING = '(?:which|who|whom|whose|what|how|when|where|by whom)';

/** The questions in a text, in order: parts that end in a question mark, or that "and which …" begins. */
export function questionsIn(text: string): string[] {
  if (text.length > MAX_LENGTH) return [text];
  const parts = text
    .split(new RegExp(`(?<=\\?)\\s+(?=\\S)|,?\\s+and\\s+(?=${ASKING}\\b)`, 'i'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = parts.every(
    (part, index) => (index > 0 && /^by whom/i.test(part)) || part.split(/\s+/).length >= MIN_WORDS,
  );
  const asking = parts.every((part) => new RegExp(`(?:^|\\s)${ASKING}\\b`, 'i').test(part) || part.endsWith('?'));
  return whole && asking && parts.length <= MAX_PARTS ? parts : [text];
}

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
