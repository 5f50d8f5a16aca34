import { expect, test } from 'vitest';
import { type Level, speakersOf } from '../../src/answer/levels/levels.ts';
import type { ClassSpec } from '../../src/domain.ts';

const level = (title: string): Level => ({ title, base: title.toLowerCase(), sections: [], row: { start: 0, end: 0 } });

test('a row of a table that begins with a level is of that level alone', () => {
  const rows = ['| Scribe | Diploma |', '| Lead Scribe | Degree |', '| | Scribe | Lead Scribe |'];
  const text = rows.join('\n');
  const passages = rows.map((row) => {
    const start = text.indexOf(row);
    return { start, end: start + row.length, kind: 'item', section: start };
  });
  const speakers = speakersOf({ passages } as unknown as ClassSpec, text, [level('Scribe'), level('Lead Scribe')]);
  const told = passages.map(({ start }) => [...(speakers.get(start) ?? [])].map(({ title }) => title));
  expect(told).toEqual([['Scribe'], ['Lead Scribe'], []]);
});
