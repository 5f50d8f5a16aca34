/** Levels of a series that no line lists: those that head parts of the text, and those that its sentences define. */
import type { Passage, Section, Span, SpecLevel } from '../domain.ts';
import { foldSpace } from '../words.ts';
import { levelNamed } from './layout.ts';
import { areSisters, mended, plainTitle } from './sister-titles.ts';
import { isClassName, NAME, spanOf } from './title-in-text.ts';

/** Code behind a level's name in its heading: "RECORDS CLERK I C3K2TX", "Clerk I   4739(0099)". */
const CODE = /\s((?=[A-Z]*\d[A-Z]*\d)[A-Z\d]{4,8})(?:\([A-Z\d]+\))?:?$/;

/** A level by itself: nothing but its name is its own above the text. */
const bareLevel = (title: string, titleSpan: Span, classCode?: string): SpecLevel => ({
  title,
  titleSpan,
  classCode,
  start: titleSpan.start,
  end: titleSpan.start,
});

/** The levels that head sections; empty when there are not two. */
export function headedLevels(text: string, sections: readonly Section[], names: ReadonlySet<string>): SpecLevel[] {
  const seen = new Set<string>();
  const found = sections.flatMap(({ heading, headingSpan }) => {
    const title = levelNamed(heading, names);
    if (title === undefined || seen.has(title.toLowerCase())) return [];
    seen.add(title.toLowerCase());
    return [bareLevel(plainTitle(title), spanOf(title, text, headingSpan.start), CODE.exec(heading)?.[1])];
  });
  const titles = mended(found.map(({ title }) => title));
  return areSisters(titles) ? found.map((level, at) => ({ ...level, title: titles[at] ?? level.title })) : [];
}

/** How a paragraph begins that defines a level: "Junior Welder - This is the entry level …", "WELDER 2: full performance level; …". */
const BEGINS = new RegExp(
  `^${NAME}\\s?(?:--|[-–—:])\\s?(?=(?:This|These|The|Positions?|Incumbents?|Employees?|Under|At this)\\b|[\\p{L} -]{0,40}\\blevel\\b)`,
  'u',
);
/** How a sentence defines one: "Welder I is the entry level class of the series." */
const IS_LEVEL = new RegExp(`^(?:The )?${NAME} is (?:the|an?|at)\\b[^.;]{0,80}\\b(?:level|class)\\b`, 'u');

/** The levels that sentences define, where all that they define is one series; empty when there are not two. */
export function definedLevels(text: string, passages: readonly Passage[]): SpecLevel[] {
  const found = new Map<string, SpecLevel>();
  let block = -1;
  for (const { kind, start, end, block: own } of passages) {
    if (kind === 'mark' || kind === 'field') continue;
    const said = foldSpace(text.slice(start, end));
    const name = (own === block ? undefined : BEGINS.exec(said)?.[1]) ?? IS_LEVEL.exec(said)?.[1];
    block = own;
    if (name === undefined || !isClassName(name)) continue;
    const title = plainTitle(name);
    if (!found.has(title.toLowerCase())) found.set(title.toLowerCase(), bareLevel(title, spanOf(name, text, start)));
  }
  const levels = [...found.values()];
  return areSisters(levels.map(({ title }) => title)) ? levels : [];
}
