/** What `npm start` needs to know of Slack. */

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
