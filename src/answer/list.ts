/** Answers which classes qualify: every one that does, none that doesn't, each with the passage that says so. */

import type { FocusTerm } from '../domain.ts';
import { topicNamed } from '../vocabulary.ts';
import { byPay, PAY_NOTE, type PayAsked, payOf } from './amounts.ts';
import { answerCatalog, asksForAll, titleItems } from './catalog.ts';
import { type Asked, conditionsIn, type ListAsked } from './conditions.ts';
import { type AnswerContext, documentAt, draftOf, knownMentions } from './context.ts';
import { type Draft, quotedText } from './draft.ts';
import { evidenceOn } from './evidence.ts';
import { withoutFrames } from './framing.ts';
import { type Mode, modeOf, type Outcome, outcomeOf } from './judge.ts';
import { joined, nameOf } from './names.ts';
import { byStrength, listLines, type Qualifying } from './qualifying.ts';
import { strangeGovernment } from './scope.ts';
import { labelOf } from './spec-view.ts';
import { type Condition, NOTHING, stating } from './verdict.ts';
import { answerWorded, facts, foundByWording, MAX_DESCRIBED } from './worded-list.ts';
import { wording } from './wordings.ts';

/** Most classes that state nothing are named; of more only the number is said. Where what is not so is asked for, more. */
const MAX_SILENT = 3;
const MAX_SILENT_DENIED = 15;
/** Most values of a field are told where none is the one asked for. */
const MAX_VALUES = 40;

/** The condition that a topic is stated at all. */
function statedCondition(context: AnswerContext, topic: string): Condition {
  return {
    about: labelOf(topic),
    topic,
    silence: true,
    judge: (index) =>
      stating(
        'required',
        evidenceOn(documentAt(context.corpus, index), topic, context.asked)
          .filter((item) => item.how !== 'mention')
          .slice(0, 2),
      ),
  };
}

/** The condition that passages speak of words that no other condition has taken; undefined where none does. */
async function wordsCondition(context: AnswerContext, asked: ListAsked): Promise<Condition | undefined> {
  const { understanding } = context;
  const inner = {
    ...context,
    understanding: { ...understanding, text: asked.text, content: asked.rest, focus: asked.rest, topics: asked.topics },
  };
  const parts = byStrength(context, await foundByWording(inner));
  const itemsOf = (found: readonly Qualifying[], document: number) =>
    found.find((item) => item.document === document)?.items ?? [];
  if (parts.stated.length + parts.some.length + parts.preferred.length === 0) return undefined;
  return {
    about: 'that',
    topic: undefined,
    judge: (index) => ({
      ...NOTHING,
      required: itemsOf(parts.stated, index),
      some: itemsOf(parts.some, index),
      preferred: itemsOf(parts.preferred, index),
    }),
  };
}

/** Topics of which "no …" asks for what is not so: no union, no subordinates. */
const DENIABLE: readonly string[] = ['bargaining-unit', 'supervision', 'supervision-exercised'];

/** "Which don't state …": asks for silence on a topic, not for what is not so. */
function asksSilence({ understanding }: AnswerContext): string[] {
  const match = wording('unstated').exec(understanding.text);
  if (match === null) return [];
  const says = wording('states').test(match[0]);
  const has = wording('hasNone').test(match[0]);
  return understanding.topics.filter(
    (topic) => !(has && DENIABLE.includes(topic)) && (says || topicNamed(topic)?.type === 'field'),
  );
}

/** What a list's question asks, and the words of it that no specification speaks of. */
interface Read extends ListAsked {
  unspoken: readonly FocusTerm[];
}

async function readAsked(context: AnswerContext): Promise<Read> {
  const asked = conditionsIn(context);
  const silent = asksSilence(context);
  if (silent.length > 0)
    return {
      ...asked,
      unspoken: [],
      rest: [],
      groups: [silent.map((topic) => ({ condition: statedCondition(context, topic), negated: true }))],
    };
  const structured = asked.groups.length > 0 || asked.scopes.length > 0 || asked.pay !== undefined;
  if (!structured) return { ...asked, unspoken: [] };
  const more: Asked[] = [];
  const worded = asked.rest.length > 0 ? await wordsCondition(context, asked) : undefined;
  const unspoken = worded === undefined ? asked.rest : [];
  if (worded !== undefined) more.push({ condition: worded, negated: false });
  else if (asked.rest.length > 0) return { ...asked, unspoken };
  else if (asked.groups.length === 0 && asked.pay === undefined)
    more.push(...asked.topics.map((topic) => ({ condition: statedCondition(context, topic), negated: false })));
  if (more.length === 0) return { ...asked, unspoken };
  if (asked.restIsOther) return { ...asked, unspoken, groups: [...asked.groups, more] };
  return {
    ...asked,
    unspoken,
    groups: asked.groups.length === 0 ? [more] : asked.groups.map((group) => [...group, ...more]),
  };
}

/** What none of the classes states, and what they state instead. */
function none(context: AnswerContext, { groups }: ListAsked): Draft {
  const total = context.corpus.documents.length;
  const lines = [`None of the ${total} specifications states that.`];
  for (const { condition } of groups.flat()) {
    const values = condition.values?.() ?? [];
    if (values.length > 0 && values.length <= MAX_VALUES)
      lines.push(`Stated for ${condition.about}: ${values.join(', ')}.`);
  }
  return draftOf(context, 'not-found', lines);
}

