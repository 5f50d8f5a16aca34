/** What specifications say of their series: sentences on its levels and on advancing, and levels without a specification. */
import type { IndexedDocument } from '../../domain.ts';
import { foldSpace, levelOf, romanOf, stemOf, wordsOf } from '../../words.ts';
import type { AnswerContext } from '../draft/context.ts';
import { quotedText } from '../draft/draft.ts';
import { nameOf } from '../draft/names.ts';
import { type Evidence, evidenceOn } from '../evidence/evidence.ts';
import { blocksOf, headingOf, sentenceAround, topicsAround } from '../reading/spec-view.ts';
import { wording } from '../words/wordings.ts';
import { baseOf, isRankOrLevel } from './rungs.ts';

/** Sentences up to which a whole section on what distinguishes the class is shown as well. */
const FEW = 3;

/** Topics on what a person must bring: a level named there is experience asked for. */
const OF_PERSON: readonly string[] = ['experience', 'education', 'qualifications', 'licenses', 'knowledge'];
/** A passage of no more words only names a level: what its paragraph goes on to say belongs to it. */
const FEW_WORDS = 6;
/** A mark between steps: a quick look before the close one. */
const STEP = /[>→»]/;
/** Steps of a line: "Guard > Senior Guard > Captain". */
const LINE = /\p{L}\W{0,3}\s(?:>|→|-+>|»)\s\W{0,3}\p{L}.*\p{L}\W{0,3}\s(?:>|→|-+>|»)\s\W{0,3}\p{L}/u;

/** A name that is set off from what is said of it: by a mark, a bracket, or room. */
const SET_OFF = /^\W*(?:(?:an?|the)\s)?([\p{L}\p{N}&/,' -]*?[\p{L}\p{N}])(?:\s*[.:;(–—]|\s-\s|\t| {2,})/iu;

/** True for a text that begins with a level of a series: "Clerk II: does …", "Analyst, Senior (A12) does …". */
function isOnLevel(text: string, base: readonly string[]): boolean {
  const name = SET_OFF.exec(text)?.[1];
  if (name === undefined || base.length === 0) return false;
  const words = wordsOf(name);
  const stems = words.map(stemOf);
  const others = words.filter((word, index) => !base.includes(stemOf(word)) && !isRankOrLevel(word, index));
  const names = base.every((own) => stems.includes(own)) && others.length === 0;
  return names && words.some(isRankOrLevel);
}

/** A sentence on a series. */
type OnSeries = Pick<Evidence, 'start' | 'end' | 'heading'>;

const known = new WeakMap<IndexedDocument, readonly OnSeries[]>();

/** Sentences that speak of the series and its levels; read once, for a series that no title is called by is looked for in all. */
export function seriesEvidence(document: IndexedDocument): readonly OnSeries[] {
  const items = known.get(document) ?? readSeries(document);
  known.set(document, items);
  return items;
}

function readSeries(document: IndexedDocument): OnSeries[] {
  const found = new Map<number, OnSeries>();
  for (const field of evidenceOn(document, 'job-family', new Set()))
    if (field.how === 'field') found.set(field.start, field);
  for (const item of evidenceOn(document, 'career', new Set())) found.set(item.start, item);
  const base = foldSpace(document.spec.title.replace(/\s+(?:[IVX]+|\d{1,2})$/i, '')).toLowerCase();
  const words = baseOf(document.spec.title.replace(/\s[-–—]\s.*$/, ''));
  for (const passage of document.spec.passages) {
    if (passage.kind !== 'sentence' && passage.kind !== 'item') continue;
    const topics = topicsAround(document.spec, passage.section);
    const span = sentenceAround(document.spec, passage);
    const text = document.text.slice(span.start, span.end);
    const setsOff = topics.some((topic) => topic === 'distinguishing' || topic === 'definition');
    const named = topics.includes('distinguishing') && foldSpace(text).toLowerCase().includes(base);
    const ofPerson = topics.some((topic) => OF_PERSON.includes(topic));
    const onLevel = !ofPerson && (isOnLevel(text, words) || (STEP.test(text) && LINE.test(text)));
    if (named || onLevel || (setsOff && wording('onSeries').test(text)) || wording('onAdvancing').test(text)) {
      const block = blocksOf(document.spec).find(({ start, end }) => start <= span.start && end >= span.end);
      const whole = block !== undefined && wordsOf(text).length <= FEW_WORDS ? block : span;
      found.set(whole.start, {
        start: whole.start,
        end: whole.end,
        heading: headingOf(document.spec, passage.section),
      });
    }
  }
  const distinguishing =
    found.size < FEW ? evidenceOn(document, 'distinguishing', new Set()).filter((item) => item.how !== 'mention') : [];
  for (const item of distinguishing)
    if (![...found.values()].some((other) => other.start >= item.start && other.end <= item.end))
      found.set(item.start, item);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** A level that documents name and none covers. */
export interface NamedLevel {
  level: number;
  /** As the document writes it: "Coordinator IV". */
  name: string;
  /** Says so, with the passage that names it. */
  line: string;
}

/** Levels that documents name and none covers, in the documents' order. */
export function namedLevels(context: AnswerContext, title: string, covered: ReadonlySet<string>): NamedLevel[] {
  const base = foldSpace(title.replace(/\s+(?:[IVX]+|\d{1,2})$/i, ''));
  const pattern = new RegExp(
    `\\b${base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}\\s+(I{1,3}|IV|VI{0,3}|V|[1-9])\\b`,
    'gi',
  );
  const levels: NamedLevel[] = [];
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
      levels.push({
        level: level ?? 0,
        name: foldSpace(match[0]),
        line: `- ${quotedText(foldSpace(match[0]))} has no specification here; ${nameOf(context.corpus, index)} names it: ${context.citer.quote(index, passage, headingOf(document.spec, passage.section))}`,
      });
    }
  });
  return levels;
}
