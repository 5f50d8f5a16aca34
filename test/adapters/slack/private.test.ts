import { describe, expect, test } from 'vitest';
import type { Feedback } from '../../../src/conversations/conversations.ts';
import { effectsOfMessage } from '../../standins/slack/mrkdwn.ts';
import { seenText } from '../../standins/slack/seen.ts';
import type { Message, View } from '../../standins/slack/world/model.ts';
import { answerOf } from '../cli/fake-shell.ts';
import { clerkAnswer, passage, posted, type SlackBench, startSlack } from './bench.ts';

/** What only `user` sees, in order. */
function whispers({ slack }: Pick<SlackBench, 'slack'>): Message[] {
  return slack.posts.flatMap(({ kind, message }) => (kind === 'ephemeral' && message ? [message] : []));
}

async function whisper({ slack }: SlackBench, from = 0): Promise<Message> {
  const { message } = await slack.nextPost(({ kind }) => kind === 'ephemeral', { from });
  return message as Message;
}

function readView({ slack }: SlackBench): string {
  const { view } = slack.posts.filter(({ kind }) => kind === 'view' || kind === 'home').at(-1) ?? {};
  return view === undefined ? '' : seenText({ blocks: view.content.blocks });
}

describe('/jobclass', () => {
  test('answers for one person, also where the bot is no member, and knows what they asked before', async () => {
    const bench = await startSlack();
    const { slack, alice, asked } = bench;
    const elsewhere = slack.world.addChannel({ name: 'random', members: [alice] });
    expect((await slack.slash(alice, elsewhere, '/jobclass', 'what does a clerk do?')).isAcknowledged).toBe(true);
    const answer = await whisper(bench);
    expect(answer.ephemeralFor).toBe(alice.id);
    expect(seenText(answer)).toContain('The Clerk files: “Files records.” [1]');
    await slack.slash(alice, elsewhere, '/jobclass', 'and its pay grade?');
    await slack.settled();
    expect(asked.at(-1)).toMatchObject({ text: 'and its pay grade?', history: ['what does a clerk do?'] });
    expect(posted(bench)).toEqual([]);
  });

  test.each(['', 'help', ' ? '])('alone or asking for help (%j) says how, with questions to click', async (text) => {
    const bench = await startSlack();
    const { slack, alice, hr, asked } = bench;
    await slack.slash(alice, hr, '/jobclass', text);
    const help = await whisper(bench);
    expect(seenText(help)).toContain('Type your question after /jobclass');
    const before = slack.posts.length;
    await slack.click(alice, help, 'What does the Clerk do?');
    expect(seenText(await whisper(bench, before))).toContain('The Clerk files');
    expect(asked.map((question) => question.text)).toEqual(['What does the Clerk do?']);
  });

  test('shares its answer once, and says who did', async () => {
    const bench = await startSlack();
    const { slack, alice, ben } = bench;
    const elsewhere = slack.world.addChannel({ name: 'random', members: [alice, ben] });
    await slack.slash(alice, elsewhere, '/jobclass', 'what does a clerk do?');
    const answer = await whisper(bench);
    await slack.click(alice, answer, 'Share in channel');
    await slack.click(alice, answer, 'Share in channel');
    await slack.settled();
    const seen = slack.visible(elsewhere, ben).map(seenText);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toContain(`@${alice.id} shared: what does a clerk do?`);
    expect(seen[0]).toContain('The Clerk files: “Files records.” [1]');
    expect(seenText(whispers(bench).at(-1) as Message)).toBe('This answer has been shared already.');
    const from = slack.posts.length;
    const [shared] = slack.visible(elsewhere, ben);
    await slack.click(ben, shared as Message, 'What is the pay grade of the Clerk?');
    expect(seenText(await whisper(bench, from))).toContain(`@${ben.id} asked: What is the pay grade of the Clerk?`);
  });

  test('a long answer stays within what a response URL can take, and says that it is cut', async () => {
    const answer = Array.from({ length: 400 }, (_, at) => `- ${at}: ${'Files records. '.repeat(30)}`).join('\n');
    const bench = await startSlack({ ask: async ({ text }) => answerOf({ question: text, answer }) });
    const { slack, alice, hr } = bench;
    await slack.slash(alice, hr, '/jobclass', 'list all');
    await expect.poll(() => whispers(bench).length, { timeout: 5_000 }).toBe(4);
    expect(seenText(whispers(bench).at(-1) as Message)).toContain('its end is left out');
  });
});

