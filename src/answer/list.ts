/** Answers which classes qualify: every one that does, none that doesn't, each with the passage that says so. */
import type { FocusTerm } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { topicNamed } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { amountLine, amountsAsked } from './amounts.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { joined, nameOf } from './names.ts';
import { byStrength, listLines, type Qualifying } from './qualifying.ts';
import { coverage } from './relevance.ts';
import { searchFor } from './search.ts';
import { labelOf } from './spec-view.ts';

/** Share of a condition's words that one sentence must speak of (set on the own development questions). */
const MIN_CONDITION = 0.72;
/** The same where the question names alternatives ("a bachelor's or four-year degree"). */
const MIN_EITHER = 0.34;
/** Passages searched for a condition without a topic. */
const LIST_DEPTH = 3_000;
/** Classes that state nothing are described only when there are few. */
const MAX_DESCRIBED = 10;
/** Most passages for one class. */
const MAX_PASSAGES = 2;

/** Words that ask for a field by one of its values. */
const VALUE_ASKS = /exempt|represented|full time|part time|permanent|temporary|salaried/;

/** Topics that a list by date looks at. */
const DATES: readonly string[] = ['established', 'effective', 'revised', 'open-date'];
/** A passage that denies: "No experience is required." */
const DENIAL =
  /\b(?:no|none|not) (?:[\w-]+ ){0,4}(?:required|needed|necessary|eligible)\b|^\W*none\b|: none\b|\b(?:unrepresented|nonrepresented|non-represented|ineligible|excluded)\b/i;
const NEGATION = /\b(?:not|n't|no|without|don't|doesn't|never|lack|lacks|lacking)\b/i;

/** "non-exempt" and "nonexempt" are one word, and not "exempt". */
const joinNegated = (text: string): string =>
  text.replace(/\bnon[-\s]+(?=\p{L})/giu, 'non').replace(/\bun(?=represented)/gi, 'non');

/** Words that a field's value must have, in whole words. */
function hasValue(value: string, terms: readonly FocusTerm[]): boolean {
  const stems = new Set(wordsOf(joinNegated(value)).map(stemOf));
  const isYear = (term: FocusTerm): boolean =>
    /^(?:19|20)\d\d$/.test(term.word) && new RegExp(`[-/](?:${term.word}|${term.word.slice(2)})\\b`).test(value);
  const numbers = terms.filter((term) => /\d/.test(term.word));
  return (numbers.length > 0 ? numbers : terms).every((term) => stems.has(term.stem) || isYear(term));
}

/** The words of a question that a topic's own names do not account for. */
function valueTerms(context: AnswerContext, topic: string): FocusTerm[] {
  const named = topicNamed(topic);
  const asks = named?.type === 'field' ? named.asks.filter((ask) => !VALUE_ASKS.test(ask)) : [];
  const label = new Set(wordsOf(`${labelOf(topic)} ${topic} ${asks.join(' ')}`).map(stemOf));
  const skip = new Set(['list', 'mani', 'state', 'requir', 'requireme', 'need', 'total', 'differ', 'flsa', 'statu']);
  const words = wordsOf(joinNegated(context.understanding.text));
  const content = new Set(context.understanding.content.map((term) => term.stem));
  const terms = words
    .map((word) => ({ word, stem: stemOf(word) }))
    .filter(
      (term) =>
        (content.has(term.stem) || term.word.startsWith('non') || /^\d+$/.test(term.word)) &&
        !label.has(term.stem) &&
        !skip.has(term.stem),
    );
  return [...new Map(terms.map((term) => [term.stem, term])).values()];
}

function byTopic(context: AnswerContext, topic: string): Qualifying[] {
  const terms = valueTerms(context, topic);
  const either = /\bor\b/i.test(context.understanding.text);
  return context.corpus.documents.flatMap((document, index) => {
    const evidence = evidenceOn(document, topic, context.asked).filter((item) => item.block.kind !== 'lead-in');
    const text = (item: Evidence): string => document.text.slice(item.start, item.end);
    const items = evidence.filter(
      (item) =>
        terms.length === 0 ||
        (item.how === 'field'
          ? hasValue(text(item), terms)
          : coverage(terms, `${item.heading} ${text(item)}`, context.corpus) >= (either ? MIN_EITHER : MIN_CONDITION)),
    );
    return items.length === 0 ? [] : [{ document: index, items: items.slice(0, MAX_PASSAGES) }];
  });
}

async function byWords(context: AnswerContext, terms: readonly FocusTerm[], corpus: Corpus): Promise<Qualifying[]> {
  const least = /\bor\b/i.test(context.understanding.text) ? MIN_EITHER : MIN_CONDITION;
  const found = await searchFor(context, terms, LIST_DEPTH);
  const byDocument = new Map<number, Qualifying>();
  for (const item of found) {
    if (item.coverage < least) continue;
    const known = byDocument.get(item.document);
    if (known === undefined) byDocument.set(item.document, { document: item.document, items: [item] });
    else if (known.items.length < MAX_PASSAGES && item.coverage >= 0.95) known.items.push(item);
  }
  return [...byDocument.values()].sort((a, b) => nameOf(corpus, a.document).localeCompare(nameOf(corpus, b.document)));
}

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

/** The classes that deny a topic in so many words. */
function denials(context: AnswerContext, topic: string): Qualifying[] {
  const terms = valueTerms(context, topic);
  const denies = (text: string): boolean =>
    DENIAL.test(text) && (terms.length === 0 || coverage(terms, text, context.corpus) >= MIN_EITHER);
  return context.corpus.documents.flatMap((source, document) => {
    const items = evidenceOn(source, topic, context.asked).filter((item) =>
      denies(source.text.slice(item.start, item.end)),
    );
    return items.length === 0 ? [] : [{ document, items: items.slice(0, MAX_PASSAGES) }];
  });
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
  const worded = stated.some((name) => topicNamed(name)?.type === 'section')
    ? await byWords(context, understanding.content, corpus)
    : [];
  const found = titled ?? merged([...stated.map((name) => byTopic(context, name)), worded]);
  const qualifying =
    found.length > 0 || titled !== undefined ? found : await byWords(context, understanding.content, corpus);
  if (topic !== undefined && !understanding.topics.includes('preferred') && NEGATION.test(understanding.text)) {
    const denying = denials(context, topic);
    if (denying.length > 0)
      return draftOf(
        context,
        'answered',
        listLines(context, denying, `${denying.length} of ${total} specifications say so:`),
      );
    if (qualifying.length > 0) return draftOf(context, 'answered', negated(context, topic, qualifying));
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
