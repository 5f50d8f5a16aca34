/** Next questions that the index can answer. */
import { vocabularyPart } from '../vocabulary.ts';
import { type AnswerContext, documentAt, namedDocuments } from './draft/context.ts';
import type { Draft } from './draft/draft.ts';
import { plainNameOf, titleOf } from './draft/names.ts';
import { evidenceOn } from './evidence/evidence.ts';
import { rungsOf } from './ladder/rungs.ts';

const MAX_SUGGESTIONS = 3;
/** Classes that an answer's suggestions take turns with. */
const MAX_CLASSES = 2;

const vocabulary = vocabularyPart<{
  /** A topic's question; `{}` is the class. */
  asks: Record<string, string>;
  /** What people ask after a topic. */
  next: Record<string, string[]>;
  otherwise: string[];
  namesakes: string;
  levels: string;
}>('suggestions');

const asked = (topic: string, name: string): string | undefined => vocabulary.asks[topic]?.replace('{}', name);

function states(context: AnswerContext, document: number, topic: string): boolean {
  return evidenceOn(documentAt(context.corpus, document), topic, new Set(), 'own').length > 0;
}

/** The question again, of each class that it may have meant: on its topic where the class states it, else on the duties. */
function choices(context: AnswerContext): string[] {
  const { corpus, understanding } = context;
  return namedDocuments(context).flatMap((document) => {
    const topic = [...understanding.topics, 'duties'].find(
      (other) => other in vocabulary.asks && states(context, document, other),
    );
    return topic === undefined ? [] : [asked(topic, plainNameOf(corpus, document)) ?? ''];
  });
}

/** Where an answer speaks of one class, how it stands to its namesakes, or to the next level of its series. */
function relation(context: AnswerContext, document: number): string | undefined {
  const { corpus, understanding } = context;
  const { title } = documentAt(corpus, document).spec;
  const isSame = (other: string): boolean => other.toLowerCase() === title.toLowerCase();
  const namesakes = corpus.documents.filter(({ spec }) => isSame(spec.title)).length;
  if (namesakes > 1)
    return understanding.kind === 'difference'
      ? undefined
      : vocabulary.namesakes
          .replace('{count}', namesakes === 2 ? 'two' : String(namesakes))
          .replace('{title}', titleOf(title));
  if (understanding.kind === 'compare' || understanding.kind === 'ladder') return undefined;
  const rungs = rungsOf(corpus.documents, title);
  const at = rungs.findIndex((rung) => rung.document === document);
  const [lower, higher] = at + 1 < rungs.length ? [rungs[at], rungs[at + 1]] : [rungs[at - 1], rungs[at]];
  if (lower === undefined || higher === undefined || lower.place === higher.place) return undefined;
  const name = ({ document: index }: { document: number }): string => titleOf(documentAt(corpus, index).spec.title);
  return vocabulary.levels.replace('{lower}', name(lower)).replace('{higher}', name(higher));
}

/** What the classes state that was not asked for, the nearest to what was asked first; the classes take turns. As far as it may be shown. */
function furtherTopics(context: AnswerContext, documents: readonly number[]): string[] {
  const { corpus, understanding } = context;
  const { topics } = understanding;
  const after = new Set([...topics.flatMap((topic) => vocabulary.next[topic] ?? []), ...vocabulary.otherwise]);
  const queues = documents.map((document) => {
    const queue: string[] = [];
    for (const topic of after) {
      if (queue.length === MAX_SUGGESTIONS) break;
      if (!topics.includes(topic) && states(context, document, topic)) queue.push(topic);
    }
    return queue;
  });
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, at) =>
    documents.flatMap((document, index) => {
      const topic = queues[index]?.[at];
      return topic === undefined ? [] : [asked(topic, titleOf(documentAt(corpus, document).spec.title)) ?? ''];
    }),
  ).flat();
}

/** What a few classes of the index do, for who has not named one. */
function anyDuties({ corpus }: AnswerContext): string[] {
  const questions = new Set<string>();
  for (const other of corpus.documents) {
    if (questions.size >= MAX_SUGGESTIONS) break;
    if (evidenceOn(other, 'duties', new Set()).length > 0)
      questions.add(asked('duties', titleOf(other.spec.title)) ?? '');
  }
  return [...questions];
}

/** The classes that an answer is about, one of each title: those named, else those cited. */
function classesOf(context: AnswerContext, draft: Draft): number[] {
  const { corpus } = context;
  const named = namedDocuments(context);
  const cited = draft.citations.map(({ source }) => corpus.documents.findIndex((other) => other.source === source));
  const byTitle = new Map<string, number>();
  for (const index of named.length > 0 ? named : cited) {
    const title = documentAt(corpus, index).spec.title.toLowerCase();
    if (!byTitle.has(title)) byTitle.set(title, index);
  }
  return [...byTitle.values()].slice(0, MAX_CLASSES);
}

/** At most three questions on what the classes of this answer state and was not asked for, and how they stand to others. */
export function suggestionsFor(context: AnswerContext, draft: Draft): string[] {
  const documents = classesOf(context, draft);
  const [only, ...others] = documents;
  if (only === undefined) return anyDuties(context);
  if (draft.status === 'ambiguous') return choices(context).slice(0, MAX_SUGGESTIONS);
  const [first, ...further] = furtherTopics(context, documents);
  const related = others.length === 0 ? relation(context, only) : undefined;
  return [first, related, ...further].filter((one) => one !== undefined).slice(0, MAX_SUGGESTIONS);
}
