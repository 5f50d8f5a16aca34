/** Conditions on what classes state in figures beside pay and experience: weights, typing speed, probation, dates. */
import type { IndexedDocument } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { documentAt } from './context.ts';
import { evidenceOn } from './evidence.ts';
import { inMonths, isWithin, quantitiesIn, type Range, TIME_UNITS } from './quantities.ts';
import { type Statement, statementsOf, statementsSaying } from './statements.ts';
import { type Condition, type Item, NOTHING, stating, type Verdict } from './verdict.ts';
import { wording } from './wordings.ts';

const vocabulary = vocabularyPart<Record<'lifting' | 'lifts' | 'pushing' | 'typing', string>>('quantities');
const lifting = new RegExp(vocabulary.lifting, 'i');
const bearing = new RegExp(vocabulary.lifts, 'i');
const pushing = new RegExp(vocabulary.pushing, 'i');
const typing = new RegExp(vocabulary.typing, 'i');

/** Pounds in a kilogram. */
const POUNDS_A_KILOGRAM = 2.2046;

/** A weight in pounds. */
export function inPounds(value: number, unit: string): number {
  return unit === 'kilogram' ? value * POUNDS_A_KILOGRAM : value;
}

interface Weight {
  pounds: number;
  statement: Statement;
}

const weightCache = new WeakMap<IndexedDocument, readonly Weight[]>();

/** The weights that a class lifts or carries, heaviest first; what it only pushes where nothing else is stated. */
function weightsOf(document: IndexedDocument): readonly Weight[] {
  const known = weightCache.get(document);
  if (known !== undefined) return known;
  const all = statementsOf(document).flatMap((statement) =>
    lifting.test(statement.text) || lifting.test(statement.heading)
      ? quantitiesIn(statement.text, ['pound', 'kilogram']).map(({ value, unit }) => ({
          pounds: inPounds(value, unit),
          statement,
        }))
      : [],
  );
  const lifted = all.filter(({ statement }) => !pushing.test(statement.text) || bearing.test(statement.text));
  const heaviest = [...(lifted.length > 0 ? lifted : all)].sort((a, b) => b.pounds - a.pounds);
  weightCache.set(document, heaviest);
  return heaviest;
}

/** The condition that the heaviest that a class lifts lies in a range, in pounds. */
export function weightCondition(corpus: Corpus, range: Range): Condition {
  const asked = range.low === range.high ? { ...range, high: Number.POSITIVE_INFINITY } : range;
  return {
    about: 'a weight to lift',
    topic: 'physical',
    judge(index): Verdict {
      const [heaviest] = weightsOf(documentAt(corpus, index));
      if (heaviest === undefined) return NOTHING;
      if (!isWithin(heaviest.pounds, asked)) return stating('against', [heaviest.statement]);
      return stating(heaviest.statement.force === 'preferred' ? 'preferred' : 'required', [heaviest.statement]);
    },
  };
}

/** The condition that a class asks for a typing speed, in a range of words a minute. */
export function typingCondition(corpus: Corpus, range: Range | undefined): Condition {
  return {
    about: 'a typing speed',
    topic: 'knowledge',
    judge(index): Verdict {
      const found = statementsOf(documentAt(corpus, index)).flatMap((statement) =>
        typing.test(statement.text)
          ? quantitiesIn(statement.text, ['word']).map(({ value }) => ({ value, statement }))
          : [],
      );
      const met = found.filter(({ value }) => range === undefined || isWithin(value, range));
      const shown = (met.length > 0 ? met : found).map(({ statement }) => statement).slice(0, 1);
      return stating(met.length > 0 ? 'required' : 'against', shown);
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** The condition that a class's probation lasts a time in a range, in months. */
export function probationCondition(corpus: Corpus, range: Range): Condition {
  return {
    about: 'the length of probation',
    topic: 'probation',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const found = evidenceOn(document, 'probation', NONE).flatMap((item) =>
        quantitiesIn(document.text.slice(item.start, item.end), TIME_UNITS).map(({ value, unit }) => ({
          months: inMonths(value, unit),
          item,
        })),
      );
      const met = found.filter(({ months }) => isWithin(months, range));
      const shown = (met.length > 0 ? met : found).map(({ item }) => item).slice(0, 1);
      return stating(met.length > 0 ? 'required' : 'against', shown);
    },
  };
}

/** The condition that a class works so many hours a week. */
export function hoursCondition(corpus: Corpus, range: Range): Condition {
  return {
    about: 'hours a week',
    topic: 'hours',
    judge(index): Verdict {
      const found = statementsOf(documentAt(corpus, index))
        .filter(({ text, heading }) => wording('weeklyHours').test(`${heading} ${text}`))
        .flatMap((statement) => {
          const bare = wording('weeklyBare').exec(statement.text)?.[1];
          const values = quantitiesIn(statement.text, ['hour']).map(({ value }) => value);
          return [...values, ...(bare === undefined ? [] : [Number(bare)])].map((value) => ({ value, statement }));
        });
      const met = found.filter(({ value }) => isWithin(value, range));
      const shown = (met.length > 0 ? met : found).map(({ statement }) => statement).slice(0, 1);
      return stating(met.length > 0 ? 'required' : 'against', shown);
    },
  };
}

/** Ages that are written as words. */
const AGES: Readonly<Record<string, number>> = { eighteen: 18, nineteen: 19, 'twenty-one': 21, 'twenty one': 21 };

/** The ages in a text, in years. */
function agesIn(text: string): number[] {
  return [...text.matchAll(/\b(\d\d)\b|\b(eighteen|nineteen|twenty[- ]one)\b/gi)].map(([found, digits]) =>
    digits === undefined ? (AGES[found.toLowerCase()] ?? 0) : Number(digits),
  );
}

/** The condition that a class asks for an age: for those that the question names, or for any. */
export function ageCondition(corpus: Corpus, asked: string): Condition {
  const ages = agesIn(asked);
  return {
    about: 'a minimum age',
    topic: 'special-requirements',
    judge(index): Verdict {
      const stated = statementsSaying(documentAt(corpus, index), wording('aged'));
      const met = stated.filter(
        ({ text }) =>
          ages.length === 0 || agesIn(wording('aged').exec(text)?.[0] ?? '').some((age) => ages.includes(age)),
      );
      return met.length > 0 ? stating('required', met.slice(0, 1)) : stating('against', stated.slice(0, 1));
    },
  };
}

/** A date or year as the months it covers, counted from year 0. */
export interface Period {
  from: number;
  to: number;
}

const MONTHS = wording('months').source.split('|');
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)));
/** Two digits of a year from this on belong to the last century. */
const CENTURY = 50;
const yearOf = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < CENTURY ? 2_000 : 1_900);

