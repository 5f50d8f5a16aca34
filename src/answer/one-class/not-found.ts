/** What to say when the documents don't. */
import type { ClassMention } from '../../domain.ts';
import { normaliseHeading, topicNamed } from '../../vocabulary.ts';
import { type AnswerContext, documentAt, draftOf } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { joined, nameOf, titleOf } from '../draft/names.ts';
import { measureIn } from '../evidence/counts.ts';
import { evidenceOn, stateByWording } from '../evidence/evidence.ts';
import { unknownOverseenLines } from '../evidence/overseen.ts';
import { isExamPart } from '../evidence/particulars.ts';
import { headingOf, labelOf, sentenceAround } from '../reading/spec-view.ts';
import { mayHold, maySay } from '../words/holds.ts';
import { coverage, stemsOf } from '../words/relevance.ts';

/** Topics offered where the one asked for has no neighbours of its own. */
const COMMON_NEIGHBOURS: readonly string[] = ['class-code', 'flsa', 'pay-grade', 'salary'];
/** Topics that a sentence beginning with a class's name answers. */
const DESCRIBING: readonly string[] = ['definition', 'duties', 'distinguishing'];
/** Most neighbours shown. */
const MAX_NEIGHBOURS = 3;
/** Most words named of which nothing is said. */
const MAX_WORDS = 4;
/** Longest passage shown as a neighbour, in characters. */
const MAX_NEIGHBOUR_LENGTH = 300;

function neighbours(context: AnswerContext, document: number, topics: readonly string[]): string[] {
  const source = documentAt(context.corpus, document);
  const near = topics.flatMap((topic) => topicNamed(topic)?.near ?? []);
  const shown: string[] = [];
  for (const topic of new Set([...near, ...COMMON_NEIGHBOURS])) {
    const item = topics.includes(topic)
      ? undefined
      : evidenceOn(source, topic, new Set()).find(
          (entry) => entry.how !== 'mention' && entry.end - entry.start < MAX_NEIGHBOUR_LENGTH,
        );
    if (item !== undefined && shown.length < MAX_NEIGHBOURS)
      shown.push(`${labelOf(topic)} ${context.citer.quote(document, item, item.heading)}`);
  }
  return shown;
}

/** What is stated on the topics themselves, where a particular thing of theirs is not. */
function stated(context: AnswerContext, document: number, topics: readonly string[]): string[] {
  const items = topics.flatMap((topic) =>
    evidenceOn(documentAt(context.corpus, document), topic, new Set())
      .filter((item) => item.end - item.start < MAX_NEIGHBOUR_LENGTH)
      .slice(0, 2)
      .map((item) => ({ topic, item })),
  );
  const shown = items
    .slice(0, MAX_NEIGHBOURS)
    .map(({ topic, item }) => `${labelOf(topic)} ${context.citer.quote(document, item, item.heading)}`);
  return shown.length > 0 ? shown : neighbours(context, document, topics);
}

/** The words asked with that no document has; where each stands in one, all of them together are what is not said. */
function unsaid({ corpus, understanding }: AnswerContext, documents: readonly number[]): string {
  const measured = measureIn(understanding.text);
  const words = understanding.focus.filter(({ word }, _, all) => all.length < 2 || word !== measured);
  const said = documents.map((document) => documentAt(corpus, document).text);
  const strange = words.filter((term) => said.every((text) => coverage([term], text, corpus) === 0));
  const quoted = (strange.length > 0 ? strange : words).slice(0, MAX_WORDS).map(({ word }) => `"${word}"`);
  return strange.length > 0 || quoted.length < 2 ? joined(quoted, 'or') : `${joined(quoted)} together`;
}

