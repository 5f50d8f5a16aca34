import { expect, test } from 'vitest';
import { parseBlocks, parsePieces } from '../../src/adapters/blocks.ts';

const plain = (text: string) => ({ style: 'plain', text });

test('bold, markers and plain text are told apart', () => {
  expect(parsePieces('**Coordinator II** (grade 56): "Exempt" [1][2]')).toEqual([
    { style: 'bold', text: 'Coordinator II' },
    plain(' (grade 56): "Exempt" '),
    { style: 'marker', text: '[1]' },
    { style: 'marker', text: '[2]' },
  ]);
});

test.each(['2 ** 3 ** 4', 'fill in ____ and * here', 'Grades 5*6', 'see [a] or [1234]', '# 12', 'a | b'])(
  'stray markdown in a quote stays as it stands: %s',
  (text) => {
    expect(parsePieces(text)).toEqual([plain(text)]);
  },
);

test('a backslash shows the character behind it', () => {
  expect(parsePieces(String.raw`\*\*not bold\*\* \[1\] \| \<b\> \# \~ \_ \\ C:\dir`)).toEqual([
    plain(String.raw`**not bold** [1] | <b> # ~ _ \ C:\dir`),
  ]);
});

test('lines become paragraphs and items; blank lines are remembered as gaps', () => {
  expect(parseBlocks('First.\nSecond.\n\n- one\n  - inner\n2. two\n')).toEqual([
    { kind: 'paragraph', gap: false, pieces: [plain('First.')] },
    { kind: 'paragraph', gap: false, pieces: [plain('Second.')] },
    { kind: 'item', gap: true, bullet: '-', depth: 0, pieces: [plain('one')] },
    { kind: 'item', gap: false, bullet: '-', depth: 1, pieces: [plain('inner')] },
    { kind: 'item', gap: false, bullet: '2.', depth: 0, pieces: [plain('two')] },
  ]);
});

test('a table has a header, rows, and escaped bars inside cells', () => {
  const [block] = parseBlocks(['| | A |', '|---|:-:|', '| FLSA | "x \\| y" [1] |', '| none | |'].join('\n'));
  expect(block).toEqual({
    kind: 'table',
    gap: false,
    header: [[], [plain('A')]],
    rows: [
      [[plain('FLSA')], [plain('"x | y" '), { style: 'marker', text: '[1]' }]],
      [[plain('none')], []],
    ],
  });
});

test('lines with bars but no rule below are text', () => {
  expect(parseBlocks('| a | b |\n| c | d |').map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
});
