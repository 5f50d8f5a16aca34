/** What a person says of themselves, and what can be said of a requirement beside it. */
import { LEVELS, schoolingIn } from './education.ts';
import { monthsIn } from './experience.ts';
import { inMonths, quantitiesIn, TIME_UNITS } from './quantities.ts';
import type { Statement } from './statements.ts';
import { wording } from './wordings.ts';

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
}

/** Reads what a person says of themselves in a question. */
export function saidIn(text: string): Said {
  const negatedBefore = (at: number): boolean => wording('saidNone').test(text.slice(0, at));
  const times = quantitiesIn(text, TIME_UNITS).map(({ value, unit }) => inMonths(value, unit));
  const levels = LEVELS.flatMap(({ ask }, level) => {
    const match = ask.exec(text);
    return match === null || negatedBefore(match.index) ? [] : [level];
  });
  const licence = wording('saidLicence').exec(text);
  const drives = licence === null ? undefined : !(wording('saidNoLicence').test(text) || negatedBefore(licence.index));
  return {
    months: Math.max(0, ...times),
    level: levels.length === 0 ? undefined : Math.max(...levels),
    noDegree: wording('saidNoDegree').test(text),
    drives: wording('saidNoLicence').test(text) ? false : drives,
  };
}

const timeOf = (months: number): string =>
  months % 12 === 0 ? `${months / 12} year${months === 12 ? '' : 's'}` : `${Math.round(months)} months`;

function onExperience(statement: Statement, { months }: Said): string | undefined {
  const onTopic = statement.topics.includes('experience') || wording('experience').test(statement.text);
  if (!onTopic) return undefined;
  if (statement.force === 'denied') return 'none is required: met';
  const asked = monthsIn(statement.text);
  if (asked.length === 0 || months === 0) return undefined;
  return months >= Math.min(...asked)
    ? `you say ${timeOf(months)}: enough in number; whether it is of the kind asked for, a person must judge`
    : `you say ${timeOf(months)}: fewer than asked for here, not met by itself`;
}

function onSchooling(statement: Statement, { level, noDegree }: Said): string | undefined {
  const schooling = schoolingIn(statement);
  if (schooling === undefined || statement.force === 'denied') return undefined;
  const own = level === undefined ? undefined : LEVELS[level]?.name;
  if (level !== undefined && own !== undefined && level >= schooling.least)
    return wording('anyField').test(statement.text)
      ? `you say ${own}: met`
      : `you say ${own}: met in level; whether it is in the field asked for, a person must judge`;
  const degree = LEVELS.findIndex(({ ask }) => ask.test('associate degree'));
  if (noDegree && schooling.least >= degree) return 'you say you have no degree: not met by itself';
  return own === undefined ? undefined : `you say ${own}: not met by itself`;
}

function onDriving(statement: Statement, { drives }: Said): string | undefined {
  if (drives === undefined || !wording('drivingWording').test(statement.text)) return undefined;
  if (drives) return 'you say you have a licence: its class is for a person to check';
  return statement.force === 'some'
    ? 'you say you have none: some positions ask for it'
    : 'you say you have none: not met so far';
}

/** What can be said of a statement beside what the person says; undefined where they say nothing on it. */
export function noteOn(statement: Statement, said: Said): string | undefined {
  if (statement.force === 'preferred') return 'preferred, not required';
  if (statement.force === 'alternative') return 'what may stand in for what is missing';
  const notes = [onSchooling(statement, said), onExperience(statement, said), onDriving(statement, said)].filter(
    (note) => note !== undefined,
  );
  return notes.length === 0 ? undefined : notes.join('; ');
}
