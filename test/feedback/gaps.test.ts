import { describe, expect, test } from 'vitest';
import type { FeedbackEntry } from '../../src/feedback/entries.ts';
import { findGaps, gapKey } from '../../src/feedback/gaps.ts';

let minute = 0;
function asked(question: string, user = 'a', parts: Partial<FeedbackEntry> = {}): FeedbackEntry {
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString();
  return { kind: 'unanswered', at, user, question, ...parts } as FeedbackEntry;
}
function judged(reaction: 'up' | 'down', parts: Partial<FeedbackEntry> = {}): FeedbackEntry {
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString();
  return { kind: 'reaction', at, user: 'a', reference: 'r', reaction, question: 'Why?', ...parts } as FeedbackEntry;
}

describe('two wordings are one question', () => {
  test.each([
    ['What is the telework policy of a Clerk II?', 'what is the TELEWORK policy of a clerk ii'],
    ['Which uniforms do guards wear?', 'Which uniform does a guard wear?'],
    ['clerk parking permits', 'Parking permit: clerk?'],
    ['What is the bonus of the Clerk 2?', 'Clerk II bonus'],
    ['¿?', '¿?'],
  ])('%j and %j', (one, other) => expect(gapKey(one)).toBe(gapKey(other)));
});

describe('two questions stay two', () => {
  test.each([
    ['telework of the Clerk II', 'telework of the Clerk III'],
    ['telework of the Clerk', 'parking of the Clerk'],
    ['What is that?', 'Who are they?'],
  ])('%j and %j', (one, other) => expect(gapKey(one)).not.toBe(gapKey(other)));
});

test('gaps are ranked by how often, by how many users, by how lately they were asked', () => {
  const {
    unanswered,
    asked: total,
    different,
  } = findGaps(
    [
      asked('telework?', 'a'),
      asked('Parking permit', 'a'),
      asked('Parking permits?', 'b'),
      asked('bonus', 'a'),
      asked('bonus', 'a'),
      asked('Who approves leave?', 'b'),
      asked('Parking permits?', 'b'),
    ],
    10,
  );
  expect(unanswered.map(({ question, times, users }) => [question, times, users])).toEqual([
    ['Parking permits?', 3, 2],
    ['bonus', 2, 1],
    ['Who approves leave?', 1, 1],
    ['telework?', 1, 1],
  ]);
  expect([total, different]).toEqual([7, 4]);
  expect(unanswered[0]?.last).toBe('2026-01-01T00:06:00.000Z');
});

test('a document set has gaps of its own', () => {
  const { unanswered } = findGaps([asked('telework'), asked('telework', 'a', { documents: '/hr' })], 10);
  expect(unanswered.map(({ documents }) => documents).sort()).toEqual(['/hr', undefined]);
});

test('a user’s last word on an answer counts, with the reason that was given', () => {
  const { disliked } = findGaps(
    [
      judged('down', { reference: '1', question: 'What is the pay?' }),
      judged('down', { reference: '1', question: 'What is the pay?', reason: 'It is old.' }),
      judged('down', { reference: '1', question: 'What is the pay?' }),
      judged('down', { reference: '2', user: 'b', question: 'pay' }),
      judged('down', { reference: '3' }),
      judged('up', { reference: '3' }),
      judged('up', { reference: '4', reason: 'Thanks' }),
      { ...judged('down', { reference: '5' }), question: undefined } as FeedbackEntry,
    ],
    10,
  );
  expect(disliked.map(({ question, times, reasons }) => [question, times, reasons])).toEqual([
    ['pay', 2, ['It is old.']],
    [undefined, 1, []],
  ]);
});

test('no more than asked for are listed', () => {
  const found = findGaps([asked('bonus'), asked('parking'), asked('telework')], 2);
  expect([found.unanswered.length, found.different]).toEqual([2, 3]);
});
