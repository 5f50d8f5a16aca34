/** What one document says of each of its levels where it sets them off: it tells them apart without naming both. */
import type { IndexedDocument, Span } from '../../domain.ts';
import { headingOf, topicsAround } from '../reading/spec-view.ts';

/** Most sentences of a level: the first say what it is. */
const MAX_SENTENCES = 4;

/** A sentence, and where it stands. */
export interface Told extends Span {
  heading: string;
  section: number;
}

/** The other levels of the document that a level is specified in; empty for a document of one class. */
const siblingsOf = (level: IndexedDocument, others: readonly IndexedDocument[]): IndexedDocument[] =>
  others.filter((other) => other !== level && other.source === level.source && other.root === level.root);

/** Of what a document states of a level, what it states of no other level: all of it where nothing is the level's own. */
export function ownOfLevel<Item extends Span>(
  level: IndexedDocument,
  others: readonly IndexedDocument[],
  items: readonly Item[],
): Item[] {
  const theirs = new Set(siblingsOf(level, others).flatMap(({ spec }) => spec.passages.map(({ start }) => start)));
  const own = items.filter(({ start }) => !theirs.has(start));
  return own.length > 0 ? own : [...items];
}

/**
 * The sentences on a level alone, in sections on one of `topics`; empty for a document without other levels among `others`.
 */
export function toldOfLevel(
  level: IndexedDocument,
  others: readonly IndexedDocument[],
  topics: readonly string[],
): Told[] {
  const siblings = siblingsOf(level, others);
  if (siblings.length === 0) return [];
  const shared = new Set(siblings.flatMap(({ spec }) => spec.passages.map(({ start }) => start)));
  return level.spec.passages
    .filter(({ kind, start }) => (kind === 'sentence' || kind === 'item') && !shared.has(start))
    .filter(({ section }) => topicsAround(level.spec, section).some((topic) => topics.includes(topic)))
    .slice(0, MAX_SENTENCES)
    .map(({ start, end, section }) => ({ start, end, section, heading: headingOf(level.spec, section) }));
}
