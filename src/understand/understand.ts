/** A question and its thread → what is asked. */
import type { ClassMention, Question, QuestionKind, Understanding } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { foldSpace } from '../words.ts';
import { createLexicon, type Lexicon, type TitleEntry } from './lexicon.ts';
import { narrowMention } from './narrow.ts';
import { kindOf, known, type Parsed, parseQuestion, wordedKind } from './parse-question.ts';
import { isRank, patterns } from './phrases.ts';
import { nearestTopic } from './topics.ts';
import { variantOf } from './whole-titles.ts';

/** Longest question understood, in characters: what follows is cut. */
const MAX_QUESTION = 20_000;
/** Earlier questions of the thread that can lend a class. */
const MAX_HISTORY = 8;

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
    return named >= Math.min(2, stems.size) && named > 0 ? [document] : [];
  });
  return hits.length <= MAX_OF_EMPLOYER ? hits : [];
}

/** "… for the Oak County payroll job?": worded like a question for a class, but it asks a topic of one. */
const endsInClassWord = (parsed: Parsed): boolean =>
  wordedKind(parsed.text) === 'duty' &&
  parsed.topics.length > 0 &&
  !parsed.weakTopics &&
  !/^(?:and )?(?:who|which)\b/i.test(parsed.text);

/** Creates the understanding of an index's questions. The lexicon is built once. */
export function createUnderstanding(corpus: Corpus): (question: Question) => Promise<Understanding> {
  const lexicon = createLexicon(corpus.documents);
  const entryOf = (mention: ClassMention): TitleEntry | undefined =>
    lexicon.entries.find(
      (entry) =>
        entry.title === mention.title ||
        (mention.documents.length > 0 && mention.documents.every((document) => entry.documents.includes(document))),
    );

  /** The thread's latest question that names a class. */
  const threadOf = (history: readonly string[]): Parsed | undefined =>
    history
      .slice(-MAX_HISTORY)
      .reverse()
      .map((earlier) => parseQuestion(foldSpace(earlier.slice(0, MAX_QUESTION)), lexicon, corpus))
      .find((parsed) => known(parsed.mentions).length > 0);

  /** The thread's class seen from this question: its ranked variant ("the senior one"), or another employer's of that title. */
  function carriedFrom(mention: ClassMention, parsed: Parsed): ClassMention {
    const entry = entryOf(mention);
    const ranks = parsed.tokens.flatMap((token) => token.names);
    const levels = parsed.tokens.filter((token) => /^(?:[IVX]+|\d)$/.test(token.text)).map((token) => token.level);
    const level =
      entry?.level === undefined
        ? undefined
        : lexicon.entries.find(
            (other) =>
              other.level !== entry.level &&
              levels.includes(other.level) &&
              other.stems.join(' ') === entry.stems.join(' '),
          );
    const variant =
      level ??
      (entry === undefined
        ? undefined
        : ranks
            .filter(isRank)
            .map((rank) => variantOf(entry, rank, lexicon))
            .find((other) => other !== undefined));
    if (variant !== undefined)
      return {
        title: variant.title,
        documents: variant.documents,
        how: 'thread',
        nearest: [],
        level: variant.level,
        at: 0,
      };
    const carried = { ...mention, how: 'thread' as const, at: -1 };
    if (entry === undefined || entry.documents.length < 2) return carried;
    const narrowed = narrowMention(
      { ...carried, documents: entry.documents },
      parsed.tokens,
      parsed.text,
      corpus.documents,
      lexicon,
    ).mention;
    return narrowed.documents.length < entry.documents.length ? narrowed : carried;
  }

  /** Fills in from the thread what a question leaves out: its class, its topic, or the other side of a comparison. */
  function continued(parsed: Parsed, thread: Parsed): QuestionKind {
    const kind = kindOf(parsed, corpus);
    const comparing =
      wordedKind(parsed.text) === 'compare' ||
      (wordedKind(thread.text) === 'compare' && parsed.topics.length === 0 && parsed.mentions.length > 0);
    const own = parsed.mentions;
    if (known(own).length === 0 || (comparing && own.length < 2)) {
      const before = known(thread.mentions);
      const carried = before.map((mention) => carriedFrom(mention, parsed));
      const ranked = carried.some((mention) => mention.at === 0);
      if (!comparing && !ranked && own.some((mention) => mention.how === 'unknown')) return kind;
      if (ranked) parsed.topics = parsed.topics.filter((topic) => topic !== 'reports-to' && topic !== 'distinguishing');
      const employed = carried.some(
        (mention, index) =>
          mention.documents.length !== before[index]?.documents.length ||
          mention.documents.some((document) => before[index]?.documents.includes(document) !== true),
      );
      if (employed)
        parsed.focus = parsed.focus.filter((term) => !lexicon.employerStems.some((stems) => stems.has(term.stem)));
      const others = own.filter((mention) => !carried.some((other) => other.title === mention.title));
      parsed.mentions = comparing
        ? [...(ranked ? before.slice(0, 1) : []), ...carried.slice(0, own.length === 0 ? 3 : 1), ...others]
        : carried.slice(0, 3);
      if (parsed.topics.length === 0 && (ranked || employed)) take(parsed, thread.topics);
      if (comparing) return 'compare';
      return kind === 'list' && !patterns.anaphora.test(parsed.text) ? kind : kindOf(parsed, corpus);
    }
    if (parsed.topics.length === 0 && parsed.focus.length === 0) take(parsed, thread.topics);
    return comparing ? 'compare' : kindOf(parsed, corpus);
  }

  return async (question) => {
    const text = foldSpace(question.text.slice(0, MAX_QUESTION));
    const parsed = parseQuestion(text, lexicon, corpus);
    if (patterns.smallTalk.test(text) && known(parsed.mentions).length === 0) return { ...parsed, kind: 'off-topic' };
    if (patterns.orders.test(text) && !known(parsed.mentions).some((mention) => mention.how === 'title'))
      return { ...parsed, mentions: [], kind: 'off-topic' };
    const continues =
      question.history.length > 0 &&
      (patterns.continues.test(text) || patterns.anaphora.test(text) || parsed.focus.length <= 1);
    const thread = continues ? threadOf(question.history) : undefined;
    if (
      thread === undefined &&
      parsed.mentions.length === 0 &&
      (wordedKind(text) === undefined || endsInClassWord(parsed))
    ) {
      const documents = ofEmployer(parsed, lexicon);
      parsed.mentions = documents.map((document) => ({
        title: corpus.documents[document]?.spec.title ?? '',
        documents: [document],
        how: 'part',
        nearest: [],
        level: undefined,
        at: 0,
      }));
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
