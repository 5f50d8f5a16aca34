/** Lists whose introduction says what their items are: "The following are desired: 1. …". */
import type { IndexedDocument } from '../../domain.ts';
import { type Block, blocksOf, topicsAround } from './spec-view.ts';

/** The verb of a whole sentence. */
const FINITE = /\b(?:may|must|will|shall|is|are|cannot|can|has|have)\b/;

/** A whole sentence: behind items that are none, it begins something else under the same numbers. */
const isSentence = (text: string): boolean => /^\p{Lu}/u.test(text) && FINITE.test(text) && /\.\s*$/.test(text);

/** The items of lists in sections of some topics whose introduction states something. */
export function listedUnder({ spec, text }: IndexedDocument, states: RegExp, within: readonly string[]): Block[] {
  let isStated = false;
  let first: boolean | undefined;
  return blocksOf(spec).filter((block) => {
    const said = text.slice(block.start, block.end);
    if (block.kind === 'lead-in' || (block.kind === 'sentence' && /:\s*$/.test(said))) {
      first = undefined;
      isStated = topicsAround(spec, block.section).some((topic) => within.includes(topic)) && states.test(said);
      return false;
    }
    first ??= isSentence(said);
    isStated &&= block.kind === 'item' && isSentence(said) === first;
    return isStated;
  });
}
