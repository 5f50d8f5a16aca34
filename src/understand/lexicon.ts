/** The class titles of an index, as questions name them. */
import type { IndexedDocument } from '../domain.ts';
import { vocabularyPart } from '../vocabulary.ts';
import { foldSpace, levelOf, singularOf, stemOf, wordsOf } from '../words.ts';

/** One distinct title and the documents that carry it. */
export interface TitleEntry {
  /** As a document prints it. */
  title: string;
  /** Its words in the singular, without joining words and without the level. */
  stems: string[];
  /** The noun that says what the class is: the last word before a comma or dash. */
  head: string;
  level: number | undefined;
  documents: number[];
  /** First letters of its words: "psr". */
  initials: string;
}

/** What questions are matched against. */
export interface Lexicon {
  entries: TitleEntry[];
  /** Entries that have a word (in the singular) in their title. */
  byStem: Map<string, TitleEntry[]>;
  /** Every word of a title, for spelling. */
  words: Set<string>;
  /** Documents by class code, upper-case letters and digits only. */
  byCode: Map<string, number[]>;
  /** For each document, the stems that tell its employer from others'. */
  employerStems: Set<string>[];
}

const words = vocabularyPart<{ joining: string[]; commonEmployerWords: string[] }>('titles');
const JOINING = new Set(words.joining);

/** True for words that only join the words of a title. */
export function isJoining(word: string): boolean {
  return JOINING.has(word);
}

/** A class code as it is compared: "r-57" is "R57". */
export function codeKey(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

interface TitleParts {
  stems: string[];
  level: number | undefined;
  words: string[];
}

function partsOf(title: string): TitleParts {
  const words = wordsOf(title).filter((word) => !isJoining(word));
  const last = words.at(-1) ?? '';
  const level = words.length > 1 ? levelOf(last) : undefined;
  const named = level === undefined ? words : words.slice(0, -1);
  return { stems: named.map(singularOf), level, words: named };
}

function headOf(title: string): string {
  const [named] = title.split(/\s[-–—]\s|,|\(/);
  return partsOf(named ?? title).stems.at(-1) ?? '';
}

/** Words of an employer's name that many employers share. */
const COMMON_EMPLOYER_STEMS = new Set(words.commonEmployerWords.map(stemOf));

/** True for a word that many employers' names share. */
export function isCommonEmployerStem(stem: string): boolean {
  return COMMON_EMPLOYER_STEMS.has(stem);
}

function employerStemsOf(document: IndexedDocument): Set<string> {
  const names = [
    document.spec.employer ?? '',
    ...document.spec.fields.filter((field) => field.topic === 'agency').map((field) => field.value),
  ];
  const stems = wordsOf(names.join(' '))
    .filter((word) => !isJoining(word))
    .map(stemOf);
  const telling = stems.filter((stem) => !COMMON_EMPLOYER_STEMS.has(stem));
  return new Set(telling.length > 0 ? telling : stems);
}

/** Builds the lexicon of an index's documents. */
export function createLexicon(documents: readonly IndexedDocument[]): Lexicon {
  const byKey = new Map<string, TitleEntry>();
  const words = new Set<string>();
  const byCode = new Map<string, number[]>();
  documents.forEach(({ spec }, index) => {
    const plain = foldSpace(spec.title.replace(/\([^)]*\)/g, ' '));
    for (const variant of new Set([spec.title, plain === '' ? spec.title : plain])) {
      const parts = partsOf(variant);
      if (parts.stems.length === 0) continue;
      const key = `${parts.stems.join(' ')}|${parts.level ?? ''}`;
      const entry = byKey.get(key);
      if (entry !== undefined) {
        if (!entry.documents.includes(index)) entry.documents.push(index);
        continue;
      }
      for (const word of parts.words) words.add(word);
      const initials = parts.words.map((word) => word[0] ?? '').join('');
      byKey.set(key, {
        title: spec.title,
        stems: parts.stems,
        head: headOf(variant),
        level: parts.level,
        documents: [index],
        initials,
      });
    }
    if (spec.classCode !== undefined) {
      const code = codeKey(spec.classCode);
      byCode.set(code, [...(byCode.get(code) ?? []), index]);
    }
  });
  const entries = [...byKey.values()];
  const byStem = new Map<string, TitleEntry[]>();
  for (const entry of entries) {
    for (const stem of new Set(entry.stems)) byStem.set(stem, [...(byStem.get(stem) ?? []), entry]);
  }
  return { entries, byStem, words, byCode, employerStems: documents.map(employerStemsOf) };
}
