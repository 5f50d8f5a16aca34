/** Duties whose numbers and shares of the time stand on lines of their own. */
import { expect, test } from 'vitest';
import { blocksOf } from '../../src/answer/reading/spec-view.ts';
import { parseSpec } from '../../src/ingest/parse-spec.ts';

const TEXT = `COUNTY OF BRICK
CLASS TITLE: KILN TENDER

DUTIES

1.
Loads cars with green brick and moves them to the kiln.
40%

2.
Reads pyrometers and keeps the burners in order.
35%
`;

test('a number alone is not quoted, and a share is quoted with its duty', () => {
  const spec = parseSpec(TEXT, 'kiln.txt');
  const quoted = blocksOf(spec).map(({ start, end }) => TEXT.slice(start, end).replace(/\s+/g, ' '));
  expect(quoted).toContain('Loads cars with green brick and moves them to the kiln. 40%');
  expect(quoted).toContain('Reads pyrometers and keeps the burners in order. 35%');
  expect(quoted).not.toContain('1.');
});
