/** Ingests a folder into a new index, in a process of its own: from the call to the index on the disk. */
import { peakMemoryMb, workerInput, workerOutput } from './processes.ts';
import { openApp } from './program.ts';

export interface IngestInput {
  corpus: string;
  index: string;
}

export interface IngestResult {
  documents: number;
  ms: number;
  peakMb: number;
}

const { corpus, index } = workerInput<IngestInput>();
const app = await openApp(index);
const started = performance.now();
const { added, failed } = await app.ingest([corpus]);
const ms = performance.now() - started;
await app.close();
if (failed.length > 0) process.stderr.write(`${failed.length} failed\n`);
workerOutput({ documents: added, ms, peakMb: peakMemoryMb() } satisfies IngestResult);
