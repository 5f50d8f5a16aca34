import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cited } from './answers.ts';
import { type Rig, startRig, TENANT } from './rig.ts';

// The SDK prints every token that it refuses.
vi.spyOn(console, 'error').mockImplementation(() => {});

describe('the endpoint with credentials', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ answerTo: cited });
    await rig.surface.start();
  });
  afterAll(() => rig.close());

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const now = () => Math.floor(Date.now() / 1000);

  it('answers a question with a good token', async () => {
    const before = rig.service.messages().length;
    const response = await rig.post(rig.activity());
    expect(response.status).toBe(200);
    expect(await rig.service.untilMessages(before + 1)).toHaveLength(before + 1);
  });

  it.each([
    ['no token', () => ({ authorization: '' })],
    ['no bearer token', () => ({ authorization: 'Basic Og==' })],
    ['no JSON web token', () => bearer('abc.def.ghi')],
    ['a token for another app', () => bearer(rig.issuer.tokenFor(rig.service.url, { claims: { aud: 'another' } }))],
    ['a token of another issuer', () => bearer(rig.issuer.tokenFor(rig.service.url, { claims: { iss: 'https://x' } }))],
    ['an expired token', () => bearer(rig.issuer.tokenFor(rig.service.url, { claims: { exp: now() - 600 } }))],
    ['a token of the future', () => bearer(rig.issuer.tokenFor(rig.service.url, { claims: { nbf: now() + 900 } }))],
    ['a token signed by a stranger', () => bearer(rig.issuer.tokenFor(rig.service.url, { signWith: 'stranger' }))],
    ['a token without signature', () => bearer(rig.issuer.tokenFor(rig.service.url, { signWith: 'none' }))],
    ['a token signed with the public key', () => bearer(rig.issuer.tokenFor(rig.service.url, { signWith: 'secret' }))],
    ['a token for another service', () => bearer(rig.issuer.tokenFor('https://elsewhere.example/'))],
  ])('refuses %s with 401 and asks nothing', async (_, headers) => {
    const asked = rig.conversations.asked.length;
    const response = await rig.post(rig.activity(), headers());
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'The token is not valid.' });
    expect(rig.conversations.asked).toHaveLength(asked);
  });

  it.each([
    ['another tenant', { conversation: { id: 'a', tenantId: 'x' }, channelData: { tenant: { id: 'x' } } }],
    ['no tenant', { conversation: { id: 'a' }, channelData: {} }],
    ['no channel', { channelId: '' }],
  ])('refuses %s with 403', async (_, changes) => {
    const asked = rig.conversations.asked.length;
    expect((await rig.post(rig.activity(changes))).status).toBe(403);
    expect(rig.conversations.asked).toHaveLength(asked);
  });

  it('refuses another channel, which the key of the token does not vouch for', async () => {
    expect((await rig.post(rig.activity({ channelId: 'webchat' }))).status).toBe(401);
  });

  it('takes the tenant from wherever Teams puts it', async () => {
    const response = await rig.post(
      rig.activity({ conversation: { id: 'a' }, channelData: { tenant: { id: TENANT } } }),
    );
    expect(response.status).toBe(200);
  });

  it.each([
    ['no JSON', 'hello', 400],
    ['an empty body', '', 400],
    ['a list', '[]', 400],
    ['no type', '{"serviceUrl":"http://127.0.0.1/","conversation":{"id":"a"}}', 400],
    ['a type that is no text', '{"type":1,"serviceUrl":"http://127.0.0.1/","conversation":{"id":"a"}}', 400],
    ['no service address', '{"type":"message","conversation":{"id":"a"}}', 400],
    [
      'a service address of a file',
      '{"type":"message","serviceUrl":"file:///etc/passwd","conversation":{"id":"a"}}',
      400,
    ],
    ['no conversation', '{"type":"message","serviceUrl":"http://127.0.0.1/"}', 400],
    ['more than 256 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const headers = { 'content-type': 'application/json', ...bearer(rig.issuer.tokenFor(rig.service.url)) };
    const response = await fetch(rig.endpoint, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('refuses other methods and other kinds of content', async () => {
    const get = await fetch(rig.endpoint);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await rig.post(rig.activity(), { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('answers an unknown invoke with 501', async () => {
    expect((await rig.post(rig.activity({ type: 'invoke', name: 'task/fetch' }))).status).toBe(501);
  });

  it('ignores what is no question', async () => {
    const asked = rig.conversations.asked.length;
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'event'])
      expect((await rig.post(rig.activity({ type }))).status).toBe(200);
    expect(rig.conversations.asked).toHaveLength(asked);
  });
});

describe('the endpoint when keys cannot be fetched', () => {
  it('asks Teams to come back instead of calling the token bad', async () => {
    const rig = await startRig({ answerTo: cited });
    rig.issuer.breakDown('keys', 500);
    expect((await rig.post(rig.activity())).status).toBe(503);
    rig.issuer.breakDown('keys', undefined);
    expect((await rig.post(rig.activity())).status).toBe(200);
    await rig.close();
  });
});

describe('the endpoint without credentials', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig({ answerTo: cited, playground: true });
    await rig.surface.start();
  });
  afterAll(() => rig.close());

  it('answers on this machine, and says in its name that it does so only here', async () => {
    expect((await rig.post(rig.activity())).status).toBe(200);
    expect(await rig.service.untilMessages(1)).toHaveLength(1);
    expect(rig.surface.name).toContain('this machine only');
  });

  it.each(['https://smba.trafficmanager.net/amer/', 'http://192.168.0.7/', 'http://127.0.0.1.example.com/'])(
    'sends nothing to %s',
    async (serviceUrl) => {
      const response = await rig.post(rig.activity({ serviceUrl }));
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({ error: expect.stringContaining('TEAMS_APP_ID') });
    },
  );

  it('refuses what a proxy or tunnel forwards', async () => {
    expect((await rig.post(rig.activity(), { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
  });
});

describe('start', () => {
  it('says in one sentence that Microsoft refuses the credentials', async () => {
    const rig = await startRig({ answerTo: cited, password: 'wrong' });
    await expect(rig.surface.start()).rejects.toMatchObject({
      code: 'TEAMS_REFUSED',
      message: expect.stringContaining('AADSTS7000215'),
    });
    await rig.close();
  });

  it('starts all the same while the token service is down, and says so', async () => {
    const rig = await startRig({ answerTo: cited });
    rig.issuer.breakDown('tokens', 503);
    await rig.surface.start();
    expect(rig.surface.isReady()).toBe(true);
    expect(rig.logged.join()).toContain('could not be checked');
    await rig.close();
    expect(rig.surface.isReady()).toBe(false);
  });
});
