/** The sentences that tell classes from each other, by name or as levels of one series. */
import type { ClassMention, Span } from '../../domain.ts';
import { normaliseHeading } from '../../vocabulary.ts';
import { type AnswerContext, documentAt, knownMentions } from '../draft/context.ts';
import { nameOf } from '../draft/names.ts';
import { type Told, toldOfLevel } from '../levels/told-of-levels.ts';
import { headingOf, sentenceAround, topicsAround } from '../reading/spec-view.ts';
import { stemsOf } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';

/** Sections that set a class off against its neighbours. */
const SETTING_OFF: readonly string[] = ['distinguishing', 'job-family', 'career'];

/** The class's title as it stands in running text, between spaces. */
const phraseOf = (title: string): string => ` ${normaliseHeading(title)} `;

/** Words before a title that begin a sentence about it: "The Clerk III …", "From Clerk III: …". */
const BEFORE_SUBJECT = /^ (?:(?:the|an?|from|to|for|each|in|at|while|and) ){0,2}$/;

/** A levelled title without its numeral. */
const seriesOf = (title: string): string => normaliseHeading(title).replace(/ (?:[ivx]{1,4}|\d)$/, '');

/**
 * A title as running text has it: as it is, in the plural, its words in another order ("clerk lead" for "lead clerk"),
 * or a level of the series `own` by its last word alone ("Clerk II" for "Payroll Clerk II").
 */
function phraseIn(words: string, title: string, own: string): string | undefined {
  const phrase = phraseOf(title);
  const parts = phrase.trim().split(' ');
  const isLevel = parts.length > 2 && seriesOf(title) === seriesOf(own) && seriesOf(title) !== phrase.trim();
  const printed = [
    phrase,
    ...(parts.length > 1 ? [`${phrase.trimEnd()}s `] : []),
    ...(isLevel ? [` ${parts.slice(-2).join(' ')} `] : []),
  ];
  const found = printed.find((form) => words.includes(form));
  if (found !== undefined || parts.length < 3 || !parts.every((part) => words.includes(` ${part} `))) return found;
  const wanted = parts.toSorted().join(' ');
  const all = words.trim().split(' ');
  const windowAt = (from: number): string[] => all.slice(from, from + parts.length);
  const at = all.findIndex((_, from) => windowAt(from).toSorted().join(' ') === wanted);
  return at < 0 ? undefined : ` ${windowAt(at).join(' ')} `;
}

/** Sentences of a document that tell another class from its own. */
export function distinguishing(context: AnswerContext, document: number, other: string): Told[] {
  const { spec, text } = documentAt(context.corpus, document);
  const own = phraseOf(spec.title);
  const found = new Map<number, Told>();
  const ofItself = new Map<number, Told>();
  for (const passage of spec.passages) {
    // The letterhead names an employer, it tells no class apart.
    if (passage.section < 0 || (passage.kind !== 'sentence' && passage.kind !== 'item')) continue;
    const span = sentenceAround(spec, passage);
    const running = text
      .slice(span.start, span.end)
      .replace(/-\s*[\r\n]\s*/g, '')
      .replace(/[()]/g, ' ');
    const words = ` ${normaliseHeading(running)} `;
    const item = { ...span, heading: headingOf(spec, passage.section), section: passage.section };
    const begins = (title: string): boolean => BEFORE_SUBJECT.test(words.slice(0, words.indexOf(title) + 1));
    const phrase = phraseIn(words, other, spec.title);
    if (phrase !== undefined) {
      const setsOff = topicsAround(spec, passage.section).some((topic) => SETTING_OFF.includes(topic));
      if (wording('tellsApart').test(words) || begins(phrase) || setsOff) found.set(span.start, item);
    } else if (words.includes(own) && begins(own)) ofItself.set(span.start, item);
  }
  // A sentence that tells both apart is enough; where each class has one of its own, both are needed.
  const said = ({ start, end }: Span): string => text.slice(start, end);
  const toldApart = [...found.values()].some((item) => wording('tellsApart').test(said(item)));
  const beside = [...ofItself.values()].filter(
    (item) =>
      !toldApart &&
      !wording('tellsApart').test(said(item)) &&
      [...found.values()].some(({ section }) => section === item.section),
  );
  return [...found.values(), ...beside].sort((one, other) => one.start - other.start);
}

/** What the compared sides are called where no document is about one of them. */
function otherNames(context: AnswerContext, mentions: readonly ClassMention[]): string[] {
  const names = mentions.map((mention) => mention.title);
  const titled = stemsOf(names.join(' '));
  const ownWords = new Set(knownMentions(context).flatMap(({ title }) => normaliseHeading(title).split(' ')));
  // A text may speak of a whole series: "Analyst II" is one of the "Analyst series".
  const series = mentions
    .filter(({ how, level }) => how === 'unknown' && level !== undefined)
    .map(({ title }) => title.replace(/\s+\S+$/, ''))
    .filter(
      (title) =>
        !normaliseHeading(title)
          .split(' ')
          .every((word) => ownWords.has(word)),
    );
  const words = context.understanding.focus.filter((term) => !titled.has(term.stem)).map((term) => term.word);
  return words.length === 0 ? [...names, ...series] : [...names, ...series, words.join(' '), ...words];
}

/** Each side's documents with the sentences that tell it from another side. */
export function pairLines(context: AnswerContext): string[] {
  const { corpus, citer, understanding } = context;
  const sides = understanding.mentions;
  const all = sides.flatMap(({ documents }) => documents.map((document) => documentAt(corpus, document)));
  const ofLevels = new Map(all.map((document) => [document, toldOfLevel(document, all, SETTING_OFF)]));
  const areLevels = ofLevels.size > 1 && [...ofLevels.values()].every((told) => told.length > 0);
  const lines: string[] = [];
  for (const side of sides) {
    for (const document of side.documents) {
      const others = otherNames(context, sides).filter((name) => phraseOf(name) !== phraseOf(side.title));
      const sentences = others.flatMap((other) => distinguishing(context, document, other));
      const own = areLevels ? (ofLevels.get(documentAt(corpus, document)) ?? []) : [];
      const unique = [...new Map([...own, ...sentences].map((sentence) => [sentence.start, sentence])).values()];
      if (unique.length > 0)
        lines.push(
          `**${nameOf(corpus, document)}**`,
          ...unique.map((sentence) => `- ${citer.quote(document, sentence, sentence.heading)}`),
        );
    }
  }
  return lines;
}
