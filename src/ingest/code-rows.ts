/** Recognises rows of codes and titles that no columns part: "GM50 3951 Hatchery Keeper" below "Schem Code Class Code Class". */
import type { LabelTable, TableRow } from './columns.ts';
import type { Line } from './lines.ts';

/** A head of such rows: words for codes and for classes, and no number. */
const HEAD = /^(?=.*\b(?:code|number|no\.?)\b)(?=.*\b(?:class|title)\b)[^\d.;:]{8,60}$/i;
/** A row: a code of the schedule or none, the class's code, its title. */
const ROW = /^(?:[A-Z]{1,3}\d{1,4}\s+)?([A-Z]{0,3}-?\d{3,6}[A-Z]?)\s+(\p{Lu}\p{L}[^\d.;:]{2,60})$/u;

/** A head of many columns run together that begins with the class's code: "Job Code Pay Scale Group Bargaining Unit …". */
const FLAT_HEAD =
  /^((?:class|job|position|classification|title) (?:code|number|no\.?))\s+(?=(?:\S+ ){4})[^\d.:;]{20,160}$/i;

/** The class's code below a head of many columns run together, of which only the first can be told. */
function flatRow(lines: readonly Line[], at: number): LabelTable | undefined {
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

/** The rows below a head of codes and titles on line `at`; undefined where there are not at least two. */
export function codeRowsAt(lines: readonly Line[], at: number): LabelTable | undefined {
  const head = lines[at];
  if (head === undefined || !HEAD.test(head.text)) return flatRow(lines, at);
  const rows: TableRow[] = [];
  let next = at + 1;
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    const found = ROW.exec(line.text);
    if (found?.[1] === undefined || found[2] === undefined) break;
    const codeAt = line.start + found[0].indexOf(found[1]);
    const code = { start: codeAt, end: codeAt + found[1].length };
    const title = { start: line.end - found[2].length, end: line.end };
    const place = { start: line.start, end: line.end };
    rows.push({
      ...place,
      title: { ...title, text: found[2] },
      fields: [
        { topic: 'class-code', label: 'Class Code', value: found[1], valueSpan: code, ...place },
        { topic: 'other', label: 'Class', value: found[2], valueSpan: title, ...place },
      ],
    });
  }
  return rows.length < 2 ? undefined : { head, rows, lines: next - at };
}
