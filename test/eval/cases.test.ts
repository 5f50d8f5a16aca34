import { expect, test } from 'vitest';
import { parseCases, readCases } from '../../src/eval/cases.ts';

const line = (parts: object) => JSON.stringify({ id: 'a', kind: 'field', question: 'q', ...parts });

test('patterns ignore case, what is left out is empty, blank lines count as lines only', () => {
  const [first, second] = parseCases(`\n${line({ answer: ['non-?exempt'] })}\n\n${line({ id: 'b' })}\n`, 'g');
  expect(first?.answer[0]?.test('NonExempt')).toBe(true);
  expect(second).toEqual({
    id: 'b',
    kind: 'field',
    question: 'q',
    history: [],
    answer: [],
    cites: [],
    abstain: false,
    forbid: [],
  });
});

test.each([
  ['broken JSON', `${line({})}\n{"id"`, /`g` is wrong in line 2: .*JSON/],
  ['a missing question', line({ question: undefined }), /line 1: question: /],
  ['a wrong pattern', line({ answer: ['('] }), /line 1: answer\.0: .*[Uu]nterminated/],
  ['an empty group', line({ cites: [[]] }), /line 1: cites\.0: /],
  ['an id used twice', `${line({})}\n${line({})}`, /line 2: id `a` is already in line 1/],
  ['not an object', '[]', /line 1: the line: /],
])('%s is told with its line', (_, text, message) => {
  expect(() => parseCases(text, 'g')).toThrow(message);
});

test('a file that is not there is told by name', async () => {
  await expect(readCases('/nowhere/gold.jsonl')).rejects.toMatchObject({
    code: 'USAGE',
    message: "The gold file `/nowhere/gold.jsonl` can't be read: ENOENT.",
  });
});
