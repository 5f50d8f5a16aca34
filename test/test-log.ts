import type { Log } from '../src/log.ts';

/** A log that keeps its lines. */
export function createTestLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, line: (text) => lines.push(text), progress: () => undefined, endProgress: () => undefined };
}
