/** Classes that qualify for a list, and the lines that show them. */
import type { AnswerContext } from './context.ts';
import { nameOf } from './names.ts';

/** A class that qualifies. */
export interface Qualifying {
  document: number;
  items: { start: number; end: number; heading: string }[];
}

/** Most classes shown with their passage; the rest are named. */
const MAX_QUOTED = 60;

/** Lines of a list, and what it says first. */
export function listLines(context: AnswerContext, qualifying: readonly Qualifying[], lead: string): string[] {
  const { corpus, citer } = context;
  const quoted = qualifying
    .slice(0, MAX_QUOTED)
    .map(
      ({ document, items }) =>
        `- **${nameOf(corpus, document)}**: ${items.map((item) => citer.quote(document, item, item.heading)).join(' ')}`,
    );
  const rest = qualifying.slice(MAX_QUOTED).map(({ document }) => nameOf(corpus, document));
  return [lead, ...quoted, ...(rest.length === 0 ? [] : ['', `Also: ${rest.join(', ')}.`])];
}
