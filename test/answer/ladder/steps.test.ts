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

test('the levels that come next are shown to who holds one, and what each pays where that is asked besides', async () => {
  const paid = (title: string, pay: string, experience: string): string =>
    `${spec(title, experience)}\n\nSALARY\n\n${pay}`;
  const { ask } = await indexOf({
    'a.txt': paid('Pier Guard', '$40,100 to $50,200', 'Graduation from high school.'),
    'b.txt': paid('Senior Pier Guard', '$51,300 to $60,400', 'Two years of full-time experience as a Pier Guard.'),
  });
  const next = await ask('I am a Pier Guard. Which guard jobs come next and how long in each step?');
  expect(next.answer).toContain('Two years of full-time experience as a Pier Guard');
  const { answer } = await ask('Which ranks of Pier Guard are there, and how do they pay?');
  expect(answer).toContain('$40,100 to $50,200');
  expect(answer).toContain('$51,300 to $60,400');
});
