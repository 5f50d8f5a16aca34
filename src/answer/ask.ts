/** The use case: a question → an answer whose every citation has been checked. */
import type { Answer, Asked, ClassMention, Explanation, Question, QuestionKind, Understanding } from '../domain.ts';
import { AppError } from '../errors.ts';
import type { Corpus } from '../ports.ts';
import { patterns } from '../understand/phrases.ts';
import { questionsIn } from '../understand/several.ts';
import { createUnderstanding } from '../understand/understand.ts';
import { answeredAgain } from './again.ts';
import { answerAmbiguous } from './ambiguous.ts';
import { answerCompare } from './compare/compare.ts';
import { answerDifference } from './compare/difference.ts';
import { answerDescribed } from './described/described.ts';
import { type AnswerContext, createContext, documentAt, namedDocuments } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';
import { answerConditions, answerDuty } from './duties/duty.ts';
import { answerMatch } from './duties/match.ts';
import { requireGrounded } from './ground.ts';
import { answerJudgement } from './judgement.ts';
import { answerLadder } from './ladder/ladder.ts';
import { withLevels } from './levels/series.ts';
import { answerList } from './lists/list.ts';
import { answerNamed, withLikeliest, withUnshown } from './one-class/nearest.ts';
import { answerOffTopic, answerUnknownClass } from './one-class/not-found.ts';
import { answerOverview } from './one-class/overview.ts';
import { answerQualify } from './qualify/qualify.ts';
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
  qualify: async (context) => withUnshown(context, await answerQualify(context)),
  ambiguous: (context) => withLikeliest(context, answerAmbiguous(context)),
  'unknown-class': answerUnknownClass,
  judgement: answerJudgement,
  talk: answerTalk,
  foreign: answerForeign,
  'off-topic': answerOffTopic,
};

/** An answer in the making, and what it was made in. */
interface Answered {
  context: AnswerContext;
  draft: Draft;
}

/** Kinds that look among all classes. */
const ON_ALL: readonly QuestionKind[] = ['list', 'duty', 'ladder'];

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
      understanding.another === true ||
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
    if (describes === true || kind === 'ambiguous') {
      const described = await answerDescribed(context);
      if (described !== undefined) return described;
    }
    if (kind !== 'unknown-class' || mentions.length > 0 || !patterns.ofAll.test(text)) return undefined;
    return answerConditions(createContext(corpus, context.understanding));
  }

  /** What some mentions' classes say, where they say it. */
  async function saidOf(understanding: Understanding, mentions: ClassMention[]): Promise<Answered | undefined> {
    const context = createContext(corpus, { ...understanding, kind: 'aspect', mentions });
    if (namedDocuments(context).length !== 1) return undefined;
    const draft = await answerNamed(context);
    return draft.status === 'answered' ? { context, draft } : undefined;
  }

  /** A question taken for one on all classes ("any extra pay for a mechanic who holds …?"): the class that it names may answer. */
  async function ofNamedAlone({ understanding }: AnswerContext): Promise<Answered | undefined> {
    return ON_ALL.includes(understanding.kind) ? saidOf(understanding, understanding.mentions) : undefined;
  }

  /** A question without a class that nothing is found on ("any extra for nights?"): the class spoken of before may answer. */
  async function ofThread({ history }: Question, { understanding }: AnswerContext): Promise<Answered | undefined> {
    const earlier = history.at(-1);
    if (!ON_ALL.includes(understanding.kind) || understanding.mentions.length > 0 || earlier === undefined)
      return undefined;
    const { mentions } = await understand({ text: earlier, history: history.slice(0, -1) });
    return saidOf(
      understanding,
      mentions.map((mention) => ({ ...mention, how: 'thread', at: -1 })),
    );
  }

  async function draftFor(question: Question): Promise<Answered> {
    const context = createContext(corpus, await withThread(question, await understand(question)));
    const draft = (await withoutClass(context)) ?? (await KINDS[context.understanding.kind](context));
    if (draft.status === 'not-found') {
      const named = (await ofNamedAlone(context)) ?? (await ofThread(question, context));
      if (named !== undefined) return named;
    }
    return { context, draft: answeredAgain(draft, context.understanding.again) };
  }

  /** Several questions in one are answered one after the other, each with those before it as its thread. */
  async function answerAll(question: Question): Promise<Answered> {
    const parts = questionsIn(question.text);
    if (parts.length === 1) return draftFor(question);
    const answered: Answered[] = [];
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
