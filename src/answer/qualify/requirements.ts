/** The requirements of a class, one by one, as a person's own qualifications are laid beside them. */
import type { FocusTerm, IndexedDocument } from '../../domain.ts';
import { normaliseHeading, topicNamed } from '../../vocabulary.ts';
import { foldSpace, stemOf } from '../../words.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { type Evidence, evidenceOn, unique } from '../evidence/evidence.ts';
import { evidenceOfBlock } from '../evidence/focus-evidence.ts';
import { onEveryday } from '../one-class/everyday.ts';
import { blocksOf, topicsAround } from '../reading/spec-view.ts';
import { coverage } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import { asksShort, type Said, saysNothingOf, wordsShared } from './said.ts';

/** Topics whose passages are looked at whatever the question names. */
export const ALWAYS: readonly string[] = [
  'qualifications',
  'education',
  'experience',
  'licenses',
  'equivalency',
  'special-requirements',
];
/** Topics that are no requirement, whatever a question names. */
const NEVER: readonly string[] = [
  'knowledge',
  'duties',
  'definition',
  'salary',
  'pay-grade',
  'class-code',
  'bargaining-unit',
  'agency',
  'service',
];
/** Topics that a person names while they speak of themselves ("three years as a paid firefighter"). */
const OF_PERSONS: readonly string[] = ['hours', 'history', 'benefits', 'reports-to', 'uniform'];
/** Sections that say what counts, beside those of the requirements themselves. */
const COUNTING: readonly string[] = topicNamed('experience')?.within ?? [];
/** Rarity from which a person's own word is worth looking for. */
const TELLING = 2.5;
/** Most passages shown for a person's own words. */
const MAX_OWN = 2;

/** A list of duties on training others stands below a heading like that of what a person must bring. */
function isDuty(document: IndexedDocument, item: Evidence): boolean {
  const around = topicsAround(document.spec, item.block.section);
  return around.includes('duties') && !around.some((topic) => topic === 'qualifications' || topic === 'experience');
}

/** True for a passage that asks for nothing: a date alone, the legend of a table. */
function saysNothing({ text }: IndexedDocument, { start, end }: Evidence): boolean {
  const said = text.slice(start, end);
  return !/\p{L}{3}/u.test(said) || wording('legend').test(said);
}

/** Topics of sections that say what a person must bring; what stands elsewhere may only speak of it. */
const ASKING: readonly string[] = [...ALWAYS, 'education-experience', 'preferred'];

/** True for a passage outside the requirements that asks nothing of a person: how a list is certified, what an office looks into. */
function isProcess(document: IndexedDocument, item: Evidence, said: Said): boolean {
  const nearest = topicsAround(document.spec, item.block.section).find((topic) => topic !== 'other');
  if (item.how !== 'mention' || (nearest !== undefined && ASKING.includes(nearest))) return false;
  const text = document.text.slice(item.start, item.end);
  return !wording('askedOfPerson').test(text) && !said.clauses.some((clause) => wordsShared(clause, text).length > 0);
}

/** Passages on who may file before the time asked for is complete. */
function onLacking(document: IndexedDocument): Evidence[] {
  return blocksOf(document.spec)
    .filter((block) => wording('lacking').test(foldSpace(document.text.slice(block.start, block.end))))
    .map((block) => evidenceOfBlock(document, block));
}

/** Hours or units with their number: "a minimum of 4,160 cumulative work hours". */
const COUNTED = /\b\d[\d,]* (?:[\w-]+ ){0,3}?(hours|units)\b/i;

/** Passages on what counts, with a number of the hours or units that a person says they have. */
function inUnits(document: IndexedDocument, question: string): Evidence[] {
  const { spec, text } = document;
  const unit = COUNTED.exec(question)?.[1]?.toLowerCase();
  if (unit === undefined) return [];
  return blocksOf(spec)
    .filter((block) => topicsAround(spec, block.section).some((topic) => COUNTING.includes(topic)))
    .filter((block) => COUNTED.exec(text.slice(block.start, block.end))?.[1]?.toLowerCase() === unit)
    .map((block) => evidenceOfBlock(document, block));
}

