/**
 * The whole bot in Microsoft's own Agents Playground, as a person sees it. `TEAMS_PICTURES` names a folder for pictures
 * of each step.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTeamsSurface } from '../../../src/adapters/teams/teams.ts';
import { createApp } from '../../../src/app.ts';
import { createConversations } from '../../../src/conversations/create-conversations.ts';
import { createMemoryHistory } from '../../../src/history/memory.ts';
import { startPlayground, whyNoPlayground } from '../../standins/teams/playground.ts';
import { tempDirectory } from '../../temp-directory.ts';

const seedsDirectory = fileURLToPath(new URL('../../../seeds', import.meta.url));
const log = { line() {}, progress() {}, endProgress() {} };

/** Starts the bot on loopback, answering from the seeds. */
async function startBot(): Promise<{ endpoint: string; ratings: object[] }> {
  const ratings: object[] = [];
  const app = createApp({ indexDirectory: join(tempDirectory(), 'index'), seedsDirectory, log });
  const conversations = createConversations({
    ask: async (question) => (await app.ask(question)).answer,
    store: createMemoryHistory(Date.now),
    feedback: { reaction: async (rating) => void ratings.push(rating), unanswered: async () => {} },
    limits: {
      questions: 100,
      windowMs: 60_000,
      maxLength: 10_000,
      editMs: 60_000,
      answerMs: 60_000,
      concurrency: 4,
      perUser: 2,
      maxWaiting: 10,
    },
    log,
    logText: false,
    now: Date.now,
  });
  const surface = createTeamsSurface({
    config: { credentials: undefined, sensitivity: undefined },
    conversations,
    log,
    corpusSummary: () => ({
      documents: 5,
      classes: 5,
      employers: [],
      builtAt: '',
      examples: ['Which classes are exempt?'],
    }),
  });
  await surface.start();
  const server = createServer((request, response) => void surface.routes['/api/messages']?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await surface.stop();
    server.close();
    server.closeAllConnections();
    await app.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, ratings };
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.TEAMS_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Types a question, and waits until something with this text stands in the chat. */
async function ask(page: Page, question: string, expected: string | RegExp): Promise<void> {
  await page.locator('[role=textbox][contenteditable=true]').first().click();
  await page.keyboard.insertText(question);
  await page.keyboard.press('Enter');
  await page.getByText(expected).last().waitFor({ timeout: 30_000 });
}

/** Clicks an entry of a menu until the menu is gone: on a busy machine the playground draws it anew under the first click. */
async function choose(entry: Locator): Promise<void> {
  await entry.waitFor();
  for (let tries = 0; tries < 5 && (await entry.isVisible()); tries++) {
    const clicked = entry.click({ timeout: 5_000 }).then(() => entry.waitFor({ state: 'hidden', timeout: 5_000 }));
    await clicked.catch(() => undefined);
  }
  await entry.waitFor({ state: 'hidden' });
}

describe.skipIf(whyNoPlayground !== undefined)(`in the Agents Playground (${whyNoPlayground ?? 'it is here'})`, () => {
  it('answers with citations to open, tables, buttons and thumbs, alone and in a group', {
    timeout: 240_000,
    // Another's program in a browser: a machine under load makes it stumble.
    retry: 1,
  }, async () => {
    const { endpoint, ratings } = await startBot();
    const { page, close } = await startPlayground(endpoint, tempDirectory());
    onTestFinished(close);
    await page.getByText('I answer questions about 5 job classes').first().waitFor();

    await ask(page, 'compare operations coordinator and customer services coordinator', 'Passages in the table');
    await page.locator('.ac-adaptiveCard').last().waitFor();
    await picture(page, '1-comparison');

    await ask(page, 'What distinguishes Coordinator II from III?', 'has more responsibility for ensuring');
    const citation = page.locator('blockquote a.fai-Citation').first();
    expect(await citation.textContent()).toBe('1');
    await citation.hover();
    await page
      .getByText(/^COORDINATOR II · /)
      .first()
      .waitFor();
    await picture(page, '2-citation');

    await page.mouse.move(5, 5);
    await page.getByRole('button', { name: 'What does the Coordinator II do?' }).last().click();
    await page.getByText('The incumbent may perform a combination').last().waitFor();
    await picture(page, '3-suggestion-taken');

    await page.getByRole('button', { name: 'Dislike' }).last().click();
    await page.getByRole('dialog').locator('textarea').fill('Say which year.');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('button', { name: 'Close' }).last().click();
    expect(ratings).toMatchObject([{ reaction: 'down', reason: 'Say which year.' }]);

    await ask(page, 'Which classes are FLSA exempt?', '3 of 5 specifications');
    await ask(page, 'What does an Executive Aide do?', 'Performs related work as required');
    await picture(page, '4-list-and-section');

    await page.getByText('Group Chat', { exact: true }).last().click();
    await page.getByText('Mention me and ask anything').waitFor();
    await page.locator('[role=textbox][contenteditable=true]').first().click();
    await page.keyboard.type('@Test', { delay: 50 });
    await choose(page.getByRole('menuitem', { name: 'Test Bot' }));
    await page.keyboard.insertText(' which class handles fare media?');
    await page.keyboard.press('Enter');
    await page.getByText('managing fare media').last().waitFor();
    await picture(page, '5-group-chat');
  });
});
