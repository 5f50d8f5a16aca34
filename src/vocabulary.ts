/**
 * The vocabulary of class specifications: which headings, labels and question words stand for which topic.
 * All of it is data in vocabulary/en.json, general English and general HR usage; nothing in it may know a document.
 */
import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.ts';
import { createTextPattern } from './text-pattern.ts';
import { foldSpace, plainText, wordsOf } from './words.ts';

/** Something a specification states under a label or a heading, and that people ask about. */
export interface Topic {
  name: string;
  /** How it is called in a sentence to a person. */
  label: string;
  /** `field`: normally a short labelled value; `section`: normally text below a heading. */
  type: 'field' | 'section';
  /** Regular expression that a whole normalised heading or label matches. */
  headings: string;
  /** Regular expression for a part of a heading, where the line is a heading by its looks already. */
  keywords?: string;
  /** Words and phrases that ask for the topic. */
  asks: string[];
  /** Whole questions that ask for it, for nearness in the embedding space. */
  examples?: string[];
  /** The topic this one is a part of. */
  parent?: string;
  /** Regular expression (case-insensitive) of passages that state the topic outside its own heading. */
  evidence?: string;
  /** Topics of the sections where `evidence` counts; everywhere when absent. */
  within?: string[];
  /** Topics of the sections where `evidence` does not count: money in a duty is nobody's pay. */
  outside?: string[];
  /** Topics worth offering when this one is not stated. */
  near?: string[];
  /** Other topics whose text answers this one. */
  also?: string[];
  /** Stated beside the values of other labels too: a union behind the pay. */
  beside?: boolean;
  /** A heading that always belongs to the section it stands in ("Notes"). */
  sub?: boolean;
  /** Its passages state many different things: one counts only when it speaks of what was asked ("uniform allowance"). */
  collection?: boolean;
  /** A word that often labels something else: a heading only where it stands alone, not before text on one line. */
  weak?: boolean;
}

interface VocabularyData {
  topics: Topic[];
  titles: { generic: string[]; titleLabels: string[]; organisation: string[] };
  [part: string]: unknown;
}

const data = JSON.parse(readFileSync(packageFile('vocabulary/en.json'), 'utf8')) as unknown as VocabularyData;

/** Every topic, specific before general. */
export const topics: readonly Topic[] = data.topics;

const byName = new Map(topics.map((topic) => [topic.name, topic]));

/** The topic of a name; undefined for "other" and unknown names. */
export function topicNamed(name: string): Topic | undefined {
  return byName.get(name);
}

/** A part of the vocabulary by its key, for the module that interprets it. */
export function vocabularyPart<Part>(key: string): Part {
  const part = data[key];
  if (part === undefined) throw new Error(`vocabulary/en.json has no part "${key}"`);
  return part as Part;
}

const compiled = topics.map((topic) => ({
  topic,
  whole: createTextPattern(`^(?:${topic.headings})$`, ''),
  part: topic.keywords === undefined ? undefined : createTextPattern(topic.keywords, ''),
}));

/** A heading or label as the vocabulary compares it: plain lower-case words, no numbering, no parentheses. */
export function normaliseHeading(text: string): string {
  return foldSpace(
    plainText(text)
      .replace(/\([^)]*\)/g, ' ')
      .replace(/&/g, ' and ')
      .replace(/'s\b/g, 's')
      .replace(/'/g, '')
      .replace(/[^a-z0-9]+/g, ' '),
  );
}

interface HeadingTopics {
  whole: Topic | undefined;
  part: Topic | undefined;
}

const headingTopics = new Map<string, HeadingTopics>();
const HEADING_CACHE_LIMIT = 20_000;
/** Longest normalised heading looked up, in characters: a longer line is text. */
const HEADING_LENGTH_LIMIT = 90;

const wholeTopic = (normal: string): Topic | undefined => compiled.find((entry) => entry.whole.test(normal))?.topic;

/** The topics whose headings are often joined: words of other topics side by side may as well be a name ("Environment and Assets"). */
const JOINED: readonly (readonly string[])[] = [
  ['qualifications', 'education', 'experience', 'education-experience', 'knowledge', 'licenses', 'preferred'],
  ['physical', 'working-conditions'],
];

/** The topic of a heading that joins the headings of sections ("Experience and qualifications"): the one all are parts of, else the first. */
function joinedTopic(text: string): Topic | undefined {
  const parts = text.split(/\s*(?:,|;|&|\/|\band\b)\s*/i).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2 || parts.length > 4) return undefined;
  const found = parts.map((part) => wholeTopic(normaliseHeading(part)));
  if (found.some((topic) => topic?.type !== 'section' || topic.sub === true)) return undefined;
  const all = found.find((topic) => found.every((other) => other === topic || other?.parent === topic?.name));
  const isFamily = JOINED.some((names) => found.every((topic) => names.includes(topic?.name ?? '')));
  // "Education, Skills and Experience": what two parts of the requirements are side by side is no one part of them.
  const parents = new Set(found.map((topic) => topic?.parent ?? topic?.name));
  const mixed =
    found.some((topic) => topic?.name === 'education') && parents.size > 1 ? byName.get('qualifications') : undefined;
  return all ?? (isFamily ? (mixed ?? found[0]) : undefined);
}

/** The topic whose `headings` match the whole of a heading, and the one whose `keywords` match a part of it. */
export function topicsOfHeading(text: string): HeadingTopics {
  // Twice the limit, because normalising drops words in parentheses and marks.
  if (text.length > 2 * HEADING_LENGTH_LIMIT) return { whole: undefined, part: undefined };
  const normal = normaliseHeading(text);
  const known = headingTopics.get(normal);
  if (known !== undefined) return known;
  const found: HeadingTopics = { whole: undefined, part: undefined };
  if (normal !== '' && normal.length <= HEADING_LENGTH_LIMIT) {
    found.whole = wholeTopic(normal) ?? joinedTopic(text);
    found.part = found.whole ?? compiled.find((entry) => entry.part?.test(normal))?.topic;
  }
  if (headingTopics.size < HEADING_CACHE_LIMIT) headingTopics.set(normal, found);
  return found;
}

/** Words in -ly that are no mere adverbs of manner. */
const telling = new Set(vocabularyPart<string[]>('adverbsThatMatter'));
const stopWords = new Set(vocabularyPart<{ stopWords: string[] }>('questions').stopWords.flatMap(wordsOf));

/** Grammar, and the words that every question about classes has: they say nothing of what it is about. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word) || (word.length > 5 && word.endsWith('ly') && !telling.has(word));
}

const ranks = new Set(vocabularyPart<{ ranks: string[] }>('questions').ranks);

const jobNouns = new Set(vocabularyPart<{ nouns: string[] }>('titles').nouns);

/** True for a noun, in the singular, that says what somebody is, as titles end or begin: "technician", "director". */
export function isJobNoun(word: string): boolean {
  return jobNouns.has(word);
}

/** A word that makes another class of a title: "senior", "trainee". */
export function isRank(word: string): boolean {
  return ranks.has(word);
}
