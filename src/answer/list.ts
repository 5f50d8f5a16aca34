/** Answers which classes qualify: every one that does, none that doesn't, each with the passage that says so. */
import { topicNamed } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { amountLine, amountsAsked } from './amounts.ts';
import { asksDenied, byTopic, byWords, denials } from './condition.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { joined, nameOf } from './names.ts';
import { byStrength, listLines, type Qualifying } from './qualifying.ts';
import { labelOf } from './spec-view.ts';

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
  const word =
    /\b(?:with|have|has|having|containing|contain)\s+(?:the word\s+)?["“']?([\p{L}-]+)["”']?\s+in\s+(?:the|their|its)\s+(?:title|name)/iu.exec(
      context.understanding.text,
    )?.[1];
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

/** The answer to "which classes …". */
export async function answerList(context: AnswerContext): Promise<Draft> {
  const { corpus, understanding } = context;
  const total = corpus.documents.length;
  const amounts = amountsAsked(understanding.text);
  if (amounts !== undefined) return amountLine(context, amounts);
  const named = knownMentions(context).filter((mention) => mention.how === 'title');
  if (named.length > 0 && understanding.topics.length === 0 && understanding.focus.length === 0) {
    const documents = named.flatMap((mention) => mention.documents);
    const items = documents.flatMap((document) => {
      const span = documentAt(corpus, document).spec.titleSpan;
      return span === undefined ? [] : [{ document, items: [{ ...span, heading: 'Title' }] }];
    });
    return draftOf(context, 'answered', listLines(context, items, `${items.length} of ${total} specifications:`));
  }
  const dated = understanding.topics.length === 0 && /\b(?:19|20)\d\d\b/.test(understanding.text);
  const stated = (dated ? DATES : understanding.topics).filter((name) =>
    corpus.documents.some((document) => evidenceOn(document, name, context.asked).length > 0),
  );
  const [topic] = stated;
  const titled = byTitle(context);
  const worded = stated.some((name) => topicNamed(name)?.type === 'section' || name === 'hours')
    ? await byWords(context, understanding.content)
    : [];
  const found = titled ?? merged([...stated.map((name) => byTopic(context, name)), worded]);
  const byValue =
    stated.length > 0 && stated.every((name) => topicNamed(name)?.type === 'field') && /\d/.test(understanding.text);
  const settled = found.length > 0 || titled !== undefined || byValue;
  const qualifying = settled ? found : await byWords(context, understanding.content);
  if (asksDenied(context)) {
    const stating = topic === undefined ? [] : denials(context, topic);
    const denying = stating.length > 0 ? stating : await byWords(context, understanding.content, true);
    if (denying.length > 0)
      return draftOf(
        context,
        'answered',
        listLines(context, denying, `${denying.length} of ${total} specifications say so:`),
      );
    if (topic !== undefined && qualifying.length > 0)
      return draftOf(context, 'answered', negated(context, topic, qualifying));
  }
  const none = `None of the ${total} specifications states that.`;
  if (qualifying.length === 0) return draftOf(context, 'not-found', [none]);
  const { stated: sure, some, preferred } = byStrength(context, qualifying);
  const lines = [
    ...(sure.length > 0 ? listLines(context, sure, `${sure.length} of ${total} specifications:`) : []),
    ...(some.length > 0 ? ['', ...listLines(context, some, 'For some positions:')] : []),
    ...(preferred.length > 0 ? ['', ...listLines(context, preferred, 'Preferred, not required:')] : []),
  ];
  return lines.length === 0 ? draftOf(context, 'not-found', [none]) : draftOf(context, 'answered', lines);
}
