/** Conditions of a list that name a class: what asks for experience as one, and what speaks of one. */
import type { ClassMention } from '../../domain.ts';
import type { Corpus } from '../../ports.ts';
import { topicNamed, vocabularyPart } from '../../vocabulary.ts';
import { wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { joined, titleOf } from '../draft/names.ts';
import { overseersOf } from '../evidence/overseers.ts';
import { type Statement, statementsOf, statementsWithin } from '../reading/statements.ts';
import { wording } from '../words/wordings.ts';
import type { Claim } from './scope.ts';
import { type Condition, NOTHING, stating } from './verdict.ts';

/** Sections that state what experience is asked for. */
const WITHIN = (topicNamed('experience')?.within ?? []).filter((name) => name !== 'knowledge' && name !== 'definition');
const { ranks, doing } = vocabularyPart<{ ranks: string[]; doing: { overseenBy: string } }>('questions');
const RANKS = new Set(ranks);
/** Ends in what makes the class behind it one that is supervised. */
const overseenBy = new RegExp(doing.overseenBy, 'i');
/** Most passages shown of one class. */
const MAX_SHOWN = 2;

/** A title in running text, singular or plural. */
function titlePattern(title: string): RegExp | undefined {
  const words = wordsOf(title.replace(/\([^)]*\)/g, ' '));
  if (words.length === 0) return undefined;
  const joined = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.?')).join('[\\s,/-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
}

/** True when a text names the class itself, not one that a rank before its title makes of it. */
function namesClass(text: string, title: RegExp): boolean {
  return [...text.matchAll(title)].some(({ index }) => {
    const before = wordsOf(text.slice(0, index)).at(-1);
    return before === undefined || !RANKS.has(before) || /[,;:.(]\s*$/.test(text.slice(0, index));
  });
}

/** The statements by which other classes ask for experience as the class of a title, by document. */
export function askingFor(corpus: Corpus, title: string, own: readonly number[]): Map<number, Statement[]> {
  const pattern = titlePattern(title);
  const found = new Map<number, Statement[]>();
  if (pattern === undefined) return found;
  corpus.documents.forEach((document, index) => {
    if (own.includes(index) || document.text.search(pattern) < 0) return;
    const items = statementsWithin(document, WITHIN).filter(
      ({ text, force }) => force !== 'denied' && wording('experience').test(text) && namesClass(text, pattern),
    );
    if (items.length > 0) found.set(index, items);
  });
  return found;
}

function conditionOf(corpus: Corpus, mention: ClassMention, experience: boolean): Condition {
  const pattern = titlePattern(mention.title);
  const asking = experience ? askingFor(corpus, mention.title, mention.documents) : undefined;
  return {
    about: mention.title,
    topic: experience ? 'experience' : undefined,
    judge(index) {
      if (mention.documents.includes(index) || pattern === undefined) return NOTHING;
      const items =
        asking?.get(index) ??
        (experience ? [] : statementsOf(documentAt(corpus, index)).filter(({ text }) => namesClass(text, pattern)));
      return stating('required', items.slice(0, MAX_SHOWN));
    },
  };
}

/** What stands between classes that are named side by side. */
const BESIDE = /^(?:\s*,)?\s*(?:and|or|&)?\s*(?:the\s+)?$/i;

/** The classes whose supervisors a list asks for, named side by side: "which classes supervise clerks and porters?". */
export function overseenClasses(text: string, { corpus, understanding }: AnswerContext): Claim | undefined {
  if (wording('experienceAs').test(text)) return undefined;
  const places = understanding.mentions
    .filter(({ how }) => how === 'title' || how === 'unknown')
    .flatMap((mention) => {
      const place = titlePattern(mention.title)?.exec(text);
      return place == null ? [] : [{ mention, start: place.index, end: place.index + place[0].length }];
    })
    .sort((one, other) => one.start - other.start);
  const first = places.findIndex(({ start }) => overseenBy.test(text.slice(0, start)));
  const verb = overseenBy.exec(text.slice(0, places[first]?.start ?? 0));
  if (verb === null) return undefined;
  const beside = places.slice(first).filter(({ start }, at, all) => {
    const before = all[at - 1];
    return before === undefined || BESIDE.test(text.slice(before.end, start));
  });
  const found = beside.map(({ mention }) => overseersOf(corpus, mention.title, mention.documents));
  return {
    condition: {
      about: `supervising ${joined(
        beside.map(({ mention }) => titleOf(mention.title)),
        'or',
      )}`,
      topic: 'supervision-exercised',
      judge: (index) =>
        stating('required', found.flatMap((overseers) => overseers.get(index) ?? []).slice(0, MAX_SHOWN)),
    },
    start: verb.index,
    end: beside.at(-1)?.end ?? verb.index,
  };
}

/** True for a title that only says which classes are listed: "which librarian classes mention …". */
const isScope = (text: string, { index, 0: found }: RegExpMatchArray): boolean =>
  new RegExp(`^\\s+(?:${wording('classWords').source})`, 'i').test(text.slice((index ?? 0) + found.length)) &&
  wording('listOpening').test(text.slice(0, index));

/** The class that a list's question names, where it asks which classes take experience as one, or speak of it. */
export function namedClass(text: string, { corpus, understanding }: AnswerContext): Claim | undefined {
  const asked = [...text.matchAll(new RegExp(wording('experienceAs'), 'gi'))];
  const experience = asked.length > 0;
  if (!experience && !wording('speaksOf').test(text)) return undefined;
  for (const mention of understanding.mentions) {
    if (mention.how !== 'title' && mention.how !== 'unknown') continue;
    const places = [...text.matchAll(titlePattern(mention.title) ?? /(?!)/g)];
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined || isScope(text, first)) continue;
    const wanted = [first, last, ...asked.filter(({ index }) => index > 0)];
    return {
      condition: conditionOf(corpus, mention, experience),
      start: Math.min(...wanted.map(({ index }) => index)),
      end: Math.max(...wanted.map(({ index, 0: found }) => index + found.length)),
    };
  }
  return undefined;
}
