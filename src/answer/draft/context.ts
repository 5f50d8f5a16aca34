/** What every answer kind works with. */
import type { AnswerStatus, ClassMention, IndexedDocument, RankedPassage, Understanding } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { stemsOf, withPhrases } from '../words/relevance.ts';
import { runsOf } from '../words/word-runs.ts';
import { Citer, type Draft } from './draft.ts';

/** One question being answered. */
export interface AnswerContext {
  corpus: Corpus;
  understanding: Understanding;
  citer: Citer;
  /** Stems of the whole question. */
  asked: ReadonlySet<string>;
  /** Runs of three words of the question, by their stems, without class titles. */
  runs: ReadonlySet<string>;
  /** Filled by kinds that search; shown by `--explain`. */
  retrieved: RankedPassage[];
}

/** Starts a question's answer. */
export function createContext(corpus: Corpus, understanding: Understanding): AnswerContext {
  const { text, focus, content } = understanding;
  return {
    corpus,
    understanding: { ...understanding, focus: withPhrases(focus, text), content: withPhrases(content, text) },
    citer: new Citer(corpus.documents),
    asked: stemsOf(understanding.text),
    runs: runsOf(
      text,
      understanding.mentions.map((mention) => mention.title),
    ),
    retrieved: [],
  };
}

/** The document at an index of the corpus. */
export function documentAt(corpus: Corpus, index: number): IndexedDocument {
  const document = corpus.documents[index];
  if (document === undefined) throw new RangeError(`The index has no document ${index}`);
  return document;
}

/** Mentions of classes that some document is about. */
export function knownMentions(context: AnswerContext): ClassMention[] {
  return context.understanding.mentions.filter((mention) => mention.documents.length > 0);
}

/** Documents of the classes named, once each, in the question's order. */
export function namedDocuments(context: AnswerContext): number[] {
  return [...new Set(knownMentions(context).flatMap((mention) => mention.documents))];
}

/** A draft of lines and the citations made so far. */
export function draftOf(context: AnswerContext, status: AnswerStatus, lines: readonly string[]): Draft {
  return { status, text: lines.join('\n'), citations: context.citer.citations, suggestions: [] };
}
