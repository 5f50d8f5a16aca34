import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const spec = (foot: string): string =>
  `CLASS TITLE: WELDER\n\nDEFINITION\n\nWelds pipes.\n\nQUALIFICATIONS\n\nTwo years of experience as a welder.\n\n${foot}\n`;

const saidIn = (text: string): string[] =>
  parseSpec(text, 'a.txt')
    .passages.filter(({ kind }) => kind !== 'mark' && kind !== 'heading')
    .map(({ start, end }) => text.slice(start, end));

test('a date alone behind the last sentence is the foot of a form, and no qualification', () => {
  expect(saidIn(spec('5/22'))).not.toContain('5/22');
});

test('a date below its label is its value', () => {
  const { fields } = parseSpec(spec('REVISED\n5/22'), 'a.txt');
  expect(fields.map(({ topic, value }) => [topic, value])).toContainEqual(['revised', '5/22']);
});
