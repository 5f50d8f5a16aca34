/** Finds the classes that a question names: by title, part of a title, level, initials or class code. */

import { isStopWord } from '../vocabulary.ts';
import { standForCredential } from './credentials.ts';
import { addEllipses } from './ellipses.ts';
import { type FoundMentions, isPerson, numeralLike, unknown } from './found-mentions.ts';
import { codeKey, type Lexicon } from './lexicon.ts';
import { addOtherLevels } from './other-levels.ts';
import { askWords, expansionsOf, isTellingRank } from './phrases.ts';
import { addShortTitles } from './short-titles.ts';
import { addParts } from './title-parts.ts';
import type { Token } from './tokens.ts';
import { findTopics } from './topics.ts';
import { addWholeTitles, variantOf } from './whole-titles.ts';

function addCodes(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    if (found.used.has(at) || !/\d/.test(token.text)) return;
    const joined = `${tokens[at - 1]?.text ?? ''}${token.text}`;
    const documents = lexicon.byCode.get(codeKey(token.text)) ?? lexicon.byCode.get(codeKey(joined));
    const named = /^(?:code|class|spec|number|job|title|no)$/.test(tokens[at - 1]?.word ?? '');
    if (documents !== undefined && (named || token.text.length >= 4 || lexicon.byCode.has(codeKey(joined)))) {
      found.used.add(at);
      found.mentions.push({ title: token.text, documents, how: 'code', nearest: [], level: undefined, at });
    } else if (named && /^\d{4,}$/.test(token.text) && !/^(?:19|20)\d\d$/.test(token.text)) {
      found.used.add(at);
      found.mentions.push(unknown(`class code ${token.text}`, [], undefined, at, lexicon));
    }
  });
}

/** Two capitals behind an article, in a question that is not all capitals, may be a class's initials: "does the PA …". */
function isNamedShort(tokens: readonly Token[], at: number): boolean {
  const mixed = tokens.some((token) => /\p{Ll}/u.test(token.text));
  return (
    mixed &&
    expansionsOf(tokens[at]?.word ?? '').length === 0 &&
    /^(?:the|an?|as|of|for)$/.test(tokens[at - 1]?.word ?? '')
  );
}

function addInitials(
  tokens: readonly Token[],
  lexicon: Lexicon,
  found: FoundMentions,
  isKnown: (word: string) => boolean,
): void {
  tokens.forEach((token, at) => {
    if (found.used.has(at) || askWords.has(token.word)) return;
    const short = /^[A-Z]{2}$/.test(token.text) && isNamedShort(tokens, at);
    if (!short && !/^[a-z]{3,6}$/i.test(token.text)) return;
    if (isKnown(token.word) && token.text !== token.text.toUpperCase()) return;
    const level = tokens[at + 1]?.level;
    const initials = token.text.toLowerCase();
    // A word of some title is that word: "EMS". Two letters may be anything.
    const isTold = initials.length > 2;
    if (isTold && lexicon.words.has(initials)) return;
    const plain = lexicon.entries.find(
      (other) => other.initials === initials && (other.level === level || other.level === undefined),
    );
    if (plain === undefined || standForCredential(initials, plain.title)) return;
    if (isTold && lexicon.isSaidElsewhere(token.text, plain.documents)) return;
    const rank = found.used.has(at - 1) ? undefined : tokens[at - 1]?.names.find(isTellingRank);
    const entry = rank === undefined ? plain : variantOf(plain, rank, lexicon);
    const from = rank === undefined ? at : at - 1;
    for (let i = from; i <= (plain.level === undefined ? at : at + 1); i++) found.used.add(i);
    found.mentions.push(
      entry === undefined
        ? unknown(`${rank} ${plain.title.toLowerCase()}`, [rank ?? '', ...plain.stems], plain.level, from, lexicon)
        : {
            title: entry.title,
            documents: entry.documents,
            how: 'initials',
            nearest: [],
            level: entry.level,
            at: from,
          },
    );
  });
}

/** Initials with a level behind them name the class even in lower case: "EO III", "psr 2". */
function addLevelledInitials(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  tokens.forEach((token, at) => {
    const behind = tokens[at + 1];
    const level = behind?.level;
    if (found.used.has(at) || level === undefined || behind?.breakBefore === true || isPerson(tokens, at + 1)) return;
    if (!/^[a-z]{2,6}$/i.test(token.text) || isStopWord(token.word) || askWords.has(token.word)) return;
    const series = lexicon.entries.filter((entry) => entry.initials === token.text.toLowerCase());
    const entry = series.find((other) => other.level === level);
    const [sibling] = series.filter((other) => other.level !== undefined);
    if (sibling === undefined || (entry === undefined && token.text !== token.text.toUpperCase())) return;
    found.used.add(at).add(at + 1);
    const base = sibling.title.replace(/\s+\S+$/, '');
    found.mentions.push(
      entry === undefined
        ? unknown(`${base} ${numeralLike(sibling.title, level)}`, sibling.stems, level, at, lexicon)
        : { title: entry.title, documents: entry.documents, how: 'initials', nearest: [], level, at },
    );
  });
}

/** Capitals that stand for words of a title already named say nothing more: "the nurses in the ED". */
function useInitials(tokens: readonly Token[], lexicon: Lexicon, found: FoundMentions): void {
  const named = new Set(found.mentions.flatMap((mention) => mention.documents));
  const initials = lexicon.entries
    .filter((entry) => entry.documents.some((document) => named.has(document)))
    .map((entry) => entry.initials);
  tokens.forEach((token, at) => {
    if (/^[A-Z]{2,5}$/.test(token.text) && initials.some((letters) => letters.includes(token.word))) found.used.add(at);
  });
}

/**
 * The classes a question names, in its order. With `parts`, words that are only part of a title count too, and words
 * that look like a title no document has become an unknown class.
 */
export function findMentions(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
  parts: boolean,
): FoundMentions {
  const found: FoundMentions = { mentions: [], used: new Set() };
  addWholeTitles(tokens, lexicon, found);
  addCodes(tokens, lexicon, found);
  addLevelledInitials(tokens, lexicon, found);
  addInitials(tokens, lexicon, found, isKnown);
  addShortTitles(tokens, lexicon, found, isKnown);
  addOtherLevels(tokens, lexicon, found);
  if (parts) addParts(tokens, lexicon, found, findTopics(tokens, found.used, lexicon).asking);
  addEllipses(tokens, lexicon, found);
  if (tokens.some((token) => /\p{Ll}/u.test(token.text))) useInitials(tokens, lexicon, found);
  found.mentions.sort((a, b) => a.at - b.at);
  return found;
}
