import type { IndexedDocument } from '../domain.ts';
import { stemOf, wordsOf } from '../words.ts';
import type { Bm25Index } from './bm25.ts';

/**
 * Tells whether a lower-case word, or another form of it, stands in the documents: in the keyword index, or in a title,
 * class code or heading, which are not in it. Both are looked up on the first call only.
 */
export function createDocumentWords(
  documents: readonly IndexedDocument[],
  keyword: () => Bm25Index,
): (word: string) => boolean {
  let nameWords: Set<string> | undefined;
  return (word) => {
    if (keyword().hasStem(stemOf(word))) return true;
    nameWords ??= wordsOfNames(documents);
    return nameWords.has(word);
  };
}

function wordsOfNames(documents: readonly IndexedDocument[]): Set<string> {
  const names = new Set<string>();
  for (const { spec } of documents) {
    names.add(spec.title);
    if (spec.classCode !== undefined) names.add(spec.classCode);
    for (const { heading } of spec.sections) names.add(heading);
  }
  return new Set([...names].flatMap(wordsOf));
}
