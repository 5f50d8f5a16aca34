import { cpSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { createLiveApp } from '../../src/live-app/live-app.ts';
import { currentGeneration } from '../../src/store/open.ts';
import { generationOf } from '../store/built-index.ts';
import { tempDirectory, writeFiles } from '../temp-directory.ts';
import { createTestLog } from '../test-log.ts';

const specOf = (grade: number) =>
  `CLASS SPECIFICATION\n\nKEEPER\n\nPAY GRADE: ${grade}\n\nDUTIES\n\n- Keeps the keys of the gate.\n`;
const QUESTION = { text: 'What is the pay grade of the Keeper?', history: [] };

interface BenchOptions {
  checkFilesEveryMs?: number;
  wrap?(app: App): App;
}

function createBench({ checkFilesEveryMs = 60_000, wrap = (app) => app }: BenchOptions = {}) {
  const seedsDirectory = writeFiles(tempDirectory(), { 'keeper.txt': specOf(10) });
  const indexDirectory = join(tempDirectory(), 'index');
  const log = createTestLog();
  const app = () => createApp({ indexDirectory, seedsDirectory, log });
  let created = 0;
  const live = createLiveApp({
    name: 'The index',
    create() {
      created++;
      return wrap(app());
    },
    currentGeneration: () => currentGeneration(indexDirectory),
    log,
    checkEveryMs: 5,
    checkFilesEveryMs,
  });
  onTestFinished(() => live.close());
  const grade = async () => /\d+/.exec((await live.ask(QUESTION)).answer.citations[0]?.quote ?? '')?.[0];
  /** What another process does. */
  const ingest = async (value: number) => {
    writeFiles(seedsDirectory, { 'keeper.txt': specOf(value) });
    await app().ingest([]);
  };
  return { live, grade, ingest, indexDirectory, seedsDirectory, lines: log.lines, created: () => created };
}

test('an index that another process replaces is taken up without a restart', async () => {
  const { live, grade, ingest, lines } = createBench();
  await live.open();
  expect(await grade()).toBe('10');
  await ingest(20);
  await vi.waitFor(async () => expect(await grade()).toBe('20'), 5_000);
  expect(lines.at(-1)).toBe('The index was replaced: answering from 1 document now.');
});

test('a question that is being answered is answered from the index it began with', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const closed: string[] = [];
  let opened = 0;
  const { live, ingest } = createBench({
    wrap(app) {
      const name = `app ${++opened}`;
      return {
        ...app,
        async ask(question) {
          if (question.text === 'wait') await held;
          return app.ask(question);
        },
        async close() {
          closed.push(name);
          await app.close();
        },
      };
    },
  });
  await live.open();
  const asking = live.ask({ text: 'wait', history: [] });
  await ingest(20);
  await vi.waitFor(() => expect(opened).toBe(2), 5_000);
  await sleep(30);
  expect(closed).toEqual([]);
  release();
  expect(await asking).toBeDefined();
  expect(closed).toEqual(['app 1']);
});

test('an index that cannot be read is told once, and the one before goes on answering', async () => {
  const { live, grade, ingest, indexDirectory, seedsDirectory, lines } = createBench();
  await live.open();
  const damaged = join(tempDirectory(), 'damaged');
  await createApp({ indexDirectory: damaged, seedsDirectory, log: createTestLog() }).ingest([]);
  truncateSync(join(generationOf(damaged), 'specs.json'), 10);
  // At once, as far as this process can see.
  rmSync(indexDirectory, { recursive: true });
  cpSync(damaged, indexDirectory, { recursive: true });
  const isTold = (line: string) => line.startsWith("The index on disk can't be taken up, and questions are answered");
  await vi.waitFor(() => expect(lines.some(isTold)).toBe(true), 5_000);
  await sleep(50);
  expect(lines.filter(isTold)).toHaveLength(1);
  expect(await grade()).toBe('10');
  await ingest(30);
  await vi.waitFor(async () => expect(await grade()).toBe('30'), 5_000);
});

test('an index that is deleted is not built anew behind anybody’s back', async () => {
  const { live, grade, indexDirectory, lines, created } = createBench();
  await live.open();
  rmSync(indexDirectory, { recursive: true });
  await vi.waitFor(() => expect(lines.at(-1)).toContain("The index on disk can't be taken up"), 5_000);
  await sleep(50);
  expect(lines.filter((line) => line.includes("can't be taken up"))).toHaveLength(1);
  expect(await grade()).toBe('10');
  expect(created()).toBe(1);
});

test('files that change are noticed, and the index is brought up to date', async () => {
  const { live, grade, seedsDirectory } = createBench({ checkFilesEveryMs: 20 });
  await live.open();
  writeFiles(seedsDirectory, { 'keeper.txt': `${specOf(40)} ` });
  await vi.waitFor(async () => expect(await grade()).toBe('40'), 5_000);
});

test('an index that could not be opened is opened when a question comes', async () => {
  const { live, grade, seedsDirectory } = createBench();
  rmSync(seedsDirectory, { recursive: true });
  await expect(live.open()).rejects.toMatchObject({ code: 'SOURCE_MISSING' });
  expect([live.isOpen(), live.summary().documents]).toEqual([false, 0]);
  writeFiles(seedsDirectory, { 'keeper.txt': specOf(50) });
  expect(await grade()).toBe('50');
  expect(live.isOpen()).toBe(true);
});

test('the summary counts, and offers questions that are answered', async () => {
  const seeds = new URL('../../seeds', import.meta.url).pathname;
  const indexDirectory = join(tempDirectory(), 'index');
  const log = createTestLog();
  const live = createLiveApp({
    name: 'The index',
    create: () => createApp({ indexDirectory, seedsDirectory: seeds, log }),
    currentGeneration: () => currentGeneration(indexDirectory),
    log,
  });
  onTestFinished(() => live.close());
  await live.open();
  const { documents, classes, employers, builtAt, examples } = live.summary();
  expect([documents, classes]).toEqual([5, 4]);
  expect(employers.length).toBeGreaterThan(0);
  expect(Date.parse(builtAt)).toBeGreaterThan(0);
  expect(examples.length).toBeGreaterThan(1);
  for (const text of examples) {
    const { answer } = await live.ask({ text, history: [] });
    expect([text, answer.status]).toEqual([text, 'answered']);
  }
});
