/** Rates what the documents say of a list's condition: each statement, with what stands around it. */
import type { IndexedDocument, Span } from '../../domain.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { isOfAnother } from '../evidence/search.ts';
import { type Force, type Statement, statementsOf } from '../reading/statements.ts';
import { neighboursOf } from '../words/relevance.ts';
import { wording } from '../words/wordings.ts';
import type { Slot } from './condition-words.ts';
import { createStanding, read, type Standing, slotIn, type Words } from './standing.ts';

/** A statement on a condition. */
export interface Spoken extends Span {
  document: number;
  heading: string;
  text: string;
  force: Force;
  /** How much of the condition it says, 0 to 1. */
  score: number;
  /** How surely every part of the condition that is nearly as rare as the rarest stands in it, or around it, 0 to 1. */
  rare: number;
}

/** Passages searched: those with most of a condition's rare words come first. */
const DEPTH = 1_000;
/** Parts as rare as this share of the rarest are searched for: a statement without any of them says too little. */
const RARE = 0.5;
/** Part of its weight that a term has by the heading, the introduction of its list or the head of its column. */
const AROUND = 0.7;
/** The same by another clause of a long list in one sentence. */
const OTHER_CLAUSE = 0.6;
/** The same by the sentence before or behind, below the same heading. */
const NEXT = 0.4;
/** Weight of two terms side by side, as part of the lesser's; and part of it that is missed where they don't stand so. */
const PAIR = 0.8;
const PAIR_MISSED = 0.5;
/** Words that may stand between the two. */
const MAX_BETWEEN = 2;
/** What a statement on another class than the document's counts. */
const OF_ANOTHER = 0.6;
/** A part whose rarity is this share of the rarest is what the condition is about. */
const NEARLY_RAREST = 0.75;
/** How surely such a part must stand in a statement that counts: by a related word, or in the sentence beside it. */
export const STANDS = 0.4;
/** Part of its weight that a number has where it does not stand beside what the question counts. */
const OF_ELSE = 0.3;
/** Sentences of fewer words are not taken apart at their semicolons. */
const LONG = 25;

const cache = new WeakMap<Statement, { clauses: readonly Words[]; whole: Words; around: Words }>();

function readOnce(statement: Statement): { clauses: readonly Words[]; whole: Words; around: Words } {
  const known = cache.get(statement);
  if (known !== undefined) return known;
  const whole = read(statement.text);
  const parts = whole.list.length > LONG ? statement.text.split(';') : [];
  const made = {
    whole,
    clauses: parts.length > 1 ? parts.map(read) : [whole],
    around: read(`${statement.heading} ${statement.lead}`),
  };
  cache.set(statement, made);
  return made;
}

/** How near two parts stand that the question has side by side: 1 one behind the other, 0 apart. */
function beside(one: Slot, other: Slot, { list }: Words): number {
  const stems = (slot: Slot): string[] => slot.alternatives.flat().flatMap((term) => term.stems);
  const [first, second] = [stems(one), stems(other)];
  let best = 0;
  for (let at = 0; at < list.length; at++) {
    if (!first.includes(list[at] ?? '')) continue;
    for (let step = 1; step <= MAX_BETWEEN + 1; step++)
      if (second.includes(list[at + step] ?? '')) best = Math.max(best, 1 / step);
  }
  return best;
}

/** A condition as it is rated: its parts, and the weight of each two that stand side by side in the question. */
interface Rated {
  slots: readonly Slot[];
  pairs: readonly number[];
  all: number;
  /** Which parts the condition is about. */
  rare: readonly number[];
  standing: Standing;
}

function ratedBy(slots: readonly Slot[]): Rated {
  const pairs = slots.map((slot, at) => {
    const behind = slots[at + 1];
    return behind === undefined || behind.stretch !== slot.stretch ? 0 : PAIR * Math.min(slot.weight, behind.weight);
  });
  const all = slots.reduce((sum, { weight }, at) => sum + weight + PAIR_MISSED * (pairs[at] ?? 0), 0);
  const full = slots.map(({ tells, rarity }) => (tells ? rarity : 0));
  const rarest = Math.max(...full);
  const rare = [...slots.keys()].filter((at) => (full[at] ?? 0) > 0 && (full[at] ?? 0) >= rarest * NEARLY_RAREST);
  return { slots, pairs, all, rare, standing: createStanding() };
}

