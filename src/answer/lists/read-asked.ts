/** What a list's question asks: its conditions, and the words that belong to none as one more. */
import type { FocusTerm } from '../../domain.ts';
import { topicNamed } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { SUCH_A_TITLE } from '../conditions/scope.ts';
import { type Condition, NOTHING, stating } from '../conditions/verdict.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { labelOf } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { titleItems } from './catalog.ts';
import { type Asked, conditionsIn, type ListAsked } from './conditions.ts';
import { modeOf, outcomeOf } from './judge.ts';
import { byStrength, type Qualifying } from './qualifying.ts';
import { foundByWording } from './worded-list.ts';

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

/** The documents that a question is about, by all its scopes. */
export const documentsOf = ({ corpus }: AnswerContext, scopes: readonly Condition[]): ReadonlySet<number> =>
  new Set(
    [...corpus.documents.keys()].filter((index) => scopes.every((scope) => scope.judge(index).required.length > 0)),
  );

/** The condition that passages speak of words that no other condition has taken; undefined where none does. */
async function wordsCondition(context: AnswerContext, asked: ListAsked): Promise<Condition | undefined> {
  const { understanding } = context;
  const inner = {
    ...context,
    understanding: { ...understanding, text: asked.text, content: asked.rest, focus: asked.rest, topics: asked.topics },
  };
  const looked = {
    among: new Set(asked.rest.map(({ stem }) => stem)),
    ...(asked.scopes.length === 0 ? {} : { documents: documentsOf(context, asked.scopes) }),
  };
  const parts = byStrength(context, (await foundByWording(inner, looked)).holding);
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

/** What stands before words that are said beside a condition: "… - cable people, steam plant". */
const SET_OFF = /\s[-–—]\s|[:?(]/;

/**
 * The titles that a question hints at beside its conditions: words set off from them that stand in titles of classes
 * which meet them. Undefined where its other words are no such hint; with "anyone else" all classes count.
 */
function hintOf(context: AnswerContext, asked: ListAsked): Condition[] | undefined {
  const { corpus } = context;
  const { text } = context.understanding;
  const set = text.search(SET_OFF);
  const words = new Set(wordsOf(set < 0 ? '' : text.slice(set)).map(stemOf));
  if (asked.groups.length === 0 || !asked.rest.every(({ stem }) => words.has(stem))) return undefined;
  const mode = modeOf(text);
  const titled = new Map(
    [...corpus.documents.keys()]
      .filter((document) => ['yes', 'some'].includes(outcomeOf(document, asked, mode).holds))
      .map((document) => [document, new Set(wordsOf(documentAt(corpus, document).spec.title).map(stemOf))]),
  );
  const titles = [...titled.values()];
  if (!asked.rest.every(({ stem }) => titles.some((title) => title.has(stem)))) return undefined;
  if (wording('anyElse').test(text)) return [];
  const isMeant = (document: number): boolean =>
    asked.rest.some(({ stem }) => titled.get(document)?.has(stem) === true);
  return [
    {
      about: SUCH_A_TITLE,
      topic: undefined,
      scope: true,
      judge: (document) => stating(isMeant(document) ? 'required' : 'against', titleItems(corpus, document)),
    },
  ];
}

/** What a list's question asks, and the words of it that no specification speaks of. */
export interface Read extends ListAsked {
  unspoken: readonly FocusTerm[];
}

/** Reads what a list's question asks, with the words that belong to no condition as one of their own. */
export async function readAsked(context: AnswerContext): Promise<Read> {
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
  const hint = asked.rest.length > 0 ? hintOf(context, asked) : undefined;
  if (hint !== undefined) return { ...asked, rest: [], unspoken: [], scopes: [...asked.scopes, ...hint] };
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
