/** Questions that count something ("how many employees …"): what they count, and the passages that give its number. */
import type { IndexedDocument } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { type Evidence, evidenceOfBlock } from './evidence.ts';
import { blocksOf } from './spec-view.ts';

const numberWords = new Set(vocabularyPart<{ numbers: string[] }>('quantities').numbers);

/** True for a number in digits or in words. */
function isNumberWord(word: string): boolean {
  return /^\d/.test(word) || numberWords.has(word);
}

/** Words after "how many" that may hold what is counted: "how many total points". */
const COUNTED_WORDS = 2;
/** Words between a number and what it counts: "430 full-time city employees". */
const NUMBER_REACH = 4;

/** The stems of what a question counts; empty when it counts nothing. */
export function countedStems(question: string): ReadonlySet<string> {
  const behind = /\bhow (?:many|much|big|often)\b(.*)/i.exec(question)?.[1] ?? '';
  return new Set(wordsOf(behind).slice(0, COUNTED_WORDS).map(stemOf));
}

/** The passages that give a number of what "how many …" asks for. */
export function countedIn(document: IndexedDocument, question: string): Evidence[] {
  if (!/\bhow many\b/i.test(question)) return [];
  const [noun, next] = [...countedStems(question)];
  const counts = (text: string): boolean => {
    const words = wordsOf(text);
    return words.some((word, at) => {
      if (!isNumberWord(word)) return false;
      const reached = words.slice(at + 1, at + 1 + NUMBER_REACH).map(stemOf);
      return reached.some((stem) => stem === noun || stem === next);
    });
  };
  return blocksOf(document.spec)
    .filter((block) => counts(document.text.slice(block.start, block.end)))
    .map((block) => evidenceOfBlock(document, block));
}
