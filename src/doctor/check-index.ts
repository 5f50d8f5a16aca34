/** The index, the documents behind it, and the parts that search it. */
import { statSync } from 'node:fs';
import { createStaticEmbedder } from '../embeddings/static.ts';
import { AppError } from '../errors.ts';
import { CHUNKER_VERSION } from '../ingest/chunker-version.ts';
import { describeDrift, findDrift } from '../ingest/drift.ts';
import { loadHnswlib } from '../store/hnsw.ts';
import { inspectIndex } from '../store/open.ts';
import { countOf } from '../words.ts';
import { about, type Finding } from './finding.ts';

/** Looks at an index without opening it: whether it is there, and whether it still says what the files say. */
export async function checkIndex(name: string, indexDirectory: string, seedsDirectory: string): Promise<Finding[]> {
  const index = about(name);
  const ingest = `Run \`npm run ingest -- ${indexDirectory.includes(' ') ? `--index "${indexDirectory}"` : `--index ${indexDirectory}`}\`; the next question does so too.`;
  try {
    const manifest = inspectIndex(indexDirectory);
    const drift = await findDrift(manifest);
    const { documents, rows, builtAt, embedder } = manifest;
    const findings = [
      index.ok(
        `${countOf(documents.length, 'document')} with ${countOf(rows, 'passage')}, built ${builtAt}, at "${indexDirectory}".`,
      ),
    ];
    const current = createStaticEmbedder();
    if (embedder.id !== current.id)
      findings.push(index.problem(`Another embedding model built it (${embedder.id}).`, ingest));
    if (manifest.chunkerVersion !== CHUNKER_VERSION)
      findings.push(index.problem('Another version of the parser built it.', ingest));
    const stale = describeDrift(drift);
    if (stale !== undefined) findings.push(index.problem(`It is out of date (${stale}).`, ingest));
    for (const source of drift.missingSources)
      findings.push(
        index.problem(
          `"${source}", which it was built from, is no longer there.`,
          'Bring it back, or ingest the folder that it stood in.',
        ),
      );
    return findings;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'INDEX_MISSING') return [index.problem(error.message, error.hint ?? ingest)];
    if (statSync(seedsDirectory, { throwIfNoEntry: false }) === undefined)
      return [index.problem(`There is none, and no "${seedsDirectory}" to build it from.`, 'Bring the folder back.')];
    return [
      index.note(
        `There is none at "${indexDirectory}" yet; it is built from "${seedsDirectory}" when it is first needed.`,
      ),
    ];
  }
}

/** Whether the embedding model's files are whole: it embeds a word. */
export async function checkModel(): Promise<Finding[]> {
  const model = about('Model');
  try {
    const embedder = createStaticEmbedder();
    await embedder.embedQuery('word');
    return [model.ok(`The embedding model ${embedder.id} is whole.`)];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [model.problem(error.message, error.hint ?? 'Restore models/ from the repository.')];
  }
}

/** Whether large indexes are searched approximately. */
export function checkVectors(): Finding[] {
  const vectors = about('Vectors');
  return [
    loadHnswlib() === undefined
      ? vectors.note('hnswlib-node is not installed: vectors are searched exactly, slower with very many documents.')
      : vectors.ok('hnswlib-node is installed.'),
  ];
}
