/** How headings and sentences print the title of a level, and which headings are of its own text. */
import { normaliseHeading, topicsOfHeading, vocabularyPart } from '../../vocabulary.ts';
import { foldSpace, levelOf, romanOf } from '../../words.ts';

/** A numeral as scanners misread II and III. */
const MISREAD: Readonly<Record<string, string>> = {
  II: '(?:II|ll|11|U|H)',
  III: '(?:III|lll|111|Ill|Ul|m)',
  I: '(?:I|l|1)',
};

/** How headings and sentences print a level's title: with its numeral in either script, or as it was scanned. */
export function printedAs(title: string): string {
  const [, name = title, numeral = ''] = /^(.*\S) ([IVX]{1,4}|\d{1,2})$/.exec(title) ?? [];
  const level = levelOf(numeral);
  const words = name.replace(/[^\p{L}\p{N} ]/gu, '.').replace(/ /g, '\\s+');
  const roman = level === undefined ? '' : romanOf(level);
  return level === undefined ? words : `${words}(?:\\s+|\\s*[-–—]\\s*)(?:${MISREAD[roman] ?? roman}|${level})`;
}

/** Words beside a level's name in a heading of what is its own: "Lead Clerk only", "Additional duties of the Clerk II". */
const besideLevel = new Set(vocabularyPart<string[]>('levelHeadings'));

/** True for a heading of a level's own text: its name alone, or with words that say of what kind the text is, and no other level's. */
export function isHeadingOf(heading: string, title: string, others: readonly string[]): boolean {
  const said = foldSpace(heading);
  const found = new RegExp(`(?<![\\p{L}\\d])${printedAs(title)}(?![\\p{L}\\d])`, 'iu').exec(said);
  if (found === null) return false;
  const longer = others.filter((other) => other.toLowerCase().includes(title.toLowerCase()));
  if (longer.some((other) => new RegExp(printedAs(other), 'iu').test(said))) return false;
  const rest = `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`;
  const words = normaliseHeading(rest);
  const areBeside = words.split(' ').every((word) => word === '' || besideLevel.has(word) || /^\d+$/.test(word));
  return areBeside || topicsOfHeading(rest).whole !== undefined;
}
