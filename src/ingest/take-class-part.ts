/** Takes the line that heads the part of one of several classes, and tells the header below it. */
import type { Field } from '../domain.ts';
import { levelNamed } from './layout.ts';
import type { Line } from './lines.ts';
import { makeField } from './make-field.ts';
import { addField, currentSection, openSection, type ParseState } from './spec-builder.ts';
import { GRADE_BEHIND } from './title-line.ts';

/** True below the title of one of several classes, before its first section: a header of its own stands there. */
export function isClassHead(state: ParseState): boolean {
  const current = state.sections[currentSection(state)];
  return [...state.parts.values()].some(({ start }) => start === current?.start);
}

/** Takes line `at` where it heads a class's part; false for any other line. */
export function takeClassPart(state: ParseState, at: number, header: Line[]): boolean {
  const { text, lines, parts, passages, open } = state;
  const line = lines[at];
  const part = parts.get(at);
  if (line === undefined || part === undefined) return false;
  if (open.main < 0) header.push(line);
  openSection(state, { topic: 'other', text: part.title, runInEnd: undefined, rank: 0, known: true }, line);
  const [rest = '', label = '', grade = ''] = GRADE_BEHIND.exec(line.text) ?? [];
  const end = line.end - rest.length;
  passages.add('heading', { start: line.start, end }, currentSection(state));
  if (grade === '') return true;
  const named = text.indexOf(label, end);
  const from = text.indexOf(grade, named + label.length);
  const labelSpan = { start: named, end: named + label.length };
  addField(state, makeField(text, 'pay-grade', labelSpan, { start: from, end: from + grade.length }));
  return true;
}

/** What stands between the labelled values of a line: it may be the title. */
export function betweenFields(text: string, line: Line, fields: readonly Field[]): Line[] {
  return fields.slice(1).flatMap((field, index) => {
    const from = fields[index]?.end ?? field.start;
    const rest = text.slice(from, field.start);
    const words = rest.replace(/^[\s|•·;-]+|[\s|•·;-]+$/g, '');
    const start = from + rest.indexOf(words);
    return /\p{L}{3}/u.test(words) ? [{ ...line, start, end: start + words.length, text: words }] : [];
  });
}

/** Running text, in characters: no title, label or slogan is as long. */
const RUNNING = 80;

/** True for a line that names a level where levels part the document: the first of them stands below running text. */
export function headsLevel(
  { lines, layout, open, hasLevels }: ParseState,
  at: number,
  header: readonly Line[],
): boolean {
  const named = levelNamed(lines[at]?.text ?? '', layout.levels) !== undefined;
  return named && (hasLevels || (open.main < 0 && header.some(({ text }) => text.length >= RUNNING)));
}
