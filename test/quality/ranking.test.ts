/** How well the passages of one class's document are ranked, and that the weights are what fitting them gives. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createContext, documentAt, namedDocuments } from '../../src/answer/draft/context.ts';
import { withLevels } from '../../src/answer/levels/series.ts';
import { featureValues, rankPassages, WEIGHTS } from '../../src/answer/one-class/rank-passages.ts';
import { readCases } from '../../src/eval/cases.ts';
import { matchesGroup } from '../../src/eval/score.ts';
import { createUnderstanding } from '../../src/understand/understand.ts';
import { type Choice, fitWeights, recallAt } from './conditional-logit.ts';
import { fixtureFolder, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

/** The questions of a gold file on one class, each with its document's passages. */
async function choicesOf(gold: string, index: RealIndex): Promise<Choice[]> {
  const corpus = withLevels(index.corpus);
  const understand = createUnderstanding(corpus);
  const choices: Choice[] = [];
  for (const one of await readCases(fileURLToPath(new URL(`../gold/${gold}.jsonl`, import.meta.url)))) {
    const context = createContext(corpus, await understand({ text: one.question, history: one.history }));
    const [document, ...others] = namedDocuments(context);
    if (document === undefined || others.length > 0 || context.understanding.kind !== 'aspect') continue;
    const { source, text } = documentAt(corpus, document);
    const ranked = await rankPassages(context, document);
    const meant = ranked.map(({ block }) =>
      one.cites.some((group) => matchesGroup({ source, quote: text.slice(block.start, block.end) }, group)),
    );
    if (meant.includes(true)) choices.push({ features: ranked.map(({ features }) => featureValues(features)), meant });
  }
  return choices;
}

describe('on one class of made-up employers and the seeds', () => {
  const seeds = useRealIndex(SEEDS);
  const ninth = useRealIndex(fixtureFolder('employers-ninth'));
  const twelfth = useRealIndex(fixtureFolder('employers-twelfth'));
  const one: Choice[] = [];
  const other: Choice[] = [];

  beforeAll(async () => {
    one.push(...(await choicesOf('seeds-ninth', seeds)), ...(await choicesOf('employers-twelfth', twelfth)));
    other.push(...(await choicesOf('seeds-more', seeds)), ...(await choicesOf('employers-ninth', ninth)));
  }, 120_000);

  test('the passage that was meant is mostly first, and nearly always among the first three', () => {
    const all = [...one, ...other];
    expect(all.length).toBeGreaterThan(100);
    expect(recallAt(1, featureValues(WEIGHTS), all)).toBeGreaterThan(0.7);
    expect(recallAt(3, featureValues(WEIGHTS), all)).toBeGreaterThan(0.88);
  });

  test.each(['one', 'other'])('weights fitted on the %s half rank the rest no better than those in use', (half) => {
    const [fitted, rest] = half === 'one' ? [one, other] : [other, one];
    const own = recallAt(3, featureValues(WEIGHTS), rest);
    expect(recallAt(3, fitWeights(fitted), rest)).toBeLessThan(own + 0.03);
  });
});
