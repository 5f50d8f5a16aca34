import { describe, expect, test } from 'vitest';
import { createHeldAsk } from '../../conversations/bench.ts';
import { seenText } from '../../standins/slack/seen.ts';
import { answerOf } from '../cli/fake-shell.ts';
import { callsOf, clerkAnswer, posted, startSlack } from './bench.ts';
import { unescaped } from './replies.ts';

describe('each question gets exactly one reply', () => {
  test('when its acknowledgement is lost and it is delivered again', async () => {
    const bench = await startSlack({ times: { ack: 60, retries: [0, 10, 10] } });
    const { slack, alice, asked } = bench;
    slack.sockets.loseAcks(true);
    slack.tell(alice, 'what does a clerk do?');
    await slack.deliveries[0]?.done;
    await slack.settled();
    expect(slack.deliveries[0]?.attempts.length).toBeGreaterThan(2);
    expect(asked).toHaveLength(1);
    expect(posted(bench)).toHaveLength(1);
  });

  test('when Slack fails after it has posted, or the connection breaks then', async () => {
    for (const fault of [{ kind: 'status-after', status: 502 }, { kind: 'reset-after' }] as const) {
      const bench = await startSlack();
      const { slack, alice, hr } = bench;
      slack.faults.next('chat.postMessage', fault, 3);
      const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
      await slack.nextReply(question);
      await slack.settled();
      expect(posted(bench)).toHaveLength(1);
    }
  });

  test('when Slack fails before it has posted, or is not there for a moment', async () => {
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'reset' },
      { kind: 'error', error: 'internal_error' },
    ] as const) {
      const bench = await startSlack();
      const { slack, alice, hr } = bench;
      slack.faults.next('chat.postMessage', fault, 2);
      await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
      await slack.settled();
      expect(posted(bench)).toHaveLength(1);
    }
  });

  test('or at most two, when Slack fails and does not tell whether it has posted', async () => {
    const bench = await startSlack({ prepare: (slack) => slack.world.app.scopes.delete('channels:history') });
    const { slack, alice, hr } = bench;
    slack.faults.next('chat.postMessage', { kind: 'status-after', status: 502 }, 5);
    await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    await slack.settled();
    expect(posted(bench)).toHaveLength(2);
  });
});

test('too many calls delay a reply as long as Slack says, and no reply in another channel', async () => {
  const bench = await startSlack();
  const { slack, alice, hr } = bench;
  const other = slack.world.addChannel({ name: 'payroll', members: [alice], withBot: true });
  slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
  const start = Date.now();
  const limited = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
  await slack.nextPost(() => slack.calls.some(({ result }) => result !== 'ok'));
  await slack.nextReply(slack.say(alice, other, `${slack.tag()} what does an auditor do?`));
  expect(Date.now() - start).toBeLessThan(900);
  await slack.nextReply(limited);
  expect(Date.now() - start).toBeGreaterThanOrEqual(1_000);
});

test('several messages in one channel go out one a second, in order', async () => {
  const answer = Array.from({ length: 30 }, (_, at) => `- ${at}: ${'Files records. '.repeat(40)}`).join('\n');
  const bench = await startSlack({
    pace: { betweenMessages: 1_050 },
    ask: async ({ text }) => answerOf({ question: text, answer }),
  });
  const { slack, alice, hr } = bench;
  slack.faults.limitMessages(true);
  const question = slack.say(alice, hr, `${slack.tag()} list all`);
  await slack.nextReply(question, {
    within: 10_000,
    where: ({ blocks }) => blocks?.at(-1)?.type === 'context_actions',
  });
  expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ result }) => result)).not.toContain(
    'ratelimited',
  );
  const numbers = posted(bench).flatMap((message) =>
    [...seenText(message).matchAll(/• (\d+):/g)].map(([, number]) => Number(number)),
  );
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => at));
});

describe('what is too much for Slack', () => {
  const lines = Array.from({ length: 700 }, (_, at) => `- Class ${at}: ${'“Performs related work.” '.repeat(8)}[1]`);
  const ask = async ({ text }: { text: string }) => answerOf({ question: text, answer: lines.join('\n') });

  test('goes into a file, with the beginning before it', async () => {
    const bench = await startSlack({ ask });
    const { slack, alice, hr } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} list all`);
    const last = await slack.nextReply(question, { where: ({ blocks }) => blocks?.at(-1)?.type === 'context_actions' });
    expect(seenText(last)).toContain('all of it is in the file');
    const [file] = [...slack.world.files.values()];
    expect(file?.content.toString()).toContain('Class 699: “Performs related work.”');
    expect(posted(bench).filter(({ files }) => files.length === 0)).toHaveLength(2);
  });

  test('goes out in parts where the app may put no files, and says what is left out', async () => {
    const bench = await startSlack({ ask, prepare: (slack) => slack.world.app.scopes.delete('files:write') });
    const { slack, alice, hr } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} list all`);
    const last = await slack.nextReply(question, { where: ({ blocks }) => blocks?.at(-1)?.type === 'context_actions' });
    expect(seenText(last)).toContain('its end is left out');
    expect(posted(bench)).toHaveLength(12);
  });
});

