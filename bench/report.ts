/** The measurements as tables. Times are medians unless a header says otherwise. */
import type { Measured } from './measure.ts';
import { median, medianRatio, percentile } from './statistics.ts';
import { digits, renderTable, times } from './table.ts';

/** The whole process of one question beside an empty one. */
export function renderCold(all: readonly Measured[]): string {
  const rows = all.flatMap(({ corpus, cold, coldQuestions }) =>
    coldQuestions.map(({ label, text }, at) => {
      const ms = cold.askMs[at] ?? [];
      return [
        `${corpus.name}, ${label}: ${text}`,
        digits(median(ms)),
        digits(Math.min(...ms)),
        digits(median(cold.bareMs)),
        digits(Math.min(...cold.bareMs)),
        times(medianRatio(ms, cold.bareMs)),
        `${ms.length}`,
      ];
    }),
  );
  const header = ['cold: the whole process', 'ask ms', 'fastest', 'node -e 0 ms', 'fastest', 'ratio', 'runs'];
  return renderTable(header, rows);
}

/** One question after the other in one process, by kind. */
export function renderWarm(all: readonly Measured[]): string {
  const rows = all.flatMap(({ corpus, asking, langchain }) => {
    const kinds = Object.entries(asking.ms).map(([kind, ms]): [string, number[]] => [kind, ms]);
    // Pasted texts are rare, and few of the questions asked here: they have a row of their own alone.
    const every = kinds.flatMap(([kind, ms]) => (kind === 'pasted' ? [] : ms));
    const peer = langchain.flatMap((run) => run.questionMs);
    const rowOf = ([label, ms]: [string, number[]]): string[] => [
      `${corpus.name}, ${label}`,
      digits(median(ms)),
      digits(percentile(ms, 0.95)),
      digits(Math.max(...ms)),
      `${ms.length}`,
    ];
    const peerRow: [string, number[]] = ['every kind, LangChain: 4 chunks, no answer', peer];
    return [...kinds, ['every kind', every] as [string, number[]], ...(peer.length > 0 ? [peerRow] : [])].map(rowOf);
  });
  return renderTable(['warm: from question to checked answer', 'p50 ms', 'p95 ms', 'max ms', 'asked'], rows);
}

/** Documents in, index out, beside LangChain's ordinary way. */
export function renderIngest(all: readonly Measured[]): string {
  const rows = all.flatMap(({ corpus, ingest, langchain, asking }) => {
    const ms = median(ingest.map((run) => run.ms));
    const own = [
      `${corpus.name}, Classwise`,
      `${asking.documents}`,
      `${asking.passages} passages`,
      digits(ms / 1000),
      digits((1000 * asking.documents) / ms),
      digits((1000 * asking.passages) / ms),
      '',
    ];
    const [first] = langchain;
    if (first === undefined) return [own];
    const peerTimes = langchain.map((run) => run.ms);
    const peerMs = median(peerTimes);
    const ratio = medianRatio(
      ingest.map((run) => run.ms),
      peerTimes,
    );
    const peer = [
      `${corpus.name}, LangChain`,
      `${first.documents}`,
      `${first.chunks} chunks`,
      digits(peerMs / 1000),
      digits((1000 * first.documents) / peerMs),
      digits((1000 * first.chunks) / peerMs),
      '',
    ];
    return [[...own.slice(0, -1), times(ratio)], peer];
  });
  return renderTable(['ingest', 'documents', 'pieces', 's', 'documents/s', 'pieces/s', "of LangChain's time"], rows);
}

/** The most memory that each process held. */
export function renderMemory(all: readonly Measured[]): string {
  const rows = all.map(({ corpus, ingest, langchain, asking }) => [
    corpus.name,
    digits(median(ingest.map((run) => run.peakMb))),
    digits(median(langchain.map((run) => run.peakMb))),
    digits(asking.firstPeakMb),
    digits(asking.peakMb),
  ]);
  const header = ['peak memory (MB)', 'ingest', 'LangChain ingest', 'one question', 'all questions'];
  return renderTable(header, rows);
}
