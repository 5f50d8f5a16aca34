/** What a document set holds, in a few words for people who have not asked yet. */
import { titleOf } from '../answer/draft/names.ts';
import type { CorpusSummary } from '../conversations/surface.ts';
import type { Asked, Question } from '../domain.ts';
import type { OpenIndex } from '../store/open.ts';
import { foldSpace } from '../words.ts';

const MAX_EXAMPLES = 4;

export const EMPTY_SUMMARY: CorpusSummary = { documents: 0, classes: 0, employers: [], builtAt: '', examples: [] };

/** The texts as they are first written; two that differ in capitals or space are one. */
function distinct(texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const text of texts.map(foldSpace)) {
    const key = text.toLowerCase();
    if (key !== '' && !found.has(key)) found.set(key, text);
  }
  return [...found.values()];
}

/** Some of the classes, evenly spread over all of them. */
function spread(titles: readonly string[], count: number): string[] {
  const step = Math.max(1, titles.length / count);
  const chosen = Array.from({ length: Math.min(count, titles.length) }, (_, n) => titles[Math.floor(n * step)] ?? '');
  return [...new Set(chosen)];
}

/** Counts, and questions of different kinds that have been asked and are answered. */
export async function summarize(
  { documents, manifest }: OpenIndex,
  ask: (question: Question) => Promise<Asked>,
): Promise<CorpusSummary> {
  const titles = documents.map(({ spec }) => foldSpace(spec.title)).filter(Boolean);
  const examples: string[] = [];
  for (const title of spread(distinct(titles), MAX_EXAMPLES)) {
    const question = `What does the ${titleOf(title)} do?`;
    const { answer } = await ask({ text: question, history: [] });
    const answered = [...(answer.status === 'answered' ? [question] : []), ...answer.suggestions];
    const example = answered[examples.length] ?? answered[0];
    if (example !== undefined && !examples.includes(example)) examples.push(example);
  }
  return {
    documents: documents.length,
    classes: distinct(titles).length,
    employers: distinct(documents.map(({ spec }) => spec.employer ?? '')),
    builtAt: manifest.builtAt,
    examples,
  };
}
