import type { Embedder } from '../ports.ts';
import { embedTexts } from './embed.ts';
import type { IndexStore, PreviousIndex, StampedDocument } from './index-store.ts';
import { EXTRACTORS, type Extractors } from './load.ts';
import { nameSources } from './name-sources.ts';
import { collectPassageRows } from './passage-rows.ts';
import { type ParseSpec, type Reconciled, reconcile } from './reconcile.ts';
import { planSources, rememberSources } from './sources.ts';

export interface IngestParts {
  store: IndexStore;
  embedder: Embedder;
  parse: ParseSpec;
  /** Version of `parse`: documents parsed by another are parsed again. */
  chunkerVersion: number;
  extractors?: Extractors;
  /** Told what a person should know and the report does not say. */
  onNotice?: (message: string) => void;
  /** Told how far the work is, often; each message replaces the one before. */
  onProgress?: (message: string) => void;
}

/** What an ingest did, counted in documents. `failed` also names folders and sources that could not be read. */
export type IngestReport = Omit<Reconciled, 'documents'>;

/**
 * Brings the index in line with these files and folders (absolute paths), which it remembers; its other sources are
 * left alone. Only changed documents are parsed and only new passage texts embedded. What can't be read is reported
 * and the rest goes in. Throws `SOURCE_MISSING` before anything is done, and what the store and the embedder throw;
 * the index then is as it was.
 */
export async function ingest(paths: readonly string[], parts: IngestParts): Promise<IngestReport> {
  const { store, embedder, parse, chunkerVersion, extractors = EXTRACTORS, onNotice, onProgress } = parts;
  let report: IngestReport | undefined;
  await store.update(async (start) => {
    const { previous, damage } = start;
    const plan = planSources(paths, start);
    if (damage !== undefined) onNotice?.(`${damage} It is built anew.`);

    const isParsedAlike = previous?.chunkerVersion === chunkerVersion;
    const { documents, ...counts } = await reconcile({
      plan,
      previous: previous?.documents ?? [],
      isParsedAlike,
      parse,
      extractors,
      onProgress: (done, total) => onProgress?.(`Reading document ${done + 1} of ${total}`),
    });
    report = { ...counts, failed: [...plan.lost, ...counts.failed] };

    const sources = rememberSources(previous?.sources ?? [], plan, documents, counts.failed);
    const isAlike = isParsedAlike && previous.embedderId === embedder.id && holdsSame(previous, sources, documents);
    if (isAlike || (previous === undefined && sources.length === 0)) return undefined;

    const named = withSourceNames(documents);
    const rows = collectPassageRows(named);
    const vectors = await embedTexts(rows.texts, embedder, {
      vectorOf: (text) => (previous?.embedderId === embedder.id ? previous.vectorOf(text) : undefined),
      onProgress: (done, total) => onProgress?.(`Embedding passage ${done + 1} of ${total}`),
    });
    const { id, dimensions } = embedder;
    return { sources, documents: named, embedder: { id, dimensions }, chunkerVersion, rows, vectors };
  });
  if (report === undefined) throw new Error('The index store did not run the update');
  return report;
}

function withSourceNames(documents: readonly StampedDocument[]): StampedDocument[] {
  const names = nameSources(documents.map(({ path }) => path));
  return documents.map((document, i) => ({ ...document, source: names[i] as string }));
}

/** Whether saving would change nothing: the same files, untouched, under the same sources. */
function holdsSame(
  previous: PreviousIndex,
  sources: readonly string[],
  documents: readonly StampedDocument[],
): boolean {
  const stampOf = ({ path, hash, root, sizeBytes, mtimeMs }: StampedDocument) => [path, hash, root, sizeBytes, mtimeMs];
  const before = [previous.sources, previous.documents.map(stampOf)];
  return JSON.stringify(before) === JSON.stringify([sources, documents.map(stampOf)]);
}
