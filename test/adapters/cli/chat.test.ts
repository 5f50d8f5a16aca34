import { expect, test } from 'vitest';
import { chat } from '../../../src/adapters/cli/chat.ts';
import type { Question } from '../../../src/domain.ts';
import { answerOf, appThat, askedOf, createShell } from './fake-shell.ts';

async function talk(stdin: string) {
  const questions: Question[] = [];
  const app = appThat(async (question) => {
    questions.push(question);
    if (question.text === 'fail') throw new TypeError('x is undefined');
    const citations = [
      {
        marker: 1,
        source: 'a.txt',
        classTitle: 'Aide',
        section: 'Duties',
        quote: 'Files  papers.',
        start: 0,
        end: 5,
        line: 3,
      },
    ];
    return askedOf(answerOf({ question: question.text, citations, suggestions: ['Its grade?', 'Its duties?'] }));
  });
  const shell = createShell(app, { stdin });
  const status = await chat.run([], shell);
  return { status, questions, printed: shell.printed() };
}

test('each line is a question of one thread; answers are separated by a blank line and there is no prompt', async () => {
  const { status, questions, printed } = await talk('first\n\nsecond\r\n');
  expect(status).toBe(0);
  expect(questions).toEqual([
    { text: 'first', history: [] },
    { text: 'second', history: ['first'] },
  ]);
  expect(printed).toBe(`Answer to first
 [1] a.txt · Aide · Duties · line 3
 1  Its grade?
 2  Its duties?

Answer to second
 [1] a.txt · Aide · Duties · line 3
 1  Its grade?
 2  Its duties?
`);
});

test('a number asks that suggestion, and one that is not offered says so', async () => {
  const { questions, printed } = await talk('2\nfirst\n2\n9\n');
  expect(questions.map(({ text }) => text)).toEqual(['first', 'Its duties?']);
  expect(printed).toContain('There is no suggestion 2 to ask.\n');
  expect(printed).toContain('\nIts duties?\nAnswer to Its duties?\n');
  expect(printed).toContain('There is no suggestion 9 to ask.\n');
});

test('/new forgets the thread', async () => {
  const { questions } = await talk('first\n/new\nsecond\n');
  expect(questions.at(-1)).toEqual({ text: 'second', history: [] });
});

test('/sources quotes what the last answer stands on', async () => {
  const { printed } = await talk('/sources\nfirst\n/sources\n');
  expect(printed).toContain('Nothing has been asked yet.\n');
  expect(printed).toContain(' [1] a.txt · Aide · Duties · line 3\n     "Files papers."\n');
});

test('/quit ends it, /help and unknown commands list the commands', async () => {
  const { questions, printed } = await talk('/help\n/nope\n/quit\nnever\n');
  expect(questions).toEqual([]);
  expect(printed).toContain(' /sources  quote the passages');
  expect(printed).toContain('There is no /nope.\n');
});

test('a question that fails is told and the conversation goes on without it', async () => {
  const { questions, printed } = await talk('fail\nnext\n');
  expect(printed).toContain('classwise: x is undefined\n');
  expect(questions.at(-1)).toEqual({ text: 'next', history: [] });
});
