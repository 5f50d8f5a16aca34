/** The use case: a question → an answer whose every citation has been checked. */
import type { Answer, Asked, Explanation, Question, QuestionKind, Understanding } from '../domain.ts';
import { AppError } from '../errors.ts';
import type { Corpus } from '../ports.ts';
import { patterns } from '../understand/phrases.ts';
import { questionsIn } from '../understand/several.ts';
import { createUnderstanding } from '../understand/understand.ts';
import { answeredAgain } from './again.ts';
import { answerAmbiguous } from './ambiguous.ts';
import { answerCompare } from './compare.ts';
import { type AnswerContext, createContext, documentAt } from './context.ts';
import { answerDescribed } from './described.ts';
import { answerDifference } from './difference.ts';
import type { Draft } from './draft.ts';
import { answerConditions, answerDuty } from './duty.ts';
import { requireGrounded } from './ground.ts';
import { answerJudgement } from './judgement.ts';
import { answerLadder } from './ladder.ts';
import { answerList } from './list.ts';
import { answerMatch } from './match.ts';
import { answerNamed } from './nearest.ts';
import { answerOffTopic, answerUnknownClass } from './not-found.ts';
import { answerOverview } from './overview.ts';
import { answerQualify } from './qualify.ts';
import { withLevels } from './series.ts';
import { joinAnswers } from './several.ts';
import { suggestionsFor } from './suggestions.ts';
import { answerForeign, answerTalk } from './talk.ts';

const KINDS: Record<QuestionKind, (context: AnswerContext) => Draft | Promise<Draft>> = {
  aspect: answerNamed,
  overview: answerOverview,
  compare: answerCompare,
  difference: answerDifference,
  duty: answerDuty,
  list: answerList,
  ladder: answerLadder,
  match: answerMatch,
  qualify: answerQualify,
  ambiguous: answerAmbiguous,
  'unknown-class': answerUnknownClass,
  judgement: answerJudgement,
  talk: answerTalk,
  foreign: answerForeign,
  'off-topic': answerOffTopic,
};

function explanationOf(context: AnswerContext): Explanation {
  const { understanding, corpus, retrieved } = context;
  return {
    kind: understanding.kind,
    topics: understanding.topics,
    classes: understanding.mentions.flatMap((mention) =>
      mention.documents.length === 0
        ? [{ title: mention.title, source: '', how: mention.how }]
        : mention.documents.map((document) => ({
            title: documentAt(corpus, document).spec.title,
            source: documentAt(corpus, document).source,
            how: mention.how,
          })),
    ),
    notes: [
      ...understanding.notes,
      ...(understanding.focus.length === 0
        ? []
        : [`about: ${understanding.focus.map((term) => term.word).join(', ')}`]),
    ],
    retrieved: retrieved.map((hit) => {
      const document = documentAt(corpus, hit.document);
      const passage = document.spec.passages[hit.passage];
      return {
        ...hit,
        source: document.source,
        quote: passage === undefined ? '' : document.text.slice(passage.start, passage.end),
      };
    }),
  };
}

/**
 * Creates the asking of one index. The promise rejects with `USAGE` for an empty question and with
 * `ANSWER_UNGROUNDED` when an answer fails the check of its citations: it is never returned.
 */
export function createAsk(index: Corpus): (question: Question) => Promise<Asked> {
  const corpus = withLevels(index);
  const understand = createUnderstanding(corpus);

  /** "Does that job need a license?" after "Which class handles …?": the class is in the earlier answer, not in its question. */
  async function withThread(question: Question, understanding: Understanding): Promise<Understanding> {
    const earlier = question.history.at(-1);
    if (
      understanding.kind !== 'unknown-class' ||
      understanding.mentions.length > 0 ||
      earlier === undefined ||
      earlier.trim() === ''
    )
      return understanding;
    const before = { text: earlier, history: question.history.slice(0, -1) };
    const context = createContext(corpus, await withThread(before, await understand(before)));
    const draft = await KINDS[context.understanding.kind](context);
    const source = draft.status === 'answered' ? draft.citations[0]?.source : undefined;
    const document = corpus.documents.findIndex((other) => other.source === source);
    if (document < 0) return withThread({ text: question.text, history: before.history }, understanding);
    const title = documentAt(corpus, document).spec.title;
    return {
      ...understanding,
      kind: 'aspect',
      describes: false,
      mentions: [{ title, documents: [document], how: 'thread', nearest: [], level: undefined, at: -1 }],
    };
  }

  /** A class that is only described, or classes by conditions alone: "where can a degree be substituted?". */
  async function withoutClass(context: AnswerContext): Promise<Draft | undefined> {
    const { kind, mentions, describes, text } = context.understanding;
    if (describes === true) {
      const described = await answerDescribed(context);
      if (described !== undefined) return described;
    }
    if (kind !== 'unknown-class' || mentions.length > 0 || !patterns.ofAll.test(text)) return undefined;
    return answerConditions(createContext(corpus, context.understanding));
  }

  async function draftFor(question: Question): Promise<{ context: AnswerContext; draft: Draft }> {
    const context = createContext(corpus, await withThread(question, await understand(question)));
    const draft = (await withoutClass(context)) ?? (await KINDS[context.understanding.kind](context));
    return { context, draft: answeredAgain(draft, context.understanding.again) };
  }

  /** Several questions in one are answered one after the other, each with those before it as its thread. */
  async function answerAll(question: Question): Promise<{ context: AnswerContext; draft: Draft }> {
    const parts = questionsIn(question.text);
    if (parts.length === 1) return draftFor(question);
    const answered: { context: AnswerContext; draft: Draft }[] = [];
    for (const [index, text] of parts.entries())
      answered.push(await draftFor({ text, history: [...question.history, ...parts.slice(0, index)] }));
    return joinAnswers(answered);
  }

  return async (question) => {
    if (question.text.trim() === '')
      throw new AppError('USAGE', 'The question is empty.', {
        hint: 'Ask something like "What is the pay grade of a Clerk II?".',
      });
    const started = performance.now();
    const { context, draft } = await answerAll(question);
    requireGrounded(draft.text, draft.citations, corpus.documents);
    const answer: Answer = {
      question: question.text,
      status: draft.status,
      abstained: draft.status === 'not-found',
      answer: draft.text,
      citations: draft.citations,
      suggestions: suggestionsFor(context, draft),
      mode: 'extractive',
      timings: { totalMs: performance.now() - started },
    };
    return { answer, explanation: explanationOf(context) };
  };
}
