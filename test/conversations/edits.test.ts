import { setImmediate as settle, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/conversations/conversations.ts';
import type { FeedbackLog } from '../../src/ports.ts';
import { answerOf } from '../adapters/cli/fake-shell.ts';
import { MINUTE_MS } from '../history/history-store.contract.ts';
import { createBench, createHeldAsk, incoming, kinds } from './bench.ts';

describe('an edit', () => {
  const EDITED = 'What is the pay grade?';

  test('within two minutes is answered in the place of the original, with what was asked before it', async () => {
    const { conversations, asked, clock, store } = createBench();
    await conversations.ask(incoming('zero'));
    const original = incoming('one');
    const first = await conversations.ask(original);
    await conversations.ask(incoming('two'));
    clock.advance(2 * MINUTE_MS);
    const outcome = await conversations.edit({ ...original, event: 'edit', text: EDITED });
    expect(outcome).toMatchObject({ kind: 'answer', answer: { question: EDITED } });
    expect(asked.at(-1)).toMatchObject({ text: EDITED, history: ['zero'] });
    expect((await store.turns('thread')).map(({ question }) => question)).toEqual(['zero', EDITED, 'two']);
    expect(first.kind === 'answer' && (await conversations.recall(first.reference))).toBeUndefined();
    clock.advance(1);
    expect(await conversations.edit({ ...original, event: 'later edit', text: 'three' })).toEqual({
      kind: 'duplicate',
    });
  });

  test.each<[string, Partial<Incoming>]>([
    ['changes nothing', { event: 'edit', text: ' one ' }],
    ['leaves nothing', { event: 'edit', text: ' ' }],
    ['was delivered before', {}],
    ['is of a message that was never a question', { event: 'edit', message: 'unheard of', text: EDITED }],
  ])('that %s is a duplicate', async (_, change) => {
    const { conversations, asked } = createBench();
    const original = incoming('one');
    await conversations.ask(original);
    expect(await conversations.edit({ ...original, text: EDITED, ...change })).toEqual({ kind: 'duplicate' });
    expect(asked).toHaveLength(1);
  });

  test('of a question that is still being answered comes after it', async () => {
    const { held, ask } = createHeldAsk();
    const { conversations, store } = createBench({ ask });
    const original = incoming('one');
    const outcomes = [conversations.ask(original), conversations.edit({ ...original, event: 'edit', text: EDITED })];
    await settle();
    held[0]?.answer();
    await outcomes[0];
    await settle();
    held[1]?.answer();
    expect(kinds(await Promise.all(outcomes))).toEqual(['answer', 'answer']);
    expect((await store.turns('thread')).map(({ question }) => question)).toEqual([EDITED]);
  });

  test.each([
    ['failed', 'fail'],
    ['was empty', ''],
  ])('of a message that %s is asked anew, once', async (_, text) => {
    const { conversations } = createBench({
      ask: async (question) => {
        if (question.text === 'fail') throw new Error('failed');
        return answerOf({ question: question.text });
      },
    });
    const original = incoming(text);
    await conversations.ask(original);
    const edits = await Promise.all(
      ['edit', 'edit'].map((event) => conversations.edit({ ...original, event, text: EDITED })),
    );
    expect(kinds(edits).sort()).toEqual(['answer', 'duplicate']);
  });
});

describe('beside answers', () => {
  test('what may happen once happens once, whatever was asked under that id', async () => {
    const { conversations } = createBench();
    await conversations.ask(incoming('one', { event: 'id', message: 'id' }));
    const claims = await Promise.all(['id', 'id', 'id'].map((id) => conversations.claim(id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('questions without an answer and opinions on answers are kept, where that is switched on', async () => {
    const kept: unknown[] = [];
    const feedback: FeedbackLog = {
      unanswered: async (entry) => void kept.push(entry),
      reaction: async (entry) => void kept.push(entry),
    };
    const { conversations } = createBench({
      feedback,
      ask: async ({ text }) => answerOf({ question: text, status: text === 'known' ? 'answered' : 'not-found' }),
    });
    await conversations.ask(incoming('unknown', { documents: 'hr' }));
    const outcome = await conversations.ask(incoming('known'));
    const reference = outcome.kind === 'answer' ? outcome.reference : '';
    await conversations.feedback({ reference, user: 'U2', reaction: 'down', reason: 'old' });
    await conversations.feedback({ reference: 'forgotten', user: 'U2', reaction: 'up' });
    expect(kept).toEqual([
      { question: 'unknown', user: 'U1', documents: 'hr' },
      { reference, user: 'U2', reaction: 'down', reason: 'old', question: 'known' },
      { reference: 'forgotten', user: 'U2', reaction: 'up', question: undefined },
    ]);
  });

  test('a feedback log that cannot be written costs nobody an answer', async () => {
    const fail = () => Promise.reject(new Error('disk full'));
    const { conversations, lines } = createBench({
      feedback: { unanswered: fail, reaction: fail },
      ask: async ({ text }) => answerOf({ question: text, status: 'not-found' }),
    });
    expect((await conversations.ask(incoming('one'))).kind).toBe('answer');
    await conversations.feedback({ reference: 'r', user: 'U1', reaction: 'up' });
    expect(lines.filter((line) => line.startsWith("The feedback log can't be written: disk full"))).toHaveLength(2);
  });

  test.each([
    [false, 'A question was answered in 1 ms: answered'],
    [true, 'A question was answered in 1 ms: answered: Who is paid what?'],
  ])('with the text of questions in the log set to %s, the line is “%s”', async (logText, line) => {
    const { conversations, lines } = createBench({ logText });
    await conversations.ask(incoming('Who is paid what?'));
    expect(lines).toEqual([line]);
  });

  test('draining waits for what was begun, waiting questions too, and declines what comes then', async () => {
    const { conversations, asked } = createBench({
      ask: async ({ text }) => {
        await sleep(5);
        return answerOf({ question: text });
      },
      limits: { concurrency: 1 },
    });
    const outcomes = ['one', 'two'].map((text) => conversations.ask(incoming(text)));
    await conversations.drain();
    expect(asked).toHaveLength(2);
    expect(kinds(await Promise.all(outcomes))).toEqual(['answer', 'answer']);
    const late = incoming('late');
    expect(await conversations.ask(late)).toEqual({ kind: 'declined', text: expect.stringContaining('restarted') });
    expect(asked).toHaveLength(2);
  });
});
