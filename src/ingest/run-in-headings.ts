/** Headings that share their line with the text below them. */
import { topicsOfHeading } from '../vocabulary.ts';
import { bareHeading, type Heading, isOtherHeading } from './heading-text.ts';
import { topicOfLabel } from './labels.ts';
import type { Layout } from './layout.ts';
import { isCapitals, type Line } from './lines.ts';
import { markerLength, SHARE_HEAD } from './markers.ts';
import { shownText } from './readable.ts';

/** What leads from one rung of a ladder to the next. */
export const ARROW = /\s(?:→|➔|⇒|-{1,2}>|>)\s/;

/** A heading followed by its text on the same line: "Education: Graduation from …". */
function runInHeading(line: Line, inside: string, layout: Layout): Heading | undefined {
  const match =
    /^(?:\*\*|__)?([\p{Lu}\d(][^:\n]{1,75}?)(?:\*\*|__)?\s*(:|\s[-–—]\s|\s?—\s?|\s--+\s|\.\s?[-–—])(?:\*\*|__)?\s*(?=\S)/u.exec(
      line.text,
    );
  if (match?.[1] === undefined) return undefined;
  const text = bareHeading(match[1]);
  const whole = topicOfLabel(text);
  const isOther = isOtherHeading(text) || (layout.runsIn && text.includes(' ') && !/\d/.test(text));
  if (whole === undefined && match[2] === ':' && isCapitals(text) && inside !== '' && isOther)
    return { topic: 'other', text, runInEnd: line.start + match[0].length, rank: 0, known: true };
  if (whole === undefined || text.split(' ').length > 8 || line.text.includes('____')) return undefined;
  if (match[2] !== ':' && !isCapitals(text) && (whole.weak === true || inside === 'knowledge')) return undefined;
  // "Progression: Helper → Apprentice → Journey Worker".
  const isLadder = ARROW.test(line.text);
  if (whole.weak === true && !isLadder && (!isCapitals(text) || inside === 'knowledge')) return undefined;
  if (inside === 'knowledge' && whole.name === 'duties') return undefined;
  return {
    topic: whole.name,
    text,
    runInEnd: line.start + match[0].length,
    rank: isCapitals(text) && whole.sub !== true ? 0 : isLadder ? 1 : 2,
    known: true,
  };
}

/** Capitals before running text on the same line, without a colon: "CLASS HISTORY This is a new class." */
function capitalsBeforeText(line: Line, layout: Layout): Heading | undefined {
  if (layout.shouting) return undefined;
  const match = /^(\p{Lu}[\p{Lu} /&,-]{3,45}\p{Lu})\.?\s+(?=\p{Lu}\p{Ll}|A\s\p{Ll})/u.exec(line.text);
  const whole = match?.[1] === undefined ? undefined : topicsOfHeading(match[1]).whole;
  if (match?.[1] === undefined || whole === undefined) return undefined;
  return {
    topic: whole.name,
    text: shownText(match[1]),
    runInEnd: line.start + match[0].length,
    rank: whole.sub === true ? 2 : 0,
    known: true,
  };
}

/** Capitals before words in small letters that introduce a list: "ESSENTIAL DUTIES include the following. …" */
function capitalsBeforeList(line: Line, layout: Layout): Heading | undefined {
  if (layout.shouting) return undefined;
  const match =
    /^(\p{Lu}[\p{Lu} /&,-]{3,60}\p{Lu})\s+(?=(?:may )?includes? (?:but |the )|are as follows|for this )/u.exec(
      line.text,
    );
  const topic = match?.[1] === undefined ? undefined : topicOfLabel(match[1]);
  if (match?.[1] === undefined || topic?.type !== 'section') return undefined;
  return { topic: topic.name, text: shownText(match[1]), runInEnd: line.start + match[0].length, rank: 0, known: true };
}

/** Capitals that run into the text without a space: "DEFINITIONUnder supervision, …". */
function capitalsGlued(line: Line, layout: Layout): Heading | undefined {
  const match = layout.shouting ? null : /^(\p{Lu}[\p{Lu} /&,-]{3,45}\p{Lu})(?=\p{Lu}\p{Ll})/u.exec(line.text);
  const whole = match?.[1] === undefined ? undefined : topicsOfHeading(match[1]).whole;
  if (match?.[1] === undefined || whole === undefined) return undefined;
  return { topic: whole.name, text: match[1], runInEnd: line.start + match[1].length, rank: 0, known: true };
}

/** A heading and a remark on it that is a statement by itself, however long: "SPECIAL FACTORS: (Both must be met.)". */
export function remarkedHeading(line: Line): Heading | undefined {
  const match = /^(\p{Lu}[\p{L} ,&/'’-]{3,60}?)\s*:?\s*(?=\(\p{Lu}[^()]{30,}\)\.?$)/u.exec(line.text);
  const text = bareHeading(match?.[1] ?? '');
  const whole = match === null ? undefined : topicOfLabel(text);
  if (match === null || whole === undefined || whole.type === 'field') return undefined;
  return {
    topic: whole.name,
    text,
    runInEnd: line.start + match[0].length,
    rank: isCapitals(text) ? 0 : 1,
    known: true,
  };
}

/** A legend behind a heading: "N = Never  S = Seldom". */
const LEGEND = /^(?:\p{L}{1,3}\s?=\s?[\p{L} -]{2,30}?(?:[,;]?\s+|$)){2,}$/u;
/** Most words of a table's other heads. */
const HEAD_WORDS = 3;

/** A heading in a row of its own with what belongs to a table below: its legend, or the heads of its other columns. */
function headingInRow(line: Line): Heading | undefined {
  const cells = line.text.split(/\s{3,}|\t/);
  if (cells.length < 2 || cells.length > 4) return undefined;
  const [first = ''] = cells;
  const topic = topicOfLabel(bareHeading(first));
  const behind = line.text.slice(first.length).trim();
  if (topic?.type === 'section' && SHARE_HEAD.test(behind))
    return { topic: topic.name, text: bareHeading(first), runInEnd: undefined, rank: 0, known: true };
  if (topic?.type === 'section' && LEGEND.test(behind.replace(/^\((.*)\)$/, '$1')))
    return {
      topic: topic.name,
      text: bareHeading(first),
      runInEnd: line.start + line.text.indexOf(behind),
      rank: 0,
      known: true,
    };
  const heads = cells.map((cell) => bareHeading(cell.replace(/\s*\([^()]*\)\s*$/, '')));
  const sections = heads.filter((head) => topicOfLabel(head)?.type === 'section');
  const [only] = sections;
  const others = heads.filter((head) => head !== only);
  const isHead = others.every((head) => isCapitals(head) && head.split(' ').length <= HEAD_WORDS);
  if (only === undefined || sections.length > 1 || !isCapitals(only) || !isHead || !/[:)]/.test(line.text))
    return undefined;
  return { topic: topicOfLabel(only)?.name ?? 'other', text: only, runInEnd: undefined, rank: 0, known: true };
}

/** Bold type that ends before the text: "**Purpose.** Runs the kilns." */
function boldHeading(line: Line): Heading | undefined {
  const match = /^(?:\*\*|__)([^*_]{2,70}?)\s*[.:–—-]?\s*(?:\*\*|__)\s*[:–—-]?\s*(?=\S)/u.exec(line.text);
  const text = bareHeading(match?.[1] ?? '');
  const topic = match === null ? undefined : topicOfLabel(text);
  if (match === null || topic === undefined) return undefined;
  return { topic: topic.name, text, runInEnd: line.start + match[0].length, rank: 2, known: true };
}

/** An evaluation factor, with its level and points behind: "Factor 3, Guidelines   Level 3-3   275 points". */
export function factorHeading(line: Line): Heading | undefined {
  const match =
    /^(factors?\s+\d{1,2}(?:\s*(?:&|and|-|\/)\s*\d{1,2})?\s*[-–—:.,]\s*)(\p{L}[^\d]{3,70}?)(?=\s*[-–—,(]?\s*(?:level|FL)\s*\d|\s{2,}|$)/iu.exec(
      line.text,
    );
  if (match?.[2] === undefined) return undefined;
  const { part } = topicsOfHeading(match[2]);
  return {
    topic: part?.name ?? 'other',
    text: shownText(match[0]),
    runInEnd: undefined,
    rank: 1,
    known: part !== undefined,
    isStatement: match[0].length < line.text.length,
  };
}

/** The heading that the line's text runs on from; undefined when there is none. */
export function headingBeforeText(line: Line, inside: string, layout: Layout): Heading | undefined {
  return (
    factorHeading(line) ??
    headingInRow(line) ??
    remarkedHeading(line) ??
    runInHeading(line, inside, layout) ??
    boldHeading(line) ??
    capitalsBeforeText(line, layout) ??
    capitalsBeforeList(line, layout) ??
    capitalsGlued(line, layout)
  );
}

/** A section that a run-in heading opened ends at a blank line unless a list follows it. */
export function runInGoesOn(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at).find((line) => line.text !== '');
  return next !== undefined && markerLength(next.text) > 0;
}
