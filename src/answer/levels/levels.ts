/** The levels of a series that one document specifies, and what in it belongs to each. */
import type { ClassSpec, Field, Passage, Span } from '../../domain.ts';
import { foldSpace, levelOf, romanOf } from '../../words.ts';
import { isHeadingOf, printedAs } from './level-headings.ts';

/** A level of a series that one document specifies. */
export interface Level {
  title: string;
  base: string;
  /** The sections that it heads: its place in the series, its own duties, its own requirements. */
  sections: number[];
  /** Where it is named first: a heading, or a row of a table. */
  row: Span;
  /** Its code and its own lines, where the document lists its levels above one text for all. */
  own?: Span & { classCode: string | undefined };
}

/** A level's title as a heading prints it, alone or before what it adds: "Clerk II (1202)", "Clerk II, in addition". */
const HEADED = /^(.*\S)\s+([IVX]{1,4}|\d)(?:,\s.*)?$/;

/** The levels that rows of a table of classes name, without sections of their own. */
function rowsOf({ title, fields }: ClassSpec): Level[] {
  return fields.flatMap(({ topic, value, valueSpan }) => {
    const [, name = '', numeral = ''] = topic === 'other' ? (HEADED.exec(foldSpace(value)) ?? []) : [];
    const isLevel = levelOf(numeral) !== undefined && title.toLowerCase().includes(name.toLowerCase());
    return isLevel && !/\d/.test(name)
      ? [{ title: `${name} ${numeral}`, base: name.toLowerCase(), sections: [], row: valueSpan }]
      : [];
  });
}

/** The levels that the document lists by themselves, with the sections that they head. */
function listedLevels({ levels = [], sections }: ClassSpec): Level[] {
  return levels.map(({ title, titleSpan, classCode, start, end }) => {
    const others = levels.map((level) => level.title).filter((other) => other !== title);
    return {
      title,
      base: title.toLowerCase(),
      sections: sections.flatMap(({ heading }, index) => (isHeadingOf(heading, title, others) ? [index] : [])),
      row: titleSpan,
      own: { start, end, classCode },
    };
  });
}

/** The levels of a series, as first printed, each with the columns of tables that are headed by its number alone ("Level 2"). */
export function levelsOf(spec: ClassSpec): Level[] {
  return namedLevels(spec).map((level) => {
    const number = levelOf(level.title.slice(level.title.lastIndexOf(' ') + 1));
    const columns = spec.sections.flatMap(({ heading, isColumn }, index) => {
      const numeral = isColumn === true ? /^level (\w+)$/i.exec(heading)?.[1] : undefined;
      return numeral !== undefined && number !== undefined && levelOf(numeral) === number ? [index] : [];
    });
    return columns.length === 0 ? level : { ...level, sections: [...level.sections, ...columns] };
  });
}

/** The levels that head sections, or rows of a table, or that the title enumerates; empty when there are not at least two. */
function namedLevels(spec: ClassSpec): Level[] {
  const listed = listedLevels(spec);
  if (listed.length > 1) return listed;
  const headed = headedLevels(spec);
  const found = headed.length > 0 ? headed : rowsOf(spec);
  const isSeries = found.length > 1 && new Set(found.map(({ base }) => base)).size === 1;
  const isEachOnce = new Set(found.map(({ title }) => title)).size === found.length;
  if (isSeries && isEachOnce) return found;
  const titled = titledLevels(spec);
  return titled.length > 0 || found.length > 0 ? titled : classRows(spec);
}

/** Numerals side by side behind a title, or from one to another. */
const NUMERALS =
  /^(.*?\p{L}\S*)\s+((?:[IVX]{1,4}|\d)(?:\s*(?:, ?(?:and|or)\b|[/,&+–-]|and|to|or|through)\s*(?:[IVX]{1,4}|\d))+)$/iu;

