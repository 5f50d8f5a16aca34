import { expect, test } from 'vitest';
import { type GoldCase, parseCases } from '../../src/eval/cases.ts';
import { isVerbatim, quoteMatches, scoreAnswer } from '../../src/eval/score.ts';
import { answerOf } from '../adapters/cli/fake-shell.ts';

const text = 'PAY GRADE: 56\n\nThree (3) years of progressively\nresponsible experience … required.';
const textOf = (source: string) => (source === 'a.txt' ? text : undefined);

function gold(parts: object): GoldCase {
  const [read] = parseCases(JSON.stringify({ id: '1', kind: 'field', question: 'q', ...parts }), 'gold.jsonl');
  if (!read) throw new Error('no case');
  return read;
}

function cite(quote: string, source = 'a.txt') {
  const start = Math.max(0, text.indexOf(quote));
  return { marker: 1, source, classTitle: 'A', section: 'S', quote, start, end: start + quote.length, line: 1 };
}

test.each([
  ['contains the gold quote', 'PAY GRADE: 56', 'grade: 56', false],
  ['contains it, white space folded', 'years of  progressively\nresponsible', 'progressively responsible', true],
  ['is contained in it with 12 characters', 'GRADE: 56 ab', 'PAY GRADE: 56 abc', true],
  ['is contained in it with 11 characters', 'GRADE: 56 a', 'PAY GRADE: 56 abc', false],
  ['is the gold quote, however short', '56', '56', true],
  ['folded length counts, not the raw one', 'GRADE:      5', 'PAY GRADE: 56', false],
])('a quote that %s', (_, quote, wanted, matches) => {
  expect(quoteMatches(quote, wanted)).toBe(matches);
});

test.each([
  ['the text at its offsets', cite('PAY GRADE: 56'), true],
  ['text that stands elsewhere', { ...cite('PAY GRADE: 56'), start: 1, end: 14 }, false],
  ['other words', cite('PAY GRADE: 57'), false],
  ['parts in order', { ...cite('Three'), quote: 'Three (3) … experience', start: 15, end: text.length }, true],
  ['parts out of order', { ...cite('Three'), quote: 'experience … Three (3)', start: 15, end: text.length }, false],
  [
    'a part from outside its offsets',
    { ...cite('Three'), quote: 'PAY GRADE … Three', start: 15, end: text.length },
    false,
  ],
  ["the source's own ellipsis", cite('experience … required.'), true],
  ['an ellipsis alone', { ...cite('PAY'), quote: '…' }, false],
  ['nothing', cite(''), false],
])('verbatim: %s', (_, citation, held) => {
  expect(isVerbatim(citation, text)).toBe(held);
});

const cites = [[{ source: 'a.txt', quote: 'PAY GRADE: 56' }]];
const right = answerOf({ question: 'q', answer: 'Grade 56 [1]', citations: [cite('PAY GRADE: 56')] });
const notFound = answerOf({ question: 'q', status: 'not-found' });

test.each([
  ['everything holds', gold({ answer: ['\\b56\\b', 'GRADE'], cites }), right, 'correct'],
  ['a pattern is missing', gold({ answer: ['57'], cites }), right, 'wrong'],
  ['a forbidden pattern matches', gold({ cites, forbid: ['grade'] }), right, 'wrong'],
  [
    'a group is not cited',
    gold({ cites: [...cites, [{ source: 'a.txt', quote: 'Three (3) years' }]] }),
    right,
    'wrong',
  ],
  ['the quote is of another file', gold({ cites }), { ...right, citations: [cite('PAY GRADE: 56', 'b.txt')] }, 'wrong'],
  [
    'either of a group will do',
    gold({ cites: [[{ source: 'b.txt', quote: 'x' }, ...(cites[0] ?? [])]] }),
    right,
    'correct',
  ],
  ['a citation is not verbatim', gold({}), { ...right, citations: [cite('Grade 56')] }, 'wrong'],
  ['not found as it should be', gold({ abstain: true }), notFound, 'correct'],
  ['not found though the documents say', gold({ cites }), notFound, 'abstained'],
  ['answered though they do not say', gold({ abstain: true }), right, 'wrong'],
  ['ambiguous is no abstention', gold({ abstain: true }), { ...right, status: 'ambiguous' as const }, 'wrong'],
])('%s', (_, goldCase, answer, outcome) => {
  const score = scoreAnswer(goldCase, answer, textOf);
  expect(score.outcome).toBe(outcome);
  expect(score.faults.length > 0).toBe(outcome !== 'correct');
});

test('verbatim citations are counted', () => {
  const citations = [cite('PAY GRADE: 56'), cite('no such words')];
  expect(scoreAnswer(gold({}), { ...right, citations }, textOf).verbatim).toEqual({ held: 1, of: 2 });
});
