/** `npm start`: index, conversations, chat platforms and one HTTP server, from the first line of the log to the last. */
import type { ServerConfig } from './config/server.ts';
import { createConversations } from './conversations/create-conversations.ts';
import { createSteadyStore, type SteadyStore } from './conversations/steady-store.ts';
import { within } from './conversations/within.ts';
import { createFeedbackLog } from './feedback/log.ts';
import { createMemoryHistory } from './history/memory.ts';
import { openHistory } from './history/open.ts';
import type { Log } from './log.ts';
import type { HistoryStore } from './ports.ts';
import { createDocumentSets, type DocumentSets } from './serve/document-sets.ts';
import { createHealthRoute, HEALTH_PATH } from './serve/health.ts';
import { type HttpServer, sendJson, startHttpServer } from './serve/http.ts';
import { type Platform, platformsOf } from './serve/platforms.ts';
import { createRunning, type Running } from './serve/running.ts';
import { countOf } from './words.ts';

export interface ServeOptions {
  config: ServerConfig;
  indexDirectory: string;
  seedsDirectory: string;
  log: Log;
  /** Aborted when the process is told to stop. */
  stop: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  /** By default those that the configuration asks for. */
  platforms?: readonly Platform[];
}

/** How long replies that were begun may take to get out, once the process is told to stop. */
const STOP_MS = 20_000;

const LIMITS = {
  /** An answer is mostly this process's own work: more at once would make each slower. */
  concurrency: 4,
  perUser: 2,
  maxWaiting: 100,
  /** Several pasted job descriptions. */
  maxLength: 100_000,
  editMs: 120_000,
  answerMs: 60_000,
};

/**
 * Runs until it is told to stop, and returns the exit status: 0 then, 1 when no platform could be started. Rejects with
 * an `AppError` when the port or the index can't be used.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const { config, log, stop, platforms = platformsOf(config) } = options;
  const folders = [...new Set(config.slack?.channelDocuments.values())];
  const sets = createDocumentSets({ ...options, folders });
  const store = createStore(options);
  const running = createRunning(platforms, log);
  const http = await startHttpServer({ ...config, log, routeOf: createRoutes({ sets, store, running, stop }) });
  log.line(`Listening on ${http.address}.`);
  try {
    await Promise.race([sets.open(), aborted(stop)]);
    if (stop.aborted) return 0;
    const { documents, builtAt } = sets.summary();
    log.line(`The index holds ${countOf(documents, 'document')} and was built ${builtAt}.`);
    // Opens the database now, so that the log says at once when it can't be used.
    await store.pseudonym('');
    const conversations = createConversations({
      ask: async (question, set) => (await sets.ask(question, set)).answer,
      store,
      limits: { ...LIMITS, ...config.rateLimit },
      feedback: config.feedbackLog === undefined ? undefined : createFeedbackLog(config.feedbackLog, options),
      log,
      logText: config.logText,
      now: options.now,
    });
    const allFailed = running.start({ conversations, log, corpusSummary: sets.summary });
    await Promise.race([allFailed, aborted(stop)]);
    if (!stop.aborted) return 1;
    log.line('Stopping: finishing what was begun.');
    await finish(async () => {
      await running.stop();
      await conversations.drain();
    }, log);
    return 0;
  } finally {
    await close({ http, store, sets }, log);
  }
}

/** Resolves when the signal is aborted. */
function aborted(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

function createStore({ config, log, now }: ServeOptions): HistoryStore & Partial<SteadyStore> {
  const memory = createMemoryHistory(now);
  if (config.database.kind === 'memory') return memory;
  return createSteadyStore({ open: () => openHistory(config.database, { now }), memory, log, now });
}

/** What is served at a path at this moment. */
function createRoutes(parts: { sets: DocumentSets; store: Partial<SteadyStore>; running: Running; stop: AbortSignal }) {
  const { sets, store, running, stop } = parts;
  const health = createHealthRoute(() => {
    const surfaces = running.states();
    const unusable = sets.unusable();
    const { documents, builtAt } = sets.summary();
    return {
      ok: sets.isOpen() && !stop.aborted && surfaces.some(({ ready }) => ready),
      surfaces,
      ...(sets.isOpen() ? { index: { documents, builtAt } } : {}),
      ...(unusable.length > 0 ? { unusableDocuments: unusable } : {}),
      ...(store.isUp === undefined ? {} : { database: store.isUp() ? ('up' as const) : ('down' as const) }),
    };
  });
  return (path: string) => {
    if (path === HEALTH_PATH) return health;
    const route = running.routeOf(path);
    if (route !== undefined || running.isStarted()) return route;
    return (_: unknown, response: Parameters<typeof sendJson>[0]) =>
      sendJson(response, 503, { error: 'Starting.' }, { 'retry-after': '5' });
  };
}

async function finish(work: () => Promise<void>, log: Log): Promise<void> {
  const late = `Some replies were not out after ${STOP_MS / 1000} s.`;
  await within(STOP_MS, work(), late).catch((error: Error) => log.line(error.message));
}

async function close(parts: { http: HttpServer; store: HistoryStore; sets: DocumentSets }, log: Log): Promise<void> {
  const { http, store, sets } = parts;
  const late = 'The database did not close in time.';
  await Promise.all([http.close(), within(3_000, store.close(), late), sets.close()]).catch((error: Error) =>
    log.line(error.message),
  );
  log.line('Stopped.');
}
