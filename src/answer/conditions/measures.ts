/** Conditions on what classes state in figures beside pay and experience: weights, typing speed, probation, age. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { documentAt } from '../draft/context.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { type Statement, statementsOf, statementsSaying } from '../reading/statements.ts';
import { inMonths, isWithin, type Quantity, quantitiesIn, type Range, TIME_UNITS } from '../words/quantities.ts';
import { wording } from '../words/wordings.ts';
import { type Condition, type Item, NOTHING, stating, type Verdict } from './verdict.ts';

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
  /** What is only pushed, pulled, or lifted with help. */
  isPushed: boolean;
}

const weightCache = new WeakMap<IndexedDocument, readonly Weight[]>();

/** A statement's weights, each with what is done to it: the verb before it and behind the weight before. */
function weightsIn(statement: Statement): Weight[] {
  let behind = 0;
  let isPushed = false;
  return quantitiesIn(statement.text, ['pound', 'kilogram']).map(({ value, unit, start, end }) => {
    const said = statement.text.slice(behind, start);
    if (bearing.test(said) || pushing.test(said)) isPushed = !bearing.test(said);
    behind = end;
    return { pounds: inPounds(value, unit), statement, isPushed };
  });
}

/** The weights that a class lifts or carries, heaviest first; what it only pushes where nothing else is stated. */
function weightsOf(document: IndexedDocument): readonly Weight[] {
  const known = weightCache.get(document);
  if (known !== undefined) return known;
  const all = statementsOf(document).flatMap((statement) =>
    lifting.test(statement.text) || lifting.test(statement.heading) ? weightsIn(statement) : [],
  );
  const lifted = all.filter(({ isPushed }) => !isPushed);
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

/** Between a length of time and the probation that it is the length of, in characters at most. */
const MAX_APART = 30;

/** The lengths of time in a text that stand beside the word for probation: others are of courses, of rests. */
function besideProbation(text: string): Quantity[] {
  const words = [...text.matchAll(new RegExp(wording('probationWording'), 'gi'))];
  return quantitiesIn(text, TIME_UNITS).filter(({ start, end }) =>
    words.some(({ index, 0: word }) => index - end < MAX_APART && start - index - word.length < MAX_APART),
  );
}

/** The condition that a class's probation lasts a time in a range, in months. */
export function probationCondition(corpus: Corpus, range: Range): Condition {
  return {
    about: 'the length of probation',
    topic: 'probation',
    judge(index): Verdict {
      const document = documentAt(corpus, index);
      const monthsOf = ({ value, unit }: Quantity): number => inMonths(value, unit);
      const own = evidenceOn(document, 'probation', NONE).flatMap((item) =>
        quantitiesIn(document.text.slice(item.start, item.end), TIME_UNITS).map((time) => ({
          months: monthsOf(time),
          item: item as Item,
        })),
      );
      const said = statementsSaying(document, wording('probationWording')).flatMap((item) =>
        besideProbation(item.text).map((time) => ({ months: monthsOf(time), item: item as Item })),
      );
      const found = own.length > 0 ? own : said;
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
