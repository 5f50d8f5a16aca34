import { describe, expect, test } from 'vitest';
import { seenText } from '../../standins/slack/seen.ts';
import { posted, startSlack } from './bench.ts';

const REFUSED = 'I answer people of this workspace only';

describe('who may ask', () => {
  test.each([
    ['a guest of one channel', { guest: 'single' as const }],
    ['a guest of several', { guest: 'multi' as const }],
    ['somebody of another workspace', { teamId: 'T0OTHER' }],
  ])('%s is refused politely and alone, once', async (_, person) => {
    const bench = await startSlack();
    const { slack, hr, asked } = bench;
    const guest = slack.world.addUser({ name: 'guest', ...person });
    slack.join(guest, hr);
    slack.say(guest, hr, `${slack.tag()} what does a clerk do?`);
    const { message, user } = await slack.nextPost(({ kind }) => kind === 'ephemeral');
    await slack.settled();
    expect(user).toBe(guest.id);
    expect(seenText(message ?? {})).toContain(REFUSED);
    expect(slack.posts.filter(({ kind }) => kind === 'ephemeral' || kind === 'message')).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  test('a guest is refused in direct messages, commands, buttons and the App Home', async () => {
    const bench = await startSlack();
    const { slack, alice, hr, asked } = bench;
    const guest = slack.world.addUser({ name: 'guest', guest: 'multi' });
    hr.members.add(guest.id);
    const reply = await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    expect(seenText(await slack.nextReply(slack.tell(guest, 'what does a clerk do?')))).toContain(REFUSED);
    await slack.slash(guest, hr, '/jobclass', 'what does a clerk do?');
    await slack.click(guest, reply, 'What is the pay grade of the Clerk?');
    slack.openHome(guest);
    const { view } = await slack.nextPost(({ kind }) => kind === 'home');
    await slack.settled();
    expect(seenText({ blocks: view?.content.blocks })).toContain(REFUSED);
    expect(slack.posts.flatMap(({ kind, message }) => (kind === 'ephemeral' ? [seenText(message ?? {})] : []))).toEqual(
      [expect.stringContaining(REFUSED), expect.stringContaining(REFUSED)],
    );
    expect(asked).toHaveLength(1);
  });

  test('guests are answered where that is switched on', async () => {
    const bench = await startSlack({ config: { allowGuests: true } });
    const { slack, hr } = bench;
    const guest = slack.world.addUser({ name: 'guest', teamId: 'T0OTHER' });
    slack.join(guest, hr);
    expect(seenText(await slack.nextReply(slack.say(guest, hr, `${slack.tag()} what does a clerk do?`)))).toContain(
      'Clerk',
    );
  });

  test('when Slack does not tell who somebody is, colleagues are answered; nobody is in a channel shared with others', async () => {
    const bench = await startSlack({ prepare: (slack) => slack.world.app.scopes.delete('users:read') });
    const { slack, alice, hr } = bench;
    await slack.nextReply(slack.say(alice, hr, `${slack.tag()} what does a clerk do?`));
    const shared = slack.world.addChannel({ name: 'shared', members: [alice], withBot: true, isExtShared: true });
    slack.say(alice, shared, `${slack.tag()} what does a clerk do?`);
    const { message } = await slack.nextPost(({ kind }) => kind === 'ephemeral');
    expect(seenText(message ?? {})).toContain('People of other organisations read this channel');
    expect(posted(bench)).toHaveLength(1);
  });

  test('a channel shared with others is answered in when the configuration names it', async () => {
    const bench = await startSlack({ config: { allowedChannels: new Set(['C-shared']) } });
    const { slack, alice } = bench;
    const shared = slack.world.addChannel({
      id: 'C-shared',
      name: 'shared',
      members: [alice],
      withBot: true,
      isExtShared: true,
    });
    await slack.nextReply(slack.say(alice, shared, `${slack.tag()} what does a clerk do?`));
  });
});

test('in a channel that is not one of those allowed, a line for who asked says so; direct messages are answered', async () => {
  const bench = await startSlack({ config: { allowedChannels: new Set(['C-other']) } });
  const { slack, alice, hr, asked } = bench;
  slack.say(alice, hr, `${slack.tag()} what does a clerk do?`);
  const { message } = await slack.nextPost(({ kind }) => kind === 'ephemeral');
  expect(seenText(message ?? {})).toBe(
    'I don’t answer in this channel. Ask me in a direct message, or in a channel meant for it.',
  );
  await slack.nextReply(slack.tell(alice, 'what does a clerk do?'));
  expect(asked).toHaveLength(1);
  expect(posted(bench)).toHaveLength(1);
});
