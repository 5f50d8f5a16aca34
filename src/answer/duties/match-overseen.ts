/** Pasted duties that supervise a class by its title: the classes that do, and not the one supervised. */
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { singularOf, wordsOf } from '../../words.ts';
import type { AnswerContext } from '../draft/context.ts';
import { overseersOf } from '../evidence/overseers.ts';
import type { Found } from '../evidence/search.ts';

const { doing } = vocabularyPart<{ doing: { overseenBy: string } }>('questions');
const overseenBy = new RegExp(doing.overseenBy, 'i');
/** How sure a class is that is said to supervise the one named. */
const SURE = 0.8;

const plain = (text: string): string => ` ${wordsOf(text).map(singularOf).join(' ')} `;

const titlesOf = new WeakMap<Corpus, readonly { title: string; words: string }[]>();

/** The titles of an index, longest first, with their words. */
function titlesIn(corpus: Corpus): readonly { title: string; words: string }[] {
  const known = titlesOf.get(corpus);
  if (known !== undefined) return known;
  const titles = corpus.documents.map(({ spec: { title } }) => ({ title, words: plain(title) }));
  titles.sort((a, b) => b.title.length - a.title.length);
  titlesOf.set(corpus, titles);
  return titles;
}

/** The class that a duty supervises, by its longest title; undefined where it supervises none. */
function overseenIn(context: AnswerContext, duty: string): { title: string; documents: number[] } | undefined {
  const said = plain(duty);
  const title = titlesIn(context.corpus).find(({ words }) => words.trim() !== '' && said.includes(words))?.title;
  if (title === undefined) return undefined;
  const first = wordsOf(title)[0] ?? '';
  const at = duty.toLowerCase().indexOf(first);
  if (at < 0 || !overseenBy.test(duty.slice(0, at))) return undefined;
  const documents = context.corpus.documents.flatMap(({ spec }, index) => (spec.title === title ? [index] : []));
  return { title, documents };
}

/** What is found for a duty, without the class that it supervises, and with those that say they supervise it. */
export function withOverseers(context: AnswerContext, duty: string, found: readonly Found[]): Found[] {
  const overseen = overseenIn(context, duty);
  if (overseen === undefined) return [...found];
  const overseers = overseersOf(context.corpus, overseen.title, overseen.documents);
  const others = found.filter(({ document }) => !overseen.documents.includes(document) && !overseers.has(document));
  const sure = [...overseers].flatMap(([document, [statement]]): Found[] =>
    statement === undefined
      ? []
      : [
          {
            ...{ start: statement.start, end: statement.end, heading: statement.heading, document },
            ...{ coverage: 1, similarity: 0, confidence: SURE, standing: [], weights: [], sectionWeight: 1 },
          },
        ],
  );
  return [...sure, ...others].sort((a, b) => b.confidence - a.confidence);
}
