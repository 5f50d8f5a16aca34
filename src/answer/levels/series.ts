/**
 * A document may specify several levels at once ("Clerk I / II / III"), each below a heading of its own or in a row of a table. For answering,
 * each level is seen as a specification of its own: the same text and offsets, without the other levels' sections.
 */
import type { ClassSpec, Field, IndexedDocument, RankedPassage, Span } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { foldSpace, levelOf } from '../../words.ts';
import { isWithin } from '../reading/spec-view.ts';
import { valueOfLevel } from './level-values.ts';
import { type Level, levelsOf, ownersOf, speakersOf } from './levels.ts';

/** True for what stands in a level's own lines. */
const isOf = (start: number, { own }: Level): boolean => own !== undefined && start >= own.start && start < own.end;

/** True for a field that states a level's own code. */
const isCodeOf = ({ value }: Field, { own }: Level): boolean =>
  own?.classCode !== undefined && value.split(/[\s,;/]+/).includes(own.classCode);

/** How lines in small letters name a level: by its title, also with its numeral among others ("clerk i/ii"). */
function namedAs(title: string): RegExp {
  const [, base = title, numeral = ''] = /^(.*\S) ([IVX]{1,4}|\d{1,2})$/i.exec(title) ?? [];
  const words = base.toLowerCase().replace(/[^a-z0-9 ]/g, '.');
  const several = '(?:(?:[ivx]{1,4}|\\d) ?(?:[/,&–-]|and) ?){0,5}';
  return new RegExp(`${words}${numeral === '' ? '' : ` ${several}${numeral.toLowerCase()}`}(?![a-z0-9])`);
}

function specOf(document: IndexedDocument, level: Level, levels: readonly Level[]): ClassSpec {
  const { spec, text } = document;
  const owners = ownersOf(spec, levels);
  const theirs = [...owners].flatMap(([section, owner]) => (owner === level ? [] : [section]));
  const own = (section: number): boolean => !theirs.some((other) => isWithin(spec, section, other));
  const mine = [...owners].flatMap(([section, owner]) => (owner === level ? [section] : []));
  const isMine = (section: number): boolean => mine.some((one) => isWithin(spec, section, one));
  const ofLevel = namedAs(level.title);
  const others = levels.filter((other) => other !== level);
  const ofOthers = others.map(({ title }) => namedAs(title));
  // "Clerk" stands in "Senior Clerk", which names the other level.
  const longer = others.filter(({ title }) => title.toLowerCase().includes(level.title.toLowerCase()));
  const linesOf = ({ start, end }: Span): string => {
    const next = text.indexOf('\n', end);
    return foldSpace(text.slice(text.lastIndexOf('\n', start) + 1, next < 0 ? text.length : next)).toLowerCase();
  };
  /** Lines that name other levels, and not this one, say nothing of this one. */
  const speaksOf = (span: Span): boolean => {
    const lines = linesOf(span);
    const rest = longer.reduce((text, { title }) => text.replaceAll(title.toLowerCase(), ' '), lines);
    return ofLevel.test(rest) || !ofOthers.some((other) => other.test(lines));
  };
  const speakers = speakersOf(spec, text, levels);
  const isSpokenOf = (start: number): boolean => speakers.get(start)?.has(level) !== false;
  const ofAnother = ({ start }: Span): boolean => others.some((other) => isOf(start, other));
  const gradesOf = (one: Level): string[] =>
    spec.fields.flatMap(({ topic, value, start }) => {
      const section =
        topic === 'pay-grade' ? spec.passages.find((passage) => passage.start === start)?.section : undefined;
      return section !== undefined && one.sections.some((own) => isWithin(spec, section, own)) ? [value] : [];
    });
  const grades = gradesOf(level);
  const theirGrades = others.flatMap(gradesOf).filter((grade) => !grades.includes(grade));
  /** A row of a schedule that begins with another level's grade. */
  const isTheirGrade = (span: Span): boolean => {
    const line = linesOf(span).replace(/^[\s|*]+/, '');
    return theirGrades.some((grade) => line.startsWith(`${grade.toLowerCase()} `));
  };
  const numbers = levels.map(({ title }) => levelOf(title.slice(title.lastIndexOf(' ') + 1)));
  const number = numbers[levels.indexOf(level)];
  const known = numbers.flatMap((other) => other ?? []);
  const stated = spec.fields.filter((field) => {
    if (isOf(field.start, level)) return true;
    if (
      (field.topic === 'salary' && isTheirGrade(field)) ||
      ofAnother(field) ||
      (field.topic === 'class-code' && others.some((other) => isCodeOf(field, other)))
    )
      return false;
    const passage = spec.passages.find((other) => other.start === field.start);
    if (isMine(passage?.section ?? -1)) return true;
    return speaksOf(field) && own(passage?.section ?? -1) && isSpokenOf(field.start);
  });
  const fields = number === undefined ? stated : stated.flatMap((field) => valueOfLevel(field, text, number, known));
  return {
    ...spec,
    title: level.title,
    titleSpan: level.row,
    classCode:
      level.own?.classCode ??
      codeOfLevel(level, levels, fields, linesOf) ??
      (levels.some(({ own }) => own?.classCode !== undefined) ? undefined : spec.classCode),
    fields,
    passages: spec.passages.filter(
      (passage) =>
        own(passage.section) &&
        !ofAnother(passage) &&
        isSpokenOf(passage.start) &&
        (passage.kind !== 'field' || isMine(passage.section) || (speaksOf(passage) && !isTheirGrade(passage))),
    ),
  };
}

