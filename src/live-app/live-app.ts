/** The program as a server runs it: an index that is replaced on disk is taken up while questions are answered. */
import type { App } from '../app.ts';
import type { CorpusSummary } from '../conversations/surface.ts';
import type { Asked, Question } from '../domain.ts';
import { AppError } from '../errors.ts';
import { describeDrift, findDrift } from '../ingest/drift.ts';
import { describeCause, type Log } from '../log.ts';
import type { OpenIndex } from '../store/open.ts';
import { countOf } from '../words.ts';
import { EMPTY_SUMMARY, summarize } from './summary.ts';

export interface LiveAppOptions {
  /** What the log calls it: "The index", "The index of specs/hr". */
  name: string;
  /** An app that has not opened its index yet. */
  create(): App;
  /** Name of the index that stands on disk now; undefined when there is none. Called every `checkEveryMs`. */
  currentGeneration(): string | undefined;
  /** Throws when an opened index is not to be answered from. */
  accept?(index: OpenIndex): void;
  log: Log;
  /** How soon an index that another process has written is taken up. */
  checkEveryMs?: number;
  /** How soon files that have changed are noticed, which looks at every one of them. */
  checkFilesEveryMs?: number;
}

export interface LiveApp {
  /** Opens the index, building it if need be. Rejects when it can't be used. */
  open(): Promise<void>;
  /** Answers from the index as it stands when the question comes; opens it when that has not succeeded yet. */
  ask(question: Question): Promise<Asked>;
  /** Of the index that is answered from; zeros while there is none. */
  summary(): CorpusSummary;
  isOpen(): boolean;
  /** Stops watching. Questions that are being answered are. */
  close(): Promise<void>;
}

/** An index in use. It is closed when another has taken its place and its last question is answered. */
interface Holder {
  app: App;
  index: OpenIndex;
  summary: CorpusSummary;
  questions: number;
  isReplaced: boolean;
}

/** Opens nothing until it is told to. */
export function createLiveApp(options: LiveAppOptions): LiveApp {
  const { name, create, currentGeneration, accept, log, checkEveryMs = 2_000, checkFilesEveryMs = 60_000 } = options;
  let current: Holder | undefined;
  let opening: Promise<Holder> | undefined;
  let watching: NodeJS.Timeout | undefined;
  let filesCheckedAt = performance.now();
  /** What was last tried to be taken up in vain, so that it is tried and told once. */
  let failedOn: string | undefined;

  async function load(): Promise<Holder> {
    const app = create();
    try {
      const index = await app.corpus();
      accept?.(index);
      // What only searching reads is read now: damage must not come to light when the old index is gone.
      await index.retriever.search(name, { limit: 1 });
      return {
        app,
        index,
        summary: await summarize(index, (question) => app.ask(question)),
        questions: 0,
        isReplaced: false,
      };
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  async function retire(holder: Holder): Promise<void> {
    holder.isReplaced = true;
    if (holder.questions === 0) await holder.app.close();
  }

  /** Why the index has to be read anew, or undefined. */
  async function findReason({ index }: Holder): Promise<string | undefined> {
    const generation = currentGeneration();
    if (generation !== index.generation) return generation ?? 'none';
    if (performance.now() - filesCheckedAt < checkFilesEveryMs) return undefined;
    filesCheckedAt = performance.now();
    return describeDrift(await findDrift(index.manifest));
  }

  async function refresh(holder: Holder): Promise<void> {
    const reason = await findReason(holder);
    if (reason === undefined || reason === failedOn) return;
    try {
      if (reason === 'none') throw new AppError('INDEX_MISSING', 'It is gone.');
      const next = await load();
      const isOther = next.index.generation !== holder.index.generation;
      // The same index again: what was out of date could not be brought up to date, which has been told.
      failedOn = isOther ? undefined : reason;
      current = next;
      await retire(holder);
      if (isOther) log.line(`${name} was replaced: answering from ${countOf(next.summary.documents, 'document')} now.`);
    } catch (error) {
      failedOn = reason;
      log.line(
        `${name} on disk can't be taken up, and questions are answered from the one before: ${describeCause(error)}`,
      );
    }
  }

  function watch(): void {
    watching = setTimeout(async () => {
      if (current !== undefined) await refresh(current).catch((error) => log.line(`${name}: ${describeCause(error)}`));
      if (watching !== undefined) watch();
    }, checkEveryMs).unref();
  }

  async function ready(): Promise<Holder> {
    if (current !== undefined) return current;
    opening ??= load();
    try {
      current = await opening;
    } finally {
      opening = undefined;
    }
    if (watching === undefined) watch();
    return current;
  }

  return {
    open: async () => void (await ready()),
    async ask(question) {
      const holder = await ready();
      holder.questions++;
      try {
        return await holder.app.ask(question);
      } finally {
        holder.questions--;
        if (holder.isReplaced && holder.questions === 0) await holder.app.close();
      }
    },
    summary: () => current?.summary ?? EMPTY_SUMMARY,
    isOpen: () => current !== undefined,
    async close() {
      clearTimeout(watching);
      watching = undefined;
      if (current !== undefined) await retire(current);
    },
  };
}
