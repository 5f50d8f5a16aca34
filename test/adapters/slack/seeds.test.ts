import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { seenText } from '../../standins/slack/seen.ts';
import { tempDirectory } from '../../temp-directory.ts';
import { createTestLog } from '../../test-log.ts';
import { startSlack } from './bench.ts';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** The real app over the real index of the seeds. */
async function startOverSeeds() {
  const app = createApp({
    indexDirectory: join(tempDirectory(), 'index'),
    seedsDirectory: SEEDS,
    log: createTestLog(),
  });
  // Building the index takes longer than an answer may.
  await app.corpus();
  return startSlack({ ask: async (question) => (await app.ask(question)).answer });
}

const WITHIN = { within: 20_000 };

describe('over the seeds', () => {
  test('a thread is answered from the documents, each statement with its passage, follow-ups included', async () => {
    const { slack, alice, hr } = await startOverSeeds();
    const question = slack.say(alice, hr, `${slack.tag()} What is the pay grade of Coordinator II?`);
    const first = seenText(await slack.nextReply(question, WITHIN));
    expect(first).toContain('“PAY GRADE: 56” [2]');
    expect(first).toMatch(/\[2\] 001_\w+\.txt · COORDINATOR II \(30003028\) · PAY GRADE · line \d+/);
    const followUp = slack.say(alice, hr, 'and its FLSA status?', { thread: question });
    expect(seenText(await slack.nextReply(followUp, WITHIN))).toContain('FLSA Status: Exempt');
  });

  test('a comparison is a table, with all its passages one click away', async () => {
    const { slack, alice } = await startOverSeeds();
    const question = slack.tell(alice, 'compare operations coordinator and customer services coordinator');
    const reply = await slack.nextReply(question, WITHIN);
    expect(reply.blocks?.some(({ type }) => type === 'table')).toBe(true);
    await slack.click(alice, reply, 'sources');
    const { view } = await slack.nextPost(({ kind }) => kind === 'view');
    expect(seenText({ blocks: view?.content.blocks })).toContain('By position, performs lead work.');
  });

  test('what the documents do not say is said to be so, with what they do say', async () => {
    const { slack, alice } = await startOverSeeds();
    const reply = await slack.nextReply(slack.tell(alice, 'What is the pay grade of the Executive Aide?'), WITHIN);
    expect(seenText(reply)).toContain('states nothing on pay grade');
  });

  test('the duties in a message find their class', async () => {
    const { slack, alice, ben, hr } = await startOverSeeds();
    const text = 'Organize the distribution of fare media. Train staff and prepare staffing schedules.';
    await slack.shortcut(alice, 'match_text', slack.say(ben, hr, text));
    const { view } = await slack.nextPost(({ kind, via }) => kind === 'view' && via === 'views.update', WITHIN);
    expect(seenText({ blocks: view?.content.blocks })).toContain('Customer Services Coordinator');
  });
});
