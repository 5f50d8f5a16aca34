/** Documents of several classes whose tables have a column for each: what is asked of one is answered from its own column. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

const layout = (slug: string): string =>
  readFileSync(new URL(`../ingest/specs/${slug}/source.txt`, import.meta.url), 'utf8');

const files = {
  'family.md': layout('column-for-each-class'),
  'series.txt': layout('columns-of-levels-by-gaps'),
  'mechanic.txt': `Osprey Bay Transit

Title: Coach Fitter A        Position No.: M-2260
Division: Fleet              Grade: M-6

WAGES
     Start            $36.20/hr

PURPOSE
Repairs coaches.

PLACE IN THE SERIES
Coach Fitter B makes repairs that follow a set procedure. Coach Fitter A is the top craft class.
`,
};

const setUp = async () => {
  const { ask } = await indexOf(files);
  const quotes = async (question: string): Promise<string[]> =>
    (await ask(question)).citations.map(({ quote }) => quote);
  return { ask, quotes };
};

test('a class of a table is answered from its own column', async () => {
  const { quotes } = await setUp();
  expect(await quotes('Who does the Lead Kiln Tender report to?')).toContain('Plant Manager');
  expect(await quotes('Who does the Kiln Tender report to?')).toContain('Lead Kiln Tender or Plant Manager');
  expect(await quotes('What license does the Lead Kiln Tender need?')).toContain('Valid driver license');
  expect(await quotes('How much experience does the Burner Mechanic I need?')).not.toContain('with gas burners');
});

test("a schedule's row belongs to the class that has its range", async () => {
  const { ask } = await setUp();
  const { answer } = await ask('What is the Step 2 rate of the Lead Kiln Tender?');
  expect(answer).toContain('23.52');
  expect(answer).not.toContain('20.05');
});

test("a list that is one class's only is not the other's, and asked for alone leaves out what both do", async () => {
  const { quotes } = await setUp();
  expect(await quotes('What does the Kiln Tender do?')).not.toContain('Order fuel.');
  expect(await quotes('What does the Burner Mechanic I do?')).not.toContain('Tunes burners.');
  const own = await quotes('Which duties are for the Lead Kiln Tender only?');
  expect(own).toEqual(['Set the firing schedule.', 'Order fuel.']);
});

test('a class with another letter is not given what its neighbour is paid', async () => {
  const { ask } = await setUp();
  const { status, answer } = await ask('What is the hourly wage of the Coach Fitter B?');
  expect(status).toBe('not-found');
  expect(answer).not.toContain('36.20');
  expect((await ask('What is the starting pay of the Coach Fitter A?')).answer).toContain('36.20');
});
