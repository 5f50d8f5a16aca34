/** Tells in what other language a question is asked: by its script, or by its small words. */
import { isStopWord, vocabularyPart } from '../vocabulary.ts';
import { plainText } from '../words.ts';

interface Language {
  name: string;
  /** Small words that its sentences are full of. */
  words?: string[];
  /** Unicode script that no English word is written in. */
  script?: string;
}

/** Share of a text's letters in another script from which it is not English: a foreign name in an English question has fewer. */
const MIN_SCRIPT = 0.4;
/** Fewest different small words that tell a language written as English is. */
const MIN_WORDS = 2;

const languages = vocabularyPart<Language[]>('languages');
const scripts = languages.flatMap(({ name, script }) =>
  script === undefined ? [] : [{ name, script, letters: new RegExp(`\\p{Script=${script}}`, 'gu') }],
);
const lexicons = languages.flatMap(({ name, words }) =>
  words === undefined ? [] : [{ name, words: new Set(words.map(plainText)) }],
);

/** The name of the vocabulary's language that a question is asked in; undefined for English. Words in `named` (of class titles) tell nothing. */
export function languageOf(text: string, named: ReadonlySet<string>): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const written = scripts
    .map(({ name, letters: own }) => ({ name, count: text.match(own)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)[0];
  if (written !== undefined && written.count > 0 && written.count >= letters * MIN_SCRIPT) return written.name;
  const words = [...new Set(plainText(text).match(/\p{L}+/gu) ?? [])].filter((word) => !named.has(word));
  const english = words.filter(isStopWord).length;
  const best = lexicons
    .map(({ name, words: own }) => ({ name, count: words.filter((word) => own.has(word)).length }))
    .sort((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count >= MIN_WORDS && best.count > english ? best.name : undefined;
}