/** The dates in a text, to the month where it is told. */
export function periodsIn(text: string): Period[] {
  const month = (year: number, at: number): Period =>
    at >= 0 && at < 12 ? { from: year * 12 + at, to: year * 12 + at } : { from: year * 12, to: year * 12 + 11 };
  const names = MONTHS.map((name) => `${name.slice(0, 3)}[a-z]*`).join('|');
  const pattern = new RegExp(
    `\\b((?:19|20)\\d\\d)-(\\d\\d)(?:-\\d\\d)?\\b|\\b(\\d{1,2})[/-]\\d{1,2}[/-]((?:19|20)?\\d\\d)\\b|\\b(\\d{1,2})/((?:19|20)\\d\\d)\\b|\\b(${names})\\.?(?:\\s+\\d{1,2})?,?\\s+((?:19|20)\\d\\d)\\b|\\b((?:19|20)\\d\\d)\\b`,
    'gi',
  );
  return [...text.matchAll(pattern)].map((match) => {
    const [, isoYear, isoMonth, slashed, slashedYear, short, shortYear, named, namedYear, year] = match;
    if (isoYear !== undefined) return month(Number(isoYear), Number(isoMonth) - 1);
    if (slashedYear !== undefined) return month(yearOf(slashedYear), Number(slashed) - 1);
    if (shortYear !== undefined) return month(Number(shortYear), Number(short) - 1);
    if (namedYear !== undefined) return month(Number(namedYear), monthOf(named ?? ''));
    return month(Number(year), -1);
  });
}

/** How sentences word the dates of these topics. */
export const DATE_WORDINGS: Readonly<Record<string, string>> = {
  established: 'established',
  revised: 'revised',
  effective: 'effective',
  'open-date': 'opened',
};

/** Topics of dates that are brought up to date: only the latest tells how old a document is. */
const RENEWED: readonly string[] = ['revised'];

/** The condition that a date on one of some topics lies in a period; `open` where the period has only one end. */
export function dateCondition(corpus: Corpus, topics: readonly string[], asked: Period, open: boolean): Condition {
  return {
    about: 'such a date',
    topic: topics[0],
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const stated = topics.flatMap((topic) => {
        const own: Item[] = evidenceOn(document, topic, NONE);
        const worded = DATE_WORDINGS[topic];
        const said = statementsOf(document).filter(({ text }) => worded !== undefined && wording(worded).test(text));
        const dates = [...own, ...said].flatMap((item) =>
          periodsIn(document.text.slice(item.start, item.end)).map((period) => ({ period, item })),
        );
        const latest = Math.max(...dates.map(({ period }) => period.to));
        return open && RENEWED.includes(topic) ? dates.filter(({ period }) => period.to === latest) : dates;
      });
      const met = stated.filter(({ period }) => period.from >= asked.from && period.to <= asked.to);
      const shown = [...new Map((met.length > 0 ? met : stated).map(({ item }) => [item.start, item])).values()];
      return met.length > 0 ? stating('required', shown.slice(0, 2)) : stating('against', shown.slice(0, 1));
    },
  };
}
