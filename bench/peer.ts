/** The packages to compare with: installed once, beside the benchmark and apart from the project's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from './processes.ts';

const folder = join(projectRoot, 'bench');
/** npm writes this file last; the library's name is there only when it could be compiled. */
const NEEDED = ['node_modules/.package-lock.json', 'node_modules/hnswlib-node/build/Release/addon.node'];

const isInstalled = (): boolean => NEEDED.every((path) => existsSync(join(folder, path)));

/** Whether the peer can be measured; installs it when it isn't there. `say` is told what happens. */
export function ensurePeer(say: (text: string) => void): boolean {
  if (isInstalled()) return true;
  say('Installing LangChain to compare with, once: npm ci --prefix bench');
  // npm tells its scripts which npm runs them; started otherwise, the one on the path has to do.
  const script = process.env.npm_execpath ?? '';
  const [command, first] = basename(script) === 'npm-cli.js' ? [process.execPath, [script]] : ['npm', []];
  const { status } = spawnSync(command, [...first, 'ci', '--prefix', folder], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  return status === 0 && isInstalled();
}
