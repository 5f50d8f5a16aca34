/** Recognises a table whose columns an extractor ran together. */
import type { LabelTable } from './columns.ts';
import type { Line } from './lines.ts';

/** A head of many columns run together that begins with the class's code: "Job Code Pay Scale Group Bargaining Unit …". */
const FLAT_HEAD =
  /^((?:class|job|position|classification|title) (?:code|number|no\.?))\s+(?=(?:\S+ ){4})[^\d.:;]{20,160}$/i;

/** The class's code below a head of many columns run together, of which only the first can be told. */
export function flatTableAt(lines: readonly Line[], at: number): LabelTable | undefined {
  const head = lines[at];
  const line = lines[at + 1];
  const label = FLAT_HEAD.exec(head?.text ?? '')?.[1];
  const code = /^[A-Z]{0,3}\d{3,6}[A-Z]?(?=\s+\S+\s+\S)/.exec(line?.text ?? '')?.[0];
  if (head === undefined || line === undefined || label === undefined || code === undefined) return undefined;
  const place = { start: head.start, end: line.end };
  const valueSpan = { start: line.start, end: line.start + code.length };
  const field = { topic: 'class-code', label, value: code, valueSpan, ...place };
  return { head, rows: [{ ...place, title: undefined, fields: [field] }], lines: 2 };
}
