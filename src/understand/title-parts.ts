/** Finds classes that a question names by part of a title, nearly by a title, or by a title no document has. */
import { isJobNoun, isRank, isStopWord } from '../vocabulary.ts';
import { isCredential } from './credentials.ts';
import { isJoined } from './ellipses.ts';
import { type FoundMentions, isCapital, rankBehindComma, textOf, unknown } from './found-mentions.ts';
import { ofGovernment } from './governments.ts';
import { isCommonEmployerStem, type Lexicon, type TitleEntry } from './lexicon.ts';
import { nearTo } from './nearness.ts';
import { isPersonWord, isTellingRank } from './phrases.ts';
import { runsOf } from './runs.ts';
import type { Token } from './tokens.ts';

/** A single word that fits so few titles may mean any of them, whichever place it has in them. */
const MAX_CHOICES = 8;

/** True when a short word stands for adjacent words of a title by their first letters ("GIS"). */
const isInitials = (name: string, entry: TitleEntry): boolean =>
  name.length > 1 && name.length < 6 && entry.initials.includes(name);

/** Titles that have all the words: as they are, else nearly so or by initials. */
function entriesFor(words: readonly Token[], level: number | undefined, lexicon: Lexicon): TitleEntry[] {
  const ofLevel = (entry: TitleEntry): boolean => level === undefined || entry.level === level;
  // Each word leaves fewer titles: with the second there are seldom any.
  const fitting = (fits: (name: string, entry: TitleEntry) => boolean): TitleEntry[] =>
    words.reduce(
      (left, token) => left.filter((entry) => token.names.some((name) => fits(name, entry))),
      lexicon.entries.filter(ofLevel),
    );
  const exact = fitting((name, entry) => entry.stems.includes(name));
  if (exact.length > 0 || words.length < 2) return exact;
  return fitting((name, entry) => {
    const near = nearTo(name, lexicon);
    return entry.stems.some((stem) => near.has(stem)) || isInitials(name, entry);
  });
}

/** Titles that are nothing but the words of "Coordinator of Volunteers", or begin with them. */
function entriesOf(words: readonly Token[], lexicon: Lexicon): TitleEntry[] {
  const begins = ({ stems }: TitleEntry): boolean => words.every((token, at) => token.names.includes(stems[at] ?? ''));
  return entriesFor(words, undefined, lexicon).filter((entry) => entry.stems.length === words.length || begins(entry));
}

/** Without a verb that follows the name in lower case: "bylaw officer finish". The name must end in a class's noun. */
function withoutTail(words: readonly Token[], level: number | undefined, lexicon: Lexicon): TitleEntry[] {
  for (let length = words.length - 1; length > 0; length--) {
    const dropped = words[length];
    if (dropped === undefined || isCapital(dropped) || isRank(dropped.word)) return [];
    const kept = words.slice(0, length);
    const fits = entriesFor(kept, level, lexicon).filter((entry) => kept.at(-1)?.names.includes(entry.head) === true);
    if (fits.length > 0) return fits;
  }
  return [];
}

/** How nouns end that say what somebody is: "inspector", "analyst", "librarian", "attendant". */
const AGENT = /(?:er|or|ist|yst|ian|ant|ent|man|smith|wright|ee)$/;

/** True for the noun of some title: what a class is. */
const endsTitles = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token?.names.some((name) => lexicon.byStem.get(name)?.some((entry) => entry.head === name) === true) === true;

/**
 * True for words that may name a class that no document has: the last is the noun of some title, a rank or says what
 * somebody is. Beside a class that is known, nothing else is one: "the engineer in Dam Branch". Alone, a name in
 * capitals may be.
 */
function mayBeClass(words: readonly Token[], found: FoundMentions, lexicon: Lexicon): boolean {
  const last = words.at(-1);
  if (last === undefined) return false;
  // A word of titles that none ends in is a thing, however it ends: "meter", "elevator".
  const isAgent = (name: string): boolean => AGENT.test(name) && !lexicon.byStem.has(name);
  const known = found.mentions.some((mention) => mention.documents.length > 0);
  const isRanked = known ? isTellingRank : isRank;
  if (endsTitles(last, lexicon) || last.names.some((name) => isRanked(name) || isAgent(name))) return true;
  return !known && words.length > 1 && words.every(isCapital);
}

/** What a name says a class is of, by places in the question: "Coordinator of the Volunteers". */
function tailOf(tokens: readonly Token[], last: number, isFree: (at: number) => boolean): number[] {
  if (tokens[last + 1]?.word !== 'of') return [];
  const first = last + (tokens[last + 2]?.word === 'the' ? 3 : 2);
  const tail: number[] = [];
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isStopWord(token.word) || !isFree(at) || (at > first && token.breakBefore)) break;
    if (tail.length > 0 && !isCapital(token)) break;
    tail.push(at);
  }
  return tail;
}

const isOfEmployer = (token: Token, lexicon: Lexicon): boolean =>
  token.stems.some((stem) => isCommonEmployerStem(stem) || lexicon.allEmployerStems.some((stems) => stems.has(stem)));

/** A part of an employer, not a class: "finance department", but not "finance officer". */
const isUnit = (words: readonly Token[]): boolean =>
  words.at(-1)?.stems.some(isCommonEmployerStem) === true && words.at(-1)?.names.some(isJobNoun) !== true;

/** True behind "what kind of": what follows is a thing, not a class. */
const isKindOf = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.word === 'of' && /^(?:kind|type|sort)s?$/.test(tokens[first - 2]?.word ?? '');

