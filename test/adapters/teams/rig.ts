/** The Teams surface as `npm start` runs it, with the real botbuilder, against stand-ins of Microsoft's services. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { createBotConnector } from '../../../src/adapters/teams/bot-framework.ts';
import { createTeamsSurface } from '../../../src/adapters/teams/teams.ts';
import type { TeamsConfig } from '../../../src/config/teams.ts';
import type { Incoming, Outcome } from '../../../src/conversations/conversations.ts';
import type { Surface } from '../../../src/conversations/surface.ts';
import type { Answer, Citation } from '../../../src/domain.ts';
import { type ConnectorService, startConnectorService } from '../../standins/teams/connector-service.ts';
import { type Issuer, startIssuer } from '../../standins/teams/issuer.ts';
import { createFakeConversations, type FakeConversations } from './fake-conversations.ts';

export const TENANT = '11111111-2222-4333-8444-555555555555';

export interface Rig {
  surface: Surface;
  issuer: Issuer;
  service: ConnectorService;
  conversations: FakeConversations;
  logged: string[];
  /** The address of `/api/messages`. */
  endpoint: string;
  /** An activity of a personal chat, as Teams sends it. */
  activity(changes?: object): Record<string, unknown>;
  /** Posts an activity with a good token (without one in the playground's way). */
  post(activity: object, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export interface RigOptions {
  answerTo(incoming: Incoming): Answer | Outcome | Promise<Answer | Outcome>;
  /** No credentials, as for the Microsoft 365 Agents Playground. */
  playground?: boolean;
  sensitivity?: TeamsConfig['sensitivity'];
  linkTo?(citation: Citation): string | undefined;
  password?: string;
}

/** Gets its tokens from the stand-in's token endpoint: MSAL itself talks to https and to Microsoft only. */
function credentialsOf(issuer: Issuer, password: string): ServiceClientCredentialsFactory {
  class Credentials extends AppCredentials {
    protected async refreshToken() {
      const body = new URLSearchParams({ client_id: this.appId, client_secret: password });
      const response = await fetch(`${issuer.url}/token`, { method: 'POST', body });
      const answer = (await response.json()) as {
        access_token: string;
        expires_in: number;
        error_description?: string;
      };
      if (!response.ok) throw new Error(answer.error_description ?? `status ${response.status}`);
      return { accessToken: answer.access_token, expiresOn: new Date(Date.now() + answer.expires_in * 1000) };
    }
  }
  return new (class extends ServiceClientCredentialsFactory {
    isValidAppId = async (id: string) => id === issuer.appId;
    isAuthenticationDisabled = async () => false;
    createCredentials = async (id: string, audience: string | undefined) => new Credentials(id, undefined, audience);
  })();
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const issuer = await startIssuer();
  const service = await startConnectorService((token) => options.playground === true || issuer.hasGranted(token));
  const conversations = createFakeConversations(options.answerTo);
  const logged: string[] = [];
  const password = options.password ?? issuer.password;
  const config: TeamsConfig = {
    credentials: options.playground ? undefined : { kind: 'password', appId: issuer.appId, tenantId: TENANT, password },
    sensitivity: options.sensitivity,
  };
  const connector = createBotConnector(config, {
    // Retries wait for nobody here.
    delay: async () => {},
    ...(options.playground
      ? {}
      : {
          credentials: credentialsOf(issuer, password),
          endpoints: {
            ValidateAuthority: 'false',
            ToChannelFromBotLoginUrl: `${issuer.url}/login`,
            ToChannelFromBotOAuthScope: 'https://api.botframework.com',
            ToBotFromChannelTokenIssuer: issuer.issuer,
            ToBotFromChannelOpenIdMetadataUrl: `${issuer.url}/openid`,
            ToBotFromEmulatorOpenIdMetadataUrl: `${issuer.url}/openid`,
            OAuthUrl: `${issuer.url}/oauth`,
            CallerId: 'urn:botframework:azure',
          },
        }),
  });
  const surface = createTeamsSurface(
    {
      config,
      conversations,
      corpusSummary: () => ({
        documents: 5,
        classes: 4,
        employers: [],
        builtAt: '2026-01-01T00:00:00.000Z',
        examples: ['What does a Warden do?', 'Which classes are exempt?'],
      }),
      log: { line: (text) => logged.push(text), progress() {}, endProgress() {} },
      ...(options.linkTo ? { linkTo: options.linkTo } : {}),
    },
    connector,
  );
  const route = surface.routes['/api/messages'];
  const server = createServer((request, response) => void route?.(request, response));
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  let nextId = 1;

  return {
    surface,
    issuer,
    service,
    conversations,
    logged,
    endpoint,
    activity: (changes = {}) => ({
      type: 'message',
      id: `question-${nextId++}`,
      timestamp: '2026-01-01T00:00:00.000Z',
      channelId: 'msteams',
      serviceUrl: service.url,
      conversation: { id: 'a:personal', conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      from: { id: '29:ann', name: 'Ann', aadObjectId: 'aad-ann' },
      recipient: { id: '28:bot', name: 'Classwise' },
      text: 'What does a Warden do?',
      textFormat: 'plain',
      ...changes,
    }),
    post: (activity, headers = {}) =>
      fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(options.playground ? {} : { authorization: `Bearer ${issuer.tokenFor(service.url)}` }),
          ...headers,
        },
        body: JSON.stringify(activity),
      }),
    async close() {
      await surface.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await Promise.all([issuer.close(), service.close()]);
    },
  };
}
