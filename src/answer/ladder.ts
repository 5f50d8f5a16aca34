/** The levels of a series: the classes that belong to it, what tells each apart, and levels that no document covers. */
import type { IndexedDocument } from '../domain.ts';
import { normaliseHeading, vocabularyPart } from '../vocabulary.ts';
import { foldSpace, levelOf, romanOf, stemOf, wordsOf } from '../words.ts';
import { type AnswerContext, documentAt, draftOf, namedDocuments } from './context.ts';
import type { Draft } from './draft.ts';
import { quotedText } from './draft.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { nameOf, titleOf } from './names.ts';
import { answerUnknownClass, notStated } from './not-found.ts';
import { headingOf, sentenceAround, topicsAround } from './spec-view.ts';

/** Words that place a class in its series, lowest first; a title without any stands at `PLAIN`. */
const ORDER = vocabularyPart<string[]>('rankOrder');
const RANKS = new Set(ORDER.filter((rank) => rank !== '').map(stemOf));
const PLAIN = ORDER.indexOf('');

interface Rung {
  document: number;
  place: number;
}

/** A title's words without rank and level. */
function baseOf(title: string): string[] {
  const words = wordsOf(title.replace(/\([^)]*\)/g, ' '));
  return words
    .filter((word, index) => !RANKS.has(stemOf(word)) && !(index > 0 && levelOf(word) !== undefined))
    .map(stemOf);
}

function placeOf(title: string): number {
  const words = wordsOf(title);
  const level = words.length > 1 ? (levelOf(words.at(-1) ?? '') ?? 0) : 0;
  const ranks = words
    .map((word) => ORDER.findIndex((rank) => rank !== '' && stemOf(rank) === stemOf(word)))
    .filter((place) => place >= 0);
  return (ranks.length === 0 ? PLAIN : Math.max(...ranks)) * 100 + level;
}

/**
 * The classes whose titles differ from this one by rank and level alone. A one-word title that has no levels also has
 * the classes that one word more makes of it.
 */
export function rungsOf(documents: readonly IndexedDocument[], title: string): Rung[] {
  const base = baseOf(title);
  const key = [...base].sort().join(' ');
  const isSame = (other: readonly string[]): boolean => [...other].sort().join(' ') === key;
  const levelled = documents.some(
    ({ spec }) => isSame(baseOf(spec.title)) && levelOf(wordsOf(spec.title).at(-1) ?? '') !== undefined,
  );
  const belongs = (other: readonly string[]): boolean =>
    isSame(other) || (!levelled && base.length === 1 && other.length === 2 && other.at(-1) === base[0]);
  return documents
    .flatMap(({ spec }, document) => (belongs(baseOf(spec.title)) ? [{ document, place: placeOf(spec.title) }] : []))
    .sort((a, b) => a.place - b.place);
}

