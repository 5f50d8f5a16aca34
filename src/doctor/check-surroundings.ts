/** What a server needs around it: Node.js, a database, a file to write, a port. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { AppError } from '../errors.ts';
import { describePlace, type HistoryPlace, openHistory } from '../history/open.ts';
import { about, CHECK_TIMEOUT_MS, type Finding } from './finding.ts';

/** The oldest version that package.json allows. */
const NODE_NEEDED = [20, 19] as const;

/** `version` as process.version has it. */
export function checkNode(version: string): Finding[] {
  const node = about('Node.js');
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNew = major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1]);
  if (isNew) return [node.ok(`${version}.`)];
  return [node.problem(`${version} is too old.`, `Install ${NODE_NEEDED.join('.')} or newer.`)];
}

/** Opens the database as `npm start` does, tables and all, and closes it. */
export async function checkDatabase(place: HistoryPlace): Promise<Finding[]> {
  const database = about('Database');
  if (place.kind === 'memory')
    return [database.note('None: conversations are kept in memory, and forgotten when the process ends.')];
  const name = await describePlace(place);
  try {
    const store = await openHistory(place, { now: Date.now, lockWaitMs: 0 });
    try {
      await store.pseudonym('doctor');
    } finally {
      await store.close();
    }
    return [database.ok(`${name} can be used.`)];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (/ is in use \(/.test(error.message))
      return [database.note(`${error.message} That is as it should be if it is \`npm start\`.`)];
    return [database.problem(error.message, error.hint ?? 'Check DATABASE_URL.')];
  }
}

/** Whether the file can be appended to, or made. Writes nothing. */
export function checkFeedbackLog(path: string | undefined): Finding[] {
  const feedback = about('Feedback');
  if (path === undefined) return [feedback.note('Not kept: FEEDBACK_LOG is not set.')];
  let place = path;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    const isFolder = statSync(place).isDirectory();
    if (place === path ? isFolder : !isFolder) throw new Error(`"${place}" is ${isFolder ? 'a' : 'no'} folder`);
    return [feedback.ok(`"${path}" can be written.`)];
  } catch (error) {
    return [
      feedback.problem(
        `"${path}" can't be written: ${(error as Error).message}.`,
        'Check FEEDBACK_LOG and the permissions of its folder.',
      ),
    ];
  }
}

/** Whether the port is free, or has a Classwise on it. */
export async function checkPort(host: string, port: number): Promise<Finding[]> {
  const finding = about('Port');
  if (port === 0) return [finding.note('Any that is free.')];
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer().once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (failure === undefined) return [finding.ok(`${port} of ${host} is free.`)];
  if (failure.code === 'EADDRINUSE' && (await isClasswise(host, port)))
    return [finding.ok(`${port} of ${host} has a running Classwise on it.`)];
  const why = failure.code === 'EADDRINUSE' ? 'is in use' : `can't be used (${failure.code})`;
  return [
    finding.problem(`${port} of ${host} ${why}.`, 'Stop the program that has it, or set PORT (and HOST) to another.'),
  ];
}

async function isClasswise(host: string, port: number): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    const response = await fetch(`http://${name}:${port}/healthz`, { signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) });
    const health = (await response.json()) as { ok?: unknown; surfaces?: unknown };
    return typeof health.ok === 'boolean' && Array.isArray(health.surfaces);
  } catch {
    return false;
  }
}
