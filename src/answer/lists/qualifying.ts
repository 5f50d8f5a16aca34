/** Classes that qualify for a list: how surely, and the lines that show them. */
import type { IndexedDocument } from '../../domain.ts';
import { vocabularyPart } from '../../vocabulary.ts';
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { excerpt } from '../draft/excerpt.ts';
import { nameOf } from '../draft/names.ts';
import { topicsAround } from '../reading/spec-view.ts';
import { wording as wordings } from '../words/wordings.ts';

/** A class that qualifies. */
export interface Qualifying {
  document: number;
  items: { start: number; end: number; heading: string }[];
}

/** Most classes shown with their passage; the rest are named. */
const MAX_QUOTED = 60;

const wording = vocabularyPart<Record<'asks' | 'asksPreferred' | 'preferred' | 'some', string>>('requirement');
const requirement = {
  asks: new RegExp(wording.asks, 'i'),
  asksPreferred: new RegExp(wording.asksPreferred, 'i'),
  preferred: new RegExp(wording.preferred, 'i'),
  some: new RegExp(wording.some, 'i'),
};

type Strength = 'stated' | 'some' | 'preferred';

/** How surely a class asks for what its passages say: of everyone, of some positions, or as a preference. */
function strengthOf(document: IndexedDocument, { items }: Qualifying): Strength {
  const each = items.map((item): Strength => {
    const text = document.text.slice(item.start, item.end);
    const around = document.spec.passages.find((passage) => passage.start >= item.start && passage.start < item.end);
    const topics = around === undefined ? [] : topicsAround(document.spec, around.section);
    if (topics.includes('preferred') || requirement.preferred.test(text)) return 'preferred';
    return requirement.some.test(text) ? 'some' : 'stated';
  });
  return each.includes('stated') ? 'stated' : each.includes('some') ? 'some' : 'preferred';
}

/**
 * Parts a list by strength where the question asks what is required: a preference is no requirement. A question for
 * preferences keeps those alone.
 */
export function byStrength(context: AnswerContext, qualifying: readonly Qualifying[]): Record<Strength, Qualifying[]> {
  const { text } = context.understanding;
  const parts: Record<Strength, Qualifying[]> = { stated: [], some: [], preferred: [] };
  const eitherWay = wordings('eitherWay').test(text);
  const asksPreferred = !eitherWay && requirement.asksPreferred.test(text);
  for (const item of qualifying) {
    const strength = strengthOf(documentAt(context.corpus, item.document), item);
    if (asksPreferred && strength === 'preferred') parts.stated.push(item);
    else if (!asksPreferred) parts[!eitherWay && requirement.asks.test(text) ? strength : 'stated'].push(item);
  }
  return parts;
}

/** Lines of a list, and what it says first. */
export function listLines(context: AnswerContext, qualifying: readonly Qualifying[], lead: string): string[] {
  const { corpus, citer } = context;
  const quoted = qualifying
    .slice(0, MAX_QUOTED)
    .map(
      ({ document, items }) =>
        `- **${nameOf(corpus, document)}**: ${items.map((item) => excerpt(context, document, item)).join(' ')}`,
    );
  const rest = qualifying
    .slice(MAX_QUOTED)
    .map(({ document, items }) =>
      [nameOf(corpus, document), ...items.slice(0, 1).map((item) => citer.cite(document, item, item.heading))].join(
        ' ',
      ),
    );
  return [lead, ...quoted, ...(rest.length === 0 ? [] : ['', `Also: ${rest.join(', ')}.`])];
}

/**
 * The classes that state it as a preference, behind those that qualify. Where the question insists on what is required
 * they are counted and cited, not named: they are no part of the list.
 */
export function preferredLines(
  context: AnswerContext,
  preferred: readonly Qualifying[],
  besides: number,
): readonly string[] {
  if (preferred.length === 0) return [];
  const { text } = context.understanding;
  const insists = requirement.asks.test(text) && !wordings('eitherWay').test(text);
  if (besides === 0 || !insists) return ['', ...listLines(context, preferred, 'Preferred, not required:')];
  const cited = preferred.flatMap(({ document, items }) =>
    items.slice(0, 1).map((item) => context.citer.cite(document, item, item.heading)),
  );
  return ['', `Preferred, not required, by ${preferred.length} more: ${cited.join(' ')}`];
}
