/** A question and its thread → what is asked. */
import type { ClassMention, FocusTerm, Question, QuestionKind, Understanding } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { foldSpace } from '../words.ts';
import { createLexicon, type Lexicon, type TitleEntry } from './lexicon.ts';
import { findMentions, variantOf } from './mentions.ts';
import { narrowMention } from './narrow.ts';
import { isRank, isStopWord, kindPatterns, patterns } from './phrases.ts';
import { type Token, tokensOf } from './tokens.ts';
import { findTopics, nearestTopic } from './topics.ts';

/** Longest question understood, in characters: what follows is cut. */
const MAX_QUESTION = 20_000;
/** Earlier questions of the thread that can lend a class. */
const MAX_HISTORY = 8;
/** Words from which a question is long enough to hold pasted duties. */
const MIN_MATCH_WORDS = 6;

/** What one question says by itself. */
interface Parsed {
  text: string;
  tokens: Token[];
  mentions: ClassMention[];
  topics: string[];
  weakTopics: boolean;
  focus: FocusTerm[];
  content: FocusTerm[];
  notes: string[];
}

/** Kinds decided by the wording alone, before classes are looked for. */
function wordedKind(text: string): QuestionKind | undefined {
  if (kindPatterns.match.test(text) && text.split(' ').length >= MIN_MATCH_WORDS) return 'match';
  if (kindPatterns.qualify.test(text)) return 'qualify';
  if (kindPatterns.compare.test(text)) return 'compare';
  if (kindPatterns.list.test(text)) return 'list';
  if (kindPatterns.ladder.test(text)) return 'ladder';
  if (kindPatterns.duty.test(text) && !patterns.ofClass.test(text)) return 'duty';
  return undefined;
}

function mergeCodes(mentions: ClassMention[]): ClassMention[] {
  const codes = mentions.filter((mention) => mention.how === 'code');
  const titles = mentions.filter((mention) => mention.how !== 'code' && mention.documents.length > 0);
  if (codes.length === 0 || titles.length === 0) return mentions;
  return mentions.flatMap((mention) => {
    if (mention.how === 'code') {
      const joined = titles.some((title) => title.documents.some((document) => mention.documents.includes(document)));
      return joined || titles.length > 0 ? [] : [mention];
    }
    const shared = mention.documents.filter((document) => codes.some((code) => code.documents.includes(document)));
    return [shared.length > 0 ? { ...mention, documents: shared } : mention];
  });
}

function parse(text: string, lexicon: Lexicon, corpus: Corpus): Parsed {
  const isKnown = (word: string): boolean => corpus.knowsWord(word);
  const { tokens, notes } = tokensOf(text, lexicon, isKnown);
  const worded = wordedKind(text);
  const parts = worded !== 'duty' && worded !== 'match' && worded !== 'list';
  const all = findMentions(tokens, lexicon, isKnown, parts);
  const named = all.mentions.some((mention) => mention.how === 'title' && mention.title.includes(' '));
  const strong = findTopics(tokens, all.used, lexicon);
  const asksWho = worded === 'match' || (worded === 'duty' && !(named && strong.topics.length > 0 && !strong.weak));
  const found = asksWho ? all.mentions.filter((mention) => mention.how === 'code' || mention.title.startsWith('class code ')) : all.mentions;
  const used = asksWho ? new Set(found.map((mention) => mention.at)) : all.used;
  const mentions = mergeCodes(found).map((mention) => {
    const narrowed = narrowMention(mention, tokens, text, corpus.documents, lexicon);
    for (const at of narrowed.used) used.add(at);
    return narrowed.mention;
  });
  const topics = findTopics(tokens, used, lexicon);
  const terms = (isAbout: (token: Token, at: number) => boolean): FocusTerm[] => {
    const about = tokens.filter((token, at) => !used.has(at) && isAbout(token, at));
    return [...new Map(about.map((token) => [token.stems[0] ?? token.word, { word: token.word, stem: token.stems[0] ?? token.word }])).values()];
  };
  return {
    text,
    tokens,
    mentions,
    topics: topics.topics,
    weakTopics: topics.weak,
    focus: terms((token, at) => !topics.used.has(at) && !isStopWord(token.word)),
    content: terms((token) => !isStopWord(token.word)),
    notes,
  };
}

