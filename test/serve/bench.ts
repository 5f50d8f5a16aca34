/** `serve` in this process, with platforms of the test's own and the index of the seeds. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Environment } from '../../src/config/reader.ts';
import { readServerConfig } from '../../src/config/server.ts';
import type { Surface } from '../../src/conversations/surface.ts';
import { acquireLock } from '../../src/process-lock.ts';
import type { Platform, Shared } from '../../src/serve/platforms.ts';
import { serve } from '../../src/serve.ts';
import { tempDirectory } from '../temp-directory.ts';
import { createTestLog } from '../test-log.ts';

/** A platform that is ready as soon as it is started, unless it is told otherwise. */
export function createFakePlatform(name: string, behaviour: Partial<Surface> = {}) {
  const seen: { shared: Shared | undefined; stops: number } = { shared: undefined, stops: 0 };
  const platform: Platform = {
    name,
    async create(shared) {
      seen.shared = shared;
      let isStarted = false;
      return {
        name: `${name} (fake)`,
        routes: {},
        start: async () => {
          isStarted = true;
        },
        isReady: () => isStarted,
        stop: async () => {
          seen.stops++;
        },
        ...behaviour,
      };
    },
  };
  return { platform, seen };
}

/** Starts it on a port of its own, its index unbuilt until that is let. `until` waits for a line of the log. */
export async function startHeld(platforms: readonly Platform[]) {
  const directory = tempDirectory();
  mkdirSync(join(directory, 'index'));
  const subject = { code: 'INDEX_BUSY' as const, heldBy: () => 'Held', hint: '' };
  const lock = await acquireLock(join(directory, 'index/ingest.lock'), { subject, waitMs: 0 });
  const serving = startServing(platforms, {}, directory);
  await serving.until('Another ingest ');
  return { ...serving, letGo: () => lock.release() };
}

/** Starts it on a port of its own. `until` waits for a line of the log. */
export function startServing(
  platforms: readonly Platform[],
  environment: Environment = {},
  directory = tempDirectory(),
) {
  const log = createTestLog();
  const stop = new AbortController();
  const exit = serve({
    config: readServerConfig({ PORT: '0', ...environment }, directory),
    indexDirectory: join(directory, 'index'),
    seedsDirectory: fileURLToPath(new URL('../../seeds', import.meta.url)),
    log,
    stop: stop.signal,
    now: Date.now,
    platforms,
  });
  onTestFinished(async () => {
    stop.abort();
    await exit.catch(() => undefined);
  });
  async function until(start: string): Promise<string> {
    for (;;) {
      const line = log.lines.find((other) => other.startsWith(start));
      if (line !== undefined) return line;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const address = async () => (await until('Listening on ')).slice('Listening on '.length, -1);
  return {
    exit,
    lines: log.lines,
    directory,
    stop: () => stop.abort(),
    until,
    address,
    async get(path: string, init: RequestInit = {}) {
      const response = await fetch(`${await address()}${path}`, init);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}
