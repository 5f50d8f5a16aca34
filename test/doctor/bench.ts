/** The doctor on an environment of the test's own. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/config/reader.ts';
import { examine, type Finding } from '../../src/doctor.ts';
import { tempDirectory } from '../temp-directory.ts';

const seedsDirectory = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Everything the doctor says of this environment. */
export async function findingsOf(
  environment: Environment,
  options: Partial<Parameters<typeof examine>[0]> = {},
): Promise<Finding[]> {
  const baseDirectory = tempDirectory();
  const findings: Finding[] = [];
  for await (const finding of examine({
    environment: { PORT: '0', ...environment },
    baseDirectory,
    indexDirectory: join(baseDirectory, 'index'),
    seedsDirectory,
    nodeVersion: 'v20.19.0',
    ...options,
  }))
    findings.push(finding);
  return findings;
}

/** What is said of one thing: "ok: …", "problem: … → …". */
export const saidOf = (findings: readonly Finding[], subject: string) =>
  findings
    .filter((finding) => finding.subject === subject)
    .map(({ state, text, remedy }) => `${state}: ${text}${remedy === undefined ? '' : ` → ${remedy}`}`);
