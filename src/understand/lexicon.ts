/** The class titles of an index, as questions name them. */
import type { IndexedDocument } from '../domain.ts';
import { isJobNoun, isRank, normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { foldSpace, levelOf, singularOf, stemOf, wordsOf } from '../words.ts';
import { createSaidElsewhere, type SaidElsewhere } from './capital-letters.ts';
import { expansionsOf } from './phrases.ts';

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
  /** The same with the words that many employers' names share: they tell two of one title apart ("the city's"). */
  allEmployerStems: Set<string>[];
  isSaidElsewhere: SaidElsewhere;
}

const words = vocabularyPart<{
  joining: string[];
  commonEmployerWords: string[];
  generic: string[];
  titleLabels: string[];
  workingTitleLabels: string[];
}>('titles');
const JOINING = new Set(words.joining);
/** Labels of a class's title: a document that states several goes by each of them. */
const TITLE_LABELS = new Set(
  [...words.titleLabels.filter((label) => label.includes('title')), ...words.workingTitleLabels].map(normaliseHeading),
);
/** Most words of a title under a label: more is text. */
const MAX_LABELLED = 8;

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

const keyOf = ({ stems, level }: TitleParts): string => `${stems.join(' ')}|${level ?? ''}`;

/** The word of a title that says what somebody is: "clerk" of "Chief Clerk Personnel", "curator" of "Curator of Education". */
function headOf(title: string): string {
  const [named] = title.split(/\s[-–—]\s|,|\(/);
  const { stems } = partsOf(named ?? title);
  return stems.findLast(isJobNoun) ?? stems.findLast((stem) => !/\d/.test(stem)) ?? '';
}

/** Words that say what kind of document it is: no part of an employer's name. */
const documentStems = new Set(words.generic.flatMap(wordsOf).map(stemOf));

/** Words of an employer's name that many employers share. */
const COMMON_EMPLOYER_STEMS = new Set(words.commonEmployerWords.map(stemOf));

/** True for a word that many employers' names share. */
export function isCommonEmployerStem(stem: string): boolean {
  return COMMON_EMPLOYER_STEMS.has(stem);
}

/** Lines above a title that may be a letterhead. */
const LETTERHEAD_LINES = 3;
/** Longer lines are text, above a title that only a sentence gives, in characters. */
const MAX_LETTERHEAD = 90;

/** The letterhead of a document whose employer was not recognised: what stands above its title, or in its first line. */
function letterheadOf({ spec, text }: IndexedDocument): string {
  const above = text.slice(0, spec.titleSpan?.start ?? 0).split(/\r?\n|\r/);
  return above
    .filter((line) => /\p{L}/u.test(line) && !/:|[.;]\s*$/.test(line) && line.length <= MAX_LETTERHEAD)
    .slice(0, LETTERHEAD_LINES)
    .join(' ');
}

function employerStemsOf(document: IndexedDocument): { telling: Set<string>; all: Set<string> } {
  const { spec } = document;
  const names = [
    spec.employer ?? letterheadOf(document),
    ...spec.fields.filter((field) => field.topic === 'agency').map((field) => field.value),
  ];
  const title = new Set(wordsOf(spec.title).map(stemOf));
  const stems = wordsOf(names.join(' '))
    .filter((word) => !isJoining(word) && !/\d/.test(word))
    .map(stemOf)
    .filter((stem) => !title.has(stem) && (spec.employer !== undefined || !documentStems.has(stem)));
  const telling = stems.filter((stem) => !COMMON_EMPLOYER_STEMS.has(stem));
  return { telling: new Set(telling.length > 0 ? telling : stems), all: new Set(stems) };
}

/** The titles that a document goes by: its own, that without what stands in brackets, and those under other labels. */
function titlesOf({ spec }: IndexedDocument): string[] {
  const plain = foldSpace(spec.title.replace(/\([^)]*\)/g, ' '));
  const labelled = spec.fields
    .filter((field) => field.topic === 'other' && TITLE_LABELS.has(normaliseHeading(field.label)))
    .map((field) => field.value)
    .filter((value) => {
      const length = wordsOf(value).length;
      return length > 1 && length <= MAX_LABELLED;
    });
  const byname = bynameOf(spec.title);
  return [
    ...new Set([spec.title, plain === '' ? spec.title : plain, ...(byname === undefined ? [] : [byname]), ...labelled]),
  ];
}

/** The name that a title gives its class in brackets besides: "Canal Tender (Lock Keeper)". Other brackets say where or in what. */
function bynameOf(title: string): string | undefined {
  const [, inside = ''] = /\S\s+\((?:aka|also known as|formerly)?:?\s*(\p{Lu}[^()\d]+)\)$/u.exec(title) ?? [];
  const words = wordsOf(inside);
  const isName = words.length > 1 && words.length <= MAX_LABELLED && isJobNoun(singularOf(words.at(-1) ?? ''));
  return isName ? inside : undefined;
}

