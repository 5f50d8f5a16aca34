/** Whether Microsoft gives the bot a token. */
import { createSign, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TeamsCredentials } from '../config/teams.ts';
import { about, type Finding, postForm } from './finding.ts';

const teams = about('Teams');
const NETWORK_REMEDY = 'Check the network, a proxy if there is one, and TEAMS_LOGIN_URL.';
const SCOPE = 'https://api.botframework.com/.default';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ASSERTION_SECONDS = 300;

const encode = (part: object | Buffer) =>
  (part instanceof Buffer ? part : Buffer.from(JSON.stringify(part))).toString('base64url');

/** Proves who the bot is by its certificate: learn.microsoft.com/entra/identity-platform/certificate-credentials. */
async function signAssertion(
  { appId, thumbprint, keyPath }: TeamsCredentials & { kind: 'certificate' },
  url: string,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'RS256', typ: 'JWT', x5t: encode(Buffer.from(thumbprint, 'hex')) };
  const claims = { aud: url, iss: appId, sub: appId, jti: randomUUID(), nbf: now, exp: now + ASSERTION_SECONDS };
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = createSign('RSA-SHA256')
    .update(signed)
    .sign(await readFile(keyPath));
  return `${signed}.${encode(signature)}`;
}

async function proofOf(credentials: TeamsCredentials, url: string): Promise<Record<string, string>> {
  if (credentials.kind === 'certificate') {
    return { client_assertion_type: ASSERTION_TYPE, client_assertion: await signAssertion(credentials, url) };
  }
  return credentials.kind === 'password' ? { client_secret: credentials.password } : {};
}

/** The first sentence of what Microsoft says is wrong; it goes on with ids that help nobody here. */
function reasonOf({ error, error_description: description }: Record<string, unknown>): string {
  const [first = ''] = String(description ?? '').split(/[\r\n]|(?<=\.) (?=Trace ID)/);
  return `${String(error ?? 'no reason given')}${first === '' ? '' : `: ${first.slice(0, 300)}`}`;
}

/** Asks for a token as the bot does when it replies, and forgets it. */
export async function checkTeams(
  credentials: TeamsCredentials | undefined,
  { loginUrl, isServed }: { loginUrl: string; isServed: boolean },
): Promise<Finding[]> {
  if (credentials === undefined) {
    const served =
      'Not configured: `npm start` serves it on this machine alone, for the Microsoft 365 Agents Playground.';
    return [teams.note(isServed ? served : 'Not configured.')];
  }
  const { kind, appId, tenantId } = credentials;
  if (kind === 'managed-identity')
    return [teams.note(`The managed identity ${appId} can be tried only where it runs, in Azure.`)];
  const url = `${loginUrl.replace(/\/$/, '')}/${tenantId}/oauth2/v2.0/token`;
  let proof: Record<string, string>;
  try {
    proof = await proofOf(credentials, url);
  } catch (error) {
    const remedy = 'Check TEAMS_CERT_KEY: it names the private key of the certificate, in PEM form.';
    return [teams.problem(`The certificate's key can't be used: ${(error as Error).message}.`, remedy)];
  }
  try {
    const form = { grant_type: 'client_credentials', client_id: appId, scope: SCOPE, ...proof };
    const { body } = await postForm(url, form);
    if (typeof body.access_token === 'string') return [teams.ok(`Microsoft gives the app ${appId} a token.`)];
    const remedy = 'Check TEAMS_APP_ID, TEAMS_TENANT_ID and the secret or certificate in the app registration.';
    return [teams.problem(`Microsoft refuses the app ${appId} (${reasonOf(body)}).`, remedy)];
  } catch (error) {
    return [teams.problem((error as Error).message, NETWORK_REMEDY)];
  }
}
