/** Which chat platforms the configuration asks for; each is loaded when it is. */
import type { ServerConfig } from '../config/server.ts';
import type { Surface, SurfaceOptions } from '../conversations/surface.ts';

/** What every platform is given, beside its own part of the configuration. */
export type Shared = Omit<SurfaceOptions<unknown>, 'config'>;

export interface Platform {
  /** For people, until there is a surface with a name of its own. */
  name: string;
  create(shared: Shared): Promise<Surface>;
}

/** The platforms that are configured. */
export function platformsOf({ slack, teams }: ServerConfig): Platform[] {
  const platforms: Platform[] = [];
  if (slack !== undefined) {
    platforms.push({
      name: 'Slack',
      async create(shared) {
        const { createSlackSurface } = await import('../adapters/slack/slack.ts');
        return createSlackSurface({ ...shared, config: slack });
      },
    });
  }
  if (teams !== undefined) {
    platforms.push({
      name: 'Teams',
      async create(shared) {
        const { createTeamsSurface } = await import('../adapters/teams/teams.ts');
        return createTeamsSurface({ ...shared, config: teams });
      },
    });
  }
  return platforms;
}
