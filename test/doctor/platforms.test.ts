import { createVerify, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/doctor/check-slack.ts';
import { listenOn } from '../listen-on.ts';
import { tempDirectory } from '../temp-directory.ts';
import { findingsOf, saidOf } from './bench.ts';

interface Call {
  path: string;
  authorization: string | undefined;
  form: URLSearchParams;
}

/** A service that answers each path with JSON, and with headers. Returns its address and what it was asked. */
async function startStub(replies: Record<string, { body: unknown; headers?: Record<string, string> }>) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const path = request.url ?? '';
    calls.push({ path, authorization: request.headers.authorization, form: new URLSearchParams(text) });
    const reply = replies[path];
    response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json', ...reply?.headers });
    response.end(typeof reply?.body === 'string' ? reply.body : JSON.stringify(reply?.body ?? {}));
  });
  return { url: `http://127.0.0.1:${await listenOn(server)}`, calls };
}

describe('Slack', () => {
  const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-s3cret', SLACK_APP_TOKEN: 'xapp-s3cret' };
  const GOOD = { ok: true, team: 'Town', user: 'classwise', url: 'wss://x' };

  test('is asked with each token, and names the workspace and the bot', async () => {
    const headers = { 'x-oauth-scopes': SCOPES.join(',') };
    const { url, calls } = await startStub({
      '/api/auth.test': { body: GOOD, headers },
      '/api/apps.connections.open': { body: GOOD },
    });
    const findings = await findingsOf({ ...TOKENS, SLACK_API_URL: `${url}/api` });
    expect(saidOf(findings, 'Slack')).toEqual([
      'ok: SLACK_BOT_TOKEN is good: classwise in the workspace Town.',
      'ok: SLACK_APP_TOKEN is good: Socket Mode can connect.',
    ]);
    expect(calls.map(({ path, authorization }) => [path, authorization]).sort()).toEqual([
      ['/api/apps.connections.open', 'Bearer xapp-s3cret'],
      ['/api/auth.test', 'Bearer xoxb-s3cret'],
    ]);
  });

  test('that refuses a token, or grants too little, is a problem', async () => {
    const { url } = await startStub({
      '/auth.test': {
        body: GOOD,
        headers: { 'x-oauth-scopes': SCOPES.filter((scope) => scope !== 'chat:write').join(', ') },
      },
      '/apps.connections.open': { body: { ok: false, error: 'invalid_auth' } },
    });
    expect(saidOf(await findingsOf({ ...TOKENS, SLACK_API_URL: url }), 'Slack')).toEqual([
      expect.stringContaining('ok: SLACK_BOT_TOKEN is good'),
      'problem: The bot lacks the scopes chat:write. → Add them under OAuth & Permissions, and install the app again.',
      'problem: SLACK_APP_TOKEN is refused (invalid_auth). → Copy it anew from Basic Information of your Slack app.',
    ]);
  });

  test('that cannot be reached is said once, without a token', async () => {
    const server = createServer((request) => request.socket.destroy());
    const url = `http://127.0.0.1:${await listenOn(server)}`;
    const findings = await findingsOf({ ...TOKENS, SLACK_API_URL: url });
    expect(saidOf(findings, 'Slack')).toEqual([
      expect.stringMatching(/^problem: 127\.0\.0\.1:\d+ can't be reached \(.+\)\./),
    ]);
    expect(JSON.stringify(findings)).not.toContain('s3cret');
  });

  test('is asked for scopes that the manifest asks for too', () => {
    const path = fileURLToPath(new URL('../../slack/manifest.json', import.meta.url));
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { oauth_config: { scopes: { bot: string[] } } };
    expect(SCOPES.filter((scope) => !manifest.oauth_config.scopes.bot.includes(scope))).toEqual([]);
  });
});

describe('Teams', () => {
  const APP = { TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 'tenant' };
  const PATH = '/tenant/oauth2/v2.0/token';

  test('is well when Microsoft gives a token for the password', async () => {
    const { url, calls } = await startStub({ [PATH]: { body: { access_token: 'x' } } });
    const findings = await findingsOf({ ...APP, TEAMS_APP_PASSWORD: 's3cret', TEAMS_LOGIN_URL: url });
    expect(saidOf(findings, 'Teams')).toEqual(['ok: Microsoft gives the app app a token.']);
    expect(Object.fromEntries(calls[0]?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'app',
      client_secret: 's3cret',
      scope: 'https://api.botframework.com/.default',
    });
    expect(JSON.stringify(findings)).not.toContain('s3cret');
  });

  test('is well when it takes an assertion that the certificate signed', async () => {
    const { url, calls } = await startStub({ [PATH]: { body: { access_token: 'x' } } });
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = join(tempDirectory(), 'key.pem');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const thumbprint = '0123456789abcdef0123456789abcdef01234567';
    const environment = { ...APP, TEAMS_CERT_THUMBPRINT: thumbprint, TEAMS_CERT_KEY: key, TEAMS_LOGIN_URL: url };
    expect(saidOf(await findingsOf(environment), 'Teams')).toEqual(['ok: Microsoft gives the app app a token.']);
    const [header = '', claims = '', signature = ''] = (calls[0]?.form.get('client_assertion') ?? '').split('.');
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header}.${claims}`)
      .verify(publicKey, Buffer.from(signature, 'base64url'));
    expect(isSigned).toBe(true);
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(Buffer.from(read(header).x5t, 'base64url').toString('hex')).toBe(thumbprint);
    expect(read(claims)).toMatchObject({ aud: `${url}${PATH}`, iss: 'app', sub: 'app' });
  });

  test('whose credentials Microsoft refuses is a problem with its reason', async () => {
    const { url } = await startStub({
      [PATH]: {
        body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret. Trace ID: 1\r\n2' },
      },
    });
    const findings = await findingsOf({ ...APP, TEAMS_APP_PASSWORD: 's3cret', TEAMS_LOGIN_URL: url });
    expect(saidOf(findings, 'Teams')[0]).toMatch(
      /^problem: Microsoft refuses the app app \(invalid_client: AADSTS7000215: Invalid client secret\.\)\. → Check TEAMS_/,
    );
  });

  test.each([
    [
      'a key that is not there',
      { TEAMS_CERT_THUMBPRINT: 'a'.repeat(40), TEAMS_CERT_KEY: 'no.pem' },
      "problem: The certificate's key",
    ],
    ['a managed identity', { TEAMS_MANAGED_IDENTITY: '1' }, 'note: The managed identity app can be tried only'],
  ])('%s is told', async (_, environment, start) => {
    const findings = await findingsOf({ ...APP, ...environment, TEAMS_LOGIN_URL: 'http://127.0.0.1:9' });
    expect(saidOf(findings, 'Teams')[0]?.slice(0, start.length)).toBe(start);
  });
});