/** What a document asks for, in its order, and what the question names besides. */
export function requirementsOf(context: AnswerContext, document: number, said: Said): Evidence[] {
  const source = documentAt(context.corpus, document);
  const besides = context.understanding.topics.filter(
    (topic) => !NEVER.includes(topic) && (saysNothingOf(said) || !OF_PERSONS.includes(topic)),
  );
  const always = ALWAYS.flatMap((topic) =>
    evidenceOn(source, topic, context.asked).filter((item) => !isProcess(source, item, said)),
  );
  const asked = besides
    .filter((topic) => !ALWAYS.includes(topic))
    .flatMap((topic) => evidenceOn(source, topic, context.asked));
  const early = said.months > 0 || asksShort(context.understanding.text) ? onLacking(source) : [];
  const everyday = onEveryday(context, document)?.found.flatMap(({ items }) => items) ?? [];
  const counted = inUnits(source, context.understanding.text);
  const found = unique([...always, ...asked, ...early, ...everyday, ...counted]).filter(
    (item) => item.block.kind !== 'lead-in' && !isDuty(source, item) && !saysNothing(source, item),
  );
  return found.filter(
    (item) =>
      !found.some(
        (other) =>
          other !== item &&
          other.start <= item.start &&
          other.end >= item.end &&
          other.end - other.start > item.end - item.start,
      ),
  );
}

/** True for a preference: in a section of preferences, or marked as one by the letter that the document's legend gives it. */
export function isPreferred(document: IndexedDocument, item: Evidence): boolean {
  if (topicsAround(document.spec, item.block.section).includes('preferred')) return true;
  const letter = wording('legendPreferred').exec(document.text)?.[1];
  const said = document.text.slice(item.start, item.end);
  return letter !== undefined && new RegExp(`\\s${letter}(?:\\s+[A-Z](?:,\\s?[A-Z])*)?\\s*$`).test(said);
}

/** Passages on what counts that speak of words of the person's own: "Volunteer work does not count." */
export function onOwnWords(
  { corpus }: AnswerContext,
  document: number,
  said: Said,
  shown: readonly Evidence[],
): Evidence[] {
  const source = documentAt(corpus, document);
  const title = new Set(normaliseHeading(source.spec.title).split(' ').map(stemOf));
  const terms: FocusTerm[] = said.clauses
    .flatMap(({ words }) => [...words].map(([stem, word]) => ({ stem, word })))
    .filter(({ stem }) => !title.has(stem) && corpus.rarity(stem) >= TELLING);
  const told = shown.map(({ start, end }) => source.text.slice(start, end)).join(' ');
  const left = terms.filter((term) => coverage([term], told, corpus) === 0);
  if (left.length === 0) return [];
  return blocksOf(source.spec)
    .filter(
      (block) =>
        block.kind !== 'lead-in' &&
        block.kind !== 'field' &&
        topicsAround(source.spec, block.section).some((topic) => COUNTING.includes(topic)) &&
        !shown.some((item) => item.start <= block.start && item.end >= block.end) &&
        wording('counting').test(source.text.slice(block.start, block.end)) &&
        left.some((term) => coverage([term], source.text.slice(block.start, block.end), corpus) > 0),
    )
    .slice(0, MAX_OWN)
    .map((block) => evidenceOfBlock(source, block));
}

/** The class whose requirements a document's own refer to ("the education required for Clerk I"); undefined for none. */
export function referredTo(
  { corpus }: AnswerContext,
  document: number,
  items: readonly Evidence[],
): number | undefined {
  const { text } = documentAt(corpus, document);
  for (const { start, end } of items) {
    const refers = wording('refersTo').exec(text.slice(start, end));
    if (refers === null) continue;
    const behind = ` ${normaliseHeading(text.slice(start + refers.index, end))} `;
    const named = corpus.documents.flatMap(({ spec }, index) => {
      const title = ` ${normaliseHeading(spec.title)} `;
      return index !== document && behind.includes(title) ? [{ index, length: title.length }] : [];
    });
    const [longest] = named.sort((a, b) => b.length - a.length);
    if (longest !== undefined) return longest.index;
  }
  return undefined;
}
