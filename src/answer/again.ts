/** The answer before, once more: to "where does it say that?" and to "why?". */
import type { Understanding } from '../domain.ts';
import type { Draft } from './draft/draft.ts';

/** Puts before an answer what asking for it again is about. A reason is not what a specification states. */
export function answeredAgain(draft: Draft, again: Understanding['again']): Draft {
  if (again === undefined || draft.citations.length === 0) return draft;
  return again === 'source'
    ? { ...draft, text: `It stands in the document, in these words:\n\n${draft.text}` }
    : {
        ...draft,
        status: 'not-found',
        text: `I find no reason stated for it. What the document says:\n\n${draft.text}`,
      };
}
