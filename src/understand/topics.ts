/** Finds the topics that a question asks for: by its words, and by nearness in meaning where the words are unknown. */
import { isRank, isStopWord, topicNamed, topics } from '../vocabulary.ts';
import type { Lexicon } from './lexicon.ts';
import { type AskPhrase, phrasesFrom } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Topics found, in the question's order, and the tokens that asked for them. */
export interface FoundTopics {
  topics: string[];
  used: Set<number>;
  /** The topics are asked for by words that often mean something else. */
  weak: boolean;
  /** Tokens of every phrase that can ask for a topic, also of those that did not count. */
  asking: Set<number>;
}

function matches(tokens: readonly Token[], at: number, phrase: AskPhrase, used: ReadonlySet<number>): boolean {
  return phrase.stems.every((stem, offset) => {
    const token = tokens[at + offset];
    return (
      token !== undefined &&
      !used.has(at + offset) &&
      token.stems.includes(stem) &&
      (offset === 0 || !token.breakBefore)
    );
  });
}

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.text ?? '');

/** A capitalised word beside another inside a question is part of a name: "Applications Manager". */
function isNamePart(tokens: readonly Token[], at: number): boolean {
  const beside =
    (isCapital(tokens[at - 1]) && at > 1 && tokens[at]?.breakBefore !== true) ||
    (isCapital(tokens[at + 1]) && at > 0 && tokens[at + 1]?.breakBefore !== true);
  return isCapital(tokens[at]) && beside;
}

/** Longer phrases first; of equally long ones, the one in the very words of the question ("supervised" is not "supervises"). */
function rank(tokens: readonly Token[], at: number, phrase: AskPhrase): number {
  return phrase.stems.length * 2 + (phrase.words.every((word, offset) => tokens[at + offset]?.word === word) ? 1 : 0);
}

function phraseAt(
  tokens: readonly Token[],
  at: number,
  used: ReadonlySet<number>,
  lexicon: Lexicon,
): AskPhrase | undefined {
  const token = tokens[at];
  const titled = token?.names.some((name) => lexicon.byStem.has(name)) === true;
  const found = (token?.stems ?? [])
    .flatMap((stem) => phrasesFrom(stem).filter((phrase) => matches(tokens, at, phrase, used)))
    .filter(
      (phrase) =>
        phrase.words.length > 1 ||
        (isNamePart(tokens, at)
          ? false
          : phrase.words[0] === token?.word || !(titled || isStopWord(token?.word ?? ''))),
    );
  return found.sort((a, b) => rank(tokens, at, b) - rank(tokens, at, a))[0];
}

/** A phrase and the token it begins at. */
interface Hit {
  at: number;
  phrase: AskPhrase;
}

/** Marks between words from which a question holds a list. */
const MIN_BREAKS = 2;

/** Without phrases that only lead to what is asked, where something else is. */
function withoutLeading(hits: readonly Hit[]): Hit[] {
  const telling = hits.filter((hit) => !hit.phrase.yields);
  return telling.length > 0 ? telling : [...hits];
}

/** A word that means a topic only by itself does so too as the whole of an entry of a list: "(probation, car, leave)". */
function isListed(tokens: readonly Token[], { at, phrase }: Hit): boolean {
  const behind = tokens[at + phrase.stems.length];
  const isJoined = (token: Token | undefined): boolean => /^(?:and|or)$/.test(token?.word ?? '');
  const begins = tokens[at]?.breakBefore === true || isJoined(tokens[at - 1]);
  const ends = behind === undefined || behind.breakBefore || isJoined(behind);
  const breaks = tokens.filter(({ breakBefore }) => breakBefore).length;
  return at > 0 && begins && ends && breaks >= MIN_BREAKS;
}

/** An amount of money: in a question with one, a word of time says how often it is paid. */
const AMOUNT = /^(?:\d{2,3}k|\d{1,3},\d{3}|\d{5,6})$/;

/** Topics by the words of the question. Tokens in `taken` (class names) ask for nothing. */
export function findTopics(tokens: readonly Token[], taken: ReadonlySet<number>, lexicon: Lexicon): FoundTopics {
  const found: Hit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = taken.has(at) ? undefined : phraseAt(tokens, at, taken, lexicon);
    const before = found.at(-1);
    if (phrase?.follows === true && before !== undefined && before.at + before.phrase.stems.length === at)
      found.splice(-1, 1, {
        ...before,
        phrase: { ...before.phrase, weak: false, stems: [...before.phrase.stems, ...phrase.stems] },
      });
    else if (phrase !== undefined) found.push({ at, phrase });
    at += phrase?.stems.length ?? 1;
  }
  const strong = withoutLeading(found.filter((hit) => !hit.phrase.weak || isListed(tokens, hit)));
  const others = found.filter((hit) => hit.phrase.topic !== 'duties');
  const named = strong.length > 0 ? strong : others.length > 0 ? withoutLeading(others) : found;
  const isPaid = named.some(({ phrase }) => phrase.topic === 'salary') && tokens.some(({ word }) => AMOUNT.test(word));
  const kept = isPaid ? named.filter(({ phrase }) => !(phrase.weak && phrase.topic === 'experience')) : named;
  const used = new Set(kept.flatMap((hit) => hit.phrase.stems.map((_, offset) => hit.at + offset)));
  const asking = new Set(
    found
      .filter((hit) => !hit.phrase.weak || !isRank(tokens[hit.at]?.word ?? ''))
      .flatMap((hit) => hit.phrase.stems.map((_, offset) => hit.at + offset)),
  );
  return {
    weak: strong.length === 0,
    asking,
    topics: withoutParents([...new Set(kept.map((hit) => hit.phrase.topic))]),
    used,
  };
}

/** Drops a topic where one of its parts is asked for too: "minimum education qualifications" is about education. */
function withoutParents(names: string[]): string[] {
  const parents = new Set(names.map((name) => topicNamed(name)?.parent));
  return names.filter((name) => !parents.has(name));
}

/** Cosine similarity from which a question without a topic's words is taken to ask for it (set on the project's own development questions). */
const MIN_NEARNESS = 0.62;
/** By how much the nearest topic must lead the next. */
const MIN_LEAD = 0.03;

let exampleVectors: Promise<{ topic: string; vector: number[] }[]> | undefined;

/** The topic whose example questions are nearest in meaning; undefined when none is near or two are equally so. */
export async function nearestTopic(
  question: string,
  embed: { embedQuery(text: string): Promise<number[]>; embedDocuments(texts: string[]): Promise<number[][]> },
): Promise<string | undefined> {
  exampleVectors ??= embed
    .embedDocuments(topics.flatMap((topic) => topic.examples ?? []))
    .then((vectors) =>
      topics
        .flatMap((topic) => (topic.examples ?? []).map(() => topic.name))
        .map((topic, index) => ({ topic, vector: vectors[index] ?? [] })),
    );
  const vector = await embed.embedQuery(question);
  const best = new Map<string, number>();
  for (const example of await exampleVectors) {
    const similarity = example.vector.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0);
    best.set(example.topic, Math.max(best.get(example.topic) ?? -1, similarity));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= MIN_NEARNESS && first[1] - (second?.[1] ?? 0) >= MIN_LEAD
    ? first[0]
    : undefined;
}
