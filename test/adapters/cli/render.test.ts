import { expect, test } from 'vitest';
import {
  type Layout,
  renderReply,
  suggestionsAsChoices,
  suggestionsInOneLine,
} from '../../../src/adapters/cli/render.ts';
import { createStyle } from '../../../src/adapters/cli/style.ts';
import { displayWidth } from '../../../src/adapters/cli/wrap.ts';
import { createReply } from '../../../src/adapters/reply.ts';
import type { Answer } from '../../../src/domain.ts';
import { answerOf } from './fake-shell.ts';

const piped: Layout = { style: createStyle(false), textWidth: Infinity, tableWidth: 120 };
const citation = {
  marker: 1,
  source: '001.txt',
  classTitle: 'Coordinator II',
  classCode: '30003028',
  section: 'Distinguishing Characteristics',
  quote: 'Exempt',
  start: 0,
  end: 6,
  line: 21,
};

function render(parts: Partial<Answer>, layout: Layout = piped): string {
  return renderReply(createReply(answerOf({ question: 'q', ...parts })), layout, suggestionsInOneLine);
}

test('the answer, the sources and what to ask next', () => {
  const { classCode: _, ...uncoded } = { ...citation, marker: 2, section: '' };
  const text = render({
    answer: '**Coordinator II** (grade 56)\n"Exempt" [1][2]',
    citations: [citation, uncoded],
    suggestions: ['And its pay grade?', 'And its duties?'],
  });
  expect(text).toBe(`Coordinator II (grade 56)
"Exempt" [1][2]
 [1] 001.txt · Coordinator II (30003028) · Distinguishing Characteristics · line 21
 [2] 001.txt · Coordinator II · line 21
 Next: And its pay grade? · And its duties?
`);
});

test('an answer without sources or suggestions is only itself', () => {
  expect(render({ answer: 'I answer from job class specifications only.' })).toBe(
    'I answer from job class specifications only.\n',
  );
});

test('a terminal with colour shows bold and markers', () => {
  const text = render({ answer: '**Exempt** [1]' }, { ...piped, style: createStyle(true) });
  expect(text).toBe('\u001b[1mExempt\u001b[22m \u001b[36m[1]\u001b[39m\n');
});

test('text breaks between words, and items hang under their bullet', () => {
  const text = render({ answer: '- one two **three four** five six' }, { ...piped, textWidth: 14 });
  expect(text).toBe('- one two\n  three four\n  five six\n');
});

test('a word wider than the line is broken rather than lost', () => {
  expect(render({ answer: 'abcdefghij k' }, { ...piped, textWidth: 4 })).toBe('abcd\nefgh\nij k\n');
});

const table = `Side by side:
| | Operations Coordinator | Customer Services Coordinator |
|---|---|---|
| FLSA | Exempt [1] | Non-Exempt [2] |
| Supervises | "By position, performs lead work." [3] | "Lead and train staff, prepare staffing schedules" [4] |`;

test('a table that fits is aligned', () => {
  expect(render({ answer: table })).toBe(`Side by side:

            Operations Coordinator                  Customer Services Coordinator
──────────  ──────────────────────────────────────  ──────────────────────────────────────────────────────
FLSA        Exempt [1]                              Non-Exempt [2]
Supervises  "By position, performs lead work." [3]  "Lead and train staff, prepare staffing schedules" [4]
`);
});

test('a table that does not fit wraps inside its columns and sets the rows apart', () => {
  const text = render({ answer: table }, { ...piped, tableWidth: 50 });
  expect(text).toBe(`Side by side:

            Operations          Customer Services
            Coordinator         Coordinator
──────────  ──────────────────  ──────────────────
FLSA        Exempt [1]          Non-Exempt [2]

Supervises  "By position,       "Lead and train
            performs lead       staff, prepare
            work." [3]          staffing
                                schedules" [4]
`);
  for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(50);
});

test('wide and combining characters are counted by the columns they take', () => {
  expect(displayWidth('Grade 56')).toBe(8);
  expect(displayWidth('級別')).toBe(4);
  expect(displayWidth('e\u0301tude')).toBe(5);
  expect(displayWidth('“a” – b · c…')).toBe(12);
});

test('escape sequences in answers, file names and sections reach nobody', () => {
  const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eX';
  const text = render({
    answer: `Answer ${hostile} [1]`,
    citations: [{ ...citation, source: `a${hostile}\nb.txt`, section: hostile, classTitle: hostile }],
    suggestions: [hostile],
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the absence of control characters is the claim
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text).toBe('Answer X [1]\n [1] aX b.txt · X (30003028) · X · line 21\n Next: X\n');
});

test('a conversation numbers what can be asked next', () => {
  expect(suggestionsAsChoices(['A?', 'B?'])).toEqual([' 1  A?', ' 2  B?']);
});
