import type { IndexedDocument, PassageKind } from '../domain.ts';
import { foldSpace } from '../words.ts';

/**
 * The distinct passage texts of an index and where each stands. Row `n` is the text that the keyword index and the
 * vectors know as `n`; its passages are the pairs `passages[2i], passages[2i + 1]` (document, passage of its spec)
 * for `i` from `starts[n]` to `starts[n + 1]`.
 */
export interface PassageRows {
  texts: string[];
  starts: Uint32Array;
  passages: Uint32Array;
}

/**
 * Headings and titles are found through the specs; as rows they would only outrank the text below them. Marks (a page
 * number, a rule) say nothing.
 */
const WITHOUT_ROW: ReadonlySet<PassageKind> = new Set(['heading', 'title', 'mark']);

/**
 * One row for each distinct text, white space folded: boilerplate that stands in hundreds of documents is embedded
 * and ranked once. Rows are in order of first appearance, a row's passages in document order.
 */
export function collectPassageRows(documents: readonly IndexedDocument[]): PassageRows {
  const rowOf = new Map<string, number>();
  // Most copies are alike to the letter; folding only the first is three times as fast.
  const rowOfExact = new Map<string, number>();
  const places: [row: number, document: number, passage: number][] = [];
  documents.forEach(({ text, spec }, document) => {
    spec.passages.forEach(({ kind, start, end }, passage) => {
      if (WITHOUT_ROW.has(kind)) return;
      const exact = text.slice(start, end);
      let row = rowOfExact.get(exact);
      if (row === undefined) {
        const folded = foldSpace(exact);
        if (folded === '') return;
        row = rowOf.get(folded) ?? rowOf.size;
        rowOf.set(folded, row);
        rowOfExact.set(exact, row);
      }
      places.push([row, document, passage]);
    });
  });
  return { texts: [...rowOf.keys()], ...groupByRow(places, rowOf.size) };
}

/** Counting sort of the places by row. */
function groupByRow(places: readonly [number, number, number][], rows: number): Omit<PassageRows, 'texts'> {
  const starts = new Uint32Array(rows + 1);
  for (const [row] of places) starts[row + 1] = (starts[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const passages = new Uint32Array(places.length * 2);
  for (const [row, document, passage] of places) {
    const at = next[row] as number;
    passages[2 * at] = document;
    passages[2 * at + 1] = passage;
    next[row] = at + 1;
  }
  return { starts, passages };
}
