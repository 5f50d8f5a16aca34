/**
 * What Classwise takes, beside what it can be compared with in the same run. Prints numbers and judges none: times on
 * a shared machine are for people to read. `npm run bench -- [FOLDER]`, FOLDER being a corpus of text files.
 */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { type Corpus, measureCorpus } from './measure.ts';
import { ensurePeer } from './peer.ts';
import { projectRoot } from './processes.ts';
import { renderCold, renderIngest, renderMemory, renderWarm } from './report.ts';

const say = (text: string): void => console.error(text);

/** A larger corpus that may lie beside the project; it is not part of it. */
const NEIGHBOUR = join(projectRoot, '../shared/corpora/la-job-bulletins/txt');

/** The larger corpus, by argument, environment or place; undefined, and said so, when there is none. */
function findCorpus(): Corpus | undefined {
  const named = process.argv[2] ?? process.env.BENCH_CORPUS;
  const folder = named ? resolve(process.env.INIT_CWD ?? '.', named) : NEIGHBOUR;
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  if (files.length > 0) return { name: `${files.length} documents`, folder, ingestRuns: 3, coldRuns: 9 };
  say(
    named
      ? `Skipped: there are no text files in "${folder}".`
      : 'Skipped: a larger corpus. Name its folder: npm run bench -- FOLDER, or BENCH_CORPUS.',
  );
  return undefined;
}

const started = performance.now();
const seeds: Corpus = { name: 'seeds', folder: join(projectRoot, 'seeds'), ingestRuns: 5, coldRuns: 15 };
const corpora = [seeds, findCorpus()].filter((corpus) => corpus !== undefined);
const hasPeer = ensurePeer(say);
if (!hasPeer) say('Skipped: LangChain. Its packages could not be installed, or hnswlib-node could not be compiled.');
const measured = corpora.map((corpus) => measureCorpus(corpus, hasPeer, say));

const load = loadavg().map((value) => value.toFixed(1));
const tables = [renderCold, renderWarm, renderIngest, renderMemory].map((render) => render(measured));
console.log(
  [
    `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load ${load.join(' ')}`,
    ...tables,
    [
      'Ratios compare runs side by side: what slows the machine slows both. Ingest is from the call to the saved index;',
      "LangChain's, split at 1,000/200 with the same embedder into HNSWLib, without loading its packages and saving.",
    ].join('\n'),
    `Took ${((performance.now() - started) / 1000).toFixed(0)} s.`,
  ].join('\n\n'),
);
