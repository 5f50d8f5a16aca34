/** Which classes state a duty in the very words of the question, every one of them. */
import type { Passage, Span } from '../../domain.ts';
import { isStopWord } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt, draftOf } from '../draft/context.ts';
import type { Draft } from '../draft/draft.ts';
import { excerpt } from '../draft/excerpt.ts';
import { nameOf } from '../draft/names.ts';
import { headingOf, sentenceAround, topicsAround } from '../reading/spec-view.ts';
import { isOnWork } from './profile.ts';

/** A class and the sentence on its work that has the words. */
export interface Verbatim extends Span {
  document: number;
  heading: string;
}

/** Words in a row, but for grammar, that are no chance. */
const MIN_WORDS = 4;
/** Passages looked at: whether any has the words, and then every one that may. */
const FIRST_LOOK = 20;
const DEPTH = 1_000;
/** Most classes shown with their sentence; of the others the names, and beyond that only their number. */
const MAX_SHOWN = 4;
const MAX_NAMED = 60;

const telling = (text: string): string[] => wordsOf(text).filter((word) => !isStopWord(word));
/** Words as one run of stems, with a space around each. */
const runOf = (words: readonly string[]): string => ` ${words.map(stemOf).join(' ')} `;

/** The classes whose work is stated in the question's very words, by name; none where the words are too few. */
export async function statedVerbatim(
  context: AnswerContext,
  among: ReadonlySet<number> | undefined,
): Promise<Verbatim[]> {
  const { corpus, understanding } = context;
  const own = new Set(understanding.content.flatMap(({ stem }) => stem.split(' ')));
  const words = telling(understanding.text).filter((word) => own.has(stemOf(word)));
  if (words.length < MIN_WORDS) return [];
  const run = runOf(words);
  const lookedAt = async (limit: number): Promise<Verbatim[]> => {
    const found = new Map<number, Verbatim>();
    for (const hit of await corpus.retriever.search(
      words.join(' '),
      among === undefined ? { limit } : { limit, documents: among },
    )) {
      const { spec, text } = documentAt(corpus, hit.document);
      const passage: Passage | undefined = spec.passages[hit.passage];
      if (passage === undefined || found.has(hit.document) || !isOnWork(topicsAround(spec, passage.section))) continue;
      const span = sentenceAround(spec, passage);
      if (!runOf(telling(text.slice(span.start, span.end))).includes(run)) continue;
      found.set(hit.document, { ...span, document: hit.document, heading: headingOf(spec, passage.section) });
    }
    return [...found.values()];
  };
  if ((await lookedAt(FIRST_LOOK)).length === 0) return [];
  const { compare } = new Intl.Collator('en');
  return (await lookedAt(DEPTH)).sort((a, b) => compare(nameOf(corpus, a.document), nameOf(corpus, b.document)));
}

/** Those classes: the first few with their sentence, the others by name. */
export function answerVerbatim(context: AnswerContext, stated: readonly Verbatim[]): Draft {
  const { corpus, citer } = context;
  const quoted = stated
    .slice(0, MAX_SHOWN)
    .map((item) => `- **${nameOf(corpus, item.document)}**: ${excerpt(context, item.document, item)}`);
  const others = stated.slice(MAX_SHOWN);
  const names = others
    .slice(0, MAX_NAMED)
    .map((item) => `${nameOf(corpus, item.document)} ${citer.cite(item.document, item, item.heading)}`);
  const more = others.length > names.length ? `, and ${others.length - names.length} more` : '';
  return draftOf(context, 'answered', [
    `${stated.length} of ${corpus.documents.length} specifications say so in these words:`,
    ...quoted,
    ...(others.length === 0
      ? []
      : ['', `${others.length} further specifications say the same: ${names.join(', ')}${more}.`]),
  ]);
}