/** The classes are there, what was asked of them is not stated; `lacks` names it where only a part of the topic was asked. */
export function notStated(
  context: AnswerContext,
  documents: readonly number[],
  topics: readonly string[],
  lacks?: string,
): Draft {
  const { corpus, understanding } = context;
  const names = joined(documents.map((document) => nameOf(corpus, document)));
  const what =
    lacks !== undefined
      ? lacks
      : topics.length > 0 && !(understanding.weakTopics && understanding.focus.length > 0)
        ? joined(topics.map(labelOf), 'or')
        : unsaid(context, documents);
  const lines = [
    documents.length > 1
      ? `The ${names} specifications state nothing on ${what}.`
      : `The ${names} specification states nothing on ${what}.`,
  ];
  for (const document of documents.slice(0, 3)) {
    const near = lacks === undefined ? neighbours(context, document, topics) : stated(context, document, topics);
    const whose = documents.length > 1 ? ` for ${nameOf(corpus, document)}` : '';
    if (near.length > 0) lines.push(`What it does state${whose}: ${near.join('; ')}.`);
  }
  // What an examination consists of also says what it does not.
  const isTold = lacks !== undefined && isExamPart(lacks) && context.citer.citations.length > 0;
  return draftOf(context, isTold && statesExam(context, documents) ? 'answered' : 'not-found', lines);
}

/** True when every one of some documents states how people are selected. */
function statesExam({ corpus }: AnswerContext, documents: readonly number[]): boolean {
  return documents.every((document) => evidenceOn(documentAt(corpus, document), 'selection', new Set()).length > 0);
}

/** True for a text, in lower case, that has a name by itself: "Clerk II" is no "Clerk I". */
function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + name.length] ?? ' ')) return true;
  return false;
}

/** Where documents speak of a class that none is about: "Clerk IV" in the supervision section of Clerk II. */
function spokenOf(context: AnswerContext, mention: ClassMention): string | undefined {
  const phrase = mention.title.toLowerCase().replace(/^class code /, '');
  if (phrase.length < 4) return undefined;
  for (const [index, document] of context.corpus.documents.entries()) {
    if (!mayHold(document, phrase)) continue;
    const passage = document.spec.passages.find(
      ({ kind, start, end }) =>
        kind !== 'mark' && kind !== 'title' && hasName(document.text.slice(start, end).toLowerCase(), phrase),
    );
    if (passage !== undefined)
      return `${nameOf(context.corpus, index)} mentions it: ${context.citer.quote(index, passage, document.spec.sections[passage.section]?.heading ?? 'Header')}`;
  }
  return undefined;
}

/** Characters behind a class's name in which a field's word is about that class: "Manager (grade 11)". */
const NEAR_NAME = 60;

/** True when a text says a field's own word right behind a class's name. */
function saysBehind(text: string, title: string, name: string): boolean {
  const topic = topicNamed(name);
  const at = text.toLowerCase().indexOf(title.toLowerCase());
  // Pay is an amount; its verbs say other things too: "a Clerk II makes copies".
  if (topic?.type !== 'field' || topic.name === 'salary' || at < 0) return false;
  const behind = ` ${normaliseHeading(text.slice(at + title.length, at + title.length + NEAR_NAME).replace(/[()]/g, ' '))} `;
  return topic.asks.some((ask) => behind.includes(` ${ask} `));
}

/** Passages of other documents that state what was asked of a class without a document of its own: a row of a pay table. */
function statedElsewhere(context: AnswerContext, mention: ClassMention): string[] {
  const own = ` ${normaliseHeading(mention.title)} `;
  // "And" may be written as a sign.
  const ownWords = own.split(' ').filter((word) => word !== 'and');
  const { topics } = context.understanding;
  return context.corpus.documents.flatMap((document, index) => {
    if (!ownWords.every((word) => mayHold(document, word))) return [];
    const { spec, text } = document;
    const found = spec.passages.filter((passage) => {
      const said = text.slice(passage.start, passage.end);
      if (passage.kind === 'title' || passage.kind === 'mark' || !maySay(said, ownWords)) return false;
      const words = ` ${normaliseHeading(said)} `;
      if (!words.includes(own)) return false;
      const describes = words.startsWith(own) && topics.some((topic) => DESCRIBING.includes(topic));
      return describes || topics.some((topic) => stateByWording(topic, said) || saysBehind(said, mention.title, topic));
    });
    return found.slice(0, 2).map((passage) => {
      const span = sentenceAround(spec, passage);
      return `${nameOf(context.corpus, index)} says: ${context.citer.quote(index, span, headingOf(spec, passage.section))}`;
    });
  });
}

