import { describe, expect, test } from 'vitest';
import { EMPLOYER_PARAPHRASES, type Paraphrases, SEED_PARAPHRASES } from './paraphrases.ts';
import { EMPLOYERS, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';

/** What an answer rests on, whatever the order it is told in. */
async function citedBy(index: RealIndex, question: string): Promise<string[]> {
  const { status, citations } = await index.ask(question);
  return [status, ...citations.map(({ source, line, quote }) => `${source}:${line} ${quote.slice(0, 80)}`).sort()];
}

function expectSameCitations(groups: readonly Paraphrases[], index: RealIndex): void {
  for (const { plain, others } of groups) {
    for (const other of others) {
      test(`"${other}" as "${plain}"`, async () => {
        const expected = await citedBy(index, plain);
        expect(expected[0]).toBe('answered');
        expect(await citedBy(index, other)).toEqual(expected);
      });
    }
  }
}

describe('wordings of one question cite the same passages of the seeds', () => {
  expectSameCitations(SEED_PARAPHRASES, useRealIndex(SEEDS));
});

describe('wordings of one question cite the same passages of other employers', () => {
  expectSameCitations(EMPLOYER_PARAPHRASES, useRealIndex(EMPLOYERS));
});
