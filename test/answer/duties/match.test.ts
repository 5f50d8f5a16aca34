import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { indexOf } from '../index-of.ts';

/** An index that has answered its first question, which takes turns to load what it needs. */
async function warmIndex() {
  const { ask } = await indexOf({
    'clerk.txt': 'FILE CLERK\n\nDUTIES\n\nFiles permits and letters by date. Copies drawings for visitors.\n',
  });
  await ask('What does the File Clerk do?');
  await ask('Which class files permits?');
  /** The answer, and how many turns others had while it was made. */
  return async (text: string): Promise<{ answer: string; turns: number }> => {
    let answer: string | undefined;
    const done = ask(text).then((made) => {
      answer = made.answer;
    });
    let turns = 0;
    for (; answer === undefined; turns++) await setImmediate();
    await done;
    return { answer, turns };
  };
}

describe('a server has time for others', () => {
  it('between the duties of a pasted list', async () => {
    const duties = Array.from({ length: 12 }, (_, at) => `Files permits of year ${2000 + at}`);
    const ask = await warmIndex();
    const { answer, turns } = await ask(`Which class fits these duties: ${duties.join('; ')}`);
    expect(answer).toContain('File Clerk** matches 12 of 12');
    expect(turns).toBeGreaterThanOrEqual(duties.length);
  });

  it('while the words of a long text are compared', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at.toString(36)}x`);
    const ask = await warmIndex();
    const { turns } = await ask(`Which class files permits ${words.join(' ')}?`);
    expect(turns).toBeGreaterThanOrEqual(words.length / 100);
  });
});
