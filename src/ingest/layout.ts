/** How a document is laid out, read off its lines. */
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { fieldTopic, topicOfLabel } from './labels.ts';
import { isCapitals, type Line } from './lines.ts';

/** What a document's layout lets headings and line breaks mean. */
export interface Layout {
  /** Most lines are in capitals: capitals make no heading. */
  shouting: boolean;
  /** Column at which the text was wrapped by hand or by an extractor; undefined when paragraphs are single lines. */
  wrapWidth: number | undefined;
  /** Numbers or letters stand before sections, not only before the items of lists. */
  isOutline: boolean;
  /** Lines that name the levels of one series ("Clerk I", "Clerk II"), as `normaliseHeading` leaves them. */
  levels: ReadonlySet<string>;
  /** Headings in small letters stand alone between blank lines. */
  headsApart: boolean;
  /** Headings in capitals share their lines with text: "DUTIES: Runs the kiln." */
  runsIn: boolean;
  /** They stand in several sections: each is a part of the section that it stands in. */
  repeatsLevels: boolean;
}

/** Fewer visible lines than this say nothing about a document's wrapping. */
const MIN_LINES_FOR_WRAP = 12;

/** Reads the layout off the lines. */
export function layoutOf(lines: readonly Line[]): Layout {
  const visible = lines.filter((line) => line.text !== '');
  const long = visible.filter((line) => line.text.length > 30);
  const capitals = long.filter((line) => isCapitals(line.text)).length;
  const widths = visible.map((line) => line.indent + line.text.length).sort((a, b) => a - b);
  const widest = widths[Math.floor(widths.length * 0.98)] ?? 0;
  const full = widths.filter((width) => width > widest * 0.8).length;
  const wrapped =
    visible.length >= MIN_LINES_FOR_WRAP && widest >= 50 && widest <= 140 && full >= visible.length * 0.25;
  const levels = levelLines(visible);
  return {
    shouting: long.length >= 4 && capitals > long.length * 0.6,
    wrapWidth: wrapped ? widest : undefined,
    isOutline: isOutline(visible),
    levels,
    headsApart: headsApart(lines),
    runsIn: runsIn(visible),
    repeatsLevels: repeatsLevels(visible, levels),
  };
}

/** Fewer numbered lines with words of the vocabulary may be items that happen to have such words. */
const MIN_NUMBERED_HEADINGS = 3;

function isOutline(visible: readonly Line[]): boolean {
  const short = visible.flatMap(({ text }) => {
    const found =
      text.length < 80
        ? /^(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[A-Z][.)]|[IVX]{1,5}[.)])\s+(\p{Lu}[^.;]*)$/u.exec(text)
        : null;
    return found?.[1] === undefined ? [] : [found[1]];
  });
  const known = short.filter((text) => topicOfLabel(text) !== undefined).length;
  return known >= MIN_NUMBERED_HEADINGS && known * 3 >= short.length;
}

