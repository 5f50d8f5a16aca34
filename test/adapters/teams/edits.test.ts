import { afterEach, describe, expect, it } from 'vitest';
import { answerOf, citationOf, cited } from './answers.ts';
import { type Rig, type RigOptions, startRig } from './rig.ts';

let rig: Rig;
const start = async (options: Partial<RigOptions> = {}) => {
  rig = await startRig({ answerTo: cited, ...options });
  await rig.surface.start();
};
afterEach(() => rig.close());

/** Resolves when everything begun is out. */
const settled = () => rig.surface.stop();

describe('an edited question', () => {
  const edit = (activity: Record<string, unknown>, text: string, timestamp = '2026-01-01T00:01:00.000Z') => ({
    ...activity,
    type: 'messageUpdate',
    text,
    timestamp,
    channelData: { ...(activity.channelData as object), eventType: 'editMessage' },
  });

  it('is answered in the place of its first answer, each edit once', async () => {
    await start({ answerTo: ({ text }) => answerOf(`You asked: ${text}`) });
    const question = rig.activity({ text: 'first' });
    await rig.post(question);
    await rig.service.untilMessages(1);
    await rig.post(edit(question, 'second'));
    await rig.post(edit(question, 'second'));
    await rig.service.untilMessages(2);
    await rig.post(edit(question, 'first', '2026-01-01T00:02:00.000Z'));
    await rig.service.untilMessages(3);
    await settled();
    expect(rig.service.messages().map(({ method, id, activity }) => [method, id, activity.text])).toEqual([
      ['POST', 'sent-2', 'You asked: first'],
      ['PUT', 'sent-2', 'You asked: second'],
      ['PUT', 'sent-2', 'You asked: first'],
    ]);
  });

  it('takes away messages that its new answer does not need, and adds those it does', async () => {
    const long = Array.from({ length: 4 }, (_, index) => `${`word${index} `.repeat(5000)}[1]`).join('\n');
    await start({ answerTo: ({ text }) => answerOf(text === 'long' ? long : 'short [1]', [citationOf(1)]) });
    const question = rig.activity({ text: 'long' });
    await rig.post(question);
    await rig.service.untilMessages(4);
    await rig.post(edit(question, 'brief'));
    await rig.service.untilMessages(5);
    await rig.post(edit(question, 'long', '2026-01-01T00:02:00.000Z'));
    await settled();
    const calls = rig.service.deliveries
      .filter(({ activity }) => activity?.type !== 'typing')
      .map(({ method }) => method);
    const further = (method: string) => [method, method, method];
    expect(calls).toEqual(['POST', ...further('POST'), 'PUT', ...further('DELETE'), 'PUT', ...further('POST')]);
  });

  it('that was never answered, or only undeleted, is left alone', async () => {
    await start();
    const question = rig.activity();
    await rig.post(edit(question, 'new'));
    await rig.post({ ...edit(question, 'new'), channelData: { eventType: 'undeleteMessage', ...tenantOf(question) } });
    await settled();
    expect(rig.service.messages()).toHaveLength(0);
  });

  const tenantOf = ({ channelData }: Record<string, unknown>) => channelData as object;
});
