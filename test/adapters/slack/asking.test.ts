import { describe, expect, test } from 'vitest';
import { effectsOfMessage } from '../../standins/slack/mrkdwn.ts';
import { seenText } from '../../standins/slack/seen.ts';
import { answerOf } from '../cli/fake-shell.ts';
import { callsOf, clerkAnswer, passage, posted, startSlack } from './bench.ts';

describe('in a channel', () => {
  test('a question that mentions the bot is answered once, in its thread, with its passage', async () => {
    const bench = await startSlack();
    const { slack, alice, hr, asked } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a <clerk> do?`);
    const reply = await slack.nextReply(question);
    await slack.settled();
    expect(posted(bench)).toHaveLength(1);
    expect(reply.threadTs).toBe(question.ts);
    expect(asked.map(({ text }) => text)).toEqual(['what does a <clerk> do?']);
    const read = seenText(reply);
    expect(read).toContain('The Clerk files: “Files records.” [1]');
    expect(read).toContain('[1] clerk.txt · Clerk · Duties · line 3');
    expect(read).toContain('[What is the pay grade of the Clerk?]');
    expect(reply.text).toBe('The Clerk files: “Files records.” (what does a &lt;clerk&gt; do?)');
    expect(callsOf(bench, 'chat.postMessage')[0]).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('what follows in that thread needs no mention, and knows what was asked before', async () => {
    const bench = await startSlack();
    const { slack, alice, ben, hr, asked } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    const first = await slack.nextReply(question);
    const more = slack.say(ben, hr, 'and its FLSA status?', { thread: question });
    const second = await slack.nextReply(more);
    expect(second.ts > first.ts).toBe(true);
    expect(asked.at(-1)).toMatchObject({ text: 'and its FLSA status?', history: ['what does a clerk do?'] });
  });

  test('it is silent when it is not spoken to: at the top, in other threads, when somebody else is addressed, to bots', async () => {
    const bench = await startSlack();
    const { slack, alice, ben, hr } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    await slack.nextReply(question);
    const robot = slack.world.addUser({ name: 'robot', isBot: true });
    hr.members.add(robot.id);
    const other = slack.say(ben, hr, 'what does a clerk do?');
    slack.say(alice, hr, 'no idea', { thread: other });
    slack.say(ben, hr, `<@${alice.id}> shall we ask in person?`, { thread: question });
    slack.sendEvent(
      {
        type: 'message',
        subtype: 'bot_message',
        bot_id: 'B9',
        channel: hr.id,
        channel_type: 'channel',
        text: `${slack.tag()} loop?`,
        ts: slack.world.nextTs(),
        thread_ts: question.ts,
      },
      hr,
    );
    slack.sendEvent(
      {
        type: 'app_mention',
        user: robot.id,
        bot_id: 'B9',
        channel: hr.id,
        text: `${slack.tag()} loop?`,
        ts: slack.world.nextTs(),
      },
      hr,
    );
    slack.join(slack.world.addUser({ name: 'cy' }), hr);
    await slack.settled();
    expect(posted(bench)).toHaveLength(1);
    expect(slack.posts.filter(({ kind }) => kind === 'ephemeral')).toEqual([]);
  });

  test('chatter in its thread is remarked on to its author alone', async () => {
    const bench = await startSlack({
      ask: async (question) =>
        question.text === 'thanks!'
          ? answerOf({ question: question.text, status: 'not-found', answer: 'I answer from specifications only.' })
          : clerkAnswer(question),
    });
    const { slack, alice, hr } = bench;
    const question = slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
    await slack.nextReply(question);
    slack.say(alice, hr, 'thanks!', { thread: question });
    const { user } = await slack.nextPost(({ kind }) => kind === 'ephemeral');
    await slack.settled();
    expect(user).toBe(alice.id);
    expect(posted(bench)).toHaveLength(1);
  });

  test('documents can do nothing in Slack: no mention, link, formatting or emoji of theirs takes effect', async () => {
    const hostile = 'Ask <!channel> or <@U0000001>, see <https://evil.example|here> *now* :tada: & @here';
    const bench = await startSlack({
      ask: async ({ text }) =>
        answerOf({ question: text, answer: `${hostile} [1]`, citations: [passage(`${hostile} again`)] }),
    });
    const { slack, alice, hr } = bench;
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} whom?`));
    const effects = effectsOfMessage({ text: reply.text, blocks: reply.blocks ?? [] });
    expect(effects).toMatchObject({ users: [], groups: [], broadcasts: [], channels: [], links: [] });
    expect(seenText(reply)).toContain(`${hostile} [1]`);
    expect(seenText(reply)).toContain(`${hostile} again`);
  });

  test('passages are linked where there are pages that show them', async () => {
    const bench = await startSlack({ linkTo: ({ line }) => `https://docs.example/clerk#L${line}` });
    const { slack, alice, hr } = bench;
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    const { links } = effectsOfMessage({ text: reply.text, blocks: reply.blocks ?? [] });
    expect(new Set(links.map(({ url }) => url))).toEqual(new Set(['https://docs.example/clerk#L3']));
  });

  test('the documents of a channel answer its questions', async () => {
    const bench = await startSlack({
      prepare: () => undefined,
      isStarted: false,
      config: { channelDocuments: new Map([['C-later', 'transit']]) },
    });
    const { slack, surface, alice, asked } = bench;
    const transit = slack.world.addChannel({ id: 'C-later', name: 'transit', members: [alice], withBot: true });
    await surface.start();
    await slack.nextReply(slack.say(alice, transit, `${slack.tag()} what does a clerk do?`));
    expect(asked[0]?.documents).toBe('transit');
  });
});

