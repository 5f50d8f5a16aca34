import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (title: string, experience: string): string =>
  `${title}\n\nDEFINITION\n\nA ${title} keeps watch.\n\nMINIMUM QUALIFICATIONS\n\n${experience}`;

test('each level of a series is shown with the experience that it asks for as the level below', async () => {
  const { ask } = await indexOf({
    'a.txt': spec('Pier Guard', 'Graduation from high school.'),
    'b.txt': spec('Senior Pier Guard', 'Two years of full-time experience as a Pier Guard.'),
    'c.txt': spec('Chief Pier Guard', 'Three years of full-time experience as a Senior Pier Guard.'),
  });
  const { citations } = await ask('Show me the Pier Guard series');
  const quotes = citations.map(({ quote }) => quote).join(' ');
  expect(quotes).toContain('experience as a Pier Guard');
  expect(quotes).toContain('experience as a Senior Pier Guard');
});
