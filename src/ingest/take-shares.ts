/** Takes tables of duties with a column for the share of time that each takes: "Duty      % of time". */
import type { Span } from '../domain.ts';
import { topicOfLabel } from './labels.ts';
import { SHARE_HEAD } from './markers.ts';
import { cellsOf, nextLine, passOver } from './meant-cells.ts';
import { currentSection, type ParseState } from './spec-builder.ts';

/** What stands in it. */
const SHARE = /^\**(?:about |up to )?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%?\**$/;
/** A rule below the heads. */
const RULE = /^[\s|:+=_–—-]+$/;

/** Takes such a table whose heads stand on line `at`, one item a row; returns how many lines, 0 for none. */
export function takeShares(state: ParseState, at: number): number {
  const { text, lines, passages } = state;
  const head = lines[at];
  if (head === undefined || head.text.length > 160 || !/[|\t]|[ \u00A0]{2}/.test(head.text)) return 0;
  const heads = cellsOf(text, head).filter(({ start, end }) => end > start);
  const isHead = heads.some(({ start, end }) => SHARE_HEAD.test(text.slice(start, end)));
  if (!isHead || heads.length < 2 || heads.length > 4) return 0;
  const section = currentSection(state);
  const inside = state.sections[section]?.topic;
  // "ESSENTIAL FUNCTIONS      % of time" heads a section.
  const opens = ({ start, end }: Span): boolean => {
    const topic = topicOfLabel(text.slice(start, end));
    return topic?.type === 'section' && topic.name !== inside;
  };
  if (heads.some(opens)) return 0;
  let taken = at + 1;
  for (let next = nextLine(state, taken); ; next = nextLine(state, next + 1)) {
    const line = lines[next];
    if (line === undefined) break;
    if (RULE.test(line.text)) continue;
    const cells = cellsOf(text, line).filter(({ start, end }) => end > start);
    const [first] = cells;
    const last = cells.at(-1);
    const hasShare = cells.length > 1 && cells.some(({ start, end }) => SHARE.test(text.slice(start, end)));
    if (!hasShare || first === undefined || last === undefined) break;
    if (taken === at + 1) passages.add('heading', head, section);
    passOver(state, taken, next);
    const more = lines[next + 1];
    // A duty of two lines goes on below, in small letters.
    const goesOn = more !== undefined && /^\p{Ll}/u.test(more.text) && cellsOf(text, more).length === 1;
    const end = goesOn ? more.end : last.end;
    if (first.start > line.start) passages.add('mark', { start: line.start, end: first.start }, section);
    passages.addText('item', { start: first.start, end }, section);
    if (!goesOn && line.end > end) passages.add('mark', { start: end, end: line.end }, section);
    if (goesOn) next++;
    taken = next + 1;
  }
  return taken === at + 1 ? 0 : taken - at;
}
