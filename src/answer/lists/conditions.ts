/** A list's question → the conditions it puts, how they are joined, and the words that belong to none. */
import type { FocusTerm } from '../../domain.ts';
import { topicNamed } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { askedAmounts, type PayAsked } from '../conditions/amounts.ts';
import { RECOGNISERS } from '../conditions/recognise.ts';
import { type Claim, employerScope, titleScope, wordScope } from '../conditions/scope.ts';
import type { Condition } from '../conditions/verdict.ts';
import type { AnswerContext } from '../draft/context.ts';
import { wording } from '../words/wordings.ts';
import { putsCondition } from './light-words.ts';

/** A condition of a question, and whether it is to hold or not. */
export interface Asked {
  condition: Condition;
  negated: boolean;
}

/** What a list's question asks. */
export interface ListAsked {
  scopes: Condition[];
  /** One of these groups is to hold: every condition of it. */
  groups: Asked[][];
  pay: PayAsked | undefined;
  /** Topics whose own words no condition has taken. */
  topics: string[];
  /** Words that belong to no condition. */
  rest: FocusTerm[];
  /** "Or" stands between those words and a condition. */
  restIsOther: boolean;
  /** The question without what the conditions are. */
  text: string;
  /** The question with its conditions, but without the words that say which classes it is about. */
  within: string;
}

/** Blanks a part of a text out: offsets stay. */
const without = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}${'\uFFFC'.repeat(end - start)}${text.slice(end)}`;

/** "Or" with nothing of its own behind it: "don't require a degree or …" denies both. */
const BARE_OR = /^[\s\uFFFC]*(?:,\s*)?(?:or|nor)(?: an?| the| any)?\s*$/i;

/** Reads the conditions of a list's question. */
export function conditionsIn(context: AnswerContext): ListAsked {
  const { understanding, corpus } = context;
  let { text } = understanding;
  const question = text;
  const claims: Claim[] = [];
  const order = orderOfPay(text);
  const claimed = (found: Claim | undefined): void => {
    if (found === undefined) return;
    claims.push(found);
    text = without(text, found.start, found.end);
  };
  for (const recognise of RECOGNISERS) claimed(recognise(text, context));
  const employer = employerScope(corpus, text);
  if (employer !== undefined) text = without(text, employer.start, employer.end);
  const plain = text.replaceAll('\uFFFC', ' ');
  const titles = wordScope(corpus, plain) ?? titleScope(corpus, plain);
  if (titles !== undefined) text = without(text, titles.start, titles.end);
  const topics = topicsLeft(context, claims, text);
  const taken = [...claims.flatMap(({ condition }) => condition.topic ?? []), ...topics];
  const rest = restOf(context, text, taken, order);
  return {
    scopes: [employer, titles].flatMap((claim) => (claim === undefined ? [] : [claim.condition])),
    groups: groupsOf(claims, question),
    pay: order,
    topics,
    rest,
    restIsOther: rest.length > 0 && isOther(rest, claims, text),
    text: text.replaceAll('\uFFFC', ' '),
    within: [employer, titles]
      .reduce((left, claim) => (claim === undefined ? left : without(left, claim.start, claim.end)), question)
      .replaceAll('\uFFFC', ' '),
  };
}

/** Conditions joined as the question joins them: "or" parts groups, a negated "or" does not. */
function groupsOf(claims: readonly Claim[], text: string): Asked[][] {
  const sorted = [...claims].sort((a, b) => a.start - b.start);
  const groups: Asked[][] = [];
  let end = 0;
  let negated = false;
  for (const claim of sorted) {
    const between = text.slice(end, claim.start);
    const denied = wording('unionDenied').test(text.slice(claim.start, claim.end));
    const carried: boolean = negated && !denied && BARE_OR.test(between);
    negated = carried || denied || wording('negation').test(between);
    const last = groups.at(-1);
    if (last === undefined || (!carried && /\bor\b/i.test(between)))
      groups.push([{ condition: claim.condition, negated }]);
    else last.push({ condition: claim.condition, negated });
    end = claim.end;
  }
  return groups;
}

/** True when "or" stands between the words that belong to no condition and the nearest one. */
function isOther(rest: readonly FocusTerm[], claims: readonly Claim[], text: string): boolean {
  const stems = new Set(rest.map((term) => term.stem));
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => stems.has(stemOf(word.toLowerCase())));
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  return claims.some(({ start, end }) => {
    const between = start > last.index ? text.slice(last.index + last[0].length, start) : text.slice(end, first.index);
    // "At least 21 when hired or appointed": that "or" joins what stands behind "when".
    return !between.includes('\uFFFC') && /\bor\b/i.test(between) && !wording('clause').test(between);
  });
}

/** The classes in order of pay, where the question asks for the best or least paid. */
function orderOfPay(text: string): PayAsked | undefined {
  if (wording('gradeHighest').test(text) || wording('gradeLowest').test(text)) return undefined;
  const sorts = wording('paySort').test(text);
  if (!sorts && (!wording('payAsk').test(text) || askedAmounts(text).length > 0)) return undefined;
  const least = wording('payLeast').test(text);
  if (!sorts && !least && !wording('payMost').test(text)) return undefined;
  const number = /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b/i.exec(text)?.[1];
  const few = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].indexOf(number ?? '') + 2;
  const count = number === undefined ? (sorts ? Number.POSITIVE_INFINITY : 1) : Number(number) || few;
  const by = wording('payStart').test(text) ? 'lowest' : 'both';
  return { range: undefined, by, order: least ? 'least' : 'most', count };
}

/** Topics that the question names in words that no condition takes. */
function topicsLeft({ understanding }: AnswerContext, claims: readonly Claim[], text: string): string[] {
  const taken = new Set(claims.flatMap(({ condition }) => condition.topic ?? []));
  const parents = new Set([...taken].map((topic) => topicNamed(topic)?.parent));
  const left = new Set(wordsOf(text.replaceAll('\uFFFC', ' ')).map(stemOf));
  const isAsked = (topic: string): boolean =>
    topicNamed(topic)?.asks.some((ask) => wordsOf(ask).every((word) => left.has(stemOf(word)))) === true;
  return understanding.topics.filter(
    (topic) => !taken.has(topic) && !parents.has(topic) && topic !== 'preferred' && isAsked(topic),
  );
}

/** Words of the question that belong to no condition, to no topic of one, and are no mere wording. */
function restOf(
  { understanding }: AnswerContext,
  text: string,
  topics: readonly string[],
  order: PayAsked | undefined,
): FocusTerm[] {
  const left = new Set(wordsOf(text.replaceAll('\uFFFC', ' ')).map(stemOf));
  const asking = new Set(
    [...topics, ...(order === undefined ? [] : ['salary'])].flatMap((topic) =>
      (topicNamed(topic)?.asks ?? []).flatMap(wordsOf).map(stemOf),
    ),
  );
  return understanding.content.filter(
    (term) =>
      left.has(term.stem) && !asking.has(term.stem) && !wording('fillers').test(term.word) && !putsCondition(term.word),
  );
}
