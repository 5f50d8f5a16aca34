import { expect, test } from 'vitest';
import { ask } from '../../../src/adapters/cli/ask.ts';
import type { Question } from '../../../src/domain.ts';
import { answerOf, appThat, askedOf, createShell } from './fake-shell.ts';

function recorder() {
  const questions: Question[] = [];
  const app = appThat(async (question) => {
    questions.push(question);
    return askedOf(answerOf({ question: question.text }));
  });
  return { app, questions };
}

test.each([
  ['one argument', ['Which classes are exempt?'], undefined, 'Which classes are exempt?'],
  ['several words', ['coordinator', '2', 'flsa'], undefined, 'coordinator 2 flsa'],
  ['standard input', [], 'What does an\nExecutive Aide do?\n', 'What does an\nExecutive Aide do?'],
  ['an argument wins over standard input', ['this'], 'that', 'this'],
  ['a dash behind --', ['--', '-x?'], undefined, '-x?'],
])('the question comes from %s', async (_, args, stdin, text) => {
  const { app, questions } = recorder();
  expect(await ask.run(args, createShell(app, stdin === undefined ? {} : { stdin }))).toBe(0);
  expect(questions).toEqual([{ text, history: [] }]);
});

test.each([[[]], [['']], [['  ', ' ']]])('an empty question is a usage error: %j', async (args) => {
  const { app } = recorder();
  await expect(ask.run(args, createShell(app))).rejects.toMatchObject({
    code: 'USAGE',
    message: 'There is no question.',
  });
});

test('--json prints one object in the order of the contract and nothing else', async () => {
  const { app } = recorder();
  const shell = createShell(app);
  await ask.run(['--json', 'q'], shell);
  const lines = shell.printed().split('\n');
  expect(lines).toHaveLength(2);
  expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual([
    'question',
    'status',
    'abstained',
    'answer',
    'citations',
    'suggestions',
    'mode',
    'timings',
  ]);
  expect(shell.logged).toEqual([]);
});

test('--explain adds what was understood: a key in JSON, tables in text', async () => {
  const passage = { document: 0, passage: 3, keywordRank: 1, keywordScore: 7.5, vectorRank: undefined, similarity: 0 };
  const app = appThat(async ({ text }) => ({
    answer: answerOf({ question: text }),
    explanation: {
      kind: 'field',
      topics: ['flsa'],
      classes: [{ title: 'Coordinator II', source: '001.txt', how: 'title' }],
      notes: ['read "2" as II'],
      retrieved: [{ ...passage, score: 0.0164, source: '001.txt', quote: 'FLSA\u001b[31m Status:\n Exempt' }],
    },
  }));
  const json = createShell(app);
  await ask.run(['--json', '--explain', 'q'], json);
  expect(JSON.parse(json.printed()).explanation.kind).toBe('field');

  const text = createShell(app);
  await ask.run(['--explain', 'q'], text);
  expect(text.printed()).toBe(`Answer to q

Understood
kind: field
topics: flsa
class: Coordinator II · 001.txt · title
note: read "2" as II

Retrieved
#  fused   keyword (BM25+)  vector (cosine)  document  passage
─  ──────  ───────────────  ───────────────  ────────  ───────────────────
1  0.0164  1 (7.50)         –                001.txt   FLSA Status: Exempt
`);
});

test('colour needs a terminal and no NO_COLOR', async () => {
  const app = appThat(async ({ text }) => askedOf(answerOf({ question: text, answer: '**bold**' })));
  const stdout = { isTTY: true, columns: 80 };
  const shells = [createShell(app, { stdout }), createShell(app, { stdout, noColor: true }), createShell(app)];
  for (const shell of shells) await ask.run(['q'], shell);
  expect(shells.map((shell) => shell.printed())).toEqual(['\u001b[1mbold\u001b[22m\n', 'bold\n', 'bold\n']);
});

test.each([
  [['--jsn', 'q'], 'Unknown option `--jsn`.', 'Did you mean --json?'],
  [['--zebra'], 'Unknown option `--zebra`.', expect.stringContaining('Known options: --json')],
  [['q', '--index'], expect.stringContaining("Option '--index <value>' argument missing"), undefined],
  [['--batch', 'x.jsonl', 'q'], expect.stringContaining('--batch takes its questions from the file'), undefined],
])('wrong arguments are told: %j', async (args, message, hint) => {
  const { app } = recorder();
  await expect(ask.run(args, createShell(app))).rejects.toMatchObject({ code: 'USAGE', message, hint });
});

test('--explain shows the first ten passages and counts the others', async () => {
  const passage = { document: 0, passage: 0, keywordRank: 1, keywordScore: 1, vectorRank: 1, similarity: 1, score: 1 };
  const retrieved = Array.from({ length: 12 }, (_, at) => ({
    ...passage,
    source: 'a.txt',
    quote: `passage ${at + 1}`,
  }));
  const app = appThat(async ({ text }) => ({
    answer: answerOf({ question: text }),
    explanation: { kind: 'duty', topics: [], classes: [], notes: [], retrieved },
  }));
  const shell = createShell(app);
  await ask.run(['--explain', 'q'], shell);
  expect(shell.printed()).toContain('  passage 10\n\nand 2 more: --json has them all\n');
  expect(shell.printed()).not.toContain('passage 11');
});