/** The levels that the document's own title enumerates: "Clerk I/II/III", "Clerk I and II", "Clerk I-III". */
function titledLevels({ title, titleSpan }: ClassSpec): Level[] {
  const [, name = '', numerals = ''] = NUMERALS.exec(foldSpace(title)) ?? [];
  const named = numerals.split(/[^IVX\d]+/i).flatMap((numeral) => levelOf(numeral) ?? []);
  const [first = 0, last = 0] = named;
  const isRange = named.length === 2 && /[–-]|to|through/i.test(numerals);
  const levels = isRange ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : named;
  const isAscending = levels.every((level, at) => at === 0 || level > (levels[at - 1] ?? 0));
  if (titleSpan === undefined || levels.length < 2 || !isAscending) return [];
  const written = /\d/.test(numerals) ? String : romanOf;
  return levels.map((level) => ({
    title: `${name} ${written(level)}`,
    base: name.toLowerCase(),
    sections: [],
    row: titleSpan,
  }));
}

/** The classes of a series that a table has a row for each of, told apart by words: "Clerk", "Senior Clerk". */
function classRows({ title, fields }: ClassSpec): Level[] {
  const isInRow = (field: Field): boolean => fields.some((other) => other !== field && other.start === field.start);
  const rows = fields.filter(
    (field) =>
      field.topic === 'other' && /\b(?:title|class|classification)(?: name)?$/i.test(field.label) && isInRow(field),
  );
  const names = rows.map(({ value }) => value.toLowerCase().split(/[\s,]+/));
  const isShared = (word: string): boolean => word.length > 3 && names.every((name) => name.includes(word));
  if (rows.length < 2 || new Set(names.map((name) => name.join(' '))).size < rows.length) return [];
  if (!title.toLowerCase().split(' ').some(isShared)) return [];
  return rows.map(({ value, valueSpan }) => ({
    title: value,
    base: value.toLowerCase(),
    sections: [],
    row: valueSpan,
  }));
}

function headedLevels(spec: ClassSpec): Level[] {
  const levels = new Map<string, Level>();
  for (const [index, section] of spec.sections.entries()) {
    const heading = section.heading.replace(/^(?:[A-Z]|\d{1,2})[.)]\s+/, '').replace(/\([^)]*\)/g, ' ');
    const [, name = '', numeral = ''] = HEADED.exec(foldSpace(heading)) ?? [];
    const base = name.toLowerCase();
    const isLevel =
      section.topic === 'other' &&
      levelOf(numeral) !== undefined &&
      base !== '' &&
      !/\d/.test(base) &&
      base.split(' ').length <= 6;
    if (!isLevel || !spec.title.toLowerCase().includes(base)) continue;
    const title = `${name} ${numeral}`;
    const known = levels.get(title.toLowerCase());
    if (known === undefined)
      levels.set(title.toLowerCase(), { title, base, sections: [index], row: section.headingSpan });
    else known.sections.push(index);
  }
  return [...levels.values()];
}

/** "Level II", "Grade 2:" heading a part of a section. */
const NUMBERED = /^(?:level|grade|class|step|tier)\s+([IVX]{1,4}|\d{1,2})\W*$/i;

/** The sections inside others whose heading has a level's number alone, with that level. */
function numberedSections(sections: ClassSpec['sections'], levels: readonly Level[]): Map<number, Level> {
  const numbers = levels.map(({ title }) => levelOf(title.slice(title.lastIndexOf(' ') + 1)));
  const found = new Map<number, Level>();
  for (const [index, { heading, topic, parent }] of sections.entries()) {
    const number = topic === 'other' && parent >= 0 ? levelOf(NUMBERED.exec(foldSpace(heading))?.[1] ?? '') : undefined;
    const level = number === undefined ? undefined : levels[numbers.indexOf(number)];
    if (level !== undefined) found.set(index, level);
  }
  return found;
}

/**
 * The level that each section belongs to. Beside a level's heading inside a section ("QUALIFICATIONS: Clerk I,
 * Knowledge of, Training, Clerk II, …") the sections up to the next level's are its own; behind the last level, only
 * those that another level has too: the rest is common to all.
 */
