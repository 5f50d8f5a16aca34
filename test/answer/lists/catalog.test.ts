/** Which classes there are at all. */
import { expect, test } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { indexOf } from '../index-of.ts';

const spec = (title: string): string =>
  `CLASS TITLE: ${title}\n\nDEFINITION\n\nUnder supervision, does the work of a ${title.toLowerCase()}.\n`;

test.each(['list every class', 'how many specifications do you have', 'What positions can I ask about?'])(
  '%s: each is named once, and cited by its title',
  async (text) => {
    const { corpus } = await indexOf({ 'b.txt': spec('WELDER'), 'a.txt': spec('CLERK II'), 'c.txt': spec('DIVER') });
    const { answer } = await createAsk(corpus)({ text, history: [] });
    expect(answer.answer.split('\n')).toEqual([
      'There are 3 specifications here:',
      '- **Clerk II**: “CLERK II” [1]',
      '- **Diver**: “DIVER” [2]',
      '- **Welder**: “WELDER” [3]',
    ]);
    expect(answer.citations.map(({ source }) => source)).toEqual(['a.txt', 'c.txt', 'b.txt']);
  },
);
