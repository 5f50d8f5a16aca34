/** Opens the index for questions, after building the first one or bringing a stale one up to date. */
import { AppError } from './errors.ts';
import { describeDrift, findDrift, type IndexRecord } from './ingest/drift.ts';
import type { IngestReport } from './ingest/ingest.ts';
import type { Log } from './log.ts';

interface Openable {
  readonly manifest: IndexRecord & { chunkerVersion: number };
  close(): void;
}

export interface FreshIndexParts<T extends Openable> {
  /** Names the index in what is logged. */
  indexDirectory: string;
  /** What the first index is built from. */
  seedsDirectory: string;
  /** Version of today's parser. */
  chunkerVersion: number;
  /** Throws `INDEX_MISSING`, `INDEX_STALE` (another embedder's) or `INDEX_CORRUPT`. */
  open(): Promise<T>;
  /** What an index says of itself, whichever embedder built it. */
  inspect(): T['manifest'];
  ingest(paths: readonly string[]): Promise<IngestReport>;
  log: Log;
}

/**
 * The index as the documents are now. With none, one is built from the seeds. A stale one (documents, parser or
 * embedder changed) is said to be, and rebuilt from its sources as far as they are there; when it can't be saved, the
 * old one answers if it can. Throws `INDEX_CORRUPT` for a damaged one, which is left for a person to decide on.
 */
export async function openFreshIndex<T extends Openable>(parts: FreshIndexParts<T>): Promise<T> {
  const { indexDirectory, seedsDirectory, chunkerVersion, log } = parts;
  const index = await openUnless(parts, ['INDEX_MISSING', 'INDEX_STALE']);
  if (index === 'INDEX_MISSING') {
    log.line(`There is no index at "${indexDirectory}" yet: building it from "${seedsDirectory}".`);
    await ingestAndTell([seedsDirectory], parts);
    return parts.open();
  }
  const usable = index === 'INDEX_STALE' ? undefined : index;
  const manifest = usable?.manifest ?? parts.inspect();
  const drift = await findDrift(manifest);
  for (const source of drift.missingSources) {
    log.line(`"${source}" is no longer there: its documents are answered from as they were when they were ingested.`);
  }
  const reasons = [
    usable ? undefined : 'another embedder built it',
    manifest.chunkerVersion === chunkerVersion ? undefined : 'another version of the parser built it',
    describeDrift(drift),
  ].filter((reason) => reason !== undefined);
  if (usable && reasons.length === 0) return usable;

  log.line(`The index at "${indexDirectory}" is out of date (${reasons.join('; ')}): bringing it up to date.`);
  try {
    await ingestAndTell(
      manifest.sources.filter((source) => !drift.missingSources.includes(source)),
      parts,
    );
  } catch (error) {
    if (usable === undefined || !(error instanceof AppError)) throw error;
    log.line(`${error.message} The answer comes from the index as it was.`);
    return usable;
  }
  usable?.close();
  return parts.open();
}

async function openUnless<T extends Openable, C extends AppError['code']>(
  { open }: FreshIndexParts<T>,
  codes: readonly C[],
): Promise<T | C> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof AppError ? codes.find((expected) => expected === error.code) : undefined;
    if (code === undefined) throw error;
    return code;
  }
}

async function ingestAndTell<T extends Openable>(
  paths: readonly string[],
  { ingest, log }: FreshIndexParts<T>,
): Promise<void> {
  const { added, updated, unchanged, removed, failed } = await ingest(paths);
  for (const { path, reason } of failed) log.line(`${path}: ${reason}`);
  log.line(`${added} new, ${updated} updated, ${unchanged} unchanged, ${removed} removed`);
}
