/** Text of a document → its specification: title, fields, sections, and passages that hold all of its visible text. */
import type { ClassSpec, Field } from '../domain.ts';
import { classParts } from './class-parts.ts';
import { continuations, continuedBefore, continuedBeside, continueField } from './continued-values.ts';
import { codeOf, fieldsOfRows, unlabelledFields } from './document-fields.ts';
import { isOrganisation } from './employer.ts';
import { fieldsOfLine, isBareCode, statusField } from './fields.ts';
import { furnitureLines } from './furniture.ts';
import { headingAt } from './headings.ts';
import { isDetailLine, isDocumentKind } from './labels.ts';
import { layoutOf } from './layout.ts';
import { levelsOfHeader, levelsOfTitle } from './level-lines.ts';
import { headedLevels } from './levels-in-text.ts';
import { isCapitals, type Line, splitLines } from './lines.ts';
import { namesDocument } from './names-document.ts';
import { createPassages } from './passages.ts';
import { paysOn } from './pay-lines.ts';
import { maskUnread, shownText } from './readable.ts';
import { factorHeading, runInGoesOn } from './run-in-headings.ts';
import {
  addChoices,
  addField,
  addFields,
  closeSections,
  currentSection,
  openSection,
  type ParseState,
  placeOf,
  takeBlock,
} from './spec-builder.ts';
import { betweenFields, headsLevel, isClassHead, takeClassPart } from './take-class-part.ts';
import { takeRows } from './take-rows.ts';
import { hasTick, openChoices } from './ticks.ts';
import { identify } from './title.ts';
import { titleListOf } from './title-list.ts';
import { fieldOfTwoLines } from './two-line-fields.ts';
import { unfolded } from './unfold.ts';

/** Lines at a document's end in which a code standing alone is taken for the class code. */
const TAIL_LINES = 6;

/** Lines in which a labelled value is one also below a first heading ("DUTY STATEMENT"). */
const HEADER_LINES = 12;

/** Takes one or more lines at `at` and returns how many. Lines that may name the class are put in `header`. */
function takeLine(state: ParseState, at: number, header: Line[], tailStart: number): number {
  const { text, lines } = state;
  const line = lines[at];
  if (line === undefined) return 1;
  if (state.furniture.has(at)) {
    state.passages.add('mark', line, currentSection(state));
    return 1;
  }
  if (takeClassPart(state, at, header)) return 1;
  // A letterhead in the middle of a document is no text of the section that it stands in.
  if (state.open.main >= 0 && isCapitals(line.text) && isOrganisation(line.text) && lines[at - 1]?.text === '') {
    state.passages.add('mark', line, currentSection(state));
    return 1;
  }
  const inHeader = state.open.main < 0 || isClassHead(state);
  const inside = state.sections[currentSection(state)]?.topic ?? '';
  const isAnswered = /^(?:yes|no)$/i.test(lines[at + 1]?.text ?? '');
  const status = (inHeader || at < HEADER_LINES) && !isAnswered ? statusField(text, line) : undefined;
  if (status !== undefined) {
    addField(state, status);
    return 1;
  }
  const rows = takeRows(state, at, inHeader);
  if (rows > 0) return rows;
  const two = fieldOfTwoLines(text, lines, at, inHeader, inside === 'salary');
  if (two !== undefined) {
    addField(state, two.field);
    if (two.also !== undefined) state.fields.push(two.also);
    return two.lines;
  }
  const amounts = state.fields.at(-1);
  if (amounts?.topic === 'salary' && paysOn(line) && state.passages.list.at(-1)?.end === amounts.end) {
    addField(state, {
      ...amounts,
      label: '',
      value: shownText(line.text),
      valueSpan: line,
      start: line.start,
      end: line.end,
    });
    return 1;
  }
  const inDetails =
    inHeader || at < HEADER_LINES || at >= tailStart || inside === 'class-detail' || isDetailLine(line.text);
  const factor = factorHeading(line);
  const fields = factor === undefined ? fieldsOfLine(text, line, inDetails) : [];
  if (fields.length > 0) {
    const first = fields[0]?.start ?? line.start;
    const before = { start: line.start, end: first };
    const [continuedField, rest] = (inDetails ? continuedBefore(state, at, before) : undefined) ?? [];
    if (continuedField !== undefined && rest !== undefined) {
      const more = continueField(text, continuedField, rest);
      if (more !== undefined) fields.unshift(more);
    } else if (inHeader && /\p{L}{2}/u.test(text.slice(line.start, first)))
      header.push({ ...line, end: first, text: text.slice(line.start, first).trim() });
    if (inHeader) header.push(...betweenFields(text, line, fields));
    // In running text a value is a sentence of any length; in a header's columns it has one more line.
    const [only, ...more] = fields;
    const isProse = !inDetails && more.length === 0 && only?.end === line.end;
    const rests: Field[] = [];
    let taken = 1;
    for (let going = true; going && (isProse || taken === 1); ) {
      const pairs = inDetails || isProse ? continuations(state, at + taken - 1, fields) : undefined;
      going = pairs !== undefined;
      if (going) taken++;
      rests.push(...(pairs ?? []).flatMap(([field, span]) => continueField(text, field, span) ?? []));
    }
    addFields(state, line, fields);
    for (const rest of rests) addField(state, rest);
    return taken;
  }
  if (
    isBareCode(line.text) &&
    (inHeader || at >= tailStart) &&
    !state.fields.some((field) => field.topic === 'class-code')
  ) {
    addField(state, {
      topic: 'class-code',
      label: '',
      value: line.text,
      valueSpan: line,
      start: line.start,
      end: line.end,
    });
    return 1;
  }
  const choices = openChoices(text, line, state.isForm);
  if (choices !== undefined) return addChoices(state, choices, line);
  if (headsLevel(state, at, header)) {
    state.hasLevels = true;
    const text = shownText(line.text);
    openSection(state, { topic: 'other', text, runInEnd: undefined, rank: 0, known: true }, line);
    state.passages.add('heading', line, currentSection(state));
    return 1;
  }
  const found = inHeader && namesDocument(state, at, header) ? undefined : headingAt(placeOf(state, at));
  // "Job Description: Ward Orderly" names the kind of document and the class.
  const namesClass =
    inHeader && found?.runInEnd !== undefined && isDocumentKind(found.text) && !/[.;]$/.test(line.text);
  const heading = namesClass ? undefined : found;
  // Below a table of a header's classes any heading that is marked as one begins the text.
  const isMarked = /^#{1,6}\s/.test(line.text) && /^\p{L}/u.test(lines[at + 1]?.text || (lines[at + 2]?.text ?? ''));
  const opens = heading?.known === true || !inHeader || (state.sections.length > 0 && isMarked);
  if (heading !== undefined && opens && !(inHeader && heading.topic === 'equal-opportunity')) {
    const end = heading.runInEnd ?? line.end;
    openSection(state, heading, { start: line.start, end });
    state.passages.add(
      heading.isStatement === true ? 'sentence' : 'heading',
      { start: line.start, end },
      currentSection(state),
    );
    return heading.runInEnd === undefined ? 1 : takeBlock(state, at, heading.runInEnd);
  }
  const beside = inHeader ? continuedBeside(state, at) : undefined;
  if (beside !== undefined) {
    const [field, left, rest] = beside;
    header.push(left);
    const more = continueField(text, field, rest);
    if (more !== undefined) addFields(state, line, [more]);
    return 1;
  }
  if (inHeader) header.push(line);
  return takeBlock(state, at, line.start);
}

