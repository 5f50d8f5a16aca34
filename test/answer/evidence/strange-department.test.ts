/** What another department pays is not what the document states. */
import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const files = {
  'a.txt':
    'CITY OF ALDEN\n\nCLASS TITLE: TILE LAYER\n\nSALARY\n\n$61,000 a year. The pay in the Department of Public Works is $63,000.\n\nDUTIES\n\nLays tiles.\n',
};

test('pay of a department that the document has no word of is not stated', async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask('What does the Harbor Department pay a Tile Layer?');
  expect(status).toBe('not-found');
  expect(answer).toContain('states nothing on salary or pay at the Harbor Department');
});

test('pay of a department that it names is', async () => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask('What does the Department of Public Works pay a Tile Layer?');
  expect(status).toBe('answered');
  expect(answer).toContain('$63,000');
});
