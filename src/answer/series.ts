/**
 * A document may specify several levels at once ("Clerk I / II / III"), each below a heading of its own. For answering,
 * each level is seen as a specification of its own: the same text and offsets, without the other levels' sections.
 */
import type { ClassSpec, IndexedDocument, RankedPassage } from '../domain.ts';
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
