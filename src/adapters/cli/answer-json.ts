/** The object that `--json` prints: the contract of the command line with other programs. */
import type { Asked } from '../../domain.ts';

/** An answer with its keys in the contract's order; `explanation` only when it was asked for. */
export function toAnswerObject(
  { answer, explanation }: Asked,
  options: { id?: string | number | undefined; explain: boolean },
): object {
  const { question, status, abstained, citations, suggestions, mode, timings } = answer;
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    question,
    status,
    abstained,
    answer: answer.answer,
    citations: citations.map(({ marker, source, classTitle, classCode, section, quote, start, end, line }) => ({
      marker,
      source,
      classTitle,
      ...(classCode === undefined ? {} : { classCode }),
      section,
      quote,
      start,
      end,
      line,
    })),
    suggestions,
    mode,
    timings,
    ...(options.explain ? { explanation } : {}),
  };
}