/**
 * Parses a document. Never throws: a text without any recognised structure becomes one unnamed section.
 * @param fileName only helps to choose among possible titles, and names a document that prints none.
 */
export function parseSpec(text: string, fileName: string): ClassSpec {
  const shown = unfolded(maskUnread(text));
  const lines = splitLines(shown);
  const visible = lines.flatMap((line, index) => (line.text === '' ? [] : [index]));
  const tailStart = visible.at(-TAIL_LINES) ?? 0;
  const state: ParseState = {
    text: shown,
    lines,
    layout: layoutOf(lines),
    furniture: furnitureLines(lines),
    fields: [],
    sections: [],
    rows: [],
    levelRows: [],
    columnLevels: [],
    parts: classParts(lines),
    hasLevels: false,
    isForm: hasTick(shown),
    open: { main: -1, sub: -1, runIn: -1 },
    passages: createPassages(shown),
  };
  const header: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.text === '') {
      if (state.open.runIn >= 0 && !runInGoesOn(lines, at)) state.open = { ...state.open, runIn: -1 };
      at++;
    } else at += takeLine(state, at, header, tailStart);
  }
  closeSections(state);
  const { fields, rows } = state;
  const headed = headedLevels(shown, state.sections, state.layout.levels);
  const identity = identify({
    header,
    fields,
    rows,
    text: shown,
    passages: state.passages.list,
    headed: headed.length > 0 ? headed : state.columnLevels,
    fileName,
  });
  fields.push(...fieldsOfRows(state, identity.title));
  const ofHeader = levelsOfHeader(header, lines, fields);
  const byColumns = state.columnLevels.length > 1 ? state.columnLevels : undefined;
  const byParts = [...state.parts.values()].map((part) => ({
    ...part,
    classCode: part.classCode ?? codeOf(fields.filter(({ start }) => start >= part.start && start < part.end)),
  }));
  const list = titleListOf(shown, header, fields);
  if (list !== undefined) {
    fields.push(...list.fields);
    state.passages.part(list.levels);
  }
  const levels =
    byParts.length > 0 ? byParts : (list?.levels ?? identity.levels ?? levelsOfTitle(identity, ofHeader) ?? byColumns);
  if (levels === ofHeader.levels) {
    const isNew = ({ valueSpan }: Field): boolean => fields.every((field) => field.valueSpan.start !== valueSpan.start);
    fields.push(...ofHeader.fields.filter(isNew));
    state.passages.markFields(ofHeader.fields);
  }
  fields.push(...unlabelledFields(identity, fields, lines));
  if (identity.isSaid !== true) state.passages.markTitle(identity.titleSpan);
  return {
    title: identity.title,
    titleSpan: identity.titleSpan,
    classCode: codeOf(fields, identity.titleSpan),
    employer: identity.employer,
    fields,
    sections: state.sections,
    passages: state.passages.list,
    ...(levels === undefined ? {} : { levels }),
  };
}
