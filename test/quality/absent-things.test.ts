/** Every class of real indexes × things that no specification states: what is asked for by a name and stands nowhere is not found. */
import { describe, expect, test } from 'vitest';
import { bulletinsDirectory } from '../fixtures.ts';
import { EMPLOYERS, fixtureFolder, SEEDS, useRealIndex } from './real-index.ts';

/** A thing, and the beginnings of words of which a document with any may state it. */
const THINGS: readonly (readonly [string, RegExp])[] = [
  ['chess rating', /chess|rating/i],
  ['tattoo policy', /tattoo/i],
  ['parking policy', /park/i],
  ['dress code', /dress|attire|uniform|cloth|wear|code/i],
  ['coffee budget', /coffee|budget/i],
  ['jury duty pay', /jury/i],
  ['childcare benefits', /child/i],
  ['crime rate', /crim/i],
  ['gym membership', /gym|member/i],
  ['hair length', /hair/i],
  ['tuition reimbursement', /tuition|reimburs/i],
  ['visa sponsorship', /visa|sponsor/i],
  ['snow day policy', /snow/i],
  ['lottery winnings', /lotter|winn/i],
  ['cafeteria menu', /cafeteria|menu|food/i],
];
const FRAMES: readonly ((thing: string, title: string) => string)[] = [
  (thing, title) => `What is the ${thing} for the ${title}?`,
  (thing, title) => `What ${thing} does a ${title} get?`,
  (thing, title) => `Tell me the ${thing} of the ${title}`,
  (thing, title) => `${thing} for ${title}?`,
  (thing, title) => `Does the ${title} specification mention the ${thing}?`,
];

/** Share of them declined, at least, and as measured when that was set; `every`: how many classes share a turn with each thing. */
const LEAST = [
  { title: 'the seeds', folders: [SEEDS], every: 1, bound: 0.97, measured: 1 },
  { title: 'other employers', folders: [EMPLOYERS], every: 2, bound: 0.96, measured: 0.98 },
  {
    title: 'employers never seen',
    folders: [fixtureFolder('employers-eighteenth')],
    every: 1,
    bound: 0.93,
    measured: 0.942,
  },
  ...(bulletinsDirectory === undefined
    ? []
    : [{ title: 'the bulletins', folders: [bulletinsDirectory], every: 40, bound: 0.985, measured: 0.995 }]),
];

describe.each(LEAST)('in the documents of $title', ({ folders, every, bound }) => {
  const index = useRealIndex(...folders);
  test('a thing of which a class has no word is not found', async () => {
    const { documents } = index.corpus;
    const titles = documents.map(({ spec }) => spec.title);
    const questions = documents.flatMap(({ spec: { title }, text }, at) => {
      if (titles.filter((other) => other.toLowerCase() === title.toLowerCase()).length > 1) return [];
      return THINGS.flatMap(([thing, speaks], turn) => {
        const frame = FRAMES[(at + turn) % FRAMES.length];
        const isAsked = (at + turn) % every === 0 && !speaks.test(`${title} ${text}`);
        return isAsked && frame !== undefined ? [frame(thing, title)] : [];
      });
    });
    const answered: string[] = [];
    for (const question of questions) if ((await index.ask(question)).status !== 'not-found') answered.push(question);
    expect(questions.length).toBeGreaterThan(0);
    expect(1 - answered.length / questions.length, answered.join('\n')).toBeGreaterThanOrEqual(bound);
  }, 120_000);
});