describe('suggestions', () => {
  test('are asked in the thread, with who asked, once however often they are clicked', async () => {
    const bench = await startSlack();
    const { slack, alice, ben, hr, asked } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    const reply = await slack.nextReply(question);
    await Promise.all([1, 2].map(() => slack.click(ben, reply, 'What is the pay grade of the Clerk?')));
    await slack.nextReply(reply);
    await slack.click(alice, reply, 'What is the pay grade of the Clerk?');
    await slack.settled();
    expect(asked.slice(1)).toEqual([
      { text: 'What is the pay grade of the Clerk?', history: ['what does a clerk do?'], documents: undefined },
    ]);
    const [, second] = posted(bench);
    expect(second?.threadTs).toBe(question.ts);
    expect(seenText(second as Message)).toContain(`@${ben.id} asked: What is the pay grade of the Clerk?`);
    expect(posted(bench)).toHaveLength(2);
  });
});

describe('sources', () => {
  const citations = Array.from({ length: 40 }, (_, at) =>
    passage(`Passage ${at} <of> many.`, { marker: at + 1, line: at + 1 }),
  );
  const ask = async ({ text }: { text: string }) =>
    answerOf({ question: text, answer: 'Forty say so. [1]', citations });

  test('that have no room are one click away, all of them, word for word', async () => {
    const bench = await startSlack({ ask });
    const { slack, alice, hr } = bench;
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} who says so?`));
    expect(seenText(reply)).toContain('Passage 4 <of> many.');
    expect(seenText(reply)).not.toContain('Passage 5 ');
    await slack.click(alice, reply, 'All sources (40)');
    await slack.nextPost(({ kind }) => kind === 'view');
    for (const { quote } of citations) expect(readView(bench)).toContain(quote);
  });

  test('of an answer that is forgotten are said to be', async () => {
    const bench = await startSlack({ ask, conversations: { recall: async () => undefined } });
    const { slack, alice, hr } = bench;
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} who says so?`));
    await slack.click(alice, reply, 'All sources (40)');
    await slack.nextPost(({ kind }) => kind === 'view');
    expect(readView(bench)).toBe('I no longer have this answer. Please ask the question again.');
  });
});

describe('feedback', () => {
  test('is kept at once, and its reason when one is given', async () => {
    const kept: Feedback[] = [];
    const bench = await startSlack({
      conversations: {
        feedback: async (feedback) => {
          kept.push(feedback);
        },
      },
    });
    const { slack, alice, hr } = bench;
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    await slack.click(alice, reply, 'feedback', { feedback: 'positive' });
    await slack.click(alice, reply, 'feedback', { feedback: 'negative' });
    await slack.nextPost(({ kind }) => kind === 'view');
    await slack.submitView(alice, { reason: 'It left out filing.' });
    await slack.settled();
    expect(kept.map(({ reaction, reason }) => [reaction, reason])).toEqual([
      ['up', undefined],
      ['down', undefined],
      ['down', 'It left out filing.'],
    ]);
    expect(new Set(kept.map(({ reference }) => reference)).size).toBe(1);
  });
});

