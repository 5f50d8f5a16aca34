/** Recognises headings by vocabulary first and by looks where the words are unknown. */
import { normaliseHeading, type Topic, topicsOfHeading, vocabularyPart } from '../vocabulary.ts';
import { foldSpace } from '../words.ts';
import { isCapitals, isFurniture, type Layout, type Line, markerLength } from './lines.ts';

/** A heading found on a line. */
export interface Heading {
  topic: string;
  /** As printed, white space folded, without markup and closing colon. */
  text: string;
  /** End of the heading, where it shares its line with text (a run-in heading). */
  runInEnd: number | undefined;
  /** Prominence: 0 capitals or markdown, 1 mixed case, 2 run-in or always subordinate. */
  rank: number;
}

const MAX_HEADING_WORDS = 12;
const connectors = new Set(vocabularyPart<string[]>('connectors'));

/** A line that only joins two requirements ("AND"). */
export function isConnector(text: string): boolean {
  return connectors.has(text.toLowerCase().replace(/\W+/g, ' ').trim());
}

/** Phrases that head a whole document and open no section of it. */
const generic = new Set(vocabularyPart<{ documentKinds: string[] }>('titles').documentKinds.map(normaliseHeading));

const NUMBERING = /^(?:(?:section|part)\s+)?(?:[IVX]{1,5}[.):]|\d{1,2}(?:\.\d{1,2})*[.):]?|[A-H][.)])\s+/i;

function isTitleCase(text: string): boolean {
  const words = text.replace(/\([^)]*\)/g, '').match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const joining = /^(?:and|or|of|the|for|to|in|on|at|a|an|with|by|per|from|as|vs)$/;
  return (
    words.length > 0 &&
    words.every((word) => /^\p{Lu}/u.test(word) || joining.test(word)) &&
    /^\p{Lu}/u.test(words[0] ?? '')
  );
}

/** A heading's text without markdown, numbering and closing colon. */
function bareHeading(text: string): string {
  const plain = text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s*:\s*$/, '');
  const unnumbered = plain.replace(NUMBERING, '');
  return foldSpace(unnumbered !== plain && (isCapitals(unnumbered) || isTitleCase(unnumbered)) ? unnumbered : plain);
}

function topicName(topic: Topic | undefined): string {
  return topic?.name ?? 'other';
}

/** A heading that fills its line. */
function standaloneHeading(lines: readonly Line[], at: number, layout: Layout): Heading | undefined {
  const line = lines[at];
  if (line === undefined || line.text.length > 110 || line.text.startsWith('|')) return undefined;
  const text = bareHeading(line.text);
  const words = text.split(' ').length;
  if (text === '' || words > MAX_HEADING_WORDS || !/\p{L}{2}/u.test(text)) return undefined;
  if (isConnector(text) || isFurniture(text) || generic.has(normaliseHeading(text))) return undefined;
  const heading = (topic: Topic | undefined, rank: number): Heading => ({
    topic: topicName(topic),
    text,
    runInEnd: undefined,
    rank: topic?.sub === true ? 2 : rank,
  });
  const { whole, part } = topicsOfHeading(text);
  if (/^#{1,6}\s/.test(line.text)) return heading(part, /^#{1,2}\s/.test(line.text) ? 0 : 1);
  if (/[.,;]$/.test(text) && !/\)$/.test(text)) return undefined;
  const blankBefore = at === 0 || lines[at - 1]?.text === '';
  const next = lines.slice(at + 1, at + 4).find((other) => other.text !== '');
  const blankAfter = lines[at + 1]?.text === '';
  const closed = /:\s*\**$/.test(line.text);
  const bold = /^(?:\*\*|__).*(?:\*\*|__):?$/.test(line.text);
  if (next === undefined)
    return whole === undefined || !blankBefore
      ? undefined
      : heading(whole, isCapitals(text) && !layout.shouting ? 0 : 1);
  if (markerLength(line.text) > 0 && !NUMBERING.test(line.text)) return undefined;
  if (isCapitals(text) && !layout.shouting) {
    if (whole !== undefined) return heading(whole, 0);
    const stands =
      (blankBefore || closed) && (blankAfter || closed || !isCapitals(next.text)) && !/\d{3}|[$"“]/.test(text);
    return stands && !isCapitals(next.text) && words <= 9 ? heading(part, 0) : undefined;
  }
  const looks = isTitleCase(text) || layout.shouting;
  if (whole !== undefined && (looks || closed || (blankBefore && words <= 4))) {
    return blankBefore || blankAfter || closed || bold || /[.;:)]$/.test(lines[at - 1]?.text ?? '') || words > 1
      ? heading(whole, 1)
      : undefined;
  }
  if (part !== undefined && looks && (closed || bold || (blankBefore && words <= 8))) return heading(part, 1);
  if ((closed || bold) && isTitleCase(text) && words <= 8 && !layout.shouting) return heading(undefined, 2);
  const previous = lines.slice(Math.max(0, at - 4), at).findLast((other) => other.text !== '')?.text ?? '';
  const introduces = /[.:;]$/.test(next.text) && next.text.length > text.length * 2 && (!blankAfter || blankBefore);
  return looks && words <= (blankBefore ? 4 : 2) && introduces && /[.!?)]$/.test(previous) && !/[\d$]/.test(text)
    ? heading(undefined, 1)
    : undefined;
}

/** A heading followed by its text on the same line: "Education: Graduation from …". */
function runInHeading(line: Line, inside: string): Heading | undefined {
  const match =
    /^(?:\*\*|__)?([\p{Lu}\d(][^:\n]{1,75}?)(?:\*\*|__)?\s*(:|\s[-–—]\s|\.\s?[-–—])(?:\*\*|__)?\s*(?=\S)/u.exec(
      line.text,
    );
  if (match?.[1] === undefined) return undefined;
  const text = bareHeading(match[1]);
  const { whole } = topicsOfHeading(text);
  if (whole === undefined || text.split(' ').length > 8) return undefined;
  if (match[2] !== ':' && !isCapitals(text) && (whole.weak === true || inside === 'knowledge')) return undefined;
  if (whole.weak === true && (!isCapitals(text) || inside === 'knowledge')) return undefined;
  if (inside === 'knowledge' && whole.name === 'duties') return undefined;
  return {
    topic: whole.name,
    text,
    runInEnd: line.start + match[0].length,
    rank: isCapitals(text) && whole.sub !== true ? 0 : 2,
  };
}

/** Capitals before running text on the same line, without a colon: "CLASS HISTORY This is a new class." */
function capitalsBeforeText(line: Line, layout: Layout): Heading | undefined {
  if (layout.shouting) return undefined;
  const match = /^(\p{Lu}[\p{Lu} /&,-]{3,45}\p{Lu})\s+(?=\p{Lu}\p{Ll}|A\s\p{Ll})/u.exec(line.text);
  const whole = match?.[1] === undefined ? undefined : topicsOfHeading(match[1]).whole;
  if (match?.[1] === undefined || whole === undefined) return undefined;
  return {
    topic: whole.name,
    text: foldSpace(match[1]),
    runInEnd: line.start + match[0].length,
    rank: whole.sub === true ? 2 : 0,
  };
}

/** The heading on a line, or undefined. `inside` is the topic of the section that the line stands in. */
export function headingAt(lines: readonly Line[], at: number, layout: Layout, inside: string): Heading | undefined {
  const line = lines[at];
  if (line === undefined || line.text === '') return undefined;
  return standaloneHeading(lines, at, layout) ?? runInHeading(line, inside) ?? capitalsBeforeText(line, layout);
}
