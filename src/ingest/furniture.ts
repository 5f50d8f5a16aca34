/** Page furniture: page numbers, rules, and the heads and feet that stand on every page. */
import { topicsOfHeading, vocabularyPart } from '../vocabulary.ts';
import type { Line } from './lines.ts';

const furniture = vocabularyPart<string[]>('furniture').map((pattern) => new RegExp(pattern, 'i'));
const navigation = vocabularyPart<string[]>('navigation').map((pattern) => new RegExp(pattern, 'iu'));

/** What the tabs of a posting on the web are called: two of them, one below the other, head nothing. */
const tabs = new Set(vocabularyPart<string[]>('tabs'));

/** Lines from a page's edge within which a repeated line is the page's head or foot. */
const EDGE_LINES = 3;
/** Visible lines at the document's beginning in which a page's head may name the class. */
const HEAD_LINES = 12;

/** Visible lines at a web page's beginning and end in which its navigation stands: further in, its words are text. */
const NAVIGATION_HEAD = 16;
const NAVIGATION_FOOT = 4;

/** Longest head or foot of a page, in characters. */
const MAX_HEAD = 120;

/** A date alone behind a finished sentence labels nothing: the foot of a form. */
const DATE_ALONE = /^\d{1,2}(?:[-/.]\d{1,2})?[-/.](?:\d{2}|\d{4})$/;
const SENTENCE_END = /[.;]$/;

/** Page numbers, rules and other marks of layout that say nothing. */
export function isFurniture(text: string): boolean {
  return furniture.some((pattern) => pattern.test(text));
}

/** What a web page has around a document: "You are here", "Home » Jobs » Welder", "Print". */
export function isNavigation(text: string): boolean {
  return navigation.some((pattern) => pattern.test(text));
}

/** True for a line that begins with a heading of career paths: what arrows part in it, or below it, are classes. */
function isOnCareer(text: string): boolean {
  const label = /^(?:[#*]{1,6}\s?)?(\p{Lu}[\p{L} ]{2,40}?)(?:\*\*)?(?:[:.](?:\s|$)|$)/u.exec(text)?.[1];
  return label !== undefined && topicsOfHeading(label).whole?.name === 'career';
}

/** Lines as they repeat at the head and foot of every page: words only, so that page numbers do not tell them apart. */
function furnitureKey(text: string): string {
  return text
    .replace(/[\d\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Indexes of the lines beside which a page ends: page numbers, and lines that a form feed stands before. */
function pageEdges(lines: readonly Line[], keys: readonly string[]): number[] {
  const lastNumber = new Map<string, { number: number; index: number }>();
  const edges: number[] = [];
  lines.forEach((line, index) => {
    if (line.text.length > 2 * MAX_HEAD) return;
    if (line.isPageStart || /\bpage\s+\d+/i.test(line.text)) edges.push(index);
    // "Harbor Clerk      2" is a foot when the same words stood before the number that precedes.
    const number = /(?:^|\s{2,})(?:[-–] ?)?(\d{1,3})(?: ?[-–])?(?:$|\s{3,})/.exec(line.text)?.[1];
    if (number === undefined) return;
    const key = keys[index] ?? '';
    const last = lastNumber.get(key);
    if (last?.number === Number(number) - 1) edges.push(last.index, index);
    lastNumber.set(key, { number: Number(number), index });
  });
  return edges;
}

/**
 * Indexes of the lines that are page furniture: the ones that are by themselves, and lines beside the end of a page
 * that stand in the document more than once (its running heads). Of those, the first is left where it may name the class.
 */
export function furnitureLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const keys = lines.map((line) => (line.text.length > MAX_HEAD ? '' : furnitureKey(line.text)));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const atEdge = new Set<number>();
  for (const edge of pageEdges(lines, keys))
    for (let index = edge - EDGE_LINES; index <= edge + EDGE_LINES; index++) atEdge.add(index);
  const seen = new Set<string>();
  const total = lines.filter(({ text }) => text !== '').length;
  let visible = 0;
  let before = '';
  let above = '';
  lines.forEach((line, index) => {
    if (line.text === '') return;
    const isFoot = DATE_ALONE.test(line.text) && SENTENCE_END.test(before);
    before = line.text;
    const isHead = visible++ < HEAD_LINES;
    const key = keys[index] ?? '';
    const isOuter = visible <= NAVIGATION_HEAD || visible > total - NAVIGATION_FOOT;
    const isLadder = isOnCareer(line.text) || isOnCareer(above);
    above = line.text;
    const isTab = (other: Line | undefined): boolean => tabs.has(other?.text.toLowerCase() ?? '');
    const areTabs = isTab(line) && (isTab(lines[index - 1]) || isTab(lines[index + 1]));
    if (areTabs || isFurniture(line.text) || isFoot || (isOuter && !isLadder && isNavigation(line.text)))
      found.add(index);
    else if (atEdge.has(index) && key.length > 3 && (counts.get(key) ?? 0) > 1 && (seen.has(key) || !isHead))
      found.add(index);
    seen.add(key);
  });
  return found;
}
