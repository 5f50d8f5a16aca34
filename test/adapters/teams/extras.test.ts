import { afterEach, describe, expect, it } from 'vitest';
import { ambiguous, answerOf, cited } from './answers.ts';
import { type Rig, type RigOptions, startRig } from './rig.ts';

let rig: Rig;
const start = async (options: Partial<RigOptions> = {}) => {
  rig = await startRig({ answerTo: cited, ...options });
  await rig.surface.start();
};
afterEach(() => rig.close());

describe('feedback', () => {
  const rate = (value: unknown, changes: object = {}) =>
    rig.post(rig.activity({ type: 'invoke', name: 'message/submitAction', text: undefined, value, ...changes }));
  const feedback = (reaction: string, reason: unknown) => ({
    actionName: 'feedback',
    actionValue: { reaction, feedback: reason },
  });
  const ask = async () => {
    await rig.post(rig.activity());
    const [sent] = await rig.service.untilMessages(1);
    return sent?.id ?? '';
  };

  it('reaches the answer that it is about, as Teams sends it', async () => {
    await start();
    const replyToId = await ask();
    const response = await rate(feedback('dislike', '{"feedbackText":"The grade is old."}'), { replyToId });
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(rig.conversations.kept).toEqual([
      { reference: 'reference-1', user: 'teams:aad-ann', reaction: 'down', reason: 'The grade is old.' },
    ]);
  });

  it('reaches the latest answer, as the playground sends it', async () => {
    await start();
    await ask();
    expect((await rate(feedback('like', 'Just right'))).status).toBe(200);
    expect(rig.conversations.kept).toEqual([
      { reference: 'reference-1', user: 'teams:aad-ann', reaction: 'up', reason: 'Just right' },
    ]);
  });

  it.each([
    ['an answer that is not known', feedback('like', ''), { replyToId: 'unknown' }],
    ['no feedback at all', { actionName: 'other' }, {}],
    ['a reaction that is none', feedback('meh', ''), {}],
    ['no value', undefined, {}],
  ])('of %s is acknowledged and not kept', async (_, value, changes) => {
    await start();
    await ask();
    const response = await rate(value, changes);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(rig.conversations.kept).toEqual([]);
  });

  it('without a reason is kept without one', async () => {
    await start();
    await ask();
    await rate(feedback('like', '{}'));
    await rate(feedback('like', undefined));
    expect(rig.conversations.kept.map(({ reason }) => reason)).toEqual([undefined, undefined]);
  });
});

describe('the search beside the compose box', () => {
  const query = async (value: string, name = 'question') => {
    const parameters = [{ name, value }];
    const response = await rig.post(
      rig.activity({ type: 'invoke', name: 'composeExtension/query', value: { commandId: 'ask', parameters } }),
    );
    expect(response.status).toBe(200);
    // biome-ignore lint/suspicious/noExplicitAny: the wire's own shape
    return ((await response.json()) as any).composeExtension;
  };

  it('gives each cited passage as a card to send on, word for word, with its place', async () => {
    await start({ answerTo: ambiguous, linkTo: ({ marker }) => `https://hr.example.org/${marker}` });
    const { type, attachmentLayout, attachments } = await query('warden');
    expect([type, attachmentLayout, attachments.length]).toEqual(['result', 'list', 2]);
    expect(attachments[0].preview).toEqual({
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: 'Warden 1 · Duties', text: 'Plans and reviews the work of unit 1.' },
    });
    const card = JSON.stringify(attachments[0].content);
    expect(card).toContain('“Plans and reviews the work of unit 1.”');
    expect(card).toContain('warden-1.txt · Warden 1 · Duties · line 11');
    expect(card).toContain('https://hr.example.org/1');
  });

  it('keeps out of the conversation of the person who searches', async () => {
    await start();
    await query('warden');
    expect(rig.conversations.asked[0]?.thread).toMatch(/^teams:search:/);
  });

  it('says a sentence where there is nothing to send', async () => {
    await start({ answerTo: () => answerOf('I answer from job class specifications only.') });
    expect(await query('weather')).toEqual({ type: 'message', text: 'I answer from job class specifications only.' });
    expect(await query('true', 'initialRun')).toMatchObject({ type: 'message' });
    expect(await query('  ')).toMatchObject({ type: 'message' });
    expect(rig.conversations.asked).toHaveLength(1);
  });

  it('says what a failure says', async () => {
    await start({ answerTo: () => ({ kind: 'failed', text: 'Not just now.', reference: 'r-1' }) });
    expect(await query('warden')).toEqual({ type: 'message', text: 'Not just now.' });
  });
});

describe('a button of a card in the playground', () => {
  it('asks its question, which the playground hands back without any text', async () => {
    await start({ playground: true });
    await rig.post(rig.activity({ text: undefined, value: { ask: 'Which classes are exempt?' } }));
    const [sent] = await rig.service.untilMessages(1);
    expect(rig.conversations.asked.map(({ text }) => text)).toEqual(['Which classes are exempt?']);
    const [card] = sent?.activity.attachments ?? [];
    expect(card.content.actions.map(({ data }: { data: object }) => data)).toContainEqual({
      ask: 'Which classes are exempt?',
    });
    expect(sent?.activity).not.toHaveProperty('suggestedActions');
  });
});

describe('the greeting', () => {
  const team = { id: '19:team', conversationType: 'channel' };
  const installation = (conversation: object) => [
    rig.activity({ type: 'installationUpdate', action: 'add', text: undefined, conversation }),
    rig.activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], text: undefined, conversation }),
  ];

  it.each(['in one order', 'in the other'])('comes once in a team, both events %s', async (order) => {
    await start();
    const activities = installation(team);
    for (const activity of order === 'in the other' ? activities.reverse() : activities) await rig.post(activity);
    await rig.surface.stop();
    const greetings = rig.service.messages();
    expect(greetings).toHaveLength(1);
    expect(greetings[0]?.activity.text).toContain('4 job classes in 5 documents');
    expect(greetings[0]?.activity.suggestedActions.actions).toHaveLength(2);
  });

  it('leaves personal chats to the prompt starters of the manifest', async () => {
    await start();
    for (const activity of installation({ id: 'a:new', conversationType: 'personal' })) await rig.post(activity);
    await rig.surface.stop();
    expect(rig.service.messages()).toHaveLength(0);
  });

  it('comes in personal chats of the playground, which has no manifest', async () => {
    await start({ playground: true });
    for (const activity of installation({ id: 'a:new', conversationType: 'personal' })) await rig.post(activity);
    await rig.surface.stop();
    expect(rig.service.messages()).toHaveLength(1);
  });

  it('is not for other people who join, nor for the bot leaving', async () => {
    await start();
    const base = { text: undefined, conversation: team };
    await rig.post(rig.activity({ ...base, type: 'conversationUpdate', membersAdded: [{ id: '29:ben' }] }));
    await rig.post(rig.activity({ ...base, type: 'installationUpdate', action: 'remove' }));
    await rig.surface.stop();
    expect(rig.service.messages()).toHaveLength(0);
  });
});
