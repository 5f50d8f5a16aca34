/** What a question leaves out and its thread says: the class, the topic, or the other side of a comparison. */
import type { ClassMention, QuestionKind } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { isRank, isStopWord } from '../vocabulary.ts';
import { singularOf } from '../words.ts';
import type { Lexicon, TitleEntry } from './lexicon.ts';
import { narrowMention } from './narrow.ts';
import { kindOf, known, type Parsed } from './parse-question.ts';
import { patterns } from './phrases.ts';
import { findTopics } from './topics.ts';
import { variantOf } from './whole-titles.ts';

/** What a thread lends. */
export interface Thread {
  /** The latest question that names a class. */
  named: Parsed;
  /** Later questions, in their order, that name none. */
  since: Parsed[];
  /** What was asked of it last. */
  topics: string[];
  /** Classes of the latest question that names several. */
  several: ClassMention[];
}

/** Gives a question topics that its own words don't name. */
export function take(parsed: Parsed, topics: string[]): void {
  parsed.topics = topics;
  parsed.weakTopics = false;
}

/** Looks from the latest question back to the one that names a class; `read` parses one. */
export function threadOf(history: readonly string[], read: (text: string) => Parsed): Thread | undefined {
  let named: Parsed | undefined;
  const since: Parsed[] = [];
  let topics: string[] = [];
  for (const earlier of [...history].reverse()) {
    const parsed = read(earlier);
    if (named === undefined && topics.length === 0) topics = parsed.topics;
    if (named === undefined && known(parsed.mentions).length > 0) named = parsed;
    else if (named === undefined) since.unshift(parsed);
    const several = known(parsed.mentions).flatMap((mention) => mention.documents).length > 1;
    if (named !== undefined && several) return { named, since, topics, several: known(parsed.mentions) };
  }
  return named === undefined ? undefined : { named, since, topics, several: [] };
}

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((document) => other.includes(document));

/** Each class of some mentions alone, in their order: what "the first one" counts. */
function singles(mentions: readonly ClassMention[]): ClassMention[] {
  return mentions.length > 1
    ? [...mentions]
    : mentions.flatMap((mention) => mention.documents.map((document) => ({ ...mention, documents: [document] })));
}