describe('"Ask HR"', () => {
  test('mentions the group in the thread, once, and asks nobody where it is not set up', async () => {
    const bench = await startSlack({ isStarted: false, config: { askHrGroup: 'S0HR' } });
    const { slack, surface, alice, ben, hr } = bench;
    await surface.start();
    const question = slack.say(alice, hr, `${slack.tag()} what does a <clerk> do?`);
    const reply = await slack.nextReply(question);
    await slack.click(ben, reply, 'Ask HR');
    await slack.nextReply(reply);
    await slack.click(alice, reply, 'Ask HR');
    await slack.settled();
    const [, call] = posted(bench);
    expect(posted(bench)).toHaveLength(2);
    expect(call?.threadTs).toBe(question.ts);
    const { groups, users } = effectsOfMessage({ text: call?.text ?? '', blocks: call?.blocks ?? [] });
    expect([new Set(groups), new Set(users)]).toEqual([new Set(['S0HR']), new Set([ben.id])]);
    expect(seenText(call as Message)).toContain('what does a <clerk> do?');
    expect(seenText(whispers(bench).at(-1) as Message)).toBe('HR has already been asked in this thread.');
    expect(seenText(await slack.nextReply(slack.tell(alice, 'what does a clerk do?')))).not.toContain('Ask HR');
  });
});

describe('"Find class for text"', () => {
  test('answers in a modal, also where the bot is no member, and about a text as long as Slack allows', async () => {
    const bench = await startSlack();
    const { slack, alice, ben, asked } = bench;
    const elsewhere = slack.world.addChannel({ name: 'random', members: [alice, ben] });
    const message = slack.say(ben, elsewhere, `Files & sorts records. ${'Answers letters. '.repeat(2_000)}`);
    const { isAcknowledged } = await slack.shortcut(alice, 'match_text', message);
    await slack.nextPost(({ kind, via }) => kind === 'view' && via === 'views.update');
    expect(isAcknowledged).toBe(true);
    expect(readView(bench)).toContain('The Clerk files: “Files records.” [1]');
    expect(asked[0]?.text).toMatch(/^Which class fits these duties:\nFiles & sorts records\. Answers letters\. /);
    expect(asked[0]?.text.length).toBeLessThan(8_100);
  });

  test('answers in a message when no modal opens', async () => {
    const bench = await startSlack();
    const { slack, alice, ben, hr } = bench;
    slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await slack.shortcut(alice, 'match_text', slack.say(ben, hr, 'Files records.'));
    expect(seenText(await whisper(bench))).toContain('The Clerk files');
  });
});

describe('the App Home', () => {
  test('says what is covered, how to ask and what is kept, and answers its examples', async () => {
    const bench = await startSlack();
    const { slack, alice, asked } = bench;
    slack.openHome(alice);
    const { view } = await slack.nextPost(({ kind }) => kind === 'home');
    expect(readView(bench)).toContain(
      '5 documents about 4 classes of City of Harbor and Harbor Transit. Read last on 2026-11-22.',
    );
    await slack.click(alice, view as View, 'Which classes are exempt?');
    await slack.nextPost(({ kind, via }) => kind === 'view' && via === 'views.update');
    expect(readView(bench)).toContain('(Which classes are exempt?)');
    expect(asked).toHaveLength(1);
  });

  test('an answer that fails is said there, too', async () => {
    const bench = await startSlack({ ask: () => Promise.reject(new Error('broken')) });
    const { slack, alice } = bench;
    slack.openHome(alice);
    const { view } = await slack.nextPost(({ kind }) => kind === 'home');
    await slack.click(alice, view as View, 'Which classes are exempt?');
    await slack.nextPost(({ kind, via }) => kind === 'view' && via === 'views.update');
    expect(readView(bench)).toMatch(/^Something went wrong here/);
  });
});

test('an answer with a table is told in lines in a modal', async () => {
  const table = '| | Clerk |\n| --- | --- |\n| FLSA | “Exempt” [1] |';
  const bench = await startSlack({ ask: async ({ text }) => clerkAnswer({ text, history: [] }, { answer: table }) });
  const { slack, alice, hr } = bench;
  await slack.shortcut(alice, 'match_text', slack.say(alice, hr, 'Files records.'));
  await slack.nextPost(({ kind, via }) => kind === 'view' && via === 'views.update');
  expect(readView(bench)).toContain('FLSA\n• Clerk: “Exempt” [1]');
});
