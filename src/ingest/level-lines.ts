/** Several classes above one text: lines that each name a level of the series, with its own code, grade and pay below. */
import type { Field, SpecLevel } from '../domain.ts';
import { isBareCode } from './fields.ts';
import type { Line } from './lines.ts';
import { shownText } from './readable.ts';
import { areSisters, baseOf, mended, plainTitle, titlesIn } from './sister-titles.ts';
import type { Identity } from './title.ts';
import { isCandidate } from './title-candidate.ts';
import { CODES_BEFORE, codeBeside, GRADE_BEHIND, titlePart } from './title-line.ts';

/** Header lines among which the titles of a series stand. */
const HEADER_LINES = 30;
/** Most lines from one level's title to the next's, with code and pay between. */
const MAX_APART = 8;

interface Named {
  title: string;
  line: Line;
  level: SpecLevel;
  fields: Field[];
}

const unlabelled = (topic: string, line: Line, value: { text: string; start: number; end: number }): Field => ({
  topic,
  label: '',
  value: value.text,
  valueSpan: { start: value.start, end: value.end },
  start: line.start,
  end: line.end,
});

/** The code alone on the first line with words below a title, a table's bar aside. */
function codeBelow(lines: readonly Line[], line: Line): Field | undefined {
  const at = lines.findIndex(({ start }) => start === line.start);
  const below = lines.slice(at + 1, at + 4).find(({ text }) => text !== '');
  const text = below?.text.replace(/\s*\|$/, '') ?? '';
  if (below === undefined || !isBareCode(text)) return undefined;
  return unlabelled('class-code', below, { text, start: below.start, end: below.start + text.length });
}

function named(lines: readonly Line[], line: Line): Named | undefined {
  const part = titlePart(line.text);
  if (!isCandidate(part.text)) return undefined;
  const start = line.start + part.offset;
  const titleSpan = { start, end: start + part.text.length };
  const beside = codeBeside(line, titleSpan);
  const code = beside === undefined ? codeBelow(lines, line) : unlabelled('class-code', line, beside);
  const [, label = '', grade = ''] = GRADE_BEHIND.exec(line.text) ?? [];
  const from = line.start + line.text.lastIndexOf(grade);
  const fields = [
    ...(code === undefined ? [] : [code]),
    ...(grade === ''
      ? []
      : [{ ...unlabelled('pay-grade', line, { text: grade, start: from, end: from + grade.length }), label }]),
  ];
  const title = plainTitle(shownText(part.text));
  return { title, line, fields, level: { title, titleSpan, classCode: code?.value, start: line.start, end: line.end } };
}

/** True for titles that both carry a code of their own and share a word that is long enough to say what they are. */
function shareCode(one: Named, other: Named): boolean {
  const words = new Set(one.title.toLowerCase().split(' '));
  const share = other.title.toLowerCase().split(' ');
  const isMarked = [one, other].every(
    ({ line, level }) => level.classCode !== undefined && /^[A-Z]|\(#/.test(line.text),
  );
  return isMarked && share.some((word) => word.length > 3 && words.has(word));
}

/** The first titles in the header that stand together and are sisters, in their order. */
function sisters(found: readonly Named[], lines: readonly Line[]): Named[] {
  const lineOf = ({ line }: Named): number => lines.findIndex(({ start }) => start === line.start);
  for (let from = 0; from + 1 < found.length; from++) {
    const run = found.slice(from, from + 1);
    for (const next of found.slice(from + 1)) {
      const last = run.at(-1);
      if (last === undefined || lineOf(next) - lineOf(last) > MAX_APART) break;
      const titles = mended([...run, next].map(({ title }) => title));
      if (!areSisters(titles) && !run.every((one) => shareCode(one, next))) break;
      run.push(next);
    }
    const hasFields = run.every(({ fields }) => fields.length > 0);
    const stand = run.every((one, at) => at === 0 || hasFields || lineOf(one) - lineOf(run[at - 1] ?? one) <= 2);
    if (run.length > 1 && stand) return run;
  }
  return [];
}

/** What a header says of the levels of a series: the levels, and the fields that their lines hold without a label. */
export interface HeaderLevels {
  levels: SpecLevel[];
  fields: Field[];
}

/**
 * The levels that the lines before the first section name one by one. A level's region is its line and those below it,
 * up to the next level's; that of the last goes as far as its fields are of the kinds that the others have too.
 */
export function levelsOfHeader(
  header: readonly Line[],
  lines: readonly Line[],
  fields: readonly Field[],
): HeaderLevels {
  // Rows of two codes and a title list classes also below a first heading ("Scope").
  const rows = lines.slice(0, 2 * HEADER_LINES).filter(({ text }) => CODES_BEFORE.test(text));
  const first = rows.length > 1 ? rows : header.slice(0, HEADER_LINES);
  const run = sisters(
    first.flatMap((line) => named(lines, line) ?? []),
    lines,
  );
  if (run.length === 0) return { levels: [], fields: [] };
  const titles = mended(run.map(({ title }) => title));
  const levels = run.map(({ level }, at) => ({
    ...level,
    title: titles[at] ?? level.title,
    end: run[at + 1]?.line.start ?? level.end,
  }));
  const own = run.flatMap((one) => one.fields);
  const inside = levels.slice(0, -1);
  const kinds = new Set(
    fields.flatMap(({ topic, start }) =>
      inside.some((level) => start >= level.start && start < level.end) ? [topic] : [],
    ),
  );
  const last = levels.at(-1);
  if (last !== undefined) {
    last.end = Math.max(last.end, ...own.map(({ end }) => end));
    const behind = fields.filter(({ start }) => start >= last.end).sort((a, b) => a.start - b.start);
    for (const field of behind) {
      if (!kinds.delete(field.topic)) break;
      last.end = Math.max(last.end, field.end);
    }
  }
  return { levels, fields: own };
}

/** The levels that a document's title names: those of the header's lines it stands among, else those it prints side by side. */
export function levelsOfTitle(
  identity: Pick<Identity, 'title' | 'titleSpan'>,
  header: HeaderLevels,
): SpecLevel[] | undefined {
  const { title, titleSpan } = identity;
  const { levels } = header;
  if (titleSpan === undefined) return levels.length > 0 ? levels : undefined;
  const ofSeries = baseOf(title.replace(/ (?:class )?series$/i, ''));
  const isSeries = levels.length > 0 && levels.every((level) => baseOf(level.title) === ofSeries);
  if (isSeries || levels.some(({ start, end }) => titleSpan.start >= start && titleSpan.start < end)) return levels;
  const { start } = titleSpan;
  const side = titlesIn(title).map((one) => ({ title: one, titleSpan, classCode: undefined, start, end: start }));
  return side.length > 1 ? side : undefined;
}