test('when Slack refuses the blocks, the words go out without them, all of them', async () => {
  for (const error of ['invalid_blocks', 'msg_blocks_too_long', 'invalid_attachments']) {
    const answer = `Clerks <file> ${'records & letters, '.repeat(350)}[1]`;
    const bench = await startSlack({ ask: async ({ text }) => clerkAnswer({ text, history: [] }, { answer }) });
    const { slack, alice, hr } = bench;
    slack.faults.next('chat.postMessage', { kind: 'error', error });
    await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    await slack.settled();
    const texts = posted(bench).map(({ text }) => text);
    expect(texts.every((text) => text.length <= 4_000)).toBe(true);
    expect(
      unescaped(texts.join(' '))
        .replace(/\s+/g, ' ')
        .match(/records & letters, /g),
    ).toHaveLength(350);
    expect(texts.join('')).toContain('clerk.txt · Clerk · Duties · line 3');
    expect(posted(bench).every(({ blocks }) => (blocks ?? []).length === 0)).toBe(true);
  }
});

describe('an edit', () => {
  test('is answered in place of the first answer', async () => {
    const bench = await startSlack();
    const { slack, alice, hr, asked } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    const reply = await slack.nextReply(question);
    slack.edit(question, `${slack.tag()} what is a clerk paid?`);
    await slack.nextPost(({ kind }) => kind === 'update');
    await slack.settled();
    expect(asked.map(({ text }) => text)).toEqual(['what does a clerk do?', 'what is a clerk paid?']);
    expect(posted(bench)).toHaveLength(1);
    expect(seenText(reply)).toContain('(what is a clerk paid?)');
  });

  test('that comes while the answer is still being made replaces it when it is there', async () => {
    const { held, ask } = createHeldAsk();
    const bench = await startSlack({ ask });
    const { slack, alice } = bench;
    const question = slack.tell(alice, 'what does a clerk do?');
    await slack.settled();
    slack.edit(question, 'what does an auditor do?');
    await slack.settled();
    held[0]?.answer();
    await slack.settled();
    held[1]?.answer();
    await slack.settled();
    const thread = slack.visible(slack.world.directChannel(alice), alice, question).slice(1);
    expect(thread.map((message) => seenText(message).split('\n')[0])).toEqual(['Answer to what does an auditor do?']);
  });

  test('adds and deletes messages as the new answer needs', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `- ${at}: ${'Files records. '.repeat(30)}`).join('\n');
    const bench = await startSlack({
      ask: async ({ text }) => answerOf({ question: text, answer: text.includes('all') ? long : 'One line.' }),
    });
    const { slack, alice } = bench;
    const question = slack.tell(alice, 'list all');
    await slack.nextReply(question, { where: ({ blocks }) => blocks?.at(-1)?.type === 'context_actions' });
    const direct = slack.world.directChannel(alice);
    const before = slack.visible(direct, alice, question).length;
    slack.edit(question, 'list one');
    await slack.nextPost(({ kind }) => kind === 'delete');
    await slack.settled();
    expect(slack.visible(direct, alice, question)).toHaveLength(2);
    slack.edit(question, 'list all again');
    await slack.settled();
    expect(slack.visible(direct, alice, question)).toHaveLength(before);
  });

  test('that changes no word (a link unfolds), of the bot itself, or of a message that was no question is not answered', async () => {
    const bench = await startSlack();
    const { slack, alice, hr, asked } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    const chat = slack.say(alice, hr, 'good morning');
    await slack.nextReply(question);
    slack.edit(question, question.text);
    slack.edit(chat, 'good evening');
    await slack.settled();
    expect(asked).toHaveLength(1);
    expect(posted(bench)).toHaveLength(1);
  });
});

test('nothing is said below a question that was deleted before its answer was there', async () => {
  const { held, ask } = createHeldAsk();
  const bench = await startSlack({ ask });
  const { slack, alice, hr } = bench;
  const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
  await slack.settled();
  slack.remove(question);
  await slack.settled();
  held[0]?.answer();
  await slack.settled();
  expect(posted(bench)).toEqual([]);
});

test('a failure is one plain sentence with its reference, in the thread, and nothing secret is logged', async () => {
  const bench = await startSlack({
    ask: async () => {
      throw new Error('The index at /srv/secret is broken');
    },
  });
  const { slack, alice, hr, lines } = bench;
  const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
  expect(seenText(reply)).toMatch(/^Something went wrong here.*reference [0-9a-f]{8}.*\.$/);
  expect(lines.join('\n')).not.toContain(slack.world.app.botToken);
  expect(callsOf(bench, 'chat.postMessage')).toHaveLength(1);
});
