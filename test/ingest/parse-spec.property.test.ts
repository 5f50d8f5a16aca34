import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassSpec } from '../../src/domain.ts';
import { parseSpec } from '../../src/ingest/parse-spec.ts';
import { seedFiles, seedPath } from '../fixtures.ts';

/** Pieces that real documents are made of, put together at random. */
const line = fc.oneof(
  fc.constantFrom('', '', 'DEFINITION', 'Examples of Duties', 'KNOWLEDGE, SKILLS AND ABILITIES', 'AND', 'Page 2 of 3'),
  fc.constantFrom(
    'Pay Grade: 56',
    'Salary Range\t$20.00 - $30.00',
    'FLSA Status',
    'Exempt',
    '[Salary Grade 4](#)',
    '| Code | 12 |',
  ),
  fc.constantFrom(
    '- Plans the work. Leads a crew.',
    '1. Drives',
    'o  Sorts mail',
    '* ',
    '* *',
    '---',
    '(a) Cooks; cleans',
  ),
  fc.constantFrom(
    'Education: A degree in accounting; and',
    'which goes on in lower case',
    'Note: see above',
    '\u00a0',
    '\ufeff',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.lorem({ maxCount: 3, mode: 'sentences' }),
);
const documentText = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 40 })
  .map((lines) => lines.map(([text, ending]) => text + ending).join(''));

function expectTiling(text: string, spec: ClassSpec): void {
  let at = 0;
  for (const passage of spec.passages) {
    expect(passage.start).toBeGreaterThanOrEqual(at);
    expect(passage.end).toBeGreaterThan(passage.start);
    expect(text.slice(at, passage.start).trim()).toBe('');
    at = passage.end;
  }
  expect(text.slice(at).trim()).toBe('');
}

describe('parseSpec', () => {
  it('loses no visible character and overlaps no passages, whatever the text', () => {
    fc.assert(
      fc.property(documentText, (text) => expectTiling(text, parseSpec(text, 'any.txt'))),
      { numRuns: 400 },
    );
  });

  it('keeps fields and headings inside the text, with values as printed', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const spec = parseSpec(text, 'any.txt');
        for (const field of spec.fields) {
          expect(field.valueSpan.start).toBeGreaterThanOrEqual(field.start);
          expect(field.valueSpan.end).toBeLessThanOrEqual(field.end);
        }
        for (const section of spec.sections) {
          expect(section.end).toBeGreaterThanOrEqual(section.headingSpan.end);
          expect(section.parent).toBeLessThan(spec.sections.indexOf(section));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(seedFiles)('tiles %s', (file) => {
    const text = readFileSync(seedPath(file), 'utf8');
    expectTiling(text, parseSpec(text, file));
  });

  it('goes through long dotted leaders and repeated words in time that grows with the text alone', () => {
    const hard = [
      `Weight: Interview ${'. '.repeat(20_000)}100%x`,
      'duties '.repeat(5_000),
      '-'.repeat(50_000),
      '[('.repeat(20_000),
    ];
    for (const text of hard) expectTiling(text, parseSpec(text, 'hard.txt'));
  });
});
