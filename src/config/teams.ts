/** What `npm start` needs to know of Teams. */
import type { Reader } from './reader.ts';

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

const ONE_WORD = /^\S+$/;
const MULTI_TENANT_HINT = '(for a multi-tenant bot from before August 2025: botframework.com)';

function readCredentials(reader: Reader, resolvePath: (path: string) => string): TeamsCredentials | undefined {
  const appId = reader.read('TEAMS_APP_ID', 'the id of the app registration', ONE_WORD);
  const tenantId = reader.read('TEAMS_TENANT_ID', 'the id of the tenant', /^[\w.-]+$/);
  const password = reader.readSecret('TEAMS_APP_PASSWORD', 'one word', ONE_WORD);
  const thumbprint = reader.read('TEAMS_CERT_THUMBPRINT', 'a thumbprint of 40 hexadecimal digits', /^[\da-fA-F]{40}$/);
  const key = reader.read('TEAMS_CERT_KEY', 'the path of a file', () => true);
  const isManaged = reader.readSwitch('TEAMS_MANAGED_IDENTITY');
  const isCertified = reader.isSet('TEAMS_CERT_THUMBPRINT') || reader.isSet('TEAMS_CERT_KEY');
  const ways = [
    ...(reader.isSet('TEAMS_APP_PASSWORD') ? ['TEAMS_APP_PASSWORD'] : []),
    ...(isCertified ? ['TEAMS_CERT_THUMBPRINT with TEAMS_CERT_KEY'] : []),
    ...(isManaged ? ['TEAMS_MANAGED_IDENTITY'] : []),
  ];
  if (ways.length > 1) reader.problems.push(`only one of these can be used at a time: ${ways.join(', ')}`);
  if (isCertified) reader.require(['TEAMS_CERT_THUMBPRINT', 'TEAMS_CERT_KEY'], 'a certificate for Teams');
  const isAnySet = ways.length > 0 || reader.isSet('TEAMS_APP_ID') || reader.isSet('TEAMS_TENANT_ID');
  if (!isAnySet) return undefined;
  reader.require(['TEAMS_APP_ID'], 'Teams');
  if (!reader.isSet('TEAMS_TENANT_ID')) reader.problems.push(`Teams needs TEAMS_TENANT_ID ${MULTI_TENANT_HINT}`);
  if (ways.length === 0) {
    reader.problems.push('Teams needs TEAMS_APP_PASSWORD, a certificate or TEAMS_MANAGED_IDENTITY');
  }
  if (appId === undefined || tenantId === undefined) return undefined;
  if (isManaged) return { kind: 'managed-identity', appId, tenantId };
  if (thumbprint && key) return { kind: 'certificate', appId, tenantId, thumbprint, keyPath: resolvePath(key) };
  return password === undefined ? undefined : { kind: 'password', appId, tenantId, password };
}

/** Teams' part of the environment, without credentials when there is none. What is wrong is in the reader's problems. */
export function readTeamsConfig(reader: Reader, resolvePath: (path: string) => string): TeamsConfig {
  const name = reader.read('TEAMS_SENSITIVITY_LABEL', 'some text', () => true);
  const description = reader.read('TEAMS_SENSITIVITY_TEXT', 'some text', () => true);
  if (description !== undefined) reader.require(['TEAMS_SENSITIVITY_LABEL'], 'TEAMS_SENSITIVITY_TEXT');
  return {
    credentials: readCredentials(reader, resolvePath),
    sensitivity: name === undefined ? undefined : { name, description },
  };
}
