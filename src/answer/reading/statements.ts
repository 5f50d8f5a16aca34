/** A document's statements one by one, each with how binding it is: required, for some positions, preferred, denied. */
import type { ClassSpec, IndexedDocument, Passage, Span } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { foldSpace } from '../../words.ts';
import { wording } from '../words/wordings.ts';
import { blocksOf, deniesByColumn, headingOf, topicsAround } from './spec-view.ts';

/** How binding a statement is. `alternative`: what may stand in for a requirement. */
export type Force = 'required' | 'some' | 'preferred' | 'denied' | 'alternative';

/** A sentence, list item, table cell or labelled value. */
export interface Statement extends Span {
  /** White space folded, words that a line end splits joined. */
  text: string;
  heading: string;
  /** What introduces the list it is an item of, and the head of its column; empty where nothing does. */
  lead: string;
  /** Topics of the sections around it, innermost first; for a labelled value its own. */
  topics: readonly string[];
  force: Force;
}

const requirement = vocabularyPart<Record<'preferred' | 'some', string>>('requirement');
const preferred = new RegExp(requirement.preferred, 'i');
const some = new RegExp(requirement.some, 'i');

/** A shorter statement is quoted with its whole line, in characters. */
const MIN_QUOTE = 12;

function forceOf(text: string, lead: string, topics: readonly string[]): Force {
  if (topics.includes('preferred') || preferred.test(text) || preferred.test(lead)) return 'preferred';
  if (wording('alternative').test(text)) return 'alternative';
  if (wording('denial').test(text)) return 'denied';
  return some.test(text) || some.test(lead) ? 'some' : 'required';
}

const running = (text: string): string =>
  foldSpace(text.includes('-') ? text.replace(/(\p{Ll})-\s*[\r\n]\s*(?=\p{Ll})/gu, '$1') : text);

/** A span widened to the line it stands in. */
export function lineAround(text: string, span: Span): Span {
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const behind = /^[^\r\n]*/.exec(text.slice(span.end))?.[0] ?? '';
  const before = text.slice(start, span.start);
  return { start: span.start - before.trimStart().length, end: span.end + behind.trimEnd().length };
}

/** The cells of a row below headings of which one says that what stands below it is preferred. */
function cellsOf(text: string, span: Span, columns: readonly string[]): (Span & { column: string })[] {
  let start = span.start;
  return text
    .slice(span.start, span.end)
    .split('\t')
    .flatMap((cell, index) => {
      const at = start + cell.length - cell.trimStart().length;
      start += cell.length + 1;
      return cell.trim() === '' ? [] : [{ start: at, end: at + cell.trim().length, column: columns[index] ?? '' }];
    });
}

/** The parts of a statement that semicolons set off where some are preferred and others not: "Diploma; degree preferred". */
function partsByForce(text: string, span: Span): Span[] {
  const parts = [...text.slice(span.start, span.end).matchAll(/[^;]+;?/g)].map(({ index, 0: part }) => ({
    start: span.start + index + part.length - part.trimStart().length,
    end: span.start + index + part.trimEnd().length,
    isPreferred: preferred.test(part),
  }));
  const joined: typeof parts = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.isPreferred === part.isPreferred) last.end = part.end;
    else joined.push({ ...part });
  }
  return joined.length > 1 ? joined.map(({ start, end }) => ({ start, end })) : [span];
}

/** A specification's passages with each long sentence's clauses as one. */
function sentencesOf(spec: ClassSpec): Passage[] {
  const whole: Passage[] = [];
  for (const passage of spec.passages) {
    const last = whole.at(-1);
    if (last !== undefined && last.sentence === passage.sentence && last.block === passage.block)
      last.end = passage.end;
    else whole.push({ ...passage });
  }
  return whole;
}

const cache = new WeakMap<IndexedDocument, readonly Statement[]>();

/** Every statement of a document, in its order. */
export function statementsOf(document: IndexedDocument): readonly Statement[] {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const { spec, text } = document;
  const blocks = blocksOf(spec);
  const found = new Map<number, Statement>();
  let lead = '';
  let section = -2;
  let behind = 0;
  let columns: string[] = [];
  let at = 0;
  for (const passage of sentencesOf(spec)) {
    if (passage.kind === 'mark' || passage.kind === 'title') continue;
    if (passage.section !== section || passage.kind === 'heading') {
      if (passage.section !== section) columns = [];
      section = passage.section;
      lead = '';
    }
    const words = text.slice(passage.start, passage.end);
    if (passage.kind === 'heading') continue;
    if (passage.kind === 'lead-in') {
      lead = words;
      continue;
    }
    const field = passage.kind === 'field' ? spec.fields.find((other) => other.start === passage.start) : undefined;
    // A block's first sentence is quoted with the run-in heading before it.
    while ((blocks[at]?.end ?? Number.POSITIVE_INFINITY) < passage.end) at++;
    const block = blocks[at];
    const runsIn = block !== undefined && block.start >= behind && block.start <= passage.start;
    const whole = { start: runsIn ? block.start : passage.start, end: passage.end };
    behind = Math.max(behind, passage.end);
    // The line around a short cell is the row, with what other columns say.
    const isCell = spec.sections[passage.section]?.isColumn === true;
    const span = whole.end - whole.start < MIN_QUOTE && !isCell ? lineAround(text, whole) : whole;
    const around = topicsAround(spec, passage.section);
    const topics = field === undefined ? around : [field.topic, ...around];
    const heading = field === undefined || field.label === '' ? headingOf(spec, passage.section) : field.label;
    const row = text.slice(span.start, span.end);
    if (
      row.includes('\t') &&
      row.split('\t').some((cell) => preferred.test(cell) && foldSpace(cell).split(' ').length < 3)
    )
      columns = row.split('\t');
    const cells =
      columns.length > 0 && row.includes('\t')
        ? cellsOf(text, span, columns)
        : partsByForce(text, span).map((part) => ({ ...part, column: '' }));
    for (const { column, ...cell } of cells) {
      if (found.has(cell.start)) continue;
      const said = running(text.slice(cell.start, cell.end));
      found.set(cell.start, {
        ...cell,
        text: said,
        heading,
        lead: `${lead} ${column}`.trim(),
        topics,
        force: deniesByColumn(spec, passage.section) ? 'denied' : forceOf(said, `${lead} ${column}`, topics),
      });
    }
  }
  const statements = [...found.values()];
  cache.set(document, statements);
  return statements;
}

/** The statements that stand in sections of these topics, or before the first section. */
export function statementsWithin(document: IndexedDocument, topics: readonly string[]): readonly Statement[] {
  return statementsOf(document).filter(
    (statement) => statement.topics.length === 0 || statement.topics.some((topic) => topics.includes(topic)),
  );
}

const matched = new WeakMap<IndexedDocument, Map<RegExp, readonly Statement[]>>();

/** The statements in whose text a wording stands. Remembered: lists ask every document again and again. */
export function statementsSaying(document: IndexedDocument, pattern: RegExp): readonly Statement[] {
  const known = matched.get(document) ?? new Map<RegExp, readonly Statement[]>();
  matched.set(document, known);
  const found = known.get(pattern) ?? statementsOf(document).filter(({ text }) => pattern.test(text));
  known.set(pattern, found);
  return found;
}
