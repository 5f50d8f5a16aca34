/** Sections that a question asks for by their heading: "the appointment section", "what is under Terms", "the notes on salary". */
import type { IndexedDocument } from '../../domain.ts';
import { isStopWord, vocabularyPart } from '../../vocabulary.ts';
import { stemOf, wordsOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { coverage, stemsOf } from '../words/relevance.ts';
import { type Evidence, evidenceUnder } from './evidence.ts';

const { behind, before, notesOn } = vocabularyPart<{ namedSection: Record<'behind' | 'before' | 'notesOn', string> }>(
  'questions',
).namedSection;
/** Words behind a heading that say it is one: "section", "part". */
const isCalled = new RegExp(`^(?:${behind})$`);
/** Words before a heading that say it is one: "under", "headed". */
const leadsTo = new RegExp(`\\b(?:${before})$`);
/** Notes that stand below the section of what they are on. */
const asksNotesOn = new RegExp(notesOn, 'i');
/** A list in brackets behind a heading names what is asked of it: "the terms (probation, car)". */
const LIST_BEHIND = /^[^()?!.]{0,60}\([^()]*,[^()]*\)/;
/** What a heading adds to its name. */
const ASIDE = /\([^()]*\)|\b\d{1,3}\s?(?:%|per ?cent)/gi;
/** Share of a question's own words that a passage of the section must have to be shown without the others. */
const MIN_NARROW = 0.5;
/** Most passages shown. */
const MAX_SHOWN = 20;

/** Where a heading stands in a question, by its words: the word before it and the one behind. */
interface Place {
  before: string;
  behind: string;
  rest: string;
}

/** The places of a question's text where the words of a heading stand in a row. */
function placesOf(text: string, heading: readonly string[]): Place[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)].map(({ 0: word, index }) => ({
    stem: stemOf(word.toLowerCase()),
    start: index,
    end: index + word.length,
  }));
  return words.flatMap((first, at) => {
    const last = words[at + heading.length - 1];
    if (last === undefined || !heading.every((stem, offset) => words[at + offset]?.stem === stem)) return [];
    const next = words[at + heading.length];
    return [
      {
        before: text
          .slice(0, first.start)
          .toLowerCase()
          .replace(/[^\p{L}]+/gu, ' ')
          .trimEnd(),
        behind: next === undefined ? '' : text.slice(next.start, next.end).toLowerCase(),
        rest: text.slice(last.end),
      },
    ];
  });
}

/** True where a question calls a heading one, or lists in brackets what it wants of what stands below it. */
function isAskedFor(text: string, heading: readonly string[]): boolean {
  return placesOf(text, heading).some(
    (place) =>
      isCalled.test(place.behind) ||
      leadsTo.test(place.before.replace(/ the$/, '')) ||
      (LIST_BEHIND.test(place.rest) && / the$/.test(` ${place.before}`)),
  );
}

/** The sections asked for by their headings, those with the longest; of notes, those below a topic that is named with them. */
function asked({ spec }: IndexedDocument, { understanding }: AnswerContext): number[] {
  const { text, topics } = understanding;
  const found = spec.sections.flatMap((section, index) => {
    const words = wordsOf(section.heading.replace(ASIDE, ' ')).map(stemOf);
    return words.length > 0 && isAskedFor(text, words) ? [{ index, length: words.length }] : [];
  });
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const chosen = found.filter(({ length }) => length === longest).map(({ index }) => index);
  if (!asksNotesOn.test(text)) return chosen;
  const below = spec.sections.flatMap(({ topic, parent }, index) =>
    topic === 'notes' && topics.includes(spec.sections[parent]?.topic ?? '') ? [index] : [],
  );
  return below.length > 0 ? below : chosen;
}

/** What stands under the headings that a question asks for, whole, or what of it speaks of the question's other words. */
export function namedSection(context: AnswerContext, document: number): Evidence[] {
  const source = documentAt(context.corpus, document);
  const sections = asked(source, context);
  if (sections.length === 0) return [];
  const items = evidenceUnder(source, sections);
  const headings = stemsOf(sections.map((index) => source.spec.sections[index]?.heading ?? '').join(' '));
  const others = context.understanding.focus.filter(
    ({ stem, word }) => !headings.has(stem) && !isCalled.test(word) && !isStopWord(word),
  );
  const rated = items.map((item) => coverage(others, source.text.slice(item.start, item.end), context.corpus));
  const best = Math.max(0, ...rated);
  const narrowed = best < MIN_NARROW ? items : items.filter((_, index) => (rated[index] ?? 0) >= best * 0.75);
  return narrowed.slice(0, MAX_SHOWN);
}
