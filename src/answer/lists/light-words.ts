/** Words of a list's question that put its condition and are no part of it. */
import { isStopWord, vocabularyPart } from '../../vocabulary.ts';
import { wording } from '../words/wordings.ts';

const { conditionWords, personObjects } = vocabularyPart<{ conditionWords: string[]; personObjects: string[] }>(
  'questions',
);

const putting: ReadonlySet<string> = new Set(conditionWords);

/** True for a word that puts a condition and is no part of its value. By the word itself: an allowance is nothing that is allowed. */
export const putsCondition = (word: string): boolean => putting.has(word);

/** People whom something is done to: "trains employees", "disciplines their staff"; elsewhere they are those of whom it is asked. */
const objects = new RegExp(
  `([\\p{L}-]+)\\s+(?:(?:the|their|its|other|new|any|subordinate)\\s+)*(?:${personObjects.join('|')})$`,
  'iu',
);

/** True where the words up to a place end in people whom something telling is done to. */
export function endsInObject(text: string): boolean {
  const verb = objects.exec(text)?.[1]?.toLowerCase();
  return verb !== undefined && !isStopWord(verb) && !putsCondition(verb) && !wording('classWords').test(verb);
}