/** A line that names a level, alone or before its code: "Clerk II", "CLERK II C3K2TX", "Level II:  Clerk II (1202)". */
const LEVEL_LINE =
  /^(?:level (?:[IVX]{1,4}|\d):\s+)?(\p{Lu}[\p{L} ,&/’'-]{3,55})\s(?:[-–—]\s)?([IVX]{1,4}|\d|11|111|[Il]{2,3}|U)(?:\s*\([^()]*\)|\s+(?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{4,8}(?:\([A-Z\d]+\))?)?:?$/u;
/** Numerals that are none, but II and III as scanners misread them: only beside a I. */
const MISREAD = /^(?:11|111|[Il]*l[Il]*|U)$/;

function levelLines(visible: readonly Line[]): Set<string> {
  const levels = new Map<string, Set<string>>();
  for (const { text } of visible) {
    const [, name, numeral] = (text.length < 90 ? LEVEL_LINE.exec(text) : undefined) ?? [];
    if (name === undefined || numeral === undefined || fieldTopic(name) !== undefined) continue;
    const base = normaliseHeading(name);
    levels.set(base, (levels.get(base) ?? new Set()).add(numeral));
  }
  return new Set(
    [...levels].flatMap(([base, found]) => {
      const numerals = [...found].filter((numeral) => found.has('I') || !MISREAD.test(numeral));
      return numerals.length < 2 ? [] : numerals.map((numeral) => `${base} ${numeral.toLowerCase()}`);
    }),
  );
}

/** Fewer known headings may stand apart by chance. */
const MIN_APART = 4;

/** True where known headings stand between blank lines, in small letters behind their first word. */
function headsApart(lines: readonly Line[]): boolean {
  const found = lines.filter(({ text }, at) => {
    const isAlone = at > 0 && lines[at - 1]?.text === '' && lines[at + 1]?.text === '';
    return isAlone && /^\p{Lu}\p{Ll}[^\d|:.]*$/u.test(text) && topicOfLabel(text)?.type === 'section';
  });
  return found.length >= MIN_APART && found.some(({ text }) => /^\S+(?: \p{Ll}+)+$/u.test(text));
}

/** Fewer known headings before text may be labels. */
const MIN_RUN_IN = 3;

/** True where known headings in capitals stand before text on their lines. */
function runsIn(visible: readonly Line[]): boolean {
  const found = visible.filter(({ text }) => {
    const heading = /^(\p{Lu}[^:\p{Ll}]{3,90}):\s+\p{Lu}[^:]{12,}/u.exec(text)?.[1];
    return heading !== undefined && topicOfLabel(heading)?.type === 'section';
  });
  return found.length >= MIN_RUN_IN;
}

/** True when a level heads a part of more than one section in capitals: "DUTIES … CLERK II … QUALIFICATIONS … CLERK II". */
function repeatsLevels(visible: readonly Line[], levels: ReadonlySet<string>): boolean {
  if (levels.size === 0) return false;
  const sections = new Map<string, Set<string>>();
  let section = '';
  for (const { text } of visible) {
    if (text.length >= 90) continue;
    const level = levelNamed(text, levels)?.toLowerCase();
    if (level !== undefined && section !== '') {
      const found = (sections.get(level) ?? new Set()).add(section);
      sections.set(level, found);
      if (found.size > 1) return true;
    } else if (isCapitals(text) && topicOfLabel(text)?.type === 'section') section = text;
  }
  return false;
}

/** The level that a line names, without what stands before and behind it: "Clerk II"; undefined for another line. */
export function levelNamed(text: string, levels: ReadonlySet<string>): string | undefined {
  if (levels.size === 0) return undefined;
  const [, name = '', numeral = ''] = LEVEL_LINE.exec(text) ?? [];
  return levels.has(`${normaliseHeading(name)} ${numeral.toLowerCase()}`) ? `${name} ${numeral}` : undefined;
}

/** Columns, and leaders between them. */
const COLUMNS = /\s{4,}|\t|\.{5,}|(?:\. ){4,}/;

/** Words that no sentence ends in. */
const UNFINISHED = new RegExp(`\\b(?:${vocabularyPart<{ unfinished: string }>('titles').unfinished})$`, 'i');

/** A letter that is a level or a grade, no article: "Tree Climber A". */
const LETTER_AT_END = /[^.;:\s]\sA$/;

/** True for a text whose last word no sentence and no value ends in. */
export const isUnfinished = (text: string): boolean => UNFINISHED.test(text) && !LETTER_AT_END.test(text);

/** Running text: it began on the line above, or a sentence ends within it. */
const PROSE = /^\p{Ll}|\p{Ll}[.;]\s+\p{Lu}/u;
/** Share of the wrap width from which a line of running text without an end goes on below. */
const LONG_LINE = 0.6;

/** True for a line of running text that stops within a sentence, also where a name in capitals follows on the next. */
function stopsWithin({ text, indent }: Line, wrapWidth: number | undefined): boolean {
  if (/[.!?:;,]["')\]]*$/.test(text) || isCapitals(text)) return false;
  if (isUnfinished(text)) return true;
  return wrapWidth !== undefined && PROSE.test(text) && indent + text.length >= wrapWidth * LONG_LINE;
}

/** True when the break between two adjacent lines only wraps a sentence: the next word had no room, or the sentence goes on. */
export function isWrapped(line: Line, next: Line, layout: Layout): boolean {
  if (line.text === '' || next.text === '' || COLUMNS.test(line.text) || COLUMNS.test(next.text)) return false;
  if (/^\p{Ll}/u.test(next.text) && !/[.!?:;]["')\]]*$/.test(line.text)) return true;
  if (stopsWithin(line, layout.wrapWidth)) return true;
  if (layout.wrapWidth === undefined) return false;
  const firstWord = next.text.split(/\s/, 1)[0] ?? '';
  return line.indent + line.text.length + 1 + firstWord.length > layout.wrapWidth;
}
