/** Where the tests' documents stand. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const seedsDirectory = fileURLToPath(new URL('../seeds/', import.meta.url));

/** File names of the specifications that the project carries. */
export const seedFiles: readonly string[] = readdirSync(seedsDirectory).sort();

/** Path of a seed. */
export function seedPath(file: string): string {
  return `${seedsDirectory}${file}`;
}

/** The 683 bulletins beside the project; undefined on a machine that lacks them. */
export const bulletinsDirectory: string | undefined = [
  fileURLToPath(new URL('../../shared/corpora/la-job-bulletins/txt/', import.meta.url)),
].find((path) => existsSync(path));
