import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type IngestParts, type IngestReport, ingest } from '../../src/ingest/ingest.ts';
import { createIndexStore } from '../../src/store/index-store.ts';
import { parseLines } from '../ingest/line-parser.ts';
import { createHashedEmbedder } from './hashed-embedder.ts';

/** Ingests paths into an index, with the tests' embedder and parser unless others are given. */
export function ingestInto(
  directory: string,
  paths: readonly string[],
  parts: Partial<IngestParts> = {},
): Promise<IngestReport> {
  return ingest(paths, {
    store: createIndexStore(directory),
    embedder: createHashedEmbedder(),
    parse: parseLines,
    chunkerVersion: 1,
    ...parts,
  });
}

/** The folder of an index's only generation. Throws when there are more, or none. */
export function generationOf(directory: string): string {
  const [name, ...others] = readdirSync(directory).filter((entry) => entry.startsWith('gen-'));
  if (name === undefined || others.length > 0) throw new Error(`${directory} has ${others.length + 1} generations`);
  return join(directory, name);
}

/** Enough lines that no two are alike for a graph to be built. */
export function manyLines(count: number): string {
  return Array.from({ length: count }, (_, i) => `Line ${i} of ${i % 97} and ${i % 89}`).join('\n');
}
