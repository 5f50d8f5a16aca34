/** Lists over real bulletins, against sets that the raw texts give: how much of a list is right, and how much is missing. */
import { describe, expect, test } from 'vitest';
import { bulletinsDirectory } from '../fixtures.ts';
import { useRealIndex } from './real-index.ts';

/** Of what is listed for all or some positions, how much must be right, and of what is right how much must be listed. */
const FLOORS = { precision: 0.95, recall: 0.88 };

const titled = (stem: string) => (text: string) => new RegExp(stem, 'i').test(text.trimStart().split('\n')[0] ?? '');
const saying = (pattern: RegExp) => (text: string) => pattern.test(text.replace(/\s+/g, ' '));
const CLASS_B = /class (?:[AC],?\s?(?:and\/or|or|and|,)\s?)?(?:class )?["']*B\b["']*(?=.{0,60}licen)|A, B or C/i;

const CASES: readonly (readonly [string, (text: string) => boolean])[] = [
  ["Which classes require a driver's license?", saying(/driver.{0,3}s?.? licen[sc]e/i)],
  ["Which classes require a class B driver's license?", saying(CLASS_B)],
  ['what jobs need a class B licence', saying(CLASS_B)],
  ['Which classes need a tank endorsement?', saying(/tank.{0,60}endors|endors.{0,60}tank|"N" endors/i)],
  ['jobs with night shifts', saying(/\bnights?\b|graveyard/i)],
  ['Which classes require a polygraph?', saying(/polygraph/i)],
  ['which exams include an essay?', saying(/essay/i)],
  ['what jobs are open competitive?', saying(/open competitive basis|open to all/i)],
  ['every class with supervisor in its title', titled('supervisor')],
  ['all plumbing jobs', titled('\\bplumb')],
  ['all the accounting jobs', titled('\\baccount')],
  ['library jobs', titled('\\blibrar')],
  ['list all mechanic jobs', titled('mechanic\\b')],
];

describe.skipIf(bulletinsDirectory === undefined)('over real bulletins (skipped where they are missing)', () => {
  const index = useRealIndex(...(bulletinsDirectory === undefined ? [] : [bulletinsDirectory]));

  test.each(CASES)('%s', async (question, qualifies) => {
    const { answer, citations } = await index.ask(question);
    const [asked = ''] = answer.split(/^Preferred, not required:/m);
    const shown = new Set(citations.filter(({ marker }) => asked.includes(`[${marker}]`)).map(({ source }) => source));
    const right = index.corpus.documents.filter(({ text }) => qualifies(text)).map(({ source }) => source);
    const both = right.filter((source) => shown.has(source)).length;
    expect(both / shown.size).toBeGreaterThanOrEqual(FLOORS.precision);
    expect(both / right.length).toBeGreaterThanOrEqual(FLOORS.recall);
  });
});
