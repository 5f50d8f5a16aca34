import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { indexOf } from './index-of.ts';

it('lets others have their turn between the duties of a pasted list', async () => {
  const { ask } = await indexOf({
    'clerk.txt': 'FILE CLERK\n\nDUTIES\n\nFiles permits and letters by date. Copies drawings for visitors.\n',
  });
  const duties = Array.from({ length: 12 }, (_, at) => `Files permits of year ${2000 + at}`);
  // What a first question loads takes turns of its own.
  await ask('What does the File Clerk do?');
  const done = ask(`Which class fits these duties: ${duties.join('; ')}`).then(({ answer }) => answer);
  let answer: string | undefined;
  void done.then((text) => {
    answer = text;
  });
  let turns = 0;
  for (; answer === undefined; turns++) await setImmediate();
  expect(answer).toContain('File Clerk** matches 12 of 12');
  expect(turns).toBeGreaterThanOrEqual(duties.length);
});
