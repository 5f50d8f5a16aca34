/**
 * A document may specify several levels at once ("Clerk I / II / III"), each below a heading of its own. For answering,
 * each level is seen as a specification of its own: the same text and offsets, without the other levels' sections.
 */
import type { ClassSpec, IndexedDocument } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { foldSpace, levelOf } from '../words.ts';
import { isWithin } from './spec-view.ts';

interface Level {
  title: string;
  base: string;
  section: number;
}

/** The sections that are headed by a level of one series; empty when there are not at least two. */
function levelsOf(spec: ClassSpec): Level[] {
  const levels = spec.sections.flatMap((section, index) => {
    const heading = foldSpace(section.heading.replace(/\([^)]*\)/g, ' '));
    const numeral = /\s(\S+)$/.exec(heading)?.[1] ?? '';
    const base = heading.slice(0, -numeral.length).trim().toLowerCase();
    const isLevel =
      section.topic === 'other' &&
      levelOf(numeral) !== undefined &&
      base !== '' &&
      !/\d/.test(base) &&
      base.split(' ').length <= 6;
    return isLevel && spec.title.toLowerCase().includes(base) ? [{ title: heading, base, section: index }] : [];
  });
  const bases = new Set(levels.map((level) => level.base));
  return levels.length > 1 && bases.size === 1 ? levels : [];
}

function specOf(document: IndexedDocument, level: Level, levels: readonly Level[]): ClassSpec {
  const { spec, text } = document;
  const others = levels.filter((other) => other !== level);
  const own = (section: number): boolean => !others.some((other) => isWithin(spec, section, other.section));
  const names = others.map((other) => other.title.toLowerCase());
  const lineOf = (start: number): string =>
    text.slice(text.lastIndexOf('\n', start) + 1, (text.indexOf('\n', start) + 1 || text.length + 1) - 1).toLowerCase();
  const heading = spec.sections[level.section]?.headingSpan;
  const header = spec.fields
    .map((field) => lineOf(field.start))
    .find((line) => line.includes(level.title.toLowerCase()));
  return {
    ...spec,
    title: level.title,
    titleSpan: heading,
    classCode: header === undefined ? spec.classCode : (/\((\w*\d[\w-]*)\)/.exec(header)?.[1] ?? spec.classCode),
    fields: spec.fields.filter((field) => {
      const line = lineOf(field.start);
      const another = names.some((name) => new RegExp(`${name.replace(/[^a-z0-9 ]/g, '.')}(?![a-z0-9])`).test(line));
      const passage = spec.passages.find((other) => other.start === field.start);
      return !another && own(passage?.section ?? -1);
    }),
    passages: spec.passages.filter((passage) => own(passage.section)),
  };
}

/**
 * The corpus with a document for each level of a series behind the documents that are its own. The series' document
 * itself is called by the base title, so that a level's title means its level alone.
 */
export function withLevels(corpus: Corpus): Corpus {
  const added: IndexedDocument[] = [];
  const documents = corpus.documents.map((document) => {
    const levels = levelsOf(document.spec);
    for (const level of levels) added.push({ ...document, spec: specOf(document, level, levels) });
    const [first] = levels;
    return first === undefined
      ? document
      : { ...document, spec: { ...document.spec, title: foldSpace(first.title.replace(/\s\S+$/, ' series')) } };
  });
  return added.length === 0 ? corpus : { ...corpus, documents: [...documents, ...added] };
}
