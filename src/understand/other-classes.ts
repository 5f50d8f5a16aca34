/** Names that end in the title of a class that is here and are another's: "Airport Police Sergeant" is no "Police Sergeant". */
import type { ClassMention, IndexedDocument } from '../domain.ts';
import { isStopWord } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { isCapital, textOf, unknown } from './found-mentions.ts';
import type { Lexicon } from './lexicon.ts';
import { askWords } from './phrases.ts';
import type { Token } from './tokens.ts';

/** True for a text that has one of some stems. */
const speaksOf = (text: string, stems: readonly string[]): boolean =>
  wordsOf(text).some((word) => stems.includes(stemOf(word)));

/**
 * The class that a whole title names together with the capitalised word before it, where titles have that word and the
 * title's own documents don't: nobody is here of whom they speak. Any other mention as it is.
 */
export function asOtherClass(
  mention: ClassMention,
  tokens: readonly Token[],
  used: Set<number>,
  lexicon: Lexicon,
  documents: readonly IndexedDocument[],
): ClassMention {
  const first = mention.at - 1;
  const [before, begin] = [tokens[first], tokens[mention.at]];
  if (mention.how !== 'title' || first < 1 || before === undefined || begin?.breakBefore !== false) return mention;
  const isName = isCapital(before) && isCapital(begin) && tokens.some(({ text }) => !/\p{Lu}/u.test(text));
  const isPlain = used.has(first) || isStopWord(before.word) || askWords.has(before.word);
  if (!isName || isPlain || !before.names.some((name) => lexicon.byStem.has(name))) return mention;
  const isKnown = mention.documents.some((document) => {
    const { text = '', spec } = documents[document] ?? {};
    return speaksOf(`${text} ${spec?.employer ?? ''}`, before.stems);
  });
  if (isKnown) return mention;
  used.add(first);
  let last = mention.at;
  while (used.has(last + 1) && tokens[last + 1]?.breakBefore === false) last++;
  const names = tokens.slice(first, last + 1).flatMap((token) => token.names);
  return unknown(textOf(tokens, first, last, lexicon), names, mention.level, first, lexicon);
}