export function addParts(
  tokens: readonly Token[],
  lexicon: Lexicon,
  found: FoundMentions,
  asking: ReadonlySet<number>,
): void {
  for (const run of runsOf(tokens, found, asking, lexicon)) {
    // Taken by the name before it: "of the Volunteers".
    if (run.some((at) => found.used.has(at))) continue;
    const [atEnd, inFront] = [tokens[run.at(-1) ?? -1], tokens[run[0] ?? -1]];
    // "A level II clerk": the level may stand before the name.
    const isBefore = atEnd?.level === undefined && run.length > 1 && /^[IVX]{2,4}$/.test(inFront?.text ?? '');
    const level = isBefore ? inFront?.level : atEnd?.level;
    const words = (level === undefined ? run : isBefore ? run.slice(1) : run.slice(0, -1))
      .map((at) => tokens[at])
      .filter((token) => token !== undefined);
    // A level alone belongs to the class named before it.
    if (words.length === 0) continue;
    const first = run[0] ?? 0;
    const isFree = (at: number): boolean => !found.used.has(at) && !asking.has(at);
    const tail = words.length === 1 && level === undefined ? tailOf(tokens, run.at(-1) ?? 0, isFree) : [];
    const behind = tail.map((at) => tokens[at]).filter((token) => token !== undefined);
    const ofTail = tail.length === 0 ? [] : entriesOf([...words, ...behind], lexicon);
    const isAlone = !found.mentions.some((mention) => mention.documents.length > 0);
    const isName =
      isAlone && ofTail.length === 0 && behind.length > 0 && [...words, ...behind].every((token) => isCapital(token));
    if (isName && endsTitles(words[0], lexicon) && !behind.some((token) => isOfEmployer(token, lexicon))) {
      for (const at of [...run, ...tail]) found.used.add(at);
      const title = textOf(tokens, first, tail.at(-1) ?? first, lexicon);
      found.mentions.push(unknown(title, words[0]?.names ?? [], undefined, first, lexicon));
      continue;
    }
    const whole = ofTail.length > 0 ? ofTail : entriesFor(words, level, lexicon);
    const trimmed = whole.length > 0 || words.length < 2 ? [] : withoutTail(words, level, lexicon);
    const before = tokens[first]?.breakBefore === true || found.used.has(first - 1) ? undefined : tokens[first - 1];
    const any = whole.length > 0 ? whole : trimmed;
    const fits = any.filter((entry) => ofGovernment(before, entry.documents, lexicon).length > 0);
    if (any.length > 0 && fits.length === 0) {
      for (const at of run) found.used.add(at);
      const names = words.flatMap((token) => token.names);
      found.mentions.push(
        unknown(textOf(tokens, first - 1, run.at(-1) ?? first, lexicon), names, level, first - 1, lexicon),
      );
      continue;
    }
    const last = (ofTail.length > 0 ? tail.at(-1) : run.at(-1)) ?? 0;
    const head = words.at(-1);
    const headed = fits.filter((entry) => head?.names.includes(entry.head) === true);
    const chosen =
      trimmed.length > 0
        ? trimmed
        : words.length < 2 && ofTail.length === 0
          ? (headed.length > 0 || isPersonWord(tokens[last + 1]?.word ?? '')) && fits.length <= MAX_CHOICES
            ? fits
            : headed
          : headed.length > 0
            ? headed
            : fits;
    // Beside a class named in full, one word, or words without what a class is, are a thing: "a clerk's customer service skills".
    const isBeside = level === undefined && found.mentions.some((mention) => mention.how === 'title');
    const hasNoun = chosen.some(({ head: noun }) => words.some(({ names }) => names.includes(noun)));
    const isThingOf = chosen.length > 0 && !hasNoun && !isJoined(tokens, first);
    if (isBeside && (words.length < 2 || isThingOf)) continue;
    if (words.length < 2 && chosen.length === 0 && level === undefined) continue;
    const isThing = (): boolean => isUnit(words) || isKindOf(tokens, first) || !mayBeClass(words, found, lexicon);
    const next = tokens[last + 1];
    const isHeld = next?.breakBefore === false && isCredential(next.word);
    if (chosen.length === 0 && (isHeld || isThing())) continue;
    for (const at of ofTail.length > 0 ? [...run, ...tail] : run) found.used.add(at);
    const rank = chosen.length > 0 && words.length > 1 ? rankBehindComma(tokens, last) : undefined;
    const isRanked = rank !== undefined && !chosen.some(({ stems }) => rank.names.some((name) => stems.includes(name)));
    if (isRanked) found.used.add(last + 1);
    if (chosen.length > 0 && !isRanked) {
      const documents = ofGovernment(before, [...new Set(chosen.flatMap((entry) => entry.documents))], lexicon);
      const single = chosen.length === 1 ? chosen[0] : undefined;
      // "EMS NP supervisor": the rest of the title, though it may ask for something elsewhere.
      if (next?.breakBefore === false && next.names.some((name) => single?.stems.includes(name)))
        found.used.add(last + 1);
      found.mentions.push({
        title: single?.title ?? textOf(tokens, first, last, lexicon),
        documents,
        how: 'part',
        nearest: [],
        level: single?.level,
        at: first,
      });
    } else {
      found.mentions.push(
        unknown(
          textOf(tokens, first, isRanked ? last + 1 : last, lexicon),
          words.flatMap((token) => token.names),
          level,
          first,
          lexicon,
        ),
      );
    }
  }
}
