/** Texts are broken into lines where a page ends, not where a phrase does. */
import { expect, test } from 'vitest';
import { indexOf } from './index-of.ts';

test('a topic is recognised by words that a line end parts', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'TOWN OF ASHBY\n\nCLASS TITLE: CLAIMS READER\n\nDUTIES\n\nReads claims.\n\nATTENDANCE\n\nOffice hours end at 6 p.m. Remote\n   work is allowed on two days of each week.\n',
  });
  const { status, answer } = await ask('Can a claims reader work from home?');
  expect(status).toBe('answered');
  expect(answer).toContain('is allowed on two days');
});

test('majors that are acceptable are asked for, not the word', async () => {
  const { ask } = await indexOf({
    'a.txt':
      'TOWN OF ASHBY\n\nCLASS TITLE: CLAIMS READER\n\nDUTIES\n\nReads claims.\n\nEDUCATION\n\nA degree with a major in law or finance.\n',
  });
  const { status, answer } = await ask('What majors are acceptable for the Claims Reader?');
  expect(status).toBe('answered');
  expect(answer).toContain('a major in law or finance');
});
