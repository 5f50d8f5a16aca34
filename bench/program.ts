/** A worker's side: the compiled program, as a part of another process. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './processes.ts';

/** Imports a module of src/ that has a file of its own in dist/ (ENTRIES of scripts/build.mjs), by its name there. */
export async function importBuilt<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(join(projectRoot, 'dist', `${name}.js`)).href)) as T;
}

/** Opens the app over an index. What it has to say goes to standard error. */
export async function openApp(indexDirectory: string): Promise<import('../src/app.ts').App> {
  const { createApp } = await importBuilt<typeof import('../src/app.ts')>('app');
  const line = (text: string) => void process.stderr.write(`${text}\n`);
  const log = { line, progress: () => undefined, endProgress: () => undefined };
  return createApp({ indexDirectory, seedsDirectory: join(projectRoot, 'seeds'), log });
}
