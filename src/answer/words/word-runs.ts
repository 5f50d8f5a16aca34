/** Words in a row that a question and a text share: no chance, where single words may be. */
import { isStopWord } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { stemsOf } from './relevance.ts';

/** Words in a row that are no chance. */
const RUN_LENGTH = 3;
/** Words of them that must be more than grammar. */
const RUN_CONTENT = 2;

/** The runs of three words of a question, by their stems, but those inside `titles`. */
export function runsOf(text: string, titles: readonly string[]): ReadonlySet<string> {
  const inTitles = titles.map((title) => ` ${wordsOf(title).map(stemOf).join(' ')} `);
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + RUN_LENGTH <= words.length; at++) {
    const part = words.slice(at, at + RUN_LENGTH);
    const run = part.map(stemOf).join(' ');
    if (
      part.filter((word) => !isStopWord(word)).length >= RUN_CONTENT &&
      !inTitles.some((title) => title.includes(` ${run} `))
    )
      runs.add(run);
  }
  return runs;
}

/** True when a text holds one of the runs. */
export function sharesRun(runs: ReadonlySet<string>, text: string): boolean {
  const said = stemsOf(text);
  if (![...runs].some((run) => run.split(' ').every((stem) => said.has(stem)))) return false;
  const stems = wordsOf(text).map(stemOf);
  return stems.some((_, at) => runs.has(stems.slice(at, at + RUN_LENGTH).join(' ')));
}