const known = (mentions: readonly ClassMention[]): ClassMention[] => mentions.filter((mention) => mention.documents.length > 0);

/** True for a part of a title that fits classes of different titles. */
function isAmbiguous(mention: ClassMention, corpus: Corpus): boolean {
  const titles = new Set(mention.documents.map((document) => corpus.documents[document]?.spec.title.toLowerCase()));
  return mention.how === 'part' && titles.size > 1;
}

function kindOf(parsed: Parsed, corpus: Corpus): QuestionKind {
  const { text, mentions, topics, focus } = parsed;
  const worded = wordedKind(text);
  if (worded === 'match') return 'match';
  if (worded === 'qualify' && mentions.length > 0) return 'qualify';
  if (worded === 'compare' && mentions.length > 0) {
    const first = mentions[0];
    const oneTitle = mentions.length === 1 && first !== undefined && first.documents.length > 1 && !isAmbiguous(first, corpus);
    if (oneTitle && focus.length === 0) return 'difference';
    if (oneTitle && (patterns.sameTitle.test(text) || kindPatterns.difference.test(text))) return 'difference';
    return 'compare';
  }
  if (worded === 'list' && !(patterns.openings.test(text) && known(mentions).length > 0)) return 'list';
  if (worded === 'ladder' && (mentions.length > 0 || focus.length > 0)) return 'ladder';
  if (known(mentions).length > 0) {
    if (worded === 'duty' && mentions.every((mention) => mention.how === 'code')) return topics.some((topic) => topic !== 'class-code') && !parsed.weakTopics ? 'aspect' : 'overview';
    if (mentions.some((mention) => isAmbiguous(mention, corpus)) && known(mentions).length === 1) return 'ambiguous';
    return topics.length > 0 || focus.length > 0 ? 'aspect' : 'overview';
  }
  if (mentions.length > 0) return 'unknown-class';
  if (worded === 'duty' || (kindPatterns.duty.test(text) && focus.length > 0)) return 'duty';
  if (patterns.orders.test(text)) return 'off-topic';
  return topics.length > 0 ? 'unknown-class' : 'off-topic';
}

/** Gives a question topics that its own words don't name. */
function take(parsed: Parsed, topics: string[]): void {
  parsed.topics = topics;
  parsed.weakTopics = false;
}

/** Most documents that an employer's name alone stands for. */
const MAX_OF_EMPLOYER = 3;

/** Documents of an employer that the question names by words of its own, when they are few. */
function ofEmployer(parsed: Parsed, lexicon: Lexicon): number[] {
  const hits = lexicon.employerStems.flatMap((stems, document) => {
    const named = parsed.tokens.filter((token) => token.stems.some((stem) => stems.has(stem))).length;
    return named >= 2 && named >= stems.size ? [document] : [];
  });
  return hits.length <= MAX_OF_EMPLOYER ? hits : [];
}