/** Sentences that speak of the series and its levels. */
function seriesEvidence(document: IndexedDocument): Pick<Evidence, 'start' | 'end' | 'heading'>[] {
  const found = new Map<number, Pick<Evidence, 'start' | 'end' | 'heading'>>();
  for (const field of evidenceOn(document, 'job-family', new Set()))
    if (field.how === 'field') found.set(field.start, field);
  for (const item of evidenceOn(document, 'career', new Set())) found.set(item.start, item);
  for (const passage of document.spec.passages) {
    const topics = topicsAround(document.spec, passage.section);
    if (passage.kind === 'field' || !topics.some((topic) => topic === 'distinguishing' || topic === 'definition'))
      continue;
    const span = sentenceAround(document.spec, passage);
    const text = document.text.slice(span.start, span.end);
    if (
      /\bseries\b|\b(?:entry|journey|first|second|third|fourth|highest|lowest|advanced|lead|working|full)[- ](?:\w+ )?level\b|\bdistinguished from\b|\bdiffers? from\b|\blevel\b.{0,40}\bclass/i.test(
        text,
      )
    ) {
      found.set(span.start, { ...span, heading: headingOf(document.spec, passage.section) });
    }
  }
  const distinguishing =
    found.size < 2 ? evidenceOn(document, 'distinguishing', new Set()).filter((item) => item.how !== 'mention') : [];
  for (const item of distinguishing)
    if (![...found.values()].some((other) => other.start >= item.start && other.end <= item.end))
      found.set(item.start, item);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Levels that documents name and none covers: "Coordinator IV", with the passage that names it. */
function namedLevels(context: AnswerContext, title: string, covered: ReadonlySet<string>): string[] {
  const base = foldSpace(title.replace(/\s+(?:[IVX]+|\d{1,2})$/i, ''));
  const pattern = new RegExp(
    `\\b${base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}\\s+(I{1,3}|IV|VI{0,3}|V|[1-9])\\b`,
    'gi',
  );
  const lines: string[] = [];
  const seen = new Set(covered);
  context.corpus.documents.forEach((document, index) => {
    for (const match of document.text.matchAll(pattern)) {
      const level = levelOf(match[1] ?? '');
      const name = `${base} ${level === undefined ? '' : romanOf(level)}`.toLowerCase();
      const passage = document.spec.passages.find(
        (other) =>
          other.start <= match.index && other.end > match.index && other.kind !== 'title' && other.kind !== 'mark',
      );
      if (seen.has(name) || passage === undefined) continue;
      seen.add(name);
      lines.push(
        `- ${quotedText(foldSpace(match[0]))} has no specification here; ${nameOf(context.corpus, index)} names it: ${context.citer.quote(index, passage, headingOf(document.spec, passage.section))}`,
      );
    }
  });
  return lines;
}

/** A class without a document may still be named where another document speaks of its series. */
function answerFromSeries(context: AnswerContext, title: string): Draft {
  const phrase = ` ${normaliseHeading(title)} `;
  const lines = context.corpus.documents.flatMap((document, index) => {
    const items = seriesEvidence(document);
    const named = items.some((item) =>
      ` ${normaliseHeading(document.text.slice(item.start, item.end))} `.includes(phrase),
    );
    return named
      ? [
          `**${nameOf(context.corpus, index)}**`,
          ...items.map((item) => `- ${context.citer.quote(index, item, item.heading)}`),
        ]
      : [];
  });
  if (lines.length === 0) return answerUnknownClass(context);
  return draftOf(context, 'answered', [
    `There is no specification of ${quotedText(titleOf(title))} itself here; its series is described in others.`,
    ...lines,
  ]);
}

/** The answer to "show the … series". */
export function answerLadder(context: AnswerContext): Draft {
  const { corpus, citer, understanding } = context;
  const named = namedDocuments(context);
  const first = named[0];
  const part = understanding.mentions.find((mention) => mention.how === 'part');
  const title =
    first === undefined || (part !== undefined && named.length > 1)
      ? (understanding.mentions[0]?.title ?? understanding.focus.map((term) => term.word).join(' '))
      : documentAt(corpus, first).spec.title;
  const rungs = rungsOf(corpus.documents, title);
  const wide =
    named.length > 1
      ? named
          .map((document) => ({ document, place: placeOf(documentAt(corpus, document).spec.title) }))
          .sort((a, b) => a.place - b.place)
      : [];
  const shown = rungs.length > 0 ? rungs : wide;
  const series = shown.map((rung) => ({ ...rung, items: seriesEvidence(documentAt(corpus, rung.document)) }));
  if (shown.length === 0) return answerFromSeries(context, title);
  if (shown.length === 1 && series[0]?.items.length === 0) return notStated(context, named, ['job-family']);
  const lines = series.flatMap(({ document, items }) => {
    const fallback =
      items.length > 0
        ? []
        : evidenceOn(documentAt(corpus, document), 'definition', new Set())
            .concat(evidenceOn(documentAt(corpus, document), 'duties', new Set()))
            .slice(0, 1);
    const all = items.length > 0 ? items : fallback;
    return [`**${nameOf(corpus, document)}**`, ...all.map((item) => `- ${citer.quote(document, item, item.heading)}`)];
  });
  const covered = new Set(shown.map((rung) => documentAt(corpus, rung.document).spec.title.toLowerCase()));
  const missing = namedLevels(context, title, covered);
  return draftOf(context, 'answered', [
    `Levels here, lowest first:`,
    ...lines,
    ...(missing.length === 0 ? [] : ['', ...missing]),
  ]);
}
