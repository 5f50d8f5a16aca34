/** Which specifications say that their class supervises another one: statements whose object is that class, and no other. */
import type { IndexedDocument } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { isRank, vocabularyPart } from '../../vocabulary.ts';
import { foldSpace, levelOf, singularOf, wordsOf } from '../../words.ts';
import { type Statement, statementsOf } from '../reading/statements.ts';
import { subjectOf } from '../reading/subject.ts';
import { mayHold, maySay } from '../words/holds.ts';

type Wordings = Record<'verb' | 'notBefore' | 'groups' | 'breaks' | 'before' | 'behind', string>;
const vocabulary = vocabularyPart<Wordings & Record<'within' | 'outside', string[]>>('overseeing');
const pattern = (name: keyof Wordings, flags = 'i'): RegExp => new RegExp(vocabulary[name], flags);
const verbs = pattern('verb', 'gi');
const notBefore = pattern('notBefore');
const groups = pattern('groups');
const breaks = pattern('breaks');
const before = pattern('before');
const behind = pattern('behind');

/** Most words between the verb and the class: longer lists are of other things as well. */
const MAX_BETWEEN = 30;

/** A word of a text and where it stands. */
interface Word {
  text: string;
  name: string;
  start: number;
  end: number;
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    text: word,
    name: singularOf(word.toLowerCase()),
    start: index,
    end: index + word.length,
  }));

/** The words of a title in the singular, in the order of speech: "Operator, Bus (Day)" is "bus operator". */
function namesOf(title: string): string[] {
  const parts = title.replace(/\([^)]*\)/g, ' ').split(',');
  const ordered = parts.length === 2 ? [...parts].reverse() : parts;
  return wordsOf(ordered.join(' ')).map(singularOf);
}

/** True where the words from `at` are the class itself, and not part of another's title. */
function isWhole(text: string, words: readonly Word[], at: number, title: readonly string[]): boolean {
  const first = words[at];
  const last = words[at + title.length - 1];
  if (first === undefined || last === undefined) return false;
  const previous = words[at - 1];
  const next = words[at + title.length];
  const gap = previous === undefined ? '' : text.slice(previous.end, first.start);
  if (/[/-]/.test(gap) || /^[/-]/.test(text.slice(last.end))) return false;
  if (next === undefined || text.slice(last.end, next.start).trim() !== '') return true;
  if (levelOf(next.text) !== undefined || isRank(next.name)) return false;
  const isPlural = last.text.toLowerCase() !== last.name;
  return behind.test(next.text) || (isPlural && !/^\p{Lu}/u.test(next.text));
}

/** True where the class is what the words from the verb to it are about: a list of people, nothing done for them. */
function isObject(text: string, between: readonly Word[], from: number, start: number): boolean {
  const gap = text.slice(from, start);
  if (between.length > MAX_BETWEEN || /[.;()?]/.test(gap) || /.:./s.test(gap.trim())) return false;
  if (between.some(({ text: word }) => breaks.test(word))) return false;
  const foreign = between.some((word, at) => word.name === 'of' && at > 0 && !groups.test(between[at - 1]?.text ?? ''));
  if (foreign) return false;
  const last = between.at(-1);
  return (
    last === undefined || before.test(last.text) || /\d/.test(last.text) || /,\s*$/.test(text.slice(last.end, start))
  );
}

/** True when a statement is of the class whose specification it stands in: no other one is its subject. */
function isOwn(text: string, own: readonly string[]): boolean {
  const subject = subjectOf(text)?.name;
  if (subject === undefined) return true;
  const names = new Set(wordsOf(subject).map(singularOf));
  return own.some((name) => names.has(name)) && [...names].every((name) => own.includes(name) || name.length < 4);
}

/** True when a statement says that its class supervises the class of a title. */
function oversees({ text, topics }: Statement, title: readonly string[], own: readonly string[]): boolean {
  const words = wordsIn(text);
  const verbEnds = [...text.matchAll(verbs)]
    .filter(({ index }) => !notBefore.test(/[^.;:]*$/.exec(text.slice(0, index))?.[0] ?? ''))
    .map(({ index, 0: found }) => index + found.length);
  // Under a heading that says it, a list of classes needs no verb.
  if (topics[0] === 'supervision-exercised' && !notBefore.test(text)) verbEnds.push(0);
  if (verbEnds.length === 0 || !isOwn(text, own)) return false;
  return words.some((word, at) => {
    if (!title.every((name, offset) => words[at + offset]?.name === name)) return false;
    if (!isWhole(text, words, at, title)) return false;
    return verbEnds.some((from) => {
      const between = words.filter(({ start }) => start >= from && start < word.start);
      return from <= word.start && isObject(text, between, from, word.start);
    });
  });
}

/** Of a statement of several clauses, the one that says it, if one does by itself: the rest is on other things. */
function clauseOf(
  { text }: IndexedDocument,
  item: Statement,
  title: readonly string[],
  own: readonly string[],
): Statement {
  const clauses = [...text.slice(item.start, item.end).matchAll(/[^;\s][^;]*/g)].map(({ index, 0: clause }) => ({
    ...item,
    start: item.start + index,
    end: item.start + index + clause.trimEnd().length,
    text: foldSpace(clause),
  }));
  return clauses.length < 2 ? item : (clauses.find((clause) => oversees(clause, title, own)) ?? item);
}

/**
 * The statements by which other specifications say that they supervise the class of a title, by document, those of its
 * own series first. Only what they state of duties, definition and supervision counts, never what they ask of applicants.
 * @param own documents of the class itself.
 */
export function overseersOf(corpus: Corpus, title: string, own: readonly number[]): Map<number, Statement[]> {
  const names = namesOf(title);
  const found: [number, Statement[], number][] = [];
  if (names.length === 0) return new Map();
  // As they stand in every form: "secretar" in "secretaries" too.
  const parts = names.map((name) => name.replace(/y$/, ''));
  corpus.documents.forEach((document, index) => {
    if (own.includes(index) || !parts.every((part) => mayHold(document, part))) return;
    const ownNames = namesOf(document.spec.title);
    const items = statementsOf(document).filter(
      (item) =>
        maySay(item.text, parts) &&
        item.force !== 'denied' &&
        item.force !== 'preferred' &&
        (item.topics.length === 0 || item.topics.some((topic) => vocabulary.within.includes(topic))) &&
        !item.topics.some((topic) => vocabulary.outside.includes(topic)) &&
        oversees(item, names, ownNames),
    );
    const clauses = items.map((item) => clauseOf(document, item, names, ownNames));
    if (items.length > 0) found.push([index, clauses, ownNames.filter((name) => names.includes(name)).length]);
  });
  found.sort((one, other) => other[2] - one[2]);
  return new Map(found.map(([index, items]) => [index, items]));
}
