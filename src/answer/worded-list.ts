/** Lists by the words of the question: topics whose passages speak of them, and sentences that do. */
import { topicNamed } from '../vocabulary.ts';
import { singularOf, stemOf, wordsOf } from '../words.ts';
import { type AnswerContext, documentAt, draftOf } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { joined, nameOf } from './names.ts';
import { byStrength, listLines, type Qualifying } from './qualifying.ts';
import { bestByDocument, type Found, searchFor } from './search.ts';
import { labelOf } from './spec-view.ts';
import { asksDenied, byTopic, byWords, conditionTerms, denials } from './worded-condition.ts';
import { wording } from './wordings.ts';

/** Classes of which nothing particular is asked are described only when there are few. */
export const MAX_DESCRIBED = 10;

/** Topics that a list by date looks at. */
const DATES: readonly string[] = ['established', 'effective', 'revised', 'open-date'];

/** What a listed class is, in a passage or two. */
export function facts(context: AnswerContext, document: number): Evidence[] {
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
function negated(context: AnswerContext, topic: string, holding: readonly Qualifying[]): string[] {
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

/** A name of several words in capitals inside a question: "Certified Payroll Professional". */
const NAME = /(?<=\S\s+)\p{Lu}[\p{L}\p{N}]+(?:\s+\p{Lu}[\p{L}\p{N}]+)+/gu;

/** A text's words as they are compared with a name's: "Operations" is "Operation". */
const plainWords = (text: string): string => ` ${wordsOf(text).map(singularOf).join(' ')} `;

/** Those that name what the question names, word for word, singular or plural; all where none does. */
function named(context: AnswerContext, found: readonly Qualifying[]): Qualifying[] {
  const names = [...context.understanding.text.matchAll(NAME)].map(([name]) => plainWords(name));
  const says = ({ document, items }: Qualifying): boolean =>
    items.some(({ start, end }) => {
      const text = plainWords(documentAt(context.corpus, document).text.slice(start, end));
      return names.some((name) => text.includes(name));
    });
  const sure = names.length === 0 ? [] : found.filter(says);
  return sure.length > 0 ? sure : [...found];
}

/** The classes whose passages speak of the question's words, on its topics first. */
export async function foundByWording(context: AnswerContext): Promise<Qualifying[]> {
  return named(context, await foundByTerms(context));
}

async function foundByTerms(context: AnswerContext): Promise<Qualifying[]> {
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

/** Confidence from which a statement may be what is asked for, though its words are others (set on the own development questions). */
const MIN_NEAR = 0.42;
/** Most statements shown where none is sure. */
const MAX_NEAR = 4;

/** The statements nearest to a condition that no class states in its words: one a class, by nearness in meaning. */
async function nearestStatements(context: AnswerContext): Promise<Qualifying[]> {
  const terms = conditionTerms(context.understanding.content);
  const found = bestByDocument(await searchFor(context, terms));
  const numbers = context.understanding.text.match(/\d+/g) ?? [];
  /** The rarest word says what is asked for, and so do numbers: a statement without them is about something else. */
  const isOnIt = ({ standing, weights, document, start, end }: Found): boolean => {
    const text = documentAt(context.corpus, document).text.slice(start, end);
    const rarest = standing[weights.indexOf(Math.max(...weights))] ?? 0;
    return rarest > 0 && numbers.every((number) => text.includes(number));
  };
  return found
    .filter((item) => item.confidence >= MIN_NEAR && isOnIt(item))
    .slice(0, MAX_NEAR)
    .map((item) => ({ document: item.document, items: [item] }));
}

/** Nothing states it in words that are recognised: what comes nearest, and no claim that there is none. */
async function unsure(context: AnswerContext): Promise<Draft> {
  const total = context.corpus.documents.length;
  const near = await nearestStatements(context);
  if (near.length === 0)
    return draftOf(context, 'not-found', [
      `I find nothing on that in the ${total} specifications, though they may say it in words that I don't recognise.`,
    ]);
  const lines = near.flatMap(({ document, items }) =>
    items.map((item) => `- ${nameOf(context.corpus, document)}: ${context.citer.quote(document, item, item.heading)}`),
  );
  return draftOf(context, 'not-found', [
    `I find no specification that says that in words I recognise, of ${total}. What comes nearest, for you to judge:`,
    ...lines,
  ]);
}

/** A list by the words of the question alone. */
export async function answerWorded(context: AnswerContext): Promise<Draft> {
  const { corpus, understanding } = context;
  const total = corpus.documents.length;
  const qualifying = await foundByWording(context);
  const topic = understanding.topics.find((name) =>
    corpus.documents.some((document) => evidenceOn(document, name, context.asked).length > 0),
  );
  if (asksDenied(context)) {
    const stated = topic === undefined ? [] : denials(context, topic);
    const denying = stated.length > 0 ? stated : await byWords(context, understanding.content, true);
    if (denying.length > 0)
      return draftOf(
        context,
        'answered',
        listLines(context, denying, `${denying.length} of ${total} specifications say so:`),
      );
    if (topic !== undefined && qualifying.length > 0)
      return draftOf(context, 'answered', negated(context, topic, qualifying));
  }
  if (qualifying.length === 0) return unsure(context);
  const { stated: sure, some, preferred } = byStrength(context, qualifying);
  const lines = [
    ...(sure.length > 0 ? listLines(context, sure, `${sure.length} of ${total} specifications:`) : []),
    ...(some.length > 0 ? ['', ...listLines(context, some, 'For some positions:')] : []),
    ...(preferred.length > 0 ? ['', ...listLines(context, preferred, 'Preferred, not required:')] : []),
  ];
  return lines.length === 0 ? unsure(context) : draftOf(context, 'answered', lines);
}
