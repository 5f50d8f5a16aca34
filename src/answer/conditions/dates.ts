/** Conditions on the dates that classes state: in a period, or the first or last of all. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { evidenceOn } from '../evidence/evidence.ts';
import { statementsOf } from '../reading/statements.ts';
import { askingWording, wording } from '../words/wordings.ts';
import type { Claim } from './scope.ts';
import { type Condition, type Item, stating, type Verdict } from './verdict.ts';

/** A date or year as the months it covers, counted from year 0. */
interface Period {
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
function periodsIn(text: string): Period[] {
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
const DATE_WORDINGS: Readonly<Record<string, string>> = {
  established: 'established',
  revised: 'revised',
  effective: 'effective',
  'open-date': 'opened',
};

/** Topics of dates that are brought up to date: only the latest tells how old a document is. */
const RENEWED: readonly string[] = ['revised'];

/** A date that a document states, and where. */
interface Dated {
  period: Period;
  item: Item;
}

const isOnWork = (topic: string): boolean => topic === 'duties' || topic === 'definition';

/** The dates of a topic that a document states under its own label or in a sentence. */
function datesOn(document: IndexedDocument, topic: string): Dated[] {
  const own: Item[] = evidenceOn(document, topic, new Set());
  const worded = DATE_WORDINGS[topic];
  // "Inspects the network adopted under the Act of 1980" is work, and no date of the document.
  const said = statementsOf(document).filter(
    ({ text, topics }) => worded !== undefined && wording(worded).test(text) && !topics.some(isOnWork),
  );
  return [...own, ...said].flatMap((item) =>
    periodsIn(document.text.slice(item.start, item.end)).map((period) => ({ period, item })),
  );
}

/** The topics of dates that a question names; all of them where it names none. */
function topicsIn(text: string): string[] {
  const all = Object.entries(DATE_WORDINGS);
  const named = all.filter(([, name]) => wording(name).test(text));
  return (named.length > 0 ? named : all).map(([topic]) => topic);
}

/** The condition that a date on one of some topics lies in a period; `open` where the period has only one end. */
function dateCondition(corpus: Corpus, topics: readonly string[], asked: Period, open: boolean): Condition {
  return {
    about: 'such a date',
    isUsual: true,
    topic: topics[0],
    judge(index): Verdict {
      const stated = topics.flatMap((topic) => {
        const dates = datesOn(documentAt(corpus, index), topic);
        const latest = Math.max(...dates.map(({ period }) => period.to));
        return open && RENEWED.includes(topic) ? dates.filter(({ period }) => period.to === latest) : dates;
      });
      const met = stated.filter(({ period }) => period.from >= asked.from && period.to <= asked.to);
      const shown = [...new Map((met.length > 0 ? met : stated).map(({ item }) => [item.start, item])).values()];
      return met.length > 0 ? stating('required', shown.slice(0, 2)) : stating('against', shown.slice(0, 1));
    },
  };
}

/** Recognises a period that dates are asked for in: "revised after 2015". */
export function dates(text: string, { corpus }: AnswerContext): Claim | undefined {
  const months = wording('months').source;
  const match = new RegExp(`(?:\\b(?:${months})\\s+)?\\b(?:19|20)\\d\\d\\b(?!,)`, 'i').exec(text);
  const [period] = match === null ? [] : periodsIn(match[0]);
  if (match === null || period === undefined || /[$£€]\s*$/.test(text.slice(0, match.index))) return undefined;
  const before = text.slice(0, match.index);
  const relation = /(?:\b[a-z]+\s+){0,2}$/i.exec(before)?.[0] ?? '';
  const asked = wording('dateBefore').test(relation)
    ? { from: 0, to: period.from - 1 }
    : wording('dateAfter').test(relation)
      ? { from: period.to + 1, to: Number.POSITIVE_INFINITY }
      : wording('dateSince').test(relation)
        ? { from: period.from, to: Number.POSITIVE_INFINITY }
        : period;
  const open = asked !== period;
  return {
    condition: dateCondition(corpus, topicsIn(text), asked, open),
    start: match.index - relation.length,
    end: match.index + match[0].length,
  };
}

/** The condition that a class states the latest date of all, or the earliest. */
function endCondition(corpus: Corpus, topics: readonly string[], end: 'latest' | 'earliest'): Condition {
  const isLatest = end === 'latest';
  const stated = corpus.documents.map((document) =>
    topics
      .flatMap((topic) => datesOn(document, topic))
      .sort((a, b) => (isLatest ? b.period.from - a.period.from : a.period.from - b.period.from)),
  );
  const ends = stated.flatMap(([first]) => first?.period.from ?? []);
  const wanted = isLatest ? Math.max(...ends) : Math.min(...ends);
  return {
    about: 'such a date',
    isUsual: true,
    topic: topics[0],
    note: 'of the dates stated',
    judge(index): Verdict {
      const [first] = stated[index] ?? [];
      return stating(first?.period.from === wanted ? 'required' : 'against', first === undefined ? [] : [first.item]);
    },
  };
}

/** Recognises that the newest or the oldest is asked for: "revised most recently". */
export function endDate(text: string, { corpus }: AnswerContext): Claim | undefined {
  const latest = askingWording('dateLatest').exec(text);
  const match = latest ?? askingWording('dateEarliest').exec(text);
  if (match === null) return undefined;
  const condition = endCondition(corpus, topicsIn(text), latest === null ? 'earliest' : 'latest');
  return { condition, start: match.index, end: match.index + match[0].length };
}
