import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (employer: string, code: string, duty: string): string =>
  `${employer}\n\nCLASS TITLE: PIER GUARD\n\nCLASS CODE: ${code}\n\nEXAMPLES OF DUTIES\n\n- Walks the pier at closing time.\n- ${duty}\n`;

const files = {
  'one.txt': spec('CITY OF ALDEN', '4401', 'Sells fishing permits.'),
  'two.txt': spec('COUNTY OF BRAY', '7702', 'Rescues swimmers.'),
};

test.each([
  'What duties does the County of Bray Pier Guard have that the City of Alden Pier Guard doesn’t?',
  'Which duties are only in the Pier Guard 7702 and not in 4401?',
])('%s asks how the two differ: what both have is left out', async (question) => {
  const { ask } = await indexOf(files);
  const { status, answer } = await ask(question);
  expect(status).toBe('answered');
  expect(answer).toContain('Rescues swimmers.');
  expect(answer).not.toContain('Walks the pier');
});

test('a class without a specification is told apart by what the other says of it', async () => {
  const { ask } = await indexOf({
    'one.txt':
      'CITY OF ALDEN\n\nCLASS TITLE: PIER GUARD\n\nDEFINITION\n\nWatches the pier. The City has a separate class of Tower Guard, which watches the beach.\n\nDUTIES\n\nWalks the pier.\n',
  });
  const { status, answer } = await ask('What is the difference between a Tower Guard and a Pier Guard?');
  expect(status).toBe('answered');
  expect(answer).toContain('There is no specification of Tower Guard itself here');
  expect(answer).toContain('which watches the beach');
});
