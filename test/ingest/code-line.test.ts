import { expect, test } from 'vitest';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

test('a code behind a title of two lines is cited by its own line', () => {
  const text = 'SENIOR\nKILN TENDER 0345\n\nDEFINITION\n\nFires kilns. The Senior Kiln Tender leads others.\n';
  const { title, classCode, fields, passages } = parseSpec(text, 'a.txt');
  expect(title).toBe('SENIOR KILN TENDER');
  expect(classCode).toBe('0345');
  const code = fields.find(({ topic }) => topic === 'class-code');
  expect(text.slice(code?.start, code?.end)).toBe('KILN TENDER 0345');
  expect(passages.some(({ start }) => start === code?.start)).toBe(true);
});
