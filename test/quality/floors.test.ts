/**
 * The gold questions, asked of real indexes. The files that end in -unseen are never tuned on, so that their totals
 * say how good the answers are on questions nobody has looked at: a failure here tells the totals and no question.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCases } from '../../src/eval/cases.ts';
import { scoreAnswer } from '../../src/eval/score.ts';
import { bulletinsDirectory } from '../fixtures.ts';
import { BULLETIN_FLOORS } from './bulletin-floors.ts';
import { FLOORS, type Floor } from './floors.ts';
import { groundingProblems } from './grounding.ts';
import { fixtureFolder, type RealIndex, SEEDS, useRealIndex } from './real-index.ts';
import { USUAL_FLOORS } from './usual-floors.ts';

interface Totals {
  questions: number;
  correct: number;
  wrong: number;
  citations: number;
  verbatim: number;
  /** Answers that a reader could hold something against. */
  ungrounded: number;
}

async function totalsOf(gold: string, { app, corpus }: RealIndex): Promise<Totals> {
  const texts = new Map(corpus.documents.map(({ source, text }) => [source, text]));
  const totals: Totals = { questions: 0, correct: 0, wrong: 0, citations: 0, verbatim: 0, ungrounded: 0 };
  for (const one of await readCases(fileURLToPath(new URL(`../gold/${gold}.jsonl`, import.meta.url)))) {
    const { answer } = await app.ask({ text: one.question, history: one.history });
    const score = scoreAnswer(one, answer, (source) => texts.get(source));
    totals.questions++;
    if (score.outcome === 'correct') totals.correct++;
    if (score.outcome === 'wrong') totals.wrong++;
    totals.citations += score.verbatim.of;
    totals.verbatim += score.verbatim.held;
    if (groundingProblems(answer, corpus.documents).length > 0) totals.ungrounded++;
  }
  return totals;
}

function holdFloors(floors: readonly Floor[], index: RealIndex): void {
  test.each(floors)(
    '$gold questions are answered correctly, rarely wrongly, and from passages that stand in their documents',
    async ({ gold, correct, wrong }) => {
      const totals = await totalsOf(gold, index);
      expect(totals.ungrounded, 'answers that are not grounded').toBe(0);
      expect(totals.verbatim, 'citations that stand in their document').toBe(totals.citations);
      expect(totals.wrong / totals.questions, 'share wrong').toBeLessThanOrEqual(wrong.bound);
      expect(totals.correct / totals.questions, 'share correct').toBeGreaterThanOrEqual(correct.bound);
    },
    120_000,
  );
}

describe.each([...FLOORS, ...USUAL_FLOORS])('on $title', ({ folders, floors }) => {
  holdFloors(floors, useRealIndex(...folders.map((folder) => (folder === 'seeds' ? SEEDS : fixtureFolder(folder)))));
});

if (bulletinsDirectory === undefined) {
  test.skip('on the bulletins: skipped, for they do not stand beside the project here', () => undefined);
} else {
  const bulletins = bulletinsDirectory;
  describe('on the bulletins', () => {
    holdFloors(BULLETIN_FLOORS, useRealIndex(bulletins));
  });
}
