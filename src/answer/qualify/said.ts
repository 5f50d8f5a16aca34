/** What a person says of themselves, or of someone they ask for. */
import { isStopWord } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { LEVELS } from '../conditions/education.ts';
import { inMonths, isNumberWord, quantitiesIn, TIME_UNITS } from '../words/quantities.ts';
import { wording } from '../words/wordings.ts';

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
  /** They say that they have no experience at all. */
  noExperience: boolean;
  /** The highest level of schooling named as theirs; undefined when none is. */
  level: number | undefined;
  /** They say that they have no degree. */
  noDegree: boolean;
  /** Whether they say that they can drive; undefined when they don't say. */
  drives: boolean | undefined;
  clauses: readonly Clause[];
}

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

/** The time that they say they have: what a course of study takes, or what is missing, is none of it. */
function timeSaid(text: string): string {
  return text.replace(new RegExp(wording('saidOtherTime'), 'gi'), ' ');
}

/**
 * Reads what a person says of themselves in a question.
 * @param titles stems of the titles named, which say nothing of the person.
 */
export function saidIn(question: string, titles: ReadonlySet<string> = new Set()): Said {
  const text = question.replace(/’/g, "'");
  const notHad = (at: number): boolean => {
    const before = text.slice(0, at);
    return wording('saidNone').test(before) || wording('saidNotYet').test(before);
  };
  const levels = LEVELS.flatMap(({ ask }, level) => {
    const all = [...text.matchAll(new RegExp(ask, 'gi'))];
    return all.some((match) => !notHad(match.index)) ? [level] : [];
  });
  const licence = wording('saidLicence').exec(text);
  const none = wording('saidNoLicence').test(text) || (licence !== null && notHad(licence.index));
  const timed = timeSaid(text);
  return {
    months: longest(timed),
    noExperience: wording('saidNoExperience').test(text),
    level: levels.length === 0 ? undefined : Math.max(...levels),
    noDegree: wording('saidNoDegree').test(text),
    drives: none ? false : licence === null ? undefined : true,
    clauses: clausesOf(timed, titles),
  };
}

/** True for a question by how much somebody may fall short, or that says that somebody does: "a few months short". */
export function asksShort(question: string): boolean {
  return wording('asksShort').test(question);
}

/** True when a person says nothing of themselves that can be laid beside a requirement. */
export function saysNothingOf({ months, level, drives, noDegree, noExperience }: Said): boolean {
  return months === 0 && level === undefined && drives === undefined && !noDegree && !noExperience;
}

/** The words of a part of what a person says that a text says too. */
export function wordsShared(clause: Clause, text: string): string[] {
  const stems = new Set(wordsOf(text).map(stemOf));
  return [...clause.words].flatMap(([stem, word]) => (stems.has(stem) ? [word] : []));
}
