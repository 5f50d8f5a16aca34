/** The wordings that conditions are recognised by, from the vocabulary, compiled once. */
import { vocabularyPart } from '../vocabulary.ts';

const parts = vocabularyPart<Record<string, string>>('conditions');
const compiled = new Map<string, RegExp>();

/**
 * A wording of the vocabulary's part "conditions", case-insensitive and without the global flag.
 * @throws {Error} when the vocabulary has no such wording: a mistake in the program.
 */
export function wording(name: string): RegExp {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const source = parts[name];
  if (source === undefined) throw new Error(`vocabulary/en.json has no wording "${name}" in its conditions`);
  // Without Unicode properties the flag only costs time: matching whole indexes is slower with it.
  const made = new RegExp(source, source.includes('\\p{') ? 'iu' : 'i');
  compiled.set(name, made);
  return made;
}
