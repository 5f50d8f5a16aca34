import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vocabularyPart } from '../../src/vocabulary.ts';

const { hint, subject, verb, task } = vocabularyPart<{
  doing: Record<'hint' | 'subject' | 'verb' | 'task', string>;
}>('questions').doing;

const folder = new URL('../gold/', import.meta.url);
const questions = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .map((line) => (JSON.parse(line) as { question: string }).question);

test('every question for a doer has what is looked for first, so that none is passed over', () => {
  const whole = new RegExp(`(?:${subject})${verb}|${task}`, 'i');
  const asking = questions.filter((question) => whole.test(question));
  expect(asking.length).toBeGreaterThan(100);
  expect(asking.filter((question) => !new RegExp(hint, 'i').test(question))).toEqual([]);
});