export function ownersOf({ sections }: ClassSpec, levels: readonly Level[]): Map<number, Level> {
  const owners = new Map(levels.flatMap((level) => level.sections.map((section) => [section, level] as const)));
  const byNumber = numberedSections(sections, levels);
  // One alone may be of something else; several number the levels.
  if (new Set(byNumber.values()).size > 1) for (const [section, level] of byNumber) owners.set(section, level);
  /** A level's name heads all that stands below it up to the next; a column, or "Additional duties of the Clerk II", its own. */
  const parts = (index: number): boolean => sections[index]?.isColumn !== true && sections[index]?.topic === 'other';
  const parents = new Set([...owners.keys()].filter(parts).map((index) => sections[index]?.parent ?? -1));
  // Levels that head main sections part the document only where each does so once.
  const isParted = levels.every(
    ({ sections: own }) => own.filter((index) => sections[index]?.parent === -1 && parts(index)).length === 1,
  );
  for (const parent of parents) {
    if (parent < 0 && !isParted) continue;
    const inside = sections.flatMap((section, index) =>
      section.parent === parent && section.isColumn !== true ? [index] : [],
    );
    const last = inside.findLast((index) => owners.has(index) && parts(index)) ?? -1;
    const repeated = new Set<string>();
    let owner: Level | undefined;
    for (const index of inside) {
      const topic = sections[index]?.topic ?? '';
      if (parts(index)) owner = owners.get(index) ?? owner;
      else if (owners.has(index)) continue;
      if (owner === undefined || (index > last && !repeated.has(topic))) continue;
      repeated.add(topic);
      owners.set(index, owner);
    }
  }
  return owners;
}

/** How a passage names the level that it and those behind it are about: "Level II:", "The Clerk II is …", "At the II level:". */
function begins(title: string, numeral: string): RegExp {
  const name = printedAs(title);
  const level = numeral.toLowerCase();
  return new RegExp(
    `^(?:(?:in addition,? )?(?:at|for|to) )?(?:the |an? )?(?:${name}|(?:level|grade|class|step) ${level}|${level} level)(?![a-z0-9]|,? (?:and|or|to|through|&) )`,
    'i',
  );
}

/** Levels named together: "Levels II and III must …". */
const TOGETHER =
  /^(?:the |at |for )?(?:levels|grades|classes|steps) ((?:[IVX]{1,4}|\d)(?:(?:,|,? and|,? or| &|\/) ?(?:[IVX]{1,4}|\d))+)\b/i;

/**
 * The levels that each passage is about where no heading says so: a paragraph or line that begins with a level's name
 * speaks of it as far as the paragraph goes, or the next level's name.
 */
export function speakersOf(
  { passages }: ClassSpec,
  text: string,
  levels: readonly Level[],
): Map<number, ReadonlySet<Level>> {
  // "Clerk Trainee" before "Clerk", with which it begins.
  const longestFirst = [...levels].sort((a, b) => b.title.length - a.title.length);
  const numeralOf = ({ title }: Level): string => title.split(' ').at(-1) ?? '';
  const patterns = longestFirst.map((level) => ({ level, begins: begins(level.title, numeralOf(level)) }));
  const namedBy = (said: string): Set<Level> => {
    const numerals =
      TOGETHER.exec(said)?.[1]
        ?.split(/[^IVX\d]+/i)
        .map(levelOf) ?? [];
    const one = patterns.find((pattern) => pattern.begins.test(said))?.level;
    return new Set(one === undefined ? levels.filter((level) => numerals.includes(levelOf(numeralOf(level)))) : [one]);
  };
  const all = /^(?:all|both) (?:levels|classes|grades)\b/i;
  const speakers = new Map<number, ReadonlySet<Level>>();
  let current: ReadonlySet<Level> | undefined;
  let last: Passage | undefined;
  for (const passage of passages) {
    // The first cell of a table's row may name it; behind an empty cell stand the heads of columns.
    const said = foldSpace(
      text
        .slice(passage.start, passage.end)
        .replace(/\*\*|__/g, '')
        .replace(/^\| ?/, ''),
    );
    const isNew =
      last === undefined ||
      last.section !== passage.section ||
      /\n[ \t]*\r?\n/.test(text.slice(last.end, passage.start));
    const named = namedBy(said);
    if (named.size > 0) current = passage.kind === 'heading' ? undefined : named;
    else if (isNew || passage.kind === 'field' || passage.kind === 'heading' || all.test(said)) current = undefined;
    if (current !== undefined) speakers.set(passage.start, current);
    last = passage;
  }
  return speakers;
}