/** Lines that say that a class has no specification here, and what is near. */
export function unknownClassLines(context: AnswerContext, mention: ClassMention): string[] {
  const lines = [`There is no specification of ${quotedText(titleOf(mention.title))} here.`];
  const spoken = spokenOf(context, mention);
  if (spoken !== undefined) lines.push(spoken);
  const near = mention.nearest.map((document) => nameOf(context.corpus, document));
  if (near.length > 0) lines.push(`Nearest titles: ${joined([...new Set(near)], 'or')}.`);
  return lines;
}

/** True where the words stand as a name does: first, or behind an article, "of", "for" or "as". */
function haveName(text: string, words: readonly string[]): boolean {
  const any = words.join('|');
  return new RegExp(`^(?:${any})|\\b(?:an?|the|of|for|as|our|my)\\s+(?:${any})(?!\\p{L})`, 'iu').test(text);
}

/** A topic is asked for, of no class: what would help, or that nobody states it. */
function whichClass(context: AnswerContext, topics: readonly string[]): Draft {
  const { documents } = context.corpus;
  const what = topics.map(labelOf);
  const isStated = documents.some((document) =>
    topics.some((topic) => evidenceOn(document, topic, new Set()).length > 0),
  );
  return draftOf(context, 'not-found', [
    isStated
      ? `Which class do you mean? Name it to ask for ${joined(what)}.`
      : `None of the ${documents.length} specifications states anything on ${joined(what, 'or')}.`,
  ]);
}

/** No document is about the class asked for. */
export function answerUnknownClass(context: AnswerContext): Draft {
  const { understanding } = context;
  const unknown = understanding.mentions.filter((mention) => mention.how === 'unknown');
  const [only] = unknown;
  const overseen = only === undefined || unknown.length > 1 ? [] : unknownOverseenLines(context, only.title);
  if (overseen.length > 0) return draftOf(context, 'answered', overseen);
  const elsewhere = only === undefined || unknown.length > 1 ? [] : statedElsewhere(context, only);
  if (only !== undefined && elsewhere.length > 0)
    return draftOf(context, 'answered', [
      `There is no specification of ${quotedText(titleOf(only.title))} itself here.`,
      ...elsewhere,
    ]);
  if (unknown.length > 0)
    return draftOf(
      context,
      'not-found',
      unknown.flatMap((mention) => unknownClassLines(context, mention)),
    );
  const { focus, topics, text } = understanding;
  const isNamed =
    focus.length > 0 &&
    haveName(
      text,
      focus.map(({ word }) => word),
    );
  if (topics.length > 0 && !isNamed) return whichClass(context, topics);
  const words = understanding.focus.slice(0, 5).map((term) => term.word);
  const mention: ClassMention = {
    title: words.join(' '),
    documents: [],
    how: 'unknown',
    nearest: [],
    level: undefined,
    at: 0,
  };
  const documents = context.corpus.documents.flatMap((document, index) =>
    [...stemsOf(document.spec.title)].some((stem) => understanding.focus.some((term) => term.stem === stem))
      ? [index]
      : [],
  );
  return draftOf(context, 'not-found', unknownClassLines(context, { ...mention, nearest: documents.slice(0, 5) }));
}

/** The question is not about job classes. */
export function answerOffTopic(context: AnswerContext): Draft {
  const example = context.corpus.documents[0];
  const tryThis = example === undefined ? '' : ` Try: "What does the ${titleOf(example.spec.title)} do?"`;
  return draftOf(context, 'not-found', [
    `I answer from job class specifications only: duties, qualifications, pay grades, how classes differ.${tryThis}`,
  ]);
}
