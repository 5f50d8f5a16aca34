/** What a person says of themselves, and what can be said of a requirement beside it. */
import { isStopWord } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';
import { LEVELS, SCHOOL, schoolingIn } from './education.ts';
import { monthsIn } from './experience.ts';
import { inMonths, isNumberWord, quantitiesIn, TIME_UNITS } from './quantities.ts';
import type { Statement } from './statements.ts';
import { wording } from './wordings.ts';

/** A part of what a person says: that they have something, or that they lack it. */
interface Clause {
  lacks: boolean;
  /** The longest time it names, in months; 0 for none. */
  months: number;
  /** Its telling words, by their stems. */
  words: ReadonlyMap<string, string>;
}

/** What a person says of themselves. */
export interface Said {
  /** The longest time named, in months; 0 for none. */
  months: number;
  /** The highest level of schooling named as theirs; undefined when none is. */
  level: number | undefined;
  /** They say that they have no degree. */
  noDegree: boolean;
  /** Whether they say that they can drive; undefined when they don't say. */
  drives: boolean | undefined;
  clauses: readonly Clause[];
}

/** What is said of a requirement: met or not in number or level, where that can be told. */
export interface Note {
  text: string;
  met?: boolean;
  /** What falls short, in a few words. */
  short?: string;
}

/** Said of a substitution. */
export const STANDS_IN = 'what may stand in for what is missing';

const longest = (text: string): number =>
  Math.max(0, ...quantitiesIn(text, TIME_UNITS).map(({ value, unit }) => inMonths(value, unit)));

function clausesOf(text: string, titles: ReadonlySet<string>): Clause[] {
  return text.split(new RegExp(wording('saidApart'), 'gi')).flatMap((part) => {
    const telling = wordsOf(part).filter(
      (word) =>
        word.length > 2 &&
        !isStopWord(word) &&
        !isNumberWord(word) &&
        !titles.has(stemOf(word)) &&
        !wording('saidGeneral').test(word),
    );
    const months = longest(part);
    if (telling.length === 0 && months === 0) return [];
    const words = new Map(telling.map((word) => [stemOf(word), word]));
    return [{ lacks: wording('saidLacks').test(part), months, words }];
  });
}

/**
 * Reads what a person says of themselves in a question.
 * @param titles stems of the titles named, which say nothing of the person.
 */
export function saidIn(text: string, titles: ReadonlySet<string> = new Set()): Said {
  const negatedBefore = (at: number): boolean => wording('saidNone').test(text.slice(0, at));
  const levels = LEVELS.flatMap(({ ask }, level) => {
    const match = ask.exec(text);
    return match === null || negatedBefore(match.index) ? [] : [level];
  });
  const licence = wording('saidLicence').exec(text);
  const drives = licence === null ? undefined : !(wording('saidNoLicence').test(text) || negatedBefore(licence.index));
  return {
    months: longest(text),
    level: levels.length === 0 ? undefined : Math.max(...levels),
    noDegree: wording('saidNoDegree').test(text),
    drives: wording('saidNoLicence').test(text) ? false : drives,
    clauses: clausesOf(text, titles),
  };
}

/** True when a person says nothing of themselves that can be laid beside a requirement. */
export function saysNothingOf({ months, level, drives, noDegree }: Said): boolean {
  return months === 0 && level === undefined && drives === undefined && !noDegree;
}

const timeOf = (months: number): string =>
  months % 12 === 0 ? `${months / 12} year${months === 12 ? '' : 's'}` : `${Math.round(months)} months`;

const shared = (clause: Clause, text: string): string[] => {
  const stems = new Set(wordsOf(text).map(stemOf));
  return [...clause.words].flatMap(([stem, word]) => (stems.has(stem) ? [word] : []));
};

/** The time that counts for a statement: of the part that shares most words with it, else the longest. */
function monthsFor(statement: Statement, { months, clauses }: Said): number {
  const timed = clauses.filter((clause) => clause.months > 0 && !clause.lacks);
  const rated = timed
    .map((clause) => ({ clause, common: shared(clause, statement.text).length }))
    .sort((a, b) => b.common - a.common || b.clause.months - a.clause.months);
  const [best] = rated;
  return best !== undefined && best.common > 0 ? best.clause.months : months;
}

function onExperience(statement: Statement, said: Said): Note | undefined {
  const onTopic = statement.topics.includes('experience') || wording('experience').test(statement.text);
  if (!onTopic) return undefined;
  if (statement.force === 'denied') return { text: 'none is required: met', met: true };
  const asked = monthsIn(statement.text);
  const own = monthsFor(statement, said);
  if (asked.length === 0 || own === 0) return undefined;
  const least = Math.min(...asked);
  return own >= least
    ? {
        text: `you say ${timeOf(own)}: enough in number; whether it is of the kind asked for, a person must judge`,
        met: true,
      }
    : {
        text: `you say ${timeOf(own)} of the ${timeOf(least)} asked for: ${timeOf(least - own)} short, not met by itself`,
        met: false,
        short: `${timeOf(own)} of the ${timeOf(least)} of experience asked for`,
      };
}

function onSchooling(statement: Statement, { level, noDegree }: Said): Note | undefined {
  const schooling = schoolingIn(statement);
  if (schooling === undefined || statement.force === 'denied') return undefined;
  const own = level === undefined ? undefined : LEVELS[level]?.name;
  if (level !== undefined && own !== undefined && level >= schooling.least)
    return schooling.least <= SCHOOL || wording('anyField').test(statement.text)
      ? { text: `you say ${own}: met`, met: true }
      : { text: `you say ${own}: met in level; whether it is in the field asked for, a person must judge`, met: true };
  const degree = LEVELS.findIndex(({ ask }) => ask.test('associate degree'));
  if (noDegree && schooling.least >= degree)
    return { text: 'you say you have no degree: not met by itself', met: false, short: 'the degree asked for' };
  return own === undefined
    ? undefined
    : { text: `you say ${own}: not met by itself`, met: false, short: `the schooling asked for (you say ${own})` };
}

function onDriving(statement: Statement, { drives }: Said): Note | undefined {
  if (drives === undefined || !wording('drivingWording').test(statement.text)) return undefined;
  if (drives) return { text: 'you say you have a licence: its class is for a person to check' };
  return statement.force === 'some'
    ? { text: 'you say you have none: some positions ask for it' }
    : { text: 'you say you have none: not met so far', met: false, short: 'the licence to drive' };
}

/** What of a statement's words the person says they have, and what they say they lack. */
function onWords(statement: Statement, { clauses }: Said): Note[] {
  const of = (lacks: boolean): string[] => [
    ...new Set(clauses.filter((clause) => clause.lacks === lacks).flatMap((clause) => shared(clause, statement.text))),
  ];
  const lacked = of(true);
  const had = of(false).filter((word) => !lacked.includes(word));
  return [
    ...(had.length === 0 ? [] : [{ text: `you mention ${had.join(', ')}` }]),
    ...(lacked.length === 0
      ? []
      : [{ text: `you say you lack: ${lacked.join(', ')}`, met: false, short: lacked.join(', ') }]),
  ];
}

/** What can be said of a statement beside what the person says; nothing where they say nothing on it. */
export function notesOn(statement: Statement, said: Said): Note[] {
  if (statement.force === 'preferred') return [{ text: 'preferred, not required' }];
  if (statement.force === 'alternative' || wording('equivalent').test(statement.text)) return [{ text: STANDS_IN }];
  const measured = [onSchooling(statement, said), onExperience(statement, said), onDriving(statement, said)];
  return [...measured.filter((note) => note !== undefined), ...onWords(statement, said)];
}
