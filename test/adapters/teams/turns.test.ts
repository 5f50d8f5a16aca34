import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain.ts';
import { byModel, cited, comparison, list } from './answers.ts';
import { type Rig, type RigOptions, startRig } from './rig.ts';

let rig: Rig;
const start = async (options: Partial<RigOptions> = {}) => {
  rig = await startRig({ answerTo: cited, ...options });
  await rig.surface.start();
};
afterEach(() => rig.close());

/** Resolves when everything begun is out. */
const settled = () => rig.surface.stop();
const channel = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: undefined };
const mention = (text = '<at>Classwise</at>') => ({
  type: 'mention',
  text,
  mentioned: { id: '28:bot', name: 'Classwise' },
});

describe('on the wire', () => {
  it('citations, label, feedback and buttons arrive as bytes', async () => {
    await start({ answerTo: byModel, sensitivity: { name: 'Internal', description: undefined } });
    await rig.post(rig.activity());
    const [sent] = await rig.service.untilMessages(1);
    const wire = JSON.parse(sent?.bytes.toString('utf8') ?? '');
    expect(wire.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Warden 1 · Duties',
              abstract: 'Plans and reviews the work of unit 1.',
              keywords: ['warden-1.txt', 'line 11'],
            },
          },
        ],
        usageInfo: { type: 'https://schema.org/Message', '@type': 'CreativeWork', name: 'Internal' },
      },
    ]);
    expect(wire).toMatchObject({
      text: 'A warden plans the work of the unit [1].',
      channelData: { feedbackLoop: { type: 'default' } },
      suggestedActions: { to: ['29:ann'], actions: [{ type: 'imBack' }, { type: 'imBack' }] },
      from: { id: '28:bot' },
      recipient: { id: '29:ann' },
      replyToId: 'question-1',
    });
  });

  it('cards arrive whole', async () => {
    await start({ answerTo: comparison });
    await rig.post(rig.activity());
    const [sent] = await rig.service.untilMessages(1);
    const { content } = JSON.parse(sent?.bytes.toString('utf8') ?? '').attachments[0];
    expect(content.body.map(({ type }: { type: string }) => type)).toEqual([
      'ColumnSet',
      ...['RichTextBlock', 'ColumnSet'],
      ...['RichTextBlock', 'ColumnSet'],
    ]);
    expect(JSON.stringify(content.body)).toContain('“Grade: 7” ');
    expect(content.actions).toHaveLength(2);
  });
});

describe('a question', () => {
  it('shows that it is worked on before its answer comes', async () => {
    await start();
    await rig.post(rig.activity());
    await settled();
    expect(rig.service.deliveries.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  });

  it('is acknowledged before it is answered, however long that takes', async () => {
    let release: (answer: Answer) => void = () => {};
    const slow = new Promise<Answer>((resolve) => {
      release = resolve;
    });
    await start({ answerTo: () => slow });
    expect((await rig.post(rig.activity())).status).toBe(200);
    expect(rig.service.messages()).toHaveLength(0);
    release(cited());
    expect(await rig.service.untilMessages(1)).toHaveLength(1);
  });

  it('delivered twice is answered once', async () => {
    await start();
    const activity = rig.activity();
    await Promise.all([rig.post(activity), rig.post(activity), rig.post(activity)]);
    await settled();
    expect(rig.service.messages()).toHaveLength(1);
  });

  it('is asked in the name of its user, thread and message', async () => {
    await start();
    await rig.post(rig.activity({ text: '  What does&nbsp;a <at>Ben</at> &amp; Warden do? ' }));
    await settled();
    expect(rig.conversations.asked).toEqual([
      {
        event: 'teams:a:personal:question-1',
        message: 'teams:a:personal:question-1',
        thread: 'teams:a:personal',
        user: 'teams:aad-ann',
        text: 'What does a Ben & Warden do?',
      },
    ]);
  });

  it('in a channel or group is answered when the bot is named, and without its name', async () => {
    await start();
    const tenant = { channelData: { tenant: { id: '11111111-2222-4333-8444-555555555555' } } };
    const named = { conversation: channel, ...tenant, entities: [mention()] };
    await rig.post(rig.activity({ ...named, text: '<at>Classwise</at>&nbsp;What does a Warden do?\n' }));
    await rig.post(rig.activity({ ...named, text: 'What does a Warden do, <at>Classwise</at>?' }));
    await rig.post(rig.activity({ conversation: channel, ...tenant, text: 'Lunch?' }));
    await rig.post(
      rig.activity({ ...named, text: '<at>Ben</at> knows', entities: [{ ...mention(), mentioned: { id: '29:ben' } }] }),
    );
    await settled();
    expect(rig.conversations.asked.map(({ text }) => text)).toEqual([
      'What does a Warden do?',
      'What does a Warden do, ?',
    ]);
    expect(rig.service.messages()[0]).toMatchObject({ conversation: channel.id, replyTo: 'question-1' });
  });

  it('in a channel is answered without its name when it was offered there as a button', async () => {
    await start();
    const tenant = { channelData: { tenant: { id: '11111111-2222-4333-8444-555555555555' } } };
    const inChannel = { conversation: channel, ...tenant };
    const offered = 'Which classes are exempt?';
    await rig.post(rig.activity({ ...inChannel, text: offered }));
    await rig.post(
      rig.activity({ ...inChannel, text: '<at>Classwise</at> What does a Warden do?', entities: [mention()] }),
    );
    await rig.service.untilMessages(1);
    await rig.post(rig.activity({ ...inChannel, text: offered }));
    await rig.post(rig.activity({ text: offered, ...tenant, conversation: { ...channel, id: '19:elsewhere' } }));
    await settled();
    expect(rig.conversations.asked.map(({ text }) => text)).toEqual(['What does a Warden do?', offered]);
  });

  it('that is declined or fails gets one plain sentence, with the reference of a failure', async () => {
    await start({
      answerTo: ({ text }) =>
        text === 'fail'
          ? { kind: 'failed', text: 'Something went wrong, reference r-17.', reference: 'r-17' }
          : { kind: 'declined', text: 'That was many questions at once. Wait a minute.' },
    });
    await rig.post(rig.activity({ text: 'fail' }));
    const [failure] = await rig.service.untilMessages(1);
    expect(failure?.activity.text).toBe('Something went wrong, reference r-17.');
    await rig.post(rig.activity({ text: 'again' }));
    const [, declined] = await rig.service.untilMessages(2);
    expect(declined?.activity.text).toBe('That was many questions at once. Wait a minute.');
    expect(declined?.activity.entities).toBeUndefined();
  });
});

describe('stop', () => {
  it('waits for what was begun, takes nothing new, and may be called twice', async () => {
    let release: (answer: Answer) => void = () => {};
    const slow = new Promise<Answer>((resolve) => {
      release = resolve;
    });
    await start({ answerTo: () => slow });
    await rig.post(rig.activity());
    let stopped = false;
    const stopping = Promise.all([rig.surface.stop(), rig.surface.stop()]).then(() => {
      stopped = true;
    });
    const late = await rig.post(rig.activity());
    expect([late.status, stopped]).toEqual([503, false]);
    release(list(3));
    await stopping;
    expect(rig.service.messages()).toHaveLength(1);
  });
});
