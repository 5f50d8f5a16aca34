/**
 * The index's account of itself: what built it and which files belong to it, so that it is never misread. There is
 * no schema check: damage of any kind shows in the checksum that the pointer file holds, another program version in
 * the format number, and zod's import alone takes 80 ms, twice a bare `node -e 0`, on every cold `ask`.
 */
import { AppError } from '../errors.ts';
import type { VectorStore } from '../ports.ts';

/** Version of the files' layout. Raise it with every change that makes older indexes unreadable. */
export const INDEX_FORMAT = 1;

/** What to do about any index that can't be used. */
export const INGEST_HINT = 'Run `npm run ingest` to build it anew.';

/** A document as the manifest names it; its text and specification are in files of their own. */
export interface ManifestDocument {
  path: string;
  source: string;
  hash: string;
  root: string;
  sizeBytes: number;
  mtimeMs: number;
  /** Length of its text in UTF-16 code units: the texts stand one after the other in one file. */
  textLength: number;
  /** Length of its passages' JSON, which stand one after the other in another file. */
  passagesLength: number;
}

/** What a file of the generation must look like before it is believed. */
export interface FileCheck {
  bytes: number;
  crc32: number;
}

export interface Manifest {
  format: number;
  /** When it was built, ISO 8601. */
  builtAt: string;
  embedder: { id: string; dimensions: number };
  chunkerVersion: number;
  vectors: VectorStore['kind'];
  /** Distinct passage texts: rows of the vectors and of the keyword index. */
  rows: number;
  sources: string[];
  documents: ManifestDocument[];
  files: Record<string, FileCheck>;
}

/** Reads a manifest whose checksum holds. Throws `INDEX_CORRUPT` when another format version wrote it. */
export function parseManifest(json: string, directory: string): Manifest {
  const manifest: Manifest = JSON.parse(json);
  if (manifest.format === INDEX_FORMAT) return manifest;
  const versions = `has format ${manifest.format}; this version of Classwise reads format ${INDEX_FORMAT}`;
  throw new AppError('INDEX_CORRUPT', `The index at "${directory}" ${versions}.`, { hint: INGEST_HINT });
}

/** The sources that a manifest names, also a damaged one or one of another format; none when it is beyond reading. */
export function salvageSources(json: string): string[] {
  try {
    const { sources }: { sources?: unknown } = JSON.parse(json);
    return Array.isArray(sources) ? sources.filter((source) => typeof source === 'string') : [];
  } catch {
    return [];
  }
}

/** The error for an index that is there but can't be used; `why` follows "The index at … is damaged:". */
export function damagedIndex(directory: string, why: string, cause?: unknown): AppError {
  return new AppError('INDEX_CORRUPT', `The index at "${directory}" is damaged: ${why}.`, { hint: INGEST_HINT, cause });
}
