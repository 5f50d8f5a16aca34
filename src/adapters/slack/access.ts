/** Who may ask, and where. */
import type { webApi } from '@slack/bolt';
import type { SlackConfig } from '../../config/slack.ts';
import type { Log } from '../../log.ts';
import { describeSlackFailure } from './failures.ts';
import { ELSEWHERE, GUESTS, SHARED_CHANNEL } from './wording.ts';

/** The workspace that the bot belongs to. */
export interface Workspace {
  team: string;
  enterprise: string | undefined;
}

export interface Asker {
  user: string;
  /** Undefined where there is none: the App Home. */
  channel?: string | undefined;
  /** The user's workspace or organisation, when the event names it. */
  team?: string | undefined;
  /** The channel is shared with other organisations. */
  isShared?: boolean | undefined;
}

export interface Access {
  /** Why this user may not ask here, in a sentence for them; undefined when they may. */
  refusal(asker: Asker): Promise<string | undefined>;
}

/** How long what was looked up of a user holds, in milliseconds. */
const FRESH = 10 * 60_000;
const MAX_KEPT = 10_000;

/** Guests (of one channel or several) and people of other organisations, who see what is shared with them only. */
function isOutsider(user: NonNullable<webApi.UsersInfoResponse['user']>, own: Workspace): boolean {
  if (user.is_stranger || user.is_restricted || user.is_ultra_restricted) return true;
  const isColleague = own.enterprise !== undefined && user.enterprise_user?.enterprise_id === own.enterprise;
  return user.team_id !== undefined && user.team_id !== own.team && !isColleague;
}

export function createAccess(
  client: webApi.WebClient,
  options: { config: SlackConfig; log: Log; workspace: Workspace },
): Access {
  const { config, log, workspace } = options;
  const known = new Map<string, { isOutsider: boolean; until: number }>();

  /** True for guests and strangers; undefined when Slack doesn't tell. */
  async function lookUp(user: string): Promise<boolean | undefined> {
    const kept = known.get(user);
    if (kept && kept.until > Date.now()) return kept.isOutsider;
    try {
      const { user: found } = await client.users.info({ user });
      if (found === undefined) return undefined;
      if (known.size >= MAX_KEPT) known.clear();
      known.set(user, { isOutsider: isOutsider(found, workspace), until: Date.now() + FRESH });
      return known.get(user)?.isOutsider;
    } catch (error) {
      log.line(`Slack does not tell whether somebody is a guest (users.info: ${describeSlackFailure(error)}).`);
      return undefined;
    }
  }

  return {
    async refusal({ user, channel, team, isShared }) {
      const { allowedChannels, allowGuests } = config;
      const isDirect = channel === undefined || channel.startsWith('D');
      if (allowedChannels !== undefined && !isDirect && !allowedChannels.has(channel)) return ELSEWHERE;
      if (allowGuests) return undefined;
      const isOwnTeam = team === undefined || team === workspace.team || team === workspace.enterprise;
      if (!isOwnTeam && workspace.enterprise === undefined) return GUESTS;
      const isOutside = await lookUp(user);
      if (isOutside) return GUESTS;
      // What is answered there is read by others; whoever names the channel in the configuration wants that.
      if (isShared && !(channel !== undefined && allowedChannels?.has(channel))) return SHARED_CHANNEL;
      // Who can't be looked up is taken for a colleague where only colleagues and their guests can write.
      return isOutside === undefined && (isShared || !isOwnTeam) ? GUESTS : undefined;
    },
  };
}
