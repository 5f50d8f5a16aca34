import { expect, test } from 'vitest';
import { indexOf } from '../index-of.ts';

const spec = (title: string, note: string): string =>
  `${title}\n\nDEFINITION\n\nA ${title} patrols the harbor.\n\nQUALIFICATIONS\n\nOne year of patrol experience.\n\nPROCESS NOTES\n\n${note}`;

test('two classes compared on one thing are shown by what each says of it, and who says nothing is told', async () => {
  const { ask } = await indexOf({
    'guard.txt': spec('Harbor Guard', 'Candidates may be required to pass a qualifying swimming trial.'),
    'ranger.txt': spec('Harbor Ranger', 'Rangers furnish their own boots.'),
  });
  const { answer, citations } = await ask('Is swimming handled the same for the Harbor Guard and the Harbor Ranger?');
  expect(citations.map(({ quote }) => quote).join(' ')).toContain('qualifying swimming trial');
  expect(answer).toMatch(/Harbor Ranger.*nothing found on that/);
});
