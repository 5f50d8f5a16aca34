/** Answers of each kind, made up. */
import type { Answer, Citation } from '../../../src/domain.ts';

export function citationOf(marker: number, changes: Partial<Citation> = {}): Citation {
  const quote = `Plans and reviews the work of unit ${marker}.`;
  return {
    marker,
    source: `warden-${marker}.txt`,
    classTitle: `Warden ${marker}`,
    section: 'Duties',
    quote,
    start: 100,
    end: 100 + quote.length,
    line: 10 + marker,
    ...changes,
  };
}

export function answerOf(answer: string, citations: Citation[] = [], changes: Partial<Answer> = {}): Answer {
  return {
    question: 'What does a Warden do?',
    status: 'answered',
    abstained: false,
    answer,
    citations,
    suggestions: ['What is the pay grade of the Warden?', 'Which classes are exempt?'],
    mode: 'extractive',
    timings: { totalMs: 1 },
    ...changes,
  };
}

export const cited = () =>
  answerOf('The Warden specification says:\n- “Plans and reviews the work of unit 1.” [1]', [citationOf(1)]);

export const byModel = () => answerOf('A warden plans the work of the unit [1].', [citationOf(1)], { mode: 'model' });

export const notFound = () =>
  answerOf(
    'The Warden specification states nothing on pay.\nWhat it does state: class code “W-1” [1].',
    [citationOf(1)],
    {
      status: 'not-found',
      abstained: true,
    },
  );

export const ambiguous = () =>
  answerOf(
    '2 specifications are called warden. Which one?\n- **Warden 1**: “Plans.” [1]\n- **Warden 2**: “Reviews.” [2]',
    [citationOf(1), citationOf(2)],
    { status: 'ambiguous', suggestions: ['What does the Warden 1 do?', 'What does the Warden 2 do?'] },
  );

export const comparison = () =>
  answerOf(
    [
      'Both plan.',
      '| | Warden 1 | Warden 2 |',
      '| --- | --- | --- |',
      '| duties | “Plans and reviews the work of unit 1.” [1] | “Plans and reviews the work of unit 2.” [2] |',
      '| pay grade | not stated | “Grade: 7” [3] |',
    ].join('\n'),
    [citationOf(1), citationOf(2), citationOf(3, { section: '', quote: 'Grade: 7' })],
  );

/** A list of so many classes, a citation each. */
export const list = (length: number) =>
  answerOf(
    [
      `${length} specifications:`,
      ...Array.from({ length }, (_, index) => `- **Warden ${index + 1}**: “Exempt” [${index + 1}]`),
    ].join('\n'),
    Array.from({ length }, (_, index) => citationOf(index + 1, { quote: 'Exempt' })),
  );