function rate(
  { slots, pairs, all, rare, standing }: Rated,
  statement: Statement,
  next: readonly Statement[],
): Pick<Spoken, 'score' | 'rare'> {
  const { clauses, whole, around } = readOnce(statement);
  const weakly = slots.map((slot) =>
    slot.topics.some((topic) => statement.topics.includes(topic))
      ? 1
      : Math.max(
          clauses.length > 1 ? OTHER_CLAUSE * slotIn(slot, whole, standing) : 0,
          AROUND * slotIn(slot, around, standing),
          ...next.map((other) => NEXT * slotIn(slot, readOnce(other).whole, standing)),
        ),
  );
  let best = { score: 0, rare: 0 };
  for (const clause of clauses) {
    const near = slots.map((slot, at) => {
      const behind = slots[at + 1];
      return behind === undefined || pairs[at] === 0 ? undefined : beside(slot, behind, clause);
    });
    // A number is one of what it counts: 12 hours are no 12 months.
    const own = slots.map(
      (slot, at) =>
        Math.max(slotIn(slot, clause, standing), weakly[at] ?? 0) *
        (slot.isNumber && near[at] === 0 && (near[at - 1] ?? 0) === 0 ? OF_ELSE : 1),
    );
    const said = slots.reduce(
      (sum, slot, at) => sum + slot.weight * (own[at] ?? 0) + (pairs[at] ?? 0) * (near[at] ?? 0),
      0,
    );
    const score = Math.min(1, said / all);
    if (score > best.score) best = { score, rare: Math.min(...rare.map((at) => own[at] ?? 0)) };
  }
  return best;
}

/** True where a statement says that what the condition is about is not so: behind "does not", "has no authority to". */
function isNegated({ slots, rare, standing }: Rated, { text }: Statement): boolean {
  return text.split(/[.;:]/).some((clause) => {
    const found = wording('negates').exec(clause);
    if (found === null) return false;
    const saidIn = (part: string): boolean => {
      const words = read(part);
      return rare.every((at) => slotIn(slots[at] as Slot, words, standing) >= STANDS);
    };
    return saidIn(clause.slice(found.index + found[0].length)) && !saidIn(text.replace(clause, ' '));
  });
}

/** The statement that a place stands in; the one behind it for a heading or an introduction. */
function indexAt(statements: readonly Statement[], start: number, behind: boolean): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return behind ? low : low - 1;
}

const ofOneHeading = (statements: readonly Statement[], at: number): Statement[] =>
  [statements[at - 1], statements[at + 1]].flatMap((other) =>
    other !== undefined && other.heading === statements[at]?.heading ? [other] : [],
  );

/**
 * Every statement that has one of a condition's rare words, surest first.
 * @param documents the only documents looked at; all when absent.
 */
export async function spokenOf(
  context: AnswerContext,
  slots: readonly Slot[],
  documents?: ReadonlySet<number>,
): Promise<Spoken[]> {
  const telling = slots.filter(({ tells }) => tells);
  const sought = telling.length > 0 ? telling : slots;
  const rarest = Math.max(...sought.map(({ rarity }) => rarity));
  const terms = sought
    .filter(({ rarity }) => rarity >= rarest * RARE)
    .flatMap(({ alternatives }) => alternatives.flat());
  if (terms.length === 0) return [];
  const query = terms
    .flatMap(({ word, stems, written }) => [word, ...stems, ...stems.flatMap(neighboursOf), ...written.flat()])
    .join(' ');
  const hits = await context.corpus.retriever.search(query, {
    limit: DEPTH,
    ...(documents === undefined ? {} : { documents }),
  });
  const rated = ratedBy(slots);
  const isAskedFor = !wording('prohibits').test(context.understanding.text);
  const looked = new Set<Statement>();
  const found: Spoken[] = [];
  for (const hit of hits) {
    const document: IndexedDocument = documentAt(context.corpus, hit.document);
    const passage = document.spec.passages[hit.passage];
    if (hit.keywordRank === undefined || passage === undefined || passage.kind === 'title') continue;
    const statements = statementsOf(document);
    const at = indexAt(statements, passage.start, passage.kind === 'lead-in' || passage.kind === 'heading');
    const statement = statements[at];
    if (statement === undefined || looked.has(statement)) continue;
    looked.add(statement);
    const { score, rare } = rate(rated, statement, ofOneHeading(statements, at));
    const { start, end, heading, text } = statement;
    const force = isAskedFor && rare >= STANDS && isNegated(rated, statement) ? 'denied' : statement.force;
    const part = isOfAnother(text, document.spec.title) ? OF_ANOTHER : 1;
    found.push({ document: hit.document, start, end, heading, text, force, score: part * score, rare });
  }
  return found.sort((one, other) => other.score - one.score || one.start - other.start);
}
