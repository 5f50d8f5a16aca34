/** What `npm start` needs to know of Slack. */
import { isWebAddress, type Reader } from './reader.ts';

export interface SlackConfig {
  /** `SLACK_BOT_TOKEN`, xoxb-… */
  botToken: string;
  /** `SLACK_APP_TOKEN`, xapp-…: Slack is dialled (Socket Mode), which goes before HTTP. One of the two is always there. */
  appToken: string | undefined;
  /** `SLACK_SIGNING_SECRET`: Slack calls the HTTP port. */
  signingSecret: string | undefined;
  /** `SLACK_API_URL`, ending in a slash; undefined means Slack's own. */
  apiUrl: string | undefined;
  /** `SLACK_ALLOWED_CHANNELS`: ids of the channels to answer in, beside direct messages; undefined means every one. */
  allowedChannels: ReadonlySet<string> | undefined;
  /** `SLACK_CHANNEL_DOCUMENTS`: channel id → the document set's name, as `Incoming.documents` wants it. */
  channelDocuments: ReadonlyMap<string, string>;
  /** `SLACK_ASK_HR_GROUP`: id of the user group that "Ask HR" mentions. */
  askHrGroup: string | undefined;
  /** `SLACK_ALLOW_GUESTS`: answer people of other workspaces too (Slack Connect). */
  allowGuests: boolean;
}

const CHANNEL = /^[CDG][A-Z0-9]{2,}$/;
const CHANNEL_FORM = "a channel's id such as C0123ABCD (it stands at the end of a channel's details in Slack)";

/** Slack's part of the environment; undefined when there is none. What is wrong is in the reader's problems. */
export function readSlackConfig(reader: Reader, resolvePath: (path: string) => string): SlackConfig | undefined {
  const botToken = reader.readSecret('SLACK_BOT_TOKEN', 'a bot token, which starts with xoxb-', /^xoxb-\S+$/);
  const appToken = reader.readSecret('SLACK_APP_TOKEN', 'an app-level token, which starts with xapp-', /^xapp-\S+$/);
  const signingSecret = reader.readSecret('SLACK_SIGNING_SECRET', 'one word', /^\S+$/);
  const apiUrl = reader.read('SLACK_API_URL', 'an address such as https://slack.com/api/', isWebAddress);
  const allowed = reader.readList('SLACK_ALLOWED_CHANNELS', CHANNEL_FORM, CHANNEL);
  const askHrGroup = reader.read('SLACK_ASK_HR_GROUP', "a user group's id such as S0123ABCD", /^S[A-Z0-9]{2,}$/);
  const allowGuests = reader.readSwitch('SLACK_ALLOW_GUESTS');
  const channelDocuments = new Map<string, string>();
  const pair = /^[CDG][A-Z0-9]{2,}=\S.*$/;
  for (const item of reader.readList('SLACK_CHANNEL_DOCUMENTS', 'CHANNEL=FOLDER such as C0123ABCD=specs/hr', pair) ??
    []) {
    const at = item.indexOf('=');
    if (pair.test(item)) channelDocuments.set(item.slice(0, at), resolvePath(item.slice(at + 1)));
  }
  if (!reader.isSet('SLACK_BOT_TOKEN')) {
    for (const name of ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])
      if (reader.isSet(name)) reader.require(['SLACK_BOT_TOKEN'], name);
    return undefined;
  }
  if (!reader.isSet('SLACK_APP_TOKEN') && !reader.isSet('SLACK_SIGNING_SECRET')) {
    reader.problems.push('SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)');
  }
  if (botToken === undefined) return undefined;
  return {
    botToken,
    appToken,
    signingSecret,
    apiUrl: apiUrl === undefined || apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    allowedChannels: allowed && new Set(allowed),
    channelDocuments,
    askHrGroup,
    allowGuests,
  };
}
