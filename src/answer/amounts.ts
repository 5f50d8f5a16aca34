/** Amounts of money: what a question's threshold or superlative asks, and which classes' pay qualifies. */
import { type AnswerContext, documentAt, draftOf } from './context.ts';
import type { Draft } from './draft.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { listLines, type Qualifying } from './qualifying.ts';

/** What a question asks of pay. */
export interface AmountsAsked {
  /** `over` and `under` a threshold, or the `highest` or `lowest` of all. */
  relation: 'over' | 'under' | 'highest' | 'lowest';
  threshold: number;
}

/** Below this an amount is by the hour, in a question's or a document's currency. */
const HOURLY_LIMIT = 500;
/** Hours in a working year of forty-hour weeks, to compare hourly with annual pay. */
const HOURS_A_YEAR = 2_080;

/** The amounts of money in a text, by the year. */
function annualAmounts(text: string): number[] {
  return [...text.matchAll(/(?:\$|£|€|\bCAD|\bUSD)\s?(\d{1,3}(?:,\s?\d{3})+|\d+)(\.\d+)?\s?(k\b)?/gi)].map((match) => {
    const value =
      Number(`${(match[1] ?? '').replace(/[,\s]/g, '')}${match[2] ?? ''}`) * (match[3] === undefined ? 1 : 1_000);
    return value < HOURLY_LIMIT ? value * HOURS_A_YEAR : value;
  });
}

/** Reads a threshold or superlative of pay from a question; undefined when it has none. */
export function amountsAsked(text: string): AmountsAsked | undefined {
  const threshold = annualAmounts(text.replace(/(?<![$£€\d])\b(\d{2,3}(?:,\d{3})+|\d{2,3}k|\d{5,6})\b/gi, '$$$1'))[0];
  const over =
    /\b(?:over|above|more than|exceed\w*|at least|greater than|north of|higher than|tops?|topping|exceeding|beyond)\b/i.test(
      text,
    );
  const under = /\b(?:under|below|less than|at most|lower than|up to)\b/i.test(text);
  if (threshold !== undefined && (over || under)) return { relation: over ? 'over' : 'under', threshold };
  if (!/\b(?:pay|pays|paid|salary|salaries|wage|earn\w*|starting|compensation)\b/i.test(text)) return undefined;
  if (/\b(?:highest|most|best|top)\b/i.test(text)) return { relation: 'highest', threshold: 0 };
  return /\b(?:lowest|least|smallest|worst)\b/i.test(text) ? { relation: 'lowest', threshold: 0 } : undefined;
}

interface Paid extends Qualifying {
  lowest: number;
  highest: number;
}

function paid(context: AnswerContext): Paid[] {
  return context.corpus.documents.flatMap((document, index) => {
    const evidence = evidenceOn(document, 'salary', context.asked);
    const withAmounts = evidence
      .filter((item: Evidence) => annualAmounts(document.text.slice(item.start, item.end)).length > 0)
      .slice(0, 3);
    const amounts = withAmounts
      .flatMap((item) => annualAmounts(documentAt(context.corpus, index).text.slice(item.start, item.end)))
      .filter((value) => value > 5_000);
    return amounts.length === 0
      ? []
      : [
          {
            document: index,
            items: withAmounts.slice(0, 2),
            lowest: Math.min(...amounts),
            highest: Math.max(...amounts),
          },
        ];
  });
}

/** The classes whose pay qualifies, with the amounts as printed. */
export function amountLine(context: AnswerContext, asked: AmountsAsked): Draft {
  const all = paid(context);
  const extreme =
    asked.relation === 'highest'
      ? Math.max(...all.map((item) => item.highest))
      : Math.min(...all.map((item) => item.lowest));
  const qualifying = all.filter((item) => {
    if (asked.relation === 'over') return item.highest > asked.threshold;
    if (asked.relation === 'under') return item.lowest < asked.threshold;
    return (asked.relation === 'highest' ? item.highest : item.lowest) === extreme;
  });
  const total = context.corpus.documents.length;
  if (qualifying.length === 0)
    return draftOf(context, 'not-found', [
      `None of the ${total} specifications states such pay; ${all.length} state an amount.`,
    ]);
  return draftOf(
    context,
    'answered',
    listLines(
      context,
      qualifying,
      `${qualifying.length} of the ${all.length} specifications that state an amount (of ${total}):`,
    ),
  );
}
