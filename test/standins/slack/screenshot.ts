/** A page as a picture, drawn by the machine's own Chromium. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is, or undefined; `CHROMIUM` names another place. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

/** Draws pages into PNG files, each as tall as its content. Throws when there is no Chromium. */
export async function screenshots(pages: readonly { html: string; path: string }[]): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium: apt-get install chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const tab = await browser.newPage({ viewport: { width: 820, height: 200 } });
    // A page brings everything with it: nothing is fetched.
    await tab.route('**', (route) => route.abort());
    for (const { html, path } of pages) {
      await tab.setContent(html);
      await tab.screenshot({ path, fullPage: true });
    }
  } finally {
    await browser.close();
  }
}
