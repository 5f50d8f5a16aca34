/** Tells a class of a kind of government ("city clerk") from one of the same name that another kind employs. */
import { vocabularyPart } from '../vocabulary.ts';
import { stemOf } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

const governments = vocabularyPart<{ governments: string[] }>('titles').governments.map(stemOf);

/**
 * The documents that a name can mean with `token` before it: those whose employer names another kind of government
 * than the token does are out. All of them where the token is no kind of government.
 */
export function ofGovernment(
  token: Token | undefined,
  documents: readonly number[],
  { allEmployerStems }: Lexicon,
): number[] {
  const kind = governments.find((stem) => token?.stems.includes(stem));
  if (kind === undefined) return [...documents];
  return documents.filter((index) => {
    const own = governments.filter((stem) => allEmployerStems[index]?.has(stem));
    return own.length === 0 || own.includes(kind);
  });
}
