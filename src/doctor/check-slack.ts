/** Whether Slack takes the tokens. Two calls that change nothing, by plain HTTP: no Slack library is needed for that. */
import type { SlackConfig } from '../config/slack.ts';
import { about, type Finding, postForm } from './finding.ts';

const slack = about('Slack');
const NETWORK_REMEDY = 'Check the network, a proxy if there is one, and SLACK_API_URL.';

/** What the bot needs to be granted, as Slack's reply lists it; it does without the others of slack/manifest.json. */
export const SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'groups:history',
  'im:history',
  'users:read',
];

async function call(config: SlackConfig, method: string, token: string) {
  const url = `${config.apiUrl ?? 'https://slack.com/api/'}${method}`;
  return postForm(url, {}, { authorization: `Bearer ${token}` });
}

function refusal(name: string, body: Record<string, unknown>, where: string): Finding {
  return slack.problem(
    `${name} is refused (${String(body.error ?? 'no reason given')}).`,
    `Copy it anew from ${where} of your Slack app.`,
  );
}

async function checkBotToken(config: SlackConfig): Promise<Finding[]> {
  const { body, headers } = await call(config, 'auth.test', config.botToken);
  if (body.ok !== true) return [refusal('SLACK_BOT_TOKEN', body, 'OAuth & Permissions')];
  const findings = [slack.ok(`SLACK_BOT_TOKEN is good: ${String(body.user)} in the workspace ${String(body.team)}.`)];
  const granted = headers.get('x-oauth-scopes')?.split(/,\s*/);
  const missing = granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    const remedy = 'Add them under OAuth & Permissions, and install the app again.';
    findings.push(slack.problem(`The bot lacks the scopes ${missing.join(', ')}.`, remedy));
  }
  return findings;
}

async function checkAppToken(config: SlackConfig, token: string): Promise<Finding[]> {
  const { body } = await call(config, 'apps.connections.open', token);
  if (body.ok === true) return [slack.ok('SLACK_APP_TOKEN is good: Socket Mode can connect.')];
  if (body.error === 'missing_scope') {
    const remedy = 'Make an app-level token with the scope connections:write under Basic Information.';
    return [slack.problem('SLACK_APP_TOKEN lacks the scope connections:write.', remedy)];
  }
  return [refusal('SLACK_APP_TOKEN', body, 'Basic Information')];
}

/** Looks at what is configured; nothing when Slack is not. */
export async function checkSlack(config: SlackConfig | undefined): Promise<Finding[]> {
  if (config === undefined) return [slack.note('Not configured.')];
  const { appToken } = config;
  const checks = [
    checkBotToken(config),
    appToken === undefined
      ? [slack.note('Slack calls the HTTP port; whether SLACK_SIGNING_SECRET is right shows with the first event.')]
      : checkAppToken(config, appToken),
  ];
  const found = await Promise.all(
    checks.map(async (check) => {
      try {
        return await check;
      } catch (error) {
        return [slack.problem((error as Error).message, NETWORK_REMEDY)];
      }
    }),
  );
  // Both calls go to one place: that it can't be reached is said once.
  const [first = [], second = []] = found;
  return [...first, ...second.filter(({ text }) => first.every((other) => other.text !== text))];
}
