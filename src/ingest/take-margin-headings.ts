/** Takes headings in capitals that stand left of their text and take several of its lines: "TYPICAL   1. Mends pumps." above "DUTIES:   2. Tests them.". */
import { topicOfLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { markerLength } from './markers.ts';
import { currentSection, openSection, type ParseState, takeBlock } from './spec-builder.ts';

/** Most lines of such a heading. */
const MAX_PARTS = 3;
/** What stands left of the text, which a gap parts from it. */
const PART = /^(\p{Lu}(?: ?[\p{Lu}/&,-]){2,}:?)(?:\s+(?=\S)|$)/u;
/** Shorter text beside a heading that the vocabulary lacks may be a label's value. */
const MIN_TEXT = 30;

/** A line of such a heading: its words, and where its text begins. */
interface Part {
  line: Line;
  words: string;
  /** The line's end where no text stands beside it. */
  from: number;
}

function partOn(line: Line | undefined): Part | undefined {
  const found = PART.exec(line?.text ?? '');
  if (line === undefined || found?.[1] === undefined) return undefined;
  return { line, words: found[1], from: line.start + found[0].length };
}

const columnOf = ({ line, from }: Part): number => from - line.start + line.indent;

/** The lines of the heading that begins on line `at`, and its topic; undefined where none of several lines does. */
function headingFrom(
  { lines, open }: ParseState,
  at: number,
): { parts: Part[]; name: string; topic: string } | undefined {
  const first = partOn(lines[at]);
  if (first === undefined || first.words.endsWith(':') || !/^\s{2}/.test(first.line.text.slice(first.words.length)))
    return undefined;
  const parts = [first];
  for (const line of lines.slice(at + 1, at + MAX_PARTS)) {
    const part = partOn(line);
    const isBelow = part?.line.indent === first.line.indent;
    if (part === undefined || !isBelow || (part.from < line.end && columnOf(part) !== columnOf(first))) break;
    parts.push(part);
    const name = parts.map(({ words }) => words.replace(/:$/, '')).join(' ');
    const topic = topicOfLabel(name);
    const isUnknown =
      open.main >= 0 &&
      first.line.end - first.from >= MIN_TEXT &&
      [name, part.words].every((label) => topicOfLabel(label) === undefined);
    if (topic?.type === 'section' || (isUnknown && part.words.endsWith(':')))
      return topicOfLabel(first.words)?.type === 'section' && !/^(?:AND|OR|OF|&)\b/.test(part.words)
        ? undefined
        : { parts, name, topic: topic?.name ?? 'other' };
    if (part.words.endsWith(':')) break;
  }
  return undefined;
}

/** Takes a heading of several lines beside its text that begins on line `at`; returns how many lines, 0 for none. */
export function takeMarginHeading(state: ParseState, at: number): number {
  const found = headingFrom(state, at);
  const [first] = found?.parts ?? [];
  if (found === undefined || first === undefined) return 0;
  const { passages } = state;
  const headingSpan = { start: first.line.start, end: first.line.start + first.words.length };
  openSection(state, { topic: found.topic, text: found.name, runInEnd: undefined, rank: 0, known: true }, headingSpan);
  let taken = found.parts.length;
  for (const [index, { line, words, from }] of found.parts.entries()) {
    const section = currentSection(state);
    passages.add('heading', { start: line.start, end: line.start + words.length }, section);
    if (from >= line.end) continue;
    const marker = markerLength(line.text.slice(from - line.start));
    if (marker > 0) passages.add('mark', { start: from, end: from + marker }, section);
    if (marker === 0 && index === found.parts.length - 1) taken += takeBlock(state, at + index, from) - 1;
    else passages.addText(marker > 0 ? 'item' : 'sentence', { start: from + marker, end: line.end }, section);
  }
  return taken;
}
