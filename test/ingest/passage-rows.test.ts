import { expect, test } from 'vitest';
import type { IndexedDocument, PassageKind } from '../../src/domain.ts';
import { collectPassageRows } from '../../src/ingest/passage-rows.ts';
import { parseLines } from './line-parser.ts';

function documentOf(text: string, kinds: Record<number, PassageKind> = {}): IndexedDocument {
  const spec = parseLines(text, 'x.txt');
  spec.passages.forEach((passage, i) => {
    passage.kind = kinds[i] ?? passage.kind;
  });
  return { path: '/x.txt', source: 'x.txt', hash: '', root: '/', text, spec };
}

test('a text has one row however often it stands, white space folded, and the row tells where', () => {
  const { texts, starts, passages } = collectPassageRows([
    documentOf('TITLE\nOne and  two\nThree'),
    documentOf('OTHER\nThree\nOne and two\nThree'),
  ]);
  expect(texts).toEqual(['One and two', 'Three']);
  expect([...starts]).toEqual([0, 2, 5]);
  expect([...passages]).toEqual([0, 1, 1, 2, 0, 2, 1, 1, 1, 3]);
});

test('titles, headings and marks have no row', () => {
  const { texts } = collectPassageRows([
    documentOf('TITLE\nDUTIES\nKeeps records\n- 2 -', { 1: 'heading', 3: 'mark' }),
  ]);
  expect(texts).toEqual(['Keeps records']);
});

test('no document gives no row', () => {
  const { texts, starts, passages } = collectPassageRows([]);
  expect([texts, [...starts], [...passages]]).toEqual([[], [0], []]);
});