describe('in a direct message', () => {
  test('every message is answered below it, while a status says so', async () => {
    const bench = await startSlack();
    const { slack, alice } = bench;
    const question = slack.tell(alice, 'what does a clerk do?');
    const reply = await slack.nextReply(question);
    expect(reply.threadTs).toBe(question.ts);
    const [status] = slack.posts.filter(({ kind }) => kind === 'status');
    expect(status).toMatchObject({ threadTs: question.ts, text: 'is reading the class specifications…' });
    expect(slack.posts.findIndex(({ kind }) => kind === 'status')).toBeLessThan(
      slack.posts.findIndex(({ kind }) => kind === 'message'),
    );
  });

  test('a new message soon after goes on from the last one, and so does its thread; a later one starts anew', async () => {
    const bench = await startSlack();
    const { slack, alice, asked } = bench;
    await slack.nextReply(slack.tell(alice, 'what does a clerk do?'));
    const next = slack.tell(alice, 'and its FLSA status?');
    await slack.nextReply(next);
    await slack.nextReply(slack.tell(alice, 'and its pay?', { thread: next }));
    await slack.nextReply(slack.tell(alice, 'and its schedule?'));
    expect(asked.map(({ history }) => history.length)).toEqual([0, 1, 2, 3]);
    const later = (Number(slack.world.nextTs()) + 3_600).toFixed(6);
    const channel = slack.world.directChannel(alice);
    const last = slack.world.addMessage({
      channel: channel.id,
      user: alice.id,
      text: 'what about overtime?',
      ts: later,
    });
    slack.sendEvent({
      type: 'message',
      channel: channel.id,
      channel_type: 'im',
      user: alice.id,
      text: last.text,
      ts: last.ts,
    });
    await slack.nextPost(({ kind, threadTs }) => kind === 'message' && threadTs === last.ts);
    expect(asked.at(-1)).toMatchObject({ text: 'what about overtime?', history: [] });
  });

  test('opening it offers questions that the index answers', async () => {
    const { slack, alice } = await startSlack();
    slack.openMessagesTab(alice);
    const { args } = await slack.nextPost(({ kind }) => kind === 'prompts');
    expect(args).toMatchObject({
      prompts: [
        { title: 'What does the Clerk do?', message: 'What does the Clerk do?' },
        { message: 'Which classes are exempt?' },
      ],
    });
  });
});

test('a table comes as a table, and what it can show no more in lines', async () => {
  const table = '| | Clerk | Auditor |\n| --- | --- | --- |\n| FLSA | “Exempt” [1] | |';
  const bench = await startSlack({
    ask: async ({ text }) => answerOf({ question: text, answer: table, citations: [passage('Exempt')] }),
  });
  const { slack, alice, hr } = bench;
  const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} compare clerk and auditor`));
  expect(reply.blocks?.[0]).toMatchObject({
    type: 'table',
    rows: [
      [{ text: '–' }, { text: 'Clerk' }, { text: 'Auditor' }],
      [{ text: 'FLSA' }, { text: '“Exempt” [1]' }, { text: '–' }],
    ],
  });
  expect(reply.text).toBe(
    '– | Clerk | Auditor. FLSA | “Exempt” [1] | –. Source. [1] clerk.txt · Clerk · Duties · line 3',
  );
});