/** The class code on a line that names the level, or before its numeral: "3340 (I) / 3342 (II)"; or in its place among as many codes. */
function codeOfLevel(
  level: Level,
  levels: readonly Level[],
  fields: readonly Field[],
  linesOf: (span: Span) => string,
): string | undefined {
  const { title } = level;
  const numeral = title.slice(title.lastIndexOf(' ') + 1);
  for (const field of fields) {
    const { topic, value } = field;
    if (topic !== 'class-code') continue;
    const before = new RegExp(`([\\w-]*\\d[\\w-]*)\\s*\\(${numeral}\\)`, 'i').exec(value)?.[1];
    if (before !== undefined) return before;
    const codes = value.split(/\s*[/,;]\s*/);
    if (codes.length === levels.length && codes.every((code) => /^[\w-]*\d[\w-]*$/.test(code)))
      return codes[levels.indexOf(level)];
    if (linesOf(field).includes(title.toLowerCase())) return /[\w-]*\d[\w-]*/.exec(value)?.[0];
  }
  const line = fields.map(linesOf).find((other) => other.includes(title.toLowerCase()));
  return line === undefined ? undefined : /\((\w*\d[\w-]*)\)/.exec(line)?.[1];
}

/**
 * The corpus with each level of a series as a document of its own: the first in the place of the series' document, the
 * others behind all documents. A passage found by search belongs to the level whose section it stands in.
 */
export function withLevels(corpus: Corpus): Corpus {
  const added: IndexedDocument[] = [];
  const levelsAt = new Map<number, number[]>();
  const documents = corpus.documents.map((document, index) => {
    const levels = levelsOf(document.spec);
    const [first, ...rest] = levels;
    if (first === undefined) return document;
    levelsAt.set(index, [index, ...rest.map((_, at) => corpus.documents.length + added.length + at)]);
    added.push(...rest.map((level) => ({ ...document, spec: specOf(document, level, levels) })));
    return { ...document, spec: specOf(document, first, levels) };
  });
  if (added.length === 0) return corpus;
  const all = [...documents, ...added];
  const origin = new Map([...levelsAt].flatMap(([index, levels]) => levels.map((level) => [level, index] as const)));

  /** The level and its passage that a passage of the series' document is. */
  function located(hit: RankedPassage, within: ReadonlySet<number> | undefined): RankedPassage[] {
    const levels = levelsAt.get(hit.document);
    if (levels === undefined) return [hit];
    const start = corpus.documents[hit.document]?.spec.passages[hit.passage]?.start;
    for (const document of levels) {
      const passage = all[document]?.spec.passages.findIndex((other) => other.start === start) ?? -1;
      if (passage >= 0 && within?.has(document) !== false) return [{ ...hit, document, passage }];
    }
    return [];
  }

  return {
    ...corpus,
    documents: all,
    retriever: {
      async search(query, scope) {
        const within = scope.documents;
        const real =
          within === undefined
            ? scope
            : { ...scope, documents: new Set([...within].map((index) => origin.get(index) ?? index)) };
        return (await corpus.retriever.search(query, real)).flatMap((hit) => located(hit, within));
      },
    },
    rarity: (stem) => corpus.rarity(stem),
    knowsWord: (word) => corpus.knowsWord(word),
  };
}