/** A title whose rank stands behind a dash, as people say it: "Keeper - Senior" is the senior keeper. */
function ranked(title: string): string | undefined {
  const [, noun = '', rank = ''] = /^(.*\S)\s+[-–—]\s+(\p{L}+)$/u.exec(title) ?? [];
  return isRank(rank.toLowerCase()) ? `${rank} ${noun}` : undefined;
}

/** A title without what a dash parts from it ("Nurse III - Emergency"), where a level or several words are left; else undefined. */
function withoutTail(title: string): string | undefined {
  const [named = '', ...tail] = title.split(/\s[-–—]\s/);
  if (ranked(title) !== undefined) return undefined;
  return tail.length > 0 && wordsOf(named).length > 1 ? named : undefined;
}

/** Most words behind the comma of a title that is turned round. */
const MAX_TURNED = 3;

/** A title turned round at its comma, as people say it: "Supervisor, Water Operations" is the water operations supervisor. */
function turned(title: string): string | undefined {
  const [noun = '', kind = '', ...more] = title.split(', ');
  const count = wordsOf(kind).length;
  return more.length > 0 || count === 0 || count > MAX_TURNED || /\d|[()]/.test(kind) ? undefined : `${kind} ${noun}`;
}

/**
 * A title with its abbreviations spelled out, as people say it: "Lab Tech" is the lab technician. One that may stand for
 * several words is spelled out at the end alone, where what a class is stands, as the first of them.
 */
function opened(title: string): string | undefined {
  const words = title.split(' ');
  const last = words.length - (levelOf(words.at(-1) ?? '') === undefined ? 1 : 2);
  const said = words.map((word, at) => {
    const [first, ...others] = expansionsOf(word.toLowerCase().replace(/\.$/, ''));
    return first === undefined || (others.length > 0 && at !== last) ? word : first;
  });
  return said.join(' ') === title ? undefined : said.join(' ');
}

/** Characters at the top of a document in which its own numbers stand: a letterhead and a few lines of fields. */
const HEAD = 600;
/** Digits of a number of a position or document, with capitals among them ("7A1043"): a plain number may be anything. */
const MIN_DIGITS = 4;
const isNumber = (word: string): boolean => /\p{Lu}/u.test(word) && (word.match(/\d/g)?.length ?? 0) >= MIN_DIGITS;

/** The codes that a class goes by: its own, and the numbers that its document has at its top. */
function codesOf({ spec, text }: IndexedDocument): Set<string> {
  const numbers = (text.slice(0, HEAD).match(/(?<![\p{L}\p{N}-])[\p{Lu}\d-]+(?![\p{L}\p{N}-])/gu) ?? []).filter(
    isNumber,
  );
  return new Set([...(spec.classCode === undefined ? [] : [spec.classCode]), ...numbers].map(codeKey));
}

/** Builds the lexicon of an index's documents. */
export function createLexicon(documents: readonly IndexedDocument[]): Lexicon {
  const byKey = new Map<string, TitleEntry>();
  const words = new Set<string>();
  const byCode = new Map<string, number[]>();
  const add = ({ spec }: IndexedDocument, variant: string, index: number): void => {
    const parts = partsOf(variant);
    if (parts.stems.length === 0) return;
    const key = keyOf(parts);
    const entry = byKey.get(key);
    if (entry !== undefined) {
      if (!entry.documents.includes(index)) entry.documents.push(index);
      return;
    }
    for (const word of parts.words) words.add(word);
    byKey.set(key, {
      title: partsOf(spec.title).level === parts.level ? spec.title : variant,
      stems: parts.stems,
      head: headOf(variant),
      level: parts.level,
      documents: [index],
      initials: parts.words.map((word) => word[0] ?? '').join(''),
    });
  };
  documents.forEach((document, index) => {
    for (const variant of titlesOf(document)) add(document, variant, index);
    for (const code of codesOf(document)) byCode.set(code, [...(byCode.get(code) ?? []), index]);
  });
  // What is short for one title must not be taken for another's whole.
  const whole = new Set(byKey.keys());
  documents.forEach((document, index) => {
    for (const said of [withoutTail, turned, opened, ranked].map((way) => way(document.spec.title)))
      if (said !== undefined && !whole.has(keyOf(partsOf(said)))) add(document, said, index);
  });
  const entries = [...byKey.values()];
  const byStem = new Map<string, TitleEntry[]>();
  for (const entry of entries) {
    for (const stem of new Set(entry.stems)) byStem.set(stem, [...(byStem.get(stem) ?? []), entry]);
  }
  const employers = documents.map(employerStemsOf);
  return {
    entries,
    byStem,
    words,
    byCode,
    employerStems: employers.map((employer) => employer.telling),
    allEmployerStems: employers.map((employer) => employer.all),
    isSaidElsewhere: createSaidElsewhere(documents),
  };
}
