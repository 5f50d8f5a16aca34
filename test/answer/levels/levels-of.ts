/** The specifications that a document is seen as: one for each level of a series, else its own. */

import { withLevels } from '../../../src/answer/levels/series.ts';
import type { ClassSpec, IndexedDocument } from '../../../src/domain.ts';
import { parseSpec } from '../../../src/ingest/parse-spec.ts';
import type { Corpus } from '../../../src/ports.ts';

/** Parses a document and parts it by its levels. */
export function createLevels(text: string): ClassSpec[] {
  const document = { text, spec: parseSpec(text, 'a1.txt') } as IndexedDocument;
  const corpus = { documents: [document] } as Partial<Corpus> as Corpus;
  return withLevels(corpus).documents.map(({ spec }) => spec);
}
