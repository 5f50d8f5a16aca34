import { describe, expect, test } from 'vitest';
import type { Environment } from '../../src/config/reader.ts';
import { readServerConfig } from '../../src/config/server.ts';

const read = (environment: Environment) => readServerConfig(environment, '/base');
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const TEAMS = { TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 'tenant', TEAMS_APP_PASSWORD: 'word' };

/** What is wrong with an environment, as the error says it. */
function problemsOf(environment: Environment): string {
  try {
    read(environment);
  } catch (error) {
    return (error as Error).message.replace('The environment is not usable: ', '');
  }
  return '';
}

test('with nothing configured, Teams is served on loopback without credentials', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 3978,
    slack: undefined,
    teams: { credentials: undefined, sensitivity: undefined },
    teamsLoginUrl: 'https://login.microsoftonline.com',
    database: { kind: 'memory' },
    feedbackLog: undefined,
    logText: false,
    rateLimit: { questions: 20, windowMs: 60_000 },
  });
  expect(problemsOf({ HOST: '0.0.0.0' })).toMatch(/^HOST is "0\.0\.0\.0", but neither Slack nor Teams is configured;/);
  expect(read({ HOST: '0.0.0.0', ...TEAMS }).host).toBe('0.0.0.0');
});

test('with Slack alone configured, Teams is off; with both, both are on', () => {
  expect(read(SLACK)).toMatchObject({ slack: { botToken: 'xoxb-1', appToken: 'xapp-1' }, teams: undefined });
  expect(read({ ...SLACK, ...TEAMS })).toMatchObject({ slack: {}, teams: { credentials: { kind: 'password' } } });
});

describe('Slack', () => {
  test('has channels, documents and switches', () => {
    const { slack } = read({
      SLACK_BOT_TOKEN: ' xoxb-1 ',
      SLACK_SIGNING_SECRET: 'abc',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      SLACK_ALLOWED_CHANNELS: 'C012, G345,',
      SLACK_CHANNEL_DOCUMENTS: 'C012=specs/police,G345=/abs/path=x',
      SLACK_ASK_HR_GROUP: 'S012',
      SLACK_ALLOW_GUESTS: 'off',
    });
    expect(slack).toEqual({
      botToken: 'xoxb-1',
      appToken: undefined,
      signingSecret: 'abc',
      apiUrl: 'http://127.0.0.1:9/api/',
      allowedChannels: new Set(['C012', 'G345']),
      channelDocuments: new Map([
        ['C012', '/base/specs/police'],
        ['G345', '/abs/path=x'],
      ]),
      askHrGroup: 'S012',
      allowGuests: false,
    });
  });

  test.each<[Environment, string]>([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN needs SLACK_BOT_TOKEN.'],
    [{ SLACK_SIGNING_SECRET: 'abc' }, 'SLACK_SIGNING_SECRET needs SLACK_BOT_TOKEN.'],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).',
    ],
    [
      { ...SLACK, SLACK_CHANNEL_DOCUMENTS: 'general=x' },
      'SLACK_CHANNEL_DOCUMENTS has "general=x" in it; expected CHANNEL=FOLDER such as C0123ABCD=specs/hr.',
    ],
  ])('%j is refused', (environment, problem) => expect(problemsOf(environment)).toBe(problem));
});

describe('Teams', () => {
  test.each<[Environment, object]>([
    [TEAMS, { kind: 'password', appId: 'app', tenantId: 'tenant', password: 'word' }],
    [
      { ...TEAMS, TEAMS_APP_PASSWORD: '', TEAMS_MANAGED_IDENTITY: '1' },
      { kind: 'managed-identity', appId: 'app', tenantId: 'tenant' },
    ],
    [
      { ...TEAMS, TEAMS_APP_PASSWORD: '', TEAMS_CERT_THUMBPRINT: 'A'.repeat(40), TEAMS_CERT_KEY: 'my key.pem' },
      {
        kind: 'certificate',
        appId: 'app',
        tenantId: 'tenant',
        thumbprint: 'A'.repeat(40),
        keyPath: '/base/my key.pem',
      },
    ],
  ])('%j are credentials', (environment, credentials) => {
    expect(read(environment).teams?.credentials).toEqual(credentials);
  });

  test.each<[Environment, RegExp]>([
    [{ TEAMS_APP_ID: 'app', TEAMS_APP_PASSWORD: 'word' }, /^Teams needs TEAMS_TENANT_ID \(.*botframework\.com\)\.$/],
    [{ TEAMS_APP_PASSWORD: 'word', TEAMS_TENANT_ID: 't' }, /^Teams needs TEAMS_APP_ID\.$/],
    [{ TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 't' }, /^Teams needs TEAMS_APP_PASSWORD, a certificate or/],
    [
      { ...TEAMS, TEAMS_MANAGED_IDENTITY: '1' },
      /^only one of these can be used at a time: TEAMS_APP_PASSWORD, TEAMS_M/,
    ],
    [
      { ...TEAMS, TEAMS_APP_PASSWORD: '', TEAMS_CERT_KEY: 'k' },
      /^a certificate for Teams needs TEAMS_CERT_THUMBPRINT\.$/,
    ],
    [{ TEAMS_SENSITIVITY_TEXT: 'x' }, /^TEAMS_SENSITIVITY_TEXT needs TEAMS_SENSITIVITY_LABEL\.$/],
  ])('%j is refused', (environment, problem) => expect(problemsOf(environment)).toMatch(problem));
});

test.each<[string, object]>([
  ['sqlite:state/chat.db', { kind: 'sqlite', path: '/base/state/chat.db' }],
  ['sqlite:/var/chat.db', { kind: 'sqlite', path: '/var/chat.db' }],
  ['postgres://me:pw@db/x', { kind: 'postgres', url: 'postgres://me:pw@db/x' }],
  ['postgresql://db/x', { kind: 'postgres', url: 'postgresql://db/x' }],
])('DATABASE_URL=%s is a place for conversations', (url, place) => {
  expect(read({ DATABASE_URL: url }).database).toEqual(place);
});

test('everything that is wrong is said at once, and nothing that is secret', () => {
  const problems = problemsOf({
    SLACK_BOT_TOKEN: 'xapp-secret1',
    SLACK_APP_TOKEN: 'xoxb-secret2',
    SLACK_ALLOWED_CHANNELS: '#general',
    TEAMS_APP_PASSWORD: 'secret 3',
    DATABASE_URL: 'mysql://me:secret4@db/x',
    PORT: '70000',
    RATE_LIMIT_QUESTIONS: '0',
    TEAMS_LOGIN_URL: 'login',
  });
  for (const name of [
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_ALLOWED_CHANNELS',
    'TEAMS_APP_PASSWORD',
    'TEAMS_APP_ID',
  ])
    expect(problems).toContain(name);
  for (const problem of [
    'DATABASE_URL is not',
    'PORT is "70000"',
    'RATE_LIMIT_QUESTIONS is "0"',
    'TEAMS_LOGIN_URL is "login"',
  ])
    expect(problems).toContain(problem);
  expect(problems).not.toContain('secret');
});
