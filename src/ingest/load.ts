import { createHash } from 'node:crypto';
import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { extname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { extractText } from './extract-text.ts';

/**
 * Turns a file's bytes into the text that every offset counts in. Throws `DOCUMENT_UNREADABLE` or `DOCUMENT_EMPTY`
 * with a message that says why, without the file's name.
 */
export type Extractor = (bytes: Buffer) => string | Promise<string>;

/** Extractors by lower-case file name extension: the seam at which formats are added. */
export type Extractors = ReadonlyMap<string, Extractor>;

/** The formats that can be read. */
export const EXTRACTORS: Extractors = new Map([
  ['.txt', extractText],
  ['.text', extractText],
  ['.md', extractText],
]);

/** No class specification comes near; a larger file is something else, and would have to be held in memory whole. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** A file or folder that could not be read, and why. */
export interface Failure {
  path: string;
  reason: string;
}

/** What lies under a source. */
export interface Listing {
  /** Real paths of the files that an extractor reads, each once. */
  files: string[];
  /** Files of other formats found in folders. */
  skipped: number;
  /** Folders that can't be listed, and a source of a format that can't be read. */
  failed: Failure[];
}

/** A file's content and what identifies it. */
export interface LoadedFile {
  bytes: Buffer;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  sizeBytes: number;
  mtimeMs: number;
}

/**
 * Lists a file, or a folder's files at any depth, in code-unit order of their names. Hidden files and folders (with a
 * leading dot) are left out; symbolic links are followed, each folder being entered once. Does not throw: what can't be
 * read, a source of another format too, is in `failed`.
 */
export function listSource(source: string, extractors: Extractors = EXTRACTORS): Listing {
  const listing: Listing = { files: [], skipped: 0, failed: [] };
  const seen = new Set<string>();
  const attempt = (path: string, visit: () => void): void => {
    try {
      visit();
    } catch (error) {
      if (isBrokenLink(error)) listing.skipped++;
      else listing.failed.push({ path, reason: reasonOf(error) });
    }
  };
  // Paths handed on are real ones: only a link has to be resolved, which costs ten times a look at a plain file.
  const visitEntry = (path: string, entry: Dirent | Stats): void => {
    if (entry.isSymbolicLink()) {
      const target = realpathSync(path);
      visitEntry(target, statSync(target));
    } else if (!seen.has(path)) {
      seen.add(path);
      if (entry.isDirectory()) visitFolder(path);
      else if (entry.isFile() && extractors.has(extensionOf(path))) listing.files.push(path);
      else listing.skipped++;
    }
  };
  const visitFolder = (folder: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) attempt(join(folder, entry.name), () => visitEntry(join(folder, entry.name), entry));
  };
  attempt(source, () => {
    const path = realpathSync(source);
    const stats = statSync(path);
    if (!stats.isDirectory()) extractorOf(path, extractors);
    visitEntry(path, stats);
  });
  return listing;
}

/** Reads a file. Throws `DOCUMENT_UNREADABLE` above 50 MB, and fs errors. */
export function loadFile(path: string): LoadedFile {
  const file = openSync(path, 'r');
  try {
    const { size: sizeBytes, mtimeMs } = fstatSync(file);
    if (sizeBytes > MAX_FILE_BYTES) {
      const megabytes = Math.ceil(sizeBytes / 1024 / 1024);
      throw new AppError('DOCUMENT_UNREADABLE', `it is ${megabytes} MB; documents may have 50 MB at most`);
    }
    const bytes = readFileSync(file);
    return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), sizeBytes, mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** Size and time of a file without reading it; nothing when it is gone. */
export function stampOf(path: string): { sizeBytes: number; mtimeMs: number } | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { sizeBytes: stats.size, mtimeMs: stats.mtimeMs };
}

/** The extractor for a file by its name. Throws `DOCUMENT_UNREADABLE` when there is none. */
export function extractorOf(path: string, extractors: Extractors = EXTRACTORS): Extractor {
  const extractor = extractors.get(extensionOf(path));
  if (extractor !== undefined) return extractor;
  const formats = [...extractors.keys()].sort().join(', ');
  throw new AppError('DOCUMENT_UNREADABLE', `it is none of the formats that can be read (${formats})`);
}

/** Why something failed, for a report that names the file itself. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'it is no longer there';
  return message;
}

function extensionOf(path: string): string {
  return extname(path).toLowerCase();
}

function isBrokenLink(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ELOOP';
}
