import { afterEach, describe, expect, it } from 'vitest';
import { cited, comparison } from './answers.ts';
import { type Rig, type RigOptions, startRig } from './rig.ts';

let rig: Rig;
const start = async (options: Partial<RigOptions> = {}) => {
  rig = await startRig({ answerTo: cited, ...options });
  await rig.surface.start();
};
afterEach(() => rig.close());

/** Resolves when everything begun is out. */
const settled = () => rig.surface.stop();

describe('when Teams refuses or stumbles', () => {
  it.each([429, 412, 502, 503, 504])('a %i is tried again, and the answer arrives once', async (status) => {
    await start();
    rig.service.failNext(status, 3);
    await rig.post(rig.activity());
    await settled();
    const statuses = rig.service.deliveries
      .filter(({ activity }) => activity.type === 'message')
      .map((sent) => sent.status);
    expect(statuses).toEqual([status, status, status, 201]);
  });

  it('four refusals are the end, and the log has the reference but nothing of the answer', async () => {
    await start();
    rig.service.failNext(503, 4);
    await rig.post(rig.activity());
    await settled();
    expect(rig.service.messages()).toHaveLength(0);
    expect(rig.logged.join('\n')).toContain('reference-1');
    expect(rig.logged.join('\n')).not.toMatch(/Warden|Plans/);
  });

  it.each([500, 'reset'] as const)('what may have arrived (%s) is not sent twice', async (failure) => {
    await start();
    rig.service.failNext(failure, 1);
    await rig.post(rig.activity());
    await settled();
    expect(rig.service.messages()).toHaveLength(0);
    expect(rig.logged.join('\n')).toContain('reference-1');
  });

  it.each([400, 413])('after a %i the answer comes as plain text, with its sources', async (status) => {
    await start({ answerTo: comparison });
    rig.service.failNext(status, 1);
    await rig.post(rig.activity());
    const [sent] = await rig.service.untilMessages(1);
    expect(sent?.activity.text).toContain('[3] warden-3.txt');
    expect(sent?.activity).not.toHaveProperty('attachments');
    expect(sent?.activity).not.toHaveProperty('entities');
  });

  it('a question after an outage is answered as ever', async () => {
    await start();
    rig.issuer.breakDown('tokens', 500);
    await rig.post(rig.activity());
    rig.issuer.breakDown('tokens', undefined);
    await rig.post(rig.activity());
    expect((await rig.service.untilMessages(1)).length).toBeGreaterThan(0);
  });
});
