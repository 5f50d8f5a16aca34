import { describe, expect, it } from 'vitest';
import { median, medianRatio, percentile } from '../../bench/statistics.ts';
import { digits, renderTable, times } from '../../bench/table.ts';

describe('the statistics of the benchmark', () => {
  it('take a value that was measured, by nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.2)).toBe(1);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBeNaN();
  });

  it('compare runs that were made side by side', () => {
    expect(medianRatio([10, 100, 30], [5, 50, 10])).toBe(2);
  });
});

describe('the tables of the benchmark', () => {
  it('lay numbers to the right', () => {
    expect(renderTable(['a', 'ms'], [['long name', '7']])).toBe('a          ms\n---------  --\nlong name   7');
  });

  it('show what was not measured as such', () => {
    expect([digits(undefined), times(Number.NaN), digits(1234.5), times(1.155)]).toEqual(['–', '–', '1235', '1.16x']);
  });
});
