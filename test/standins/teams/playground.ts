/** Microsoft 365 Agents Playground in a headless browser: Microsoft's own view of what the bot sends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = BROWSERS.find(existsSync);

const root = fileURLToPath(new URL('../../..', import.meta.url));
const cli = join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js');

/** Why the playground can't be used here; undefined when it can. */
export const whyNoPlayground = !existsSync(cli)
  ? 'the development dependency @microsoft/m365agentsplayground is not installed'
  : executablePath === undefined
    ? 'there is no Chromium (apt-get install chromium)'
    : undefined;

export interface Playground {
  page: Page;
  close(): Promise<void>;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilServed(url: string, process: ChildProcess, output: () => string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (process.exitCode !== null) break;
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The playground did not start: ${output()}`);
}

/** Starts the playground against a bot, and opens it in a browser. */
export async function startPlayground(endpoint: string, home: string): Promise<Playground> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  const child = spawn(process.execPath, [cli, 'start', '-e', endpoint, '-p', String(port), '-c', 'msteams', '--dt'], {
    cwd: dirname(cli),
    // A home of its own: it keeps settings there. No browser of the person who runs this.
    env: { PATH: process.env.PATH, HOME: home, TEAMSAPPTESTER_BROWSER: 'none', BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    if (child.exitCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  };
  try {
    await untilServed(url, child, () => output);
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    // Loopback only: nothing is asked of the network.
    await page.route('**/*', (route) =>
      new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
    );
    await page.goto(url);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
