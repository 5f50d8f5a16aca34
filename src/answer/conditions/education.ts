/** The schooling that classes ask for, by level, and the conditions of a list that ask for it. */
import type { FocusTerm, IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { type Statement, statementsWithin } from '../reading/statements.ts';
import { coverage } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, stating, type Verdict } from './verdict.ts';

interface Level {
  name: string;
  ask: RegExp;
  states: RegExp;
}

/** Levels of schooling, lowest first. */
export const LEVELS: readonly Level[] = vocabularyPart<{ name: string; ask: string; states: string }[]>(
  'educationLevels',
).map(({ name, ask, states }) => ({ name, ask: new RegExp(ask, 'i'), states: new RegExp(states, 'i') }));

const levelNamed = (name: string): number => LEVELS.findIndex((level) => level.name === name);
/** The lowest level that is a degree. */
export const DEGREE = levelNamed('an associate degree');
/** What a school leaver has. */
export const SCHOOL = levelNamed('high school');

/** Sections that state what schooling is asked for. */
const WITHIN = (topicNamed('education')?.within ?? []).filter((name) => name !== 'knowledge' && name !== 'definition');
/** Share of a subject's words that a statement must speak of to ask for a degree in it. */
const MIN_SUBJECT = 0.7;

/** A statement on schooling with the levels it names, in its order, and the least that meets it. */
interface Schooling {
  statement: Statement;
  levels: number[];
  least: number;
}

/** True where the last "or" offers what follows instead of what stands before: not within a list of subjects, of which more is asked. */
function offersInstead(between: string): boolean {
  const [, behind] = /^.*\bor\b(.*)$/i.exec(between) ?? [];
  return behind !== undefined && !wording('asksBesides').test(behind);
}

/** A statement's schooling; undefined where it names none. */
export function schoolingIn(statement: Statement): Schooling | undefined {
  const named = LEVELS.flatMap(({ states }, level) => {
    const match = states.exec(statement.text);
    return match === null ? [] : [{ level, at: match.index, end: match.index + match[0].length }];
  }).sort((a, b) => a.at - b.at);
  const [first, ...rest] = named;
  if (first === undefined) return undefined;
  let least = first.level;
  let behind = first.end;
  for (const { level, at, end } of rest) {
    least = offersInstead(statement.text.slice(behind, at)) ? Math.min(least, level) : Math.max(least, level);
    behind = end;
  }
  return { statement, levels: named.map(({ level }) => level), least };
}

const cache = new WeakMap<IndexedDocument, readonly Schooling[]>();

/** A document's statements on schooling. */
function schoolingOf(document: IndexedDocument): readonly Schooling[] {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const found = statementsWithin(document, WITHIN).flatMap((statement) => schoolingIn(statement) ?? []);
  cache.set(document, found);
  return found;
}

/** A level of schooling asked for. */
export interface SchoolingAsked {
  level: number;
  /** Higher levels are meant too: "a degree". */
  orHigher: boolean;
  /** The level is to be all that is asked for. */
  enough: boolean;
  /** What may stand in for something else counts as well. */
  anyWay: boolean;
  /** Only what may stand in for something else counts. */
  instead: boolean;
  /** What the degree is to be in. */
  subject: readonly FocusTerm[];
}

/** True for a statement that asks for schooling first, and offers something else behind an "or". */
function asksFirst({ text }: Statement): boolean {
  const instead = wording('alternative').exec(text);
  const before = instead === null ? '' : (/^(.*)\bor\b/i.exec(text.slice(0, instead.index))?.[1] ?? '');
  return LEVELS.some(({ states }) => states.test(before));
}

/** The condition that a class asks for a level of schooling, or for no more than it. */
export function educationCondition(corpus: Corpus, asked: SchoolingAsked): Condition {
  const fits = ({ statement, levels }: Schooling): boolean =>
    levels.some((level) => (asked.orHigher ? level >= asked.level : level === asked.level)) &&
    (asked.subject.length === 0 || coverage(asked.subject, statement.text, corpus) >= MIN_SUBJECT);
  const isRequired = ({ statement }: Schooling): boolean =>
    statement.force === 'required' || statement.force === 'some';

  function enough(stated: readonly Schooling[]): Verdict {
    const required = stated.filter(isRequired);
    const either = required.some(({ statement }) => /\bor\W*$|^\W*(?:\(?\w\)\W*)?or\b/i.test(statement.text));
    const levels = required.map(({ least }) => least);
    const least = either ? Math.min(...levels) : Math.max(...levels);
    const denied = stated.filter(({ statement }) => statement.force === 'denied');
    const met = levels.length > 0 ? least <= asked.level : denied.length > 0;
    const shown = required.length > 0 ? required.filter((entry) => !met || entry.least <= asked.level) : denied;
    const items = shown.map(({ statement }) => statement).slice(0, 2);
    return { required: met ? items : [], against: met ? [] : items, some: [], preferred: [] };
  }

  return {
    about: 'education',
    topic: 'education',
    judge(document): Verdict {
      const stated = schoolingOf(documentAt(corpus, document));
      if (asked.enough) return enough(stated);
      const instead = stated.filter((entry) => entry.statement.force === 'alternative' && fits(entry));
      if (asked.instead)
        return stating(
          'required',
          instead.map(({ statement }) => statement),
        );
      const of = (force: Statement['force']): Statement[] =>
        stated.filter((entry) => entry.statement.force === force && fits(entry)).map(({ statement }) => statement);
      const otherwise = instead.flatMap(({ statement }) => (asked.anyWay || asksFirst(statement) ? [statement] : []));
      const required = [...of('required'), ...otherwise];
      const replaced = stated
        .filter(({ statement }) => statement.force === 'alternative')
        .map(({ statement }) => statement);
      const against = stated.filter((entry) => isRequired(entry) && !fits(entry)).map(({ statement }) => statement);
      const denied = of('denied').concat(stated.filter((e) => e.statement.force === 'denied').map((e) => e.statement));
      return {
        required: required.length === 0 ? [] : [...required.slice(0, 1), ...replaced.slice(0, 1)],
        some: of('some').slice(0, 1),
        preferred: of('preferred').slice(0, 1),
        against: [...against, ...denied].slice(0, 1),
      };
    },
  };
}
