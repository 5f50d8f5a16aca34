/** Lists by the words of the question: topics whose passages speak of them, and sentences that do. */
import { topicNamed } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { type AnswerContext, documentAt } from './context.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { joined, nameOf } from './names.ts';
import type { Qualifying } from './qualifying.ts';
import { labelOf } from './spec-view.ts';
import { byTopic, byWords, conditionTerms } from './worded-condition.ts';
import { wording } from './wordings.ts';

/** Classes that state nothing are described only when there are few. */
const MAX_DESCRIBED = 10;

/** Topics that a list by date looks at. */
const DATES: readonly string[] = ['established', 'effective', 'revised', 'open-date'];

/** What a listed class is, in a passage or two. */
function facts(context: AnswerContext, document: number): Evidence[] {
  const source = documentAt(context.corpus, document);
  return ['class-code', 'definition'].flatMap((topic) =>
    evidenceOn(source, topic, new Set())
      .filter((item) => item.block.kind !== 'lead-in')
      .slice(0, 1),
  );
}

/** The titles with a word that the question says stands in them: "with Zoo in the title". */
function byTitle(context: AnswerContext): Qualifying[] | undefined {
  const word = wording('inTitle').exec(context.understanding.text)?.[1];
  if (word === undefined) return undefined;
  return context.corpus.documents.flatMap(({ spec }, document) =>
    wordsOf(spec.title).map(stemOf).includes(stemOf(word.toLowerCase())) && spec.titleSpan !== undefined
      ? [{ document, items: [{ ...spec.titleSpan, heading: 'Title' }, ...facts(context, document)] }]
      : [],
  );
}

/** The classes that a condition does not hold for, with what they state instead, and those that state nothing. */
export function negated(context: AnswerContext, topic: string, holding: readonly Qualifying[]): string[] {
  const { corpus, citer } = context;
  const held = new Set(holding.map((item) => item.document));
  const others = corpus.documents.flatMap((_, document) => (held.has(document) ? [] : [document]));
  const silent: string[] = [];
  const lines = others.flatMap((document) => {
    const item = evidenceOn(documentAt(corpus, document), topic, context.asked)[0];
    if (item === undefined) silent.push(nameOf(corpus, document));
    const instead = item ?? (others.length <= MAX_DESCRIBED ? facts(context, document)[0] : undefined);
    if (item === undefined && instead !== undefined)
      return [
        `- **${nameOf(corpus, document)}** states nothing on it: ${citer.quote(document, instead, instead.heading)}`,
      ];
    return item === undefined
      ? []
      : [`- **${nameOf(corpus, document)}**: ${citer.quote(document, item, item.heading)}`];
  });
  return [
    `${others.length} of ${corpus.documents.length} specifications do not state it.`,
    ...lines,
    ...(silent.length === 0 ? [] : ['', `They state nothing on ${labelOf(topic)}: ${joined(silent)}.`]),
  ];
}

/** Classes that qualify by any of several topics, once each, in the index's order. */
function merged(lists: readonly (readonly Qualifying[])[]): Qualifying[] {
  const byDocument = new Map<number, Qualifying>();
  for (const item of lists.flat()) if (!byDocument.has(item.document)) byDocument.set(item.document, item);
  return [...byDocument.values()].sort((a, b) => a.document - b.document);
}

/** The classes whose passages speak of the question's words, on its topics first. */
export async function foundByWording(context: AnswerContext): Promise<Qualifying[]> {
  const { corpus, understanding } = context;
  const dated = understanding.topics.length === 0 && /\b(?:19|20)\d\d\b/.test(understanding.text);
  const stated = (dated ? DATES : understanding.topics).filter((name) =>
    corpus.documents.some((document) => evidenceOn(document, name, context.asked).length > 0),
  );
  const terms = conditionTerms(understanding.content);
  const titled = byTitle(context);
  if (titled !== undefined) return titled;
  const sections = stated.some((name) => topicNamed(name)?.type === 'section' || name === 'hours');
  const worded = sections ? await byWords(context, terms) : [];
  const found = merged([...stated.map((name) => byTopic(context, name)), worded]);
  const byValue =
    stated.length > 0 && stated.every((name) => topicNamed(name)?.type === 'field') && /\d/.test(understanding.text);
  return found.length > 0 || byValue ? found : byWords(context, terms);
}
