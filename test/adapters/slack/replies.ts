/** Answers of every shape, also of shapes that no index gives, for tests of what is made of them. */
import fc from 'fast-check';
import { createReply, type Reply } from '../../../src/adapters/reply.ts';
import type { Answer, Citation } from '../../../src/domain.ts';
import { answerOf } from '../cli/fake-shell.ts';

/** Slack's three escapes and our invisible characters, undone. */
export function unescaped(text: string): string {
  return text.replaceAll('\u2060', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Text that would do something in Slack if it were read as markup, or break what counts its length. */
const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<@U0000001>',
  '<#C0000001>',
  '<https://evil.example|pay grade>',
  '@here @channel @everyone',
  ':tada: :100:',
  '*bold* _italic_ ~strike~ `code` ```block```',
  '> quoted',
  '&lt;!channel&gt; &amp;',
  '**stars** [1] [2](https://evil.example)',
  '👩‍👩‍👧 \ud83d',
  '"quotes" and \\ backslashes',
] as const;

const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const unicodeWord = fc.string({ unit: 'binary', maxLength: 12 });

/** A text of up to about `max` characters. */
export function text(max: number): fc.Arbitrary<string> {
  const words = fc.array(fc.oneof({ weight: 5, arbitrary: word }, unicodeWord), { maxLength: 12 });
  return fc.tuple(words, fc.constantFrom(' ', '', '  '), fc.nat(Math.ceil(max / 60))).map(([parts, space, times]) =>
    Array.from({ length: times + 1 }, () => parts.join(space))
      .join(' ')
      .slice(0, max),
  );
}

const line = text(200).map((value) => value.replace(/[\n\r|]/g, ' '));

const citation: fc.Arbitrary<Omit<Citation, 'marker'>> = fc.record(
  {
    source: line.map((value) => `${value}.txt`),
    classTitle: line,
    classCode: line,
    section: line,
    quote: text(3_000),
    start: fc.nat(),
    end: fc.nat(),
    line: fc.nat(100_000),
  },
  { requiredKeys: ['source', 'classTitle', 'section', 'quote', 'start', 'end', 'line'] },
);

const paragraph = text(6_000).map((value) => value.replace(/\n/g, ' '));
const item = fc
  .tuple(fc.constantFrom('- ', '  - ', '1. ', '12) '), text(800))
  .map(([bullet, value]) => `${bullet}${value.replace(/\n/g, ' ')}`);
const table = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 130 })).chain(([columns, rows]) => {
  const row = fc.array(line, { minLength: columns, maxLength: columns }).map((cells) => `| ${cells.join(' | ')} |`);
  return fc
    .tuple(row, fc.array(row, { minLength: Math.min(rows, 3), maxLength: Math.min(rows, 3) }))
    .map(([header, some]) =>
      [header, `|${' --- |'.repeat(columns)}`, ...Array.from({ length: rows }, (_, at) => some[at % 3] ?? header)].join(
        '\n',
      ),
    );
});

/** Any answer, with the places that its markers name. */
const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    parts: fc.array(
      fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 4, arbitrary: item }, { weight: 1, arbitrary: table }),
      { maxLength: 12 },
    ),
    times: fc.constantFrom(1, 1, 1, 8),
    citations: fc.array(citation, { maxLength: 30 }),
    suggestions: fc.array(text(700), { maxLength: 4 }),
    status: fc.constantFrom('answered' as const, 'not-found' as const, 'ambiguous' as const),
    question: text(400),
  })
  .map(({ parts, times, citations, ...rest }) =>
    answerOf({
      ...rest,
      answer: Array.from({ length: times }, () => parts.join('\n')).join('\n\n'),
      citations: citations.map((one, at) => ({ ...one, marker: at + 1 })),
    }),
  );

export const anyReply: fc.Arbitrary<Reply> = fc
  .tuple(
    anyAnswer,
    fc.constantFrom(undefined, 'https://docs.example/passage', `https://docs.example/${'x'.repeat(2_900)}`),
  )
  .map(([answer, link]) =>
    createReply(answer, link === undefined ? {} : { linkTo: ({ marker }) => `${link}?${marker}` }),
  );
