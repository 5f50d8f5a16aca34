/** Reads a feedback log, with the part of it that was set aside. */
import { readFile } from 'node:fs/promises';
import { type FeedbackEntry, parseEntry } from './entries.ts';
import { asidePath } from './log.ts';

export interface ReadFeedback {
  /** Oldest first. */
  entries: FeedbackEntry[];
  /** Lines that are no entries. */
  unreadable: number;
}

/** Reads the file; one that is not there (yet) is empty. Rejects with errors of the file system. */
export async function readFeedback(path: string): Promise<ReadFeedback> {
  const texts = await Promise.all([asidePath(path), path].map(readIfThere));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => parseEntry(line) ?? []);
  return { entries, unreadable: lines.length - entries.length };
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
