/** The wordings that conditions are recognised by, from the vocabulary, compiled once. */
import { acrossLines, createTextPattern, type TextPattern } from '../../text-pattern.ts';
import { vocabularyPart } from '../../vocabulary.ts';

const parts = vocabularyPart<Record<string, string>>('conditions');
const compiled = new Map<string, RegExp>();
const asked = new Map<string, TextPattern>();

/**
 * A wording of the vocabulary's part "conditions", case-insensitive and without the global flag.
 * @throws {Error} when the vocabulary has no such wording: a mistake in the program.
 */
export function wording(name: string): RegExp {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const source = sourceOf(name);
  const made = new RegExp(acrossLines(source), flagsOf(source));
  compiled.set(name, made);
  return made;
}

/** The same for questions, compiled only for one that may match it: each is tried once, most in vain. */
export function askingWording(name: string): TextPattern {
  const known = asked.get(name);
  if (known !== undefined) return known;
  const source = sourceOf(name);
  const made = createTextPattern(source, flagsOf(source));
  asked.set(name, made);
  return made;
}

function sourceOf(name: string): string {
  const source = parts[name];
  if (source === undefined) throw new Error(`vocabulary/en.json has no wording "${name}" in its conditions`);
  return source;
}

/** Without Unicode properties the flag only costs time: matching whole indexes is slower with it. */
const flagsOf = (source: string): 'i' | 'iu' => (source.includes('\\p{') ? 'iu' : 'i');
