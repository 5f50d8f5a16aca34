/** The composition root: the only file that names concrete parts. Each is loaded when it is first needed. */
import type { Asked, Question } from './domain.ts';
import type { IngestReport } from './ingest/ingest.ts';
import type { Log } from './log.ts';
import type { OpenIndex } from './store/open.ts';

export interface AppOptions {
  indexDirectory: string;
  /** Ingested when no other source is named. */
  seedsDirectory: string;
  log: Log;
}

/** The program, whatever asks it. */
export interface App {
  /** Brings the index in line with these files and folders (absolute paths; none: the seeds). */
  ingest(paths: readonly string[]): Promise<IngestReport>;
  /** Answers a question from the index, which is opened with the first one. */
  ask(question: Question): Promise<Asked>;
  /** The index that is asked: built from the seeds when there is none, brought up to date when it is stale. */
  corpus(): Promise<OpenIndex>;
  close(): Promise<void>;
}

/** Runs `create` on the first call only. A failure is kept as well: the index does not mend by asking again. */
function once<T>(create: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= create();
    return made;
  };
}

/** Wires the parts. Nothing is read or loaded before it is asked for. */
export function createApp({ indexDirectory, seedsDirectory, log }: AppOptions): App {
  let opened: OpenIndex | undefined;

  const loadEmbedder = once(async () => (await import('./embeddings/static.ts')).createStaticEmbedder());

  async function ingest(paths: readonly string[]): Promise<IngestReport> {
    const [{ ingest: run }, { createIndexStore }, { parseSpec }, { CHUNKER_VERSION }, embedder] = await Promise.all([
      import('./ingest/ingest.ts'),
      import('./store/index-store.ts'),
      import('./ingest/parse-spec.ts'),
      import('./ingest/chunker-version.ts'),
      loadEmbedder(),
    ]);
    try {
      return await run(paths, {
        store: createIndexStore(indexDirectory, { onNotice: log.line }),
        embedder,
        parse: parseSpec,
        chunkerVersion: CHUNKER_VERSION,
        onNotice: log.line,
        onProgress: log.progress,
      });
    } finally {
      log.endProgress();
    }
  }

  const openCorpus = once(async () => {
    const [{ openFreshIndex }, { openIndex, inspectIndex }, { CHUNKER_VERSION }, embedder] = await Promise.all([
      import('./fresh-index.ts'),
      import('./store/open.ts'),
      import('./ingest/chunker-version.ts'),
      loadEmbedder(),
    ]);
    opened = await openFreshIndex({
      indexDirectory,
      seedsDirectory,
      chunkerVersion: CHUNKER_VERSION,
      open: () => openIndex(indexDirectory, { embedder }),
      inspect: () => inspectIndex(indexDirectory),
      ingest,
      log,
    });
    return opened;
  });

  const loadAsk = once(async () => {
    const [{ createAsk }, corpus] = await Promise.all([import('./answer/ask.ts'), openCorpus()]);
    return createAsk(corpus);
  });

  return {
    ingest: (paths) => ingest(paths.length > 0 ? paths : [seedsDirectory]),
    ask: async (question) => (await loadAsk())(question),
    corpus: openCorpus,
    async close() {
      opened?.close();
      opened = undefined;
    },
  };
}
