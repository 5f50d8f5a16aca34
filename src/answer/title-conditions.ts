/** Conditions of a list that name a class: what asks for experience as one, and what speaks of one. */
import type { ClassMention } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { topicNamed, vocabularyPart } from '../vocabulary.ts';
import { wordsOf } from '../words.ts';
import { type AnswerContext, documentAt } from './context.ts';
import type { Claim } from './scope.ts';
import { type Statement, statementsOf, statementsWithin } from './statements.ts';
import { type Condition, NOTHING, stating } from './verdict.ts';
import { wording } from './wordings.ts';

/** Sections that state what experience is asked for. */
const WITHIN = (topicNamed('experience')?.within ?? []).filter((name) => name !== 'knowledge' && name !== 'definition');
const RANKS = new Set(vocabularyPart<{ ranks: string[] }>('questions').ranks);
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
    if (first === undefined || last === undefined) continue;
    const wanted = [first, last, ...asked.filter(({ index }) => index > 0)];
    return {
      condition: conditionOf(corpus, mention, experience),
      start: Math.min(...wanted.map(({ index }) => index)),
      end: Math.max(...wanted.map(({ index, 0: found }) => index + found.length)),
    };
  }
  return undefined;
}
