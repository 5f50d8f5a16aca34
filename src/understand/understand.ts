/** A question and its thread → what is asked. */
import type { ClassMention, FocusTerm, Question, QuestionKind, Understanding } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { foldSpace } from '../words.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { findMentions } from './mentions.ts';
import { narrowMention } from './narrow.ts';
import { isStopWord, kindPatterns, patterns } from './phrases.ts';
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
  const asksWho = worded === 'duty' || worded === 'match';
  const found = asksWho ? all.mentions.filter((mention) => mention.how === 'code') : all.mentions;
  const used = asksWho ? new Set(found.map((mention) => mention.at)) : all.used;
  const mentions = mergeCodes(found).map((mention) => {
    const narrowed = narrowMention(mention, tokens, text, corpus.documents, lexicon);
    for (const at of narrowed.used) used.add(at);
    return narrowed.mention;
  });
  const topics = findTopics(tokens, used);
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
    content: terms((token, at) => topics.used.has(at) || !isStopWord(token.word)),
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
  if (worded === 'list') return 'list';
  if (worded === 'ladder' && (mentions.length > 0 || focus.length > 0)) return 'ladder';
  if (known(mentions).length > 0) {
    if (worded === 'duty' && mentions.every((mention) => mention.how === 'code')) return topics.length > 0 ? 'aspect' : 'overview';
    if (mentions.some((mention) => isAmbiguous(mention, corpus)) && known(mentions).length === 1) return 'ambiguous';
    return topics.length > 0 || focus.length > 0 ? 'aspect' : 'overview';
  }
  if (mentions.length > 0) return 'unknown-class';
  if (worded === 'duty' || (kindPatterns.duty.test(text) && focus.length > 0)) return 'duty';
  if (patterns.orders.test(text)) return 'off-topic';
  return topics.length > 0 ? 'unknown-class' : 'off-topic';
}

/** Creates the understanding of an index's questions. The lexicon is built once. */
export function createUnderstanding(corpus: Corpus): (question: Question) => Promise<Understanding> {
  const lexicon = createLexicon(corpus.documents);

  /** The classes of the thread's latest question that names any. */
  const threadOf = (history: readonly string[]): Parsed | undefined =>
    history
      .slice(-MAX_HISTORY)
      .reverse()
      .map((earlier) => parse(foldSpace(earlier.slice(0, MAX_QUESTION)), lexicon, corpus))
      .find((parsed) => known(parsed.mentions).length > 0);

  return async (question) => {
    const text = foldSpace(question.text.slice(0, MAX_QUESTION));
    const parsed = parse(text, lexicon, corpus);
    if (patterns.smallTalk.test(text) && known(parsed.mentions).length === 0) return { ...parsed, kind: 'off-topic' };
    const continues = question.history.length > 0 && (patterns.continues.test(text) || patterns.anaphora.test(text) || parsed.focus.length <= 1);
    const thread = continues ? threadOf(question.history) : undefined;
    let kind = kindOf(parsed, corpus);
    const needsClass = known(parsed.mentions).length === 0 || (kind === 'compare' && parsed.mentions.length < 2);
    if (thread !== undefined && needsClass && (kind !== 'list' || patterns.anaphora.test(text))) {
      const carried = known(thread.mentions).map((mention) => ({ ...mention, how: 'thread' as const, at: -1 }));
      parsed.mentions = [...carried.slice(0, kind === 'compare' ? 1 : 3), ...parsed.mentions.filter((mention) => !carried.some((other) => other.title === mention.title))];
      kind = kindOf(parsed, corpus);
    } else if (thread !== undefined && parsed.topics.length === 0 && parsed.focus.length === 0) {
      parsed.topics = thread.topics;
      kind = kindOf(parsed, corpus);
    }
    if (parsed.topics.length === 0 && kind === 'aspect') {
      const near = await nearestTopic(text, corpus.embedder);
      if (near !== undefined) parsed.topics = [near];
    }
    return { text, kind, mentions: parsed.mentions, topics: parsed.topics, weakTopics: parsed.weakTopics, focus: parsed.focus, content: parsed.content, notes: parsed.notes };
  };
}