/** Creates the continuing of an index's threads. */
export function createThreads(
  lexicon: Lexicon,
  corpus: Corpus,
): { continued(parsed: Parsed, thread: Thread): QuestionKind } {
  const entryOf = (mention: ClassMention): TitleEntry | undefined =>
    lexicon.entries.find(
      (entry) =>
        entry.title === mention.title ||
        (mention.documents.length > 0 && mention.documents.every((document) => entry.documents.includes(document))),
    );

  /** The ranked or levelled variant of a thread's class that this question names: "the senior one", "and the III?". */
  function variantIn(entry: TitleEntry, parsed: Parsed): TitleEntry | undefined {
    const levels = parsed.tokens.filter((token) => /^(?:[IVX]+|\d)$/.test(token.text)).map((token) => token.level);
    const level =
      entry.level === undefined
        ? undefined
        : lexicon.entries.find(
            (other) =>
              other.level !== entry.level &&
              levels.includes(other.level) &&
              other.stems.join(' ') === entry.stems.join(' '),
          );
    // "How long as a senior before …": what somebody has been, not what is asked about.
    const hasBeen = (at: number): boolean =>
      parsed.tokens[/^an?$/.test(parsed.tokens[at - 1]?.word ?? '') ? at - 2 : at - 1]?.word === 'as';
    const ranks = parsed.tokens.flatMap((token, at) => (hasBeen(at) ? [] : token.names)).filter(isRank);
    // "The principal one" after a Senior Clerk: the other rank takes the place of its own.
    const plain = { ...entry, stems: entry.stems.filter((stem) => !isRank(stem)) };
    return (
      level ??
      [entry, plain]
        .flatMap((base) => ranks.map((rank) => variantOf(base, rank, lexicon)))
        .find((other) => other !== undefined)
    );
  }

  /** The thread's class seen from this question, and the words that chose it among those of its title. */
  function carriedFrom(mention: ClassMention, parsed: Parsed): { mention: ClassMention; used: number[] } {
    const entry = entryOf(mention);
    const carried = { ...mention, how: 'thread' as const, at: -1 };
    if (entry === undefined) return { mention: carried, used: [] };
    const variant = variantIn(entry, parsed);
    if (variant !== undefined) {
      const { title, documents, level } = variant;
      return { mention: { title, documents, how: 'thread', nearest: [], level, at: 0 }, used: [] };
    }
    if (entry.documents.length < 2) return { mention: carried, used: [] };
    const whole = { ...carried, documents: entry.documents };
    const narrowed = narrowMention(whole, parsed.tokens, parsed.text, corpus.documents, lexicon, () => true);
    return narrowed.mention.documents.length < entry.documents.length ? narrowed : { mention: carried, used: [] };
  }

  /** The classes that "the other one" or "the second one" points at; undefined when it points at none. */
  function pointedAt(parsed: Parsed, thread: Thread): ClassMention[] | undefined {
    const before = known(thread.named.mentions);
    const documents = before.flatMap((mention) => mention.documents);
    const [only] = before;
    if (patterns.otherOne.test(parsed.text) && before.length === 1 && only !== undefined) {
      const siblings = entryOf(only)?.documents.filter((document) => !documents.includes(document)) ?? [];
      const others = thread.several.filter((mention) => !same(mention.documents, documents));
      if (others.length > 0) return others.map((mention) => ({ ...mention, how: 'thread', at: 0 }));
      if (siblings.length > 0) return [{ ...only, documents: siblings, how: 'thread', at: 0 }];
      return undefined;
    }
    const choices = singles(thread.several);
    const place = patterns.nthOne.findIndex((pattern) => pattern.test(parsed.text));
    const chosen = place < 0 ? undefined : place === 0 ? choices.at(-1) : choices[place - 1];
    return chosen === undefined || choices.length < 2 ? undefined : [{ ...chosen, how: 'thread', at: 0 }];
  }

  /** Of the classes that a name fits, the one whose title has most of the thread's: "and the officer?" after a Harbor Trainee. */
  function akinTo(entry: TitleEntry, documents: readonly number[]): TitleEntry | undefined {
    const own = entry.stems.filter((stem) => !isRank(stem));
    const [first, second] = lexicon.entries
      .filter((other) => other !== entry && other.documents.every((document) => documents.includes(document)))
      .map((other) => ({ other, shared: own.filter((stem) => other.stems.includes(stem)).length }))
      .sort((a, b) => b.shared - a.shared || a.other.stems.length - b.other.stems.length);
    const isAkin = first !== undefined && first.shared * 2 > own.length;
    const isAlone = first?.shared !== second?.shared || first?.other.stems.length !== second?.other.stems.length;
    return isAkin && isAlone ? first?.other : undefined;
  }

  /** The ranked class of the thread's, where the question's only class is a rank that several have: "what about the Lead?". */
  function ofThread(parsed: Parsed, thread: Thread): ClassMention[] | undefined {
    const [only, ...others] = known(parsed.mentions);
    const [before] = known(thread.named.mentions);
    const entry = before === undefined ? undefined : entryOf(before);
    if (only?.how !== 'part' || only.documents.length < 2 || others.length > 0 || entry === undefined) return undefined;
    const isRankAlone = isRank(singularOf(only.title.toLowerCase()));
    const isOfName = (other: TitleEntry): boolean =>
      isRankAlone || other.documents.every((document) => only.documents.includes(document));
    const ranked = variantIn(entry, parsed);
    const isNoun = !only.title.includes(' ');
    const variant =
      ranked !== undefined && isOfName(ranked) ? ranked : isNoun ? akinTo(entry, only.documents) : undefined;
    if (variant === undefined) return undefined;
    const { title, documents, level } = variant;
    return [{ title, documents, how: 'thread', nearest: [], level, at: only.at }];
  }

  /** "And how many years as an operator?", "experience as Chief Clerk": work that is asked for, not the class asked about. */
  function isOfExperience({ mentions, tokens, topics }: Parsed): boolean {
    const [only, ...others] = mentions;
    if (only === undefined || others.length > 0 || !topics.includes('experience')) return false;
    const before = tokens.slice(Math.max(0, only.at - 2), only.at).map(({ word }) => word);
    return (only.how === 'title' || (only.how === 'part' && only.documents.length > 1)) && before.includes('as');
  }

  return {
    /** Fills in what the question leaves out, and says what kind of question that makes of it. */
    continued(parsed, thread) {
      const elsewhere = patterns.elsewhere.test(parsed.text);
      // "And at the airports?": a part of a title is no class there.
      if (elsewhere && patterns.inPlace.test(parsed.text) && parsed.mentions.every(({ how }) => how !== 'title')) {
        parsed.mentions = [];
        const words = parsed.tokens.filter((token) => !isStopWord(token.word));
        parsed.focus = words.map(({ word, stems }) => ({ word, stem: stems[0] ?? word }));
        parsed.content = parsed.focus;
      }
      const comparing =
        parsed.worded === 'compare' ||
        (thread.named.worded === 'compare' && parsed.topics.length === 0 && parsed.mentions.length > 0);
      if (isOfExperience(parsed)) parsed.mentions = [];
      const own = ofThread(parsed, thread) ?? parsed.mentions;
      parsed.mentions = own;
      if (known(own).length > 0 && !(comparing && own.length < 2)) {
        // "Compare A and B" says all it asks: what was asked of another class before is not meant.
        const whole = parsed.worded === 'compare' && own.length > 1;
        const saysNothing = parsed.focus.length === 0 || patterns.same.test(parsed.text);
        if (parsed.topics.length === 0 && saysNothing && !whole) take(parsed, thread.topics);
        return comparing ? 'compare' : kindOf(parsed, corpus);
      }
      const kind = kindOf(parsed, corpus);
      const pointed = own.length > 0 || comparing ? undefined : pointedAt(parsed, thread);
      if (pointed !== undefined) {
        parsed.mentions = pointed;
        parsed.focus = parsed.focus.filter((term) => !patterns.pointing.test(term.word));
        if (parsed.topics.length === 0 || patterns.nthOne.some((pattern) => pattern.test(parsed.text)))
          take(parsed, thread.topics);
        return kindOf(parsed, corpus);
      }
      // "At the port", asked in between, still tells the two of one title apart.
      const before = thread.since.reduce(
        (mentions, asked) => mentions.map((mention) => carriedFrom(mention, asked).mention),
        known(thread.named.mentions),
      );
      const found = before.map((mention) => carriedFrom(mention, parsed));
      const carried = found.map(({ mention }) => mention);
      const ranked = carried.some((mention) => mention.at === 0);
      if (!comparing && !ranked && own.some((mention) => mention.how === 'unknown')) return kind;
      if (ranked) parsed.topics = parsed.topics.filter((topic) => topic !== 'reports-to' && topic !== 'distinguishing');
      const employed = carried.some(
        (mention, index) => !same(mention.documents, before[index]?.documents ?? []) && mention.at !== 0,
      );
      if (employed) {
        const used = new Set(found.flatMap((one) => one.used));
        const { topics, weak } = findTopics(parsed.tokens, used, lexicon);
        parsed.topics = topics;
        parsed.weakTopics = weak;
        parsed.focus = parsed.focus.filter((term) => !lexicon.employerStems.some((stems) => stems.has(term.stem)));
      }
      const others = own.filter((mention) => !carried.some((other) => other.title === mention.title));
      parsed.mentions = comparing
        ? [...(ranked ? before.slice(0, 1) : []), ...carried.slice(0, own.length === 0 ? 3 : 1), ...others]
        : carried.slice(0, 3);
      // "And after 2 years there?": a word of time alone asks for nothing else.
      const isBare = patterns.bare.test(parsed.text);
      const weak = (elsewhere || isBare) && parsed.weakTopics && thread.topics.length > 0;
      if ((parsed.topics.length === 0 || weak) && (ranked || employed || elsewhere || isBare))
        take(parsed, thread.topics);
      if (comparing) return 'compare';
      return kind === 'list' && !patterns.anaphora.test(parsed.text) ? kind : kindOf(parsed, corpus);
    },
  };
}
