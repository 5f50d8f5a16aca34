/** Lists by the words of the question: topics whose passages speak of them, and sentences that do. */
import { topicNamed } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt, draftOf } from '../draft/context.ts';
import type { Draft } from '../draft/draft.ts';
import { joined, nameOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { labelOf } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { slotsOf } from './condition-words.ts';
import { byStrength, listLines, type Qualifying } from './qualifying.ts';
import { asksDenied, byTopic, byWords, denials, type Worded } from './worded-condition.ts';

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

/** What is looked for in the words of a question, where other conditions have taken the rest. */
export interface Among {
  /** The only terms that count. */
  among?: ReadonlySet<string>;
  /** The only documents that count. */
  documents?: ReadonlySet<number>;
}

/** Share of the documents from which a topic that they state tells none of them apart. */
const EVERYWHERE = 0.6;

/** The classes that a question's words hold for: by the topics it names, or by what the documents say. */
export async function foundByWording(context: AnswerContext, looked: Among = {}): Promise<Worded> {
  const { corpus, understanding } = context;
  const dated = understanding.topics.length === 0 && /\b(?:19|20)\d\d\b/.test(understanding.text);
  const stated = (dated ? DATES : understanding.topics).filter((name) =>
    corpus.documents.some((document) => evidenceOn(document, name, context.asked).length > 0),
  );
  const titled = byTitle(context);
  if (titled !== undefined) return { holding: titled, near: [] };
  const found = merged(stated.map((name) => byTopic(context, name)));
  const sections = stated.some((name) => topicNamed(name)?.type === 'section' || name === 'hours');
  const byValue = stated.length > 0 && !sections && /\d/.test(understanding.text);
  const telling = slotsOf(corpus, understanding, looked.among).filter(({ tells }) => tells);
  const isNamed = telling.every(({ topics }) => topics.length > 0);
  const isSettled = found.length > 0 && (!sections || isNamed);
  const among = found.filter(({ document }) => looked.documents?.has(document) !== false);
  // What nearly every document states is not what tells some of them apart.
  const isEverywhere = found.length > corpus.documents.length * EVERYWHERE && !isNamed && !asksDenied(context);
  if (byValue || (isSettled && !isEverywhere)) return { holding: among, near: [] };
  const worded = await byWords(context, looked);
  if (isSettled && worded.holding.length === 0) return { holding: among, near: [] };
  return worded.holding.length > 0 ? worded : { holding: found, near: worded.near };
}

/** How much of a condition a statement says that may be what is asked for, though its words are others. */
const MIN_NEAR = 0.4;
/** Most statements shown where none is sure. */
const MAX_NEAR = 4;

/** Nothing states it in words that are recognised: what comes nearest, and no claim that there is none. */
function unsure(context: AnswerContext, { near }: Worded): Draft {
  const total = context.corpus.documents.length;
  const shown = near.filter(({ score }) => score >= MIN_NEAR).slice(0, MAX_NEAR);
  if (shown.length === 0)
    return draftOf(context, 'not-found', [
      `I find nothing on that in the ${total} specifications, though they may say it in words that I don't recognise.`,
    ]);
  const lines = shown.map(
    (item) => `- ${nameOf(context.corpus, item.document)}: ${context.citer.quote(item.document, item, item.heading)}`,
  );
  return draftOf(context, 'not-found', [
    `I find no specification that says that in words I recognise, of ${total}. What comes nearest, for you to judge:`,
    ...lines,
  ]);
}

/** How much of a condition a statement says that says it in nearly the question's own words. */
const LITERAL = 0.85;

/** The classes whose documents say nearly word for word what is asked; undefined where none does. */
export async function answerLiteral(context: AnswerContext, looked: Among): Promise<Draft | undefined> {
  const { holding, near } = await byWords(context, looked);
  if ((near[0]?.score ?? 0) < LITERAL || holding.length === 0) return undefined;
  return listedByStrength(context, holding);
}

/** The classes a condition holds for, apart where it holds of some positions or as a preference alone; undefined for none. */
function listedByStrength(context: AnswerContext, qualifying: readonly Qualifying[]): Draft | undefined {
  const parts = byStrength(context, qualifying);
  const { some } = parts;
  // "Required for some positions" asks for neither what all must have nor what is only wished for.
  const areSome = some.length > 0 && wording('onlySome').test(context.understanding.text);
  const { stated, preferred } = areSome ? { stated: [], preferred: [] } : parts;
  const lead = `${stated.length} of ${context.corpus.documents.length} specifications:`;
  const lines = [
    ...(stated.length > 0 ? listLines(context, stated, lead) : []),
    ...(some.length > 0 ? ['', ...listLines(context, some, 'For some positions:')] : []),
    ...(preferred.length > 0 ? ['', ...listLines(context, preferred, 'Preferred, not required:')] : []),
  ];
  return lines.length === 0 ? undefined : draftOf(context, 'answered', lines);
}

/** A list by the words of the question alone. */
export async function answerWorded(context: AnswerContext): Promise<Draft> {
  const { corpus, understanding } = context;
  const total = corpus.documents.length;
  const worded = await foundByWording(context);
  const qualifying = worded.holding;
  const topic = understanding.topics.find((name) =>
    corpus.documents.some((document) => evidenceOn(document, name, context.asked).length > 0),
  );
  if (asksDenied(context)) {
    const stated = topic === undefined ? [] : denials(context, topic);
    const denying = stated.length > 0 ? stated : (await byWords(context, { denied: true })).holding;
    if (denying.length > 0)
      return draftOf(
        context,
        'answered',
        listLines(context, denying, `${denying.length} of ${total} specifications say so:`),
      );
    if (topic !== undefined && qualifying.length > 0)
      return draftOf(context, 'answered', negated(context, topic, qualifying));
  }
  if (qualifying.length === 0) return unsure(context, worded);
  return listedByStrength(context, qualifying) ?? unsure(context, worded);
}
