/** What `npm start` needs to know of Teams. */

/** How the bot proves to Microsoft who it is. `tenantId` is "botframework.com" for an old multi-tenant bot. */
export type TeamsCredentials =
  | { kind: 'password'; appId: string; tenantId: string; password: string }
  /** `keyPath`: absolute path of the private key (PEM). */
  | { kind: 'certificate'; appId: string; tenantId: string; thumbprint: string; keyPath: string }
  | { kind: 'managed-identity'; appId: string; tenantId: string };

export interface TeamsConfig {
  /** Undefined: no authentication, for the Microsoft 365 Agents Playground. The port is on loopback then, always. */
  credentials: TeamsCredentials | undefined;
  /** `TEAMS_SENSITIVITY_LABEL`: shown on every answer ("Confidential"), with `TEAMS_SENSITIVITY_TEXT` beside it. */
  sensitivity: { name: string; description: string | undefined } | undefined;
}