/** Creates the understanding of an index's questions. The lexicon is built once. */
export function createUnderstanding(corpus: Corpus): (question: Question) => Promise<Understanding> {
  const lexicon = createLexicon(corpus.documents);
  const entryOf = (mention: ClassMention): TitleEntry | undefined =>
    lexicon.entries.find((entry) => entry.title === mention.title || (mention.documents.length > 0 && mention.documents.every((document) => entry.documents.includes(document))));

  /** The thread's latest question that names a class. */
  const threadOf = (history: readonly string[]): Parsed | undefined =>
    history
      .slice(-MAX_HISTORY)
      .reverse()
      .map((earlier) => parse(foldSpace(earlier.slice(0, MAX_QUESTION)), lexicon, corpus))
      .find((parsed) => known(parsed.mentions).length > 0);

  /** The thread's class seen from this question: its ranked variant ("the senior one"), or another employer's of that title. */
  function carriedFrom(mention: ClassMention, parsed: Parsed): ClassMention {
    const entry = entryOf(mention);
    const ranks = parsed.tokens.flatMap((token) => token.names);
    const variant = entry === undefined ? undefined : ranks.filter(isRank).map((rank) => variantOf(entry, rank, lexicon)).find((other) => other !== undefined);
    if (variant !== undefined) return { title: variant.title, documents: variant.documents, how: 'thread', nearest: [], level: variant.level, at: 0 };
    const carried = { ...mention, how: 'thread' as const, at: -1 };
    if (entry === undefined || entry.documents.length < 2) return carried;
    const narrowed = narrowMention({ ...carried, documents: entry.documents }, parsed.tokens, parsed.text, corpus.documents, lexicon).mention;
    return narrowed.documents.length < entry.documents.length ? narrowed : carried;
  }

  /** Fills in from the thread what a question leaves out: its class, its topic, or the other side of a comparison. */
  function continued(parsed: Parsed, thread: Parsed): QuestionKind {
    const kind = kindOf(parsed, corpus);
    const comparing = wordedKind(parsed.text) === 'compare' || (wordedKind(thread.text) === 'compare' && parsed.topics.length === 0 && parsed.mentions.length > 0);
    const own = parsed.mentions;
    if (known(own).length === 0 || (comparing && own.length < 2)) {
      const before = known(thread.mentions);
      const carried = before.map((mention) => carriedFrom(mention, parsed));
      const ranked = carried.some((mention) => mention.at === 0);
      if (ranked) parsed.topics = parsed.topics.filter((topic) => topic !== 'reports-to');
      const employed = carried.some((mention, index) => mention.documents.length !== before[index]?.documents.length || mention.documents.some((document) => before[index]?.documents.includes(document) !== true));
      if (employed) parsed.focus = parsed.focus.filter((term) => !lexicon.employerStems.some((stems) => stems.has(term.stem)));
      const others = own.filter((mention) => !carried.some((other) => other.title === mention.title));
      parsed.mentions = comparing ? [...(ranked ? before.slice(0, 1) : []), ...carried.slice(0, own.length === 0 ? 3 : 1), ...others] : carried.slice(0, 3);
      if (parsed.topics.length === 0 && (ranked || employed)) take(parsed, thread.topics);
      if (comparing) return 'compare';
      return kind === 'list' && !patterns.anaphora.test(parsed.text) ? kind : kindOf(parsed, corpus);
    }
    if (parsed.topics.length === 0 && parsed.focus.length === 0) take(parsed, thread.topics);
    return comparing ? 'compare' : kindOf(parsed, corpus);
  }

  return async (question) => {
    const text = foldSpace(question.text.slice(0, MAX_QUESTION));
    const parsed = parse(text, lexicon, corpus);
    if (patterns.smallTalk.test(text) && known(parsed.mentions).length === 0) return { ...parsed, kind: 'off-topic' };
    if (patterns.orders.test(text) && parsed.topics.length === 0) return { ...parsed, mentions: [], kind: 'off-topic' };
    const continues = question.history.length > 0 && (patterns.continues.test(text) || patterns.anaphora.test(text) || parsed.focus.length <= 1);
    const thread = continues ? threadOf(question.history) : undefined;
    if (thread === undefined && parsed.mentions.length === 0 && wordedKind(text) === undefined) {
      const documents = ofEmployer(parsed, lexicon);
      parsed.mentions = documents.map((document) => ({ title: corpus.documents[document]?.spec.title ?? '', documents: [document], how: 'part', nearest: [], level: undefined, at: 0 }));
      if (documents.length > 0) {
        const employer = new Set(documents.flatMap((document) => [...(lexicon.employerStems[document] ?? [])]));
        parsed.focus = parsed.focus.filter((term) => !employer.has(term.stem));
        parsed.content = parsed.content.filter((term) => !employer.has(term.stem));
      }
    }
    const kind = thread === undefined ? kindOf(parsed, corpus) : continued(parsed, thread);
    if (parsed.topics.length === 0 && kind === 'aspect') {
      const near = await nearestTopic(text, corpus.embedder);
      if (near !== undefined) take(parsed, [near]);
    }
    const { mentions, topics, weakTopics, focus, content, notes } = parsed;
    return { text, kind, mentions, topics, weakTopics, focus, content, notes };
  };
}
