/** Answers which classes qualify: every one that does, none that doesn't, each with the passage that says so. */

import { byPay, PAY_NOTE, type PayAsked, payOf } from '../conditions/amounts.ts';
import { SUCH_A_TITLE, strangeGovernment } from '../conditions/scope.ts';
import { type Condition, isSilent } from '../conditions/verdict.ts';
import { type AnswerContext, createContext, documentAt, draftOf, knownMentions } from '../draft/context.ts';
import { type Draft, quotedText } from '../draft/draft.ts';
import { joined, nameOf } from '../draft/names.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { labelOf } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { answerCatalog, asksForAll, titleItems } from './catalog.ts';
import type { ListAsked } from './conditions.ts';
import { withoutFrames } from './framing.ts';
import { type Mode, modeOf, type Outcome, outcomeOf } from './judge.ts';
import { listLines, type Qualifying } from './qualifying.ts';
import { documentsOf, type Read, readAsked } from './read-asked.ts';
import { answerLiteral, answerWorded, facts, MAX_DESCRIBED } from './worded-list.ts';

/** Most classes that state nothing are named; of more only the number is said. Where what is not so is asked for, more. */
const MAX_SILENT = 3;
const MAX_SILENT_DENIED = 15;
/** Most values of a field are told where none is the one asked for. */
const MAX_VALUES = 40;

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
    ...(asked.pay !== undefined ? [] : silentLines(context, asked, silent)),
  ]);
}

/**
 * Who states nothing, and on what. Their names stand beside those that qualify: only where they may be what is asked for,
 * or where specifications usually state a value and few do not. A class that speaks of the topic in words that tell no
 * value is not said to state nothing.
 */
function silentLines(context: AnswerContext, { groups }: ListAsked, silent: readonly Qualifying[]): string[] {
  const { corpus } = context;
  const conditions = groups.flat().map(({ condition }) => condition);
  const isDenied = groups.flat().some(({ negated }) => negated);
  const isLabelled = ({ topic, about }: Condition): boolean => topic !== undefined && about === labelOf(topic);
  const speaks = (condition: Condition, document: number): boolean =>
    isLabelled(condition) && evidenceOn(documentAt(corpus, document), condition.topic ?? '', context.asked).length > 0;
  const isSilentOn = (condition: Condition, document: number): boolean =>
    (conditions.length === 1 || isSilent(condition.judge(document))) && (isDenied || !speaks(condition, document));
  const told = silent.map(({ document }) => ({
    document,
    on: conditions.filter((condition) => isSilentOn(condition, document)),
  }));
  const shown = told.filter(({ on }) => on.length > 0);
  if (shown.length === 0) return [];
  const on = [...new Set(shown.flatMap((item) => item.on))];
  const most = isDenied
    ? MAX_SILENT_DENIED
    : on.every((condition) => condition.isUsual === true || isLabelled(condition))
      ? MAX_SILENT
      : 0;
  const names =
    shown.length > most
      ? `${shown.length} specification${shown.length === 1 ? '' : 's'}`
      : joined(shown.map(({ document }) => nameOf(corpus, document)));
  const about = [...new Set(on.map((condition) => condition.about))];
  return ['', `Nothing is stated on ${joined(about, 'or')} by: ${names}.`];
}

/** Nobody states it. Where the question asks for what is not so, those that state nothing are the answer. */
function silentOnly(context: AnswerContext, asked: ListAsked, silent: readonly Qualifying[]): Draft {
  if (silent.length === 0 || !asked.groups.flat().some((one) => one.negated)) return none(context, asked);
  return draftOf(context, 'answered', [
    'No specification says in so many words that it is not so.',
    ...silentLines(context, asked, silent).slice(1),
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

/**
 * The classes whose documents say the whole in nearly the question's words, where conditions are read into some of them
 * alone: what one passage says is surer than that two of a document say a part each.
 */
async function answerWhole(context: AnswerContext, asked: Read): Promise<Draft | undefined> {
  const { corpus, understanding } = context;
  const compares = asked.pay !== undefined || wording('compares').test(understanding.text);
  if (asked.rest.length === 0 || asked.groups.length === 0 || compares) return undefined;
  if (asked.groups.flat().some(({ negated }) => negated)) return undefined;
  const own = { ...createContext(corpus, { ...understanding, text: asked.within }), retrieved: context.retrieved };
  return answerLiteral(own, asked.scopes.length === 0 ? {} : { documents: documentsOf(context, asked.scopes) });
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
  // "Police classes that are unarmed": where no title says so and does it, the words may be of what the class is.
  const isTitled =
    named.length === 0 && asked.scopes.length > 0 && asked.scopes.every(({ about }) => about === SUCH_A_TITLE);
  if (isTitled && asked.unspoken.length > 0 && asked.groups.length === 0 && asked.pay === undefined) {
    const worded = await answerWorded(context);
    if (worded.status === 'answered') return worded;
  }
  if (asked.groups.length > 0 || asked.scopes.length > 0 || asked.pay !== undefined)
    return (await answerWhole(context, asked)) ?? structured(context, asked);
  return asksForAll(context) ? answerCatalog(context) : answerWorded(context);
}
