/** What can be said of a requirement beside what a person says: met, short, or open where the text leaves a doubt. */
import { DEGREE, LEVELS, SCHOOL, schoolingIn } from '../conditions/education.ts';
import { monthsBetween } from '../conditions/experience.ts';
import type { Statement } from '../reading/statements.ts';
import { wording } from '../words/wordings.ts';
import { type Said, wordsShared } from './said.ts';

/** What is said of a requirement: met or not in number or level, where that can be told. */
export interface Note {
  text: string;
  met?: boolean;
  /** What falls short, in a few words. */
  short?: string;
  /** The same where the requirement itself names another way: not met by itself, and not decided. */
  apart?: string;
  /** How many of their own words the requirement shares. */
  shared?: number;
}

/** Said of a substitution. */
export const STANDS_IN = 'what may stand in for what is missing';
/** Said of a substitution that is ruled out. */
const NO_STAND_IN = 'what may not stand in for what is missing';

const timeOf = (months: number): string => {
  const [value, unit] = months % 12 === 0 ? [months / 12, 'year'] : [Math.round(months), 'month'];
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
};

/** Said of what lets people file before their time is complete. */
export const FILES_EARLY = 'who may file before the time asked for is complete';

/** The time that counts for a statement, of the part that shares most words with it, else the longest; and the words. */
function monthsFor(statement: Statement, { months, clauses }: Said): { own: number; shared: number } {
  const [best] = clauses
    .filter((clause) => clause.months > 0 && !clause.lacks)
    .map((clause) => ({ own: clause.months, shared: wordsShared(clause, statement.text).length }))
    .sort((a, b) => b.shared - a.shared || b.own - a.own);
  return best !== undefined && best.shared > 0 ? best : { own: months, shared: 0 };
}

function onExperience(statement: Statement, said: Said): Note | undefined {
  const onTopic = statement.topics.includes('experience') || wording('experience').test(statement.text);
  if (!onTopic) return undefined;
  if (statement.force === 'denied') return { text: 'none is required: met', met: true };
  const asked = monthsBetween(statement.text);
  const { own, shared } = monthsFor(statement, said);
  if (asked === undefined || (own === 0 && !said.noExperience)) return undefined;
  const { least, most } = asked;
  if (own >= most) {
    const text = `you say ${timeOf(own)}: enough in number; whether it is of the kind asked for, a person must judge`;
    return { text, met: true, shared };
  }
  if (own >= least)
    return { text: `you say ${timeOf(own)}: it names several amounts, which one applies a person must judge`, shared };
  const says = own === 0 ? `you say none of the ${timeOf(least)}` : `you say ${timeOf(own)} of the ${timeOf(least)}`;
  const text = `${says} asked for: ${timeOf(least - own)} short, not met by itself`;
  const short = `${own === 0 ? 'none' : timeOf(own)} of the ${timeOf(least)} of experience asked for`;
  return { text, met: false, shared, short };
}

function onSchooling(statement: Statement, { level, noDegree }: Said): Note | undefined {
  const schooling = schoolingIn(statement);
  if (schooling === undefined || statement.force === 'denied') return undefined;
  const own = level === undefined ? undefined : LEVELS[level]?.name;
  const says = own === undefined ? 'you say you have no degree' : `you say ${own}`;
  const { least } = schooling;
  const units = wording('courseUnits').test(statement.text);
  if (level !== undefined && level >= least) {
    const onAmounts = monthsBetween(statement.text) !== undefined && schooling.levels.some((other) => other > level);
    if (onAmounts) return { text: `${says}: it names several levels, which one applies a person must judge` };
    const degreeMeets = schooling.levels.some((other) => other >= DEGREE && other <= level);
    if (units && !degreeMeets) return { text: `${says}: whether it has the units asked for, a person must judge` };
    if (least <= SCHOOL || (wording('anyField').test(statement.text) && !units))
      return { text: `${says}: met`, met: true };
    const also = units && least >= DEGREE ? ' and has the units asked for' : '';
    return {
      text: `${says}: met in level; whether it is in the field asked for${also}, a person must judge`,
      met: true,
    };
  }
  if (own === undefined && !(noDegree && least >= DEGREE)) return undefined;
  const text = `${says}: not met by itself`;
  return { text, met: false, short: own === undefined ? 'the degree asked for' : `the schooling asked for (${says})` };
}

function onDriving(statement: Statement, { drives }: Said): Note | undefined {
  if (drives === undefined || statement.force === 'denied' || !wording('drivingWording').test(statement.text))
    return undefined;
  if (drives) return { text: 'you say you have a licence: its class is for a person to check' };
  return statement.force === 'some'
    ? { text: 'you say you have none: some positions ask for it' }
    : { text: 'you say you have none: not met so far', met: false, short: 'the licence to drive' };
}

/** What of a statement's words the person says they have, and what they say they lack. */
function onWords(statement: Statement, { clauses }: Said, soft: boolean): Note[] {
  const of = (lacks: boolean): string[] => [
    ...new Set(
      clauses.filter((clause) => clause.lacks === lacks).flatMap((clause) => wordsShared(clause, statement.text)),
    ),
  ];
  const lacked = of(true);
  const had = of(false).filter((word) => !lacked.includes(word));
  const text = `you say you lack: ${lacked.join(', ')}`;
  return [
    ...(had.length === 0 ? [] : [{ text: `you mention ${had.join(', ')}` }]),
    ...(lacked.length === 0 ? [] : [soft ? { text } : { text, met: false, short: lacked.join(', ') }]),
  ];
}

/** What can be said of a statement beside what the person says; nothing where they say nothing on it. */
export function notesOn(statement: Statement, said: Said): Note[] {
  const { text, force } = statement;
  if (force === 'preferred') return [{ text: 'preferred, not required' }];
  if (wording('lacking').test(text)) return [{ text: FILES_EARLY }];
  if (wording('noSubstitute').test(text)) return [{ text: NO_STAND_IN }];
  const equivalent = wording('equivalent').test(text);
  const measures = schoolingIn(statement) !== undefined || monthsBetween(text) !== undefined;
  if (force === 'alternative' || (equivalent && !measures)) return [{ text: STANDS_IN }];
  const years = onExperience(statement, said);
  const school = onSchooling(statement, said);
  const bothShort = years?.met === false && school?.met === false;
  // Where the statement itself names another way, what is missing of this one decides nothing.
  const other = equivalent || wording('orOtherwise').test(text);
  const open = (note: Note | undefined, instead: string): Note[] => {
    if (note === undefined) return [];
    const hasOther = other || (!bothShort && wording(instead).test(text));
    if (note.met !== false || !hasOther) return [note];
    const { text: verdict, short } = note;
    return [{ text: `${verdict}; it names another way`, ...(short === undefined ? {} : { apart: short }) }];
  };
  const measured = [...open(school, 'orExperience'), ...open(years, 'orSchooling')];
  const words = onWords(statement, said, force === 'denied' || /\bor\b/i.test(text));
  if (measured.length === 0 && words.length > 0 && wording('notCounting').test(text))
    return words.map((note) => ({ text: `${note.text}: it says what does not count` }));
  return [...measured, ...[onDriving(statement, said)].filter((note) => note !== undefined), ...words];
}