/** The lines of a structured list. */
function listed(context: AnswerContext, asked: Read, outcomes: readonly Outcome[]): Draft {
  const { corpus } = context;
  const total = corpus.documents.length;
  const of = (holds: Outcome['holds']): Qualifying[] =>
    outcomes
      .filter((outcome) => outcome.holds === holds)
      .map((outcome) =>
        outcome.items.length > 0 ? outcome : { ...outcome, items: titleItems(corpus, outcome.document) },
      );
  let sure = of('yes');
  let some = of('some');
  const preferred = of('preferred');
  if (asked.pay !== undefined) {
    sure = ordered(context, asked.pay, [...sure, ...some]);
    some = [];
  }
  if (sure.length + some.length + preferred.length === 0) return silentOnly(context, asked, of('silent'));
  const notes = [
    ...new Set([
      ...asked.groups.flat().flatMap(({ condition }) => condition.note ?? []),
      ...(asked.pay ? [PAY_NOTE] : []),
    ]),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  const lead = `${sure.length} of ${total} specifications${note}:`;
  const someLead = asked.groups.flat().some(({ condition }) => condition.topic === 'salary')
    ? 'In part:'
    : 'For some positions:';
  const silent = of('silent');
  const about = [...new Set(asked.groups.flat().map(({ condition }) => condition.about))];
  const apart = asked.unspoken.map(({ word }) => `"${word}"`);
  const without =
    apart.length === 0
      ? []
      : [`I find nothing on ${joined(apart, 'or')} in the ${total} specifications. By the rest of the question:`, ''];
  return draftOf(context, apart.length === 0 ? 'answered' : 'not-found', [
    ...without,
    ...(sure.length > 0
      ? listLines(context, sure, lead)
      : [`None of the ${total} specifications states it of everyone.`]),
    ...(some.length > 0 ? ['', ...listLines(context, some, someLead)] : []),
    ...(preferred.length > 0 ? ['', ...listLines(context, preferred, 'Preferred, not required:')] : []),
    ...(silent.length === 0 || asked.pay !== undefined ? [] : ['', silentLine(context, asked, silent, about)]),
  ]);
}

/** Who states nothing. Their names stand beside those that qualify: only where they may be what is asked for, or are few. */
function silentLine(
  { corpus }: AnswerContext,
  { groups }: ListAsked,
  silent: readonly Qualifying[],
  about: readonly string[],
): string {
  const most = groups.flat().some(({ negated }) => negated) ? MAX_SILENT_DENIED : MAX_SILENT;
  const names =
    silent.length > most
      ? `${silent.length} specifications`
      : joined(silent.map(({ document }) => nameOf(corpus, document)));
  return `Nothing is stated on ${joined(about, 'or')} by: ${names}.`;
}

/** Nobody states it. Where the question asks for what is not so, those that state nothing are the answer. */
function silentOnly(context: AnswerContext, asked: ListAsked, silent: readonly Qualifying[]): Draft {
  const conditions = asked.groups.flat();
  if (silent.length === 0 || !conditions.some((one) => one.negated)) return none(context, asked);
  const about = [...new Set(conditions.map(({ condition }) => condition.about))];
  return draftOf(context, 'answered', [
    'No specification says in so many words that it is not so.',
    silentLine(context, asked, silent, about),
  ]);
}

/** Classes in the order of their pay, with the passages that state it. */
function ordered({ corpus }: AnswerContext, pay: PayAsked, found: readonly Qualifying[]): Qualifying[] {
  const documents = found.map(({ document }) => document);
  return byPay(corpus, documents, pay).map((document) => ({
    document,
    items: payOf(documentAt(corpus, document))?.items ?? [],
  }));
}

function structured(context: AnswerContext, asked: Read): Draft {
  const mode: Mode = modeOf(context.understanding.text);
  const outcomes = context.corpus.documents.map((_, document) => outcomeOf(document, asked, mode));
  const isPlain = asked.groups.length === 0 && asked.pay === undefined;
  if (!isPlain || outcomes.filter(({ holds }) => holds === 'yes').length > MAX_DESCRIBED)
    return listed(context, asked, outcomes);
  // Asked for by their titles alone: what each of the few is says more than its title.
  const described = ({ document, holds, items }: Outcome): Outcome => ({
    document,
    holds,
    items: holds === 'yes' ? [...items, ...facts(context, document)] : items,
  });
  return listed(context, asked, outcomes.map(described));
}

/** The answer to "which classes …". */
export async function answerList(asking: AnswerContext): Promise<Draft> {
  const { corpus } = asking;
  const understanding = withoutFrames(asking.understanding);
  const context = { ...asking, understanding };
  const total = corpus.documents.length;
  const strange = strangeGovernment(corpus, understanding.text);
  if (strange !== undefined)
    return draftOf(context, 'not-found', [`None of the ${total} specifications names ${quotedText(strange)}.`]);
  const asked = await readAsked(context);
  const named = knownMentions(context).filter((mention) => mention.how === 'title');
  if (
    asked.scopes.length === 0 &&
    named.length > 0 &&
    understanding.topics.length === 0 &&
    understanding.focus.length === 0
  ) {
    const documents = named.flatMap((mention) => mention.documents);
    const items = documents.map((document) => ({ document, items: titleItems(corpus, document) }));
    return draftOf(context, 'answered', listLines(context, items, `${items.length} of ${total} specifications:`));
  }
  if (asked.groups.length > 0 || asked.scopes.length > 0 || asked.pay !== undefined) return structured(context, asked);
  return asksForAll(context) ? answerCatalog(context) : answerWorded(context);
}
